#include "postroad/mail/addr-spec.h"

#include "postroad/mail/atom.h"
#include "postroad/mail/domain-name.h"
#include "postroad/mail/field-reader.h"

namespace ns3::postroad::mail
{

std::string
AddrSpec::ToString() const
{
    const auto local = IsDotAtom(localPart) ? localPart : Quote(localPart);
    return domain.empty() ? local : local + '@' + domain;
}

bool
AddrSpec::operator==(const AddrSpec& other) const
{
    return localPart == other.localPart && AreSameDomain(domain, other.domain);
}

wire::Result<AddrSpec>
ParseAddrSpec(std::string_view text)
{
    FieldReader reader(text);
    return reader.Finish(reader.ReadAddrSpec());
}

} // namespace ns3::postroad::mail

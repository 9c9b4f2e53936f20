#include "postroad/store/local-domains.h"

#include "postroad/text/ascii.h"

namespace ns3::postroad::store
{

bool
LocalDomains::Has(std::string_view domain) const
{
    return isCatchAll || domain.empty() || names.contains(text::ToLower(domain));
}

} // namespace ns3::postroad::store

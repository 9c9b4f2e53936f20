#include "postroad/store/local-domains.h"

namespace ns3::postroad::store
{

bool
LocalDomains::Has(std::string_view domain) const
{
    return isCatchAll || domain.empty() || names.contains(mail::DomainName(domain));
}

} // namespace ns3::postroad::store

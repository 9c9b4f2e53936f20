#include "postroad/spec/value/host-spec.h"

#include "postroad/policy/relay-policy.h"

#include <algorithm>

namespace ns3::postroad::scenario
{

bool
MuaSettings::IsOf(const mail::AddrSpec& user) const
{
    return std::any_of(users.begin(), users.end(), [&user](const auto& each) {
        return policy::IsSameMailbox(each, user);
    });
}

bool
HostSpec::Has(HostRole role) const
{
    return roles.contains(role);
}

bool
HostSpec::HasAny(bool RoleDescriptor::*trait) const
{
    return std::any_of(roles.begin(), roles.end(), [trait](HostRole role) {
        return GetDescriptor(role).*trait;
    });
}

} // namespace ns3::postroad::scenario

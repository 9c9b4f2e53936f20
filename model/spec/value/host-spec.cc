#include "postroad/spec/value/host-spec.h"

#include <array>

namespace ns3::postroad::scenario
{

namespace
{

using enum HostRole;

constexpr std::array ROLES{MUA, MSA, MTA, MDA, POP3, DNS, RESOLVER, CLIENT, ROUTER};

// In the order of the enumeration.
constexpr std::array<std::string_view, ROLES.size()>
    NAMES{"mua", "msa", "mta", "mda", "pop3", "dns", "resolver", "client", "router"};

} // namespace

std::string_view
GetName(HostRole role)
{
    return NAMES.at(static_cast<std::size_t>(role));
}

std::span<const HostRole>
GetHostRoles()
{
    return ROLES;
}

bool
HostSpec::Has(HostRole role) const
{
    return roles.contains(role);
}

} // namespace ns3::postroad::scenario

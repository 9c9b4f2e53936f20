#include "postroad/spec/value/host-role.h"

#include "postroad/spec/value/host-spec.h"
#include "postroad/wire/well-known-ports.h"

#include <algorithm>
#include <stdexcept>

namespace ns3::postroad::scenario
{

namespace
{

using enum HostRole;

constexpr RoleServer SUBMISSION{.protocol = "SMTP",
                                .findPort = [](const HostSpec& host) { return host.msa.port; },
                                .speaksLines = true};

constexpr RoleServer TRANSFER{.protocol = "SMTP",
                              .findPort = [](const HostSpec& host) { return host.mta.port; },
                              .speaksLines = true};

constexpr RoleServer MAILDROP{.protocol = "POP3",
                              .findPort = [](const HostSpec& host) { return host.pop3.port; },
                              .speaksLines = true};

constexpr RoleServer NAMES{.protocol = "DNS",
                           .findPort = [](const HostSpec&) { return wire::DNS_PORT; },
                           .isPortFixed = true,
                           .takesDatagrams = true};

/// Whoever takes messages and passes them on.
constexpr HostRole RELAYS[]{MTA, MSA};

/// Whoever fills mailboxes.
constexpr HostRole DELIVERERS[]{MDA};

constexpr RoleDescriptor ROLES[] = {
    {.role = MUA, .name = "mua", .sendsMail = true, .looksUpNames = true},
    {.role = MSA,
     .name = "msa",
     .server = SUBMISSION,
     .takesMail = true,
     .sendsMail = true,
     .looksUpNames = true},
    {.role = MTA,
     .name = "mta",
     .server = TRANSFER,
     .takesMail = true,
     .sendsMail = true,
     .looksUpNames = true},
    {.role = MDA,
     .name = "mda",
     .need = {RELAYS, "an mda delivers what an mta or msa on the same host has taken; add mta"}},
    {.role = POP3,
     .name = "pop3",
     .server = MAILDROP,
     .need = {DELIVERERS, "pop3 shows the mailboxes that an mda on the same host fills; add mda"}},
    {.role = DNS, .name = "dns", .server = NAMES},
    {.role = RESOLVER, .name = "resolver", .server = NAMES},
    {.role = CLIENT, .name = "client", .looksUpNames = true},
    {.role = ROUTER, .name = "router", .isAlone = true},
};

} // namespace

std::span<const RoleDescriptor>
GetRoles()
{
    return ROLES;
}

const RoleDescriptor&
GetDescriptor(HostRole role)
{
    const auto row = std::find_if(std::begin(ROLES), std::end(ROLES), [role](const auto& each) {
        return each.role == role;
    });
    if (row == std::end(ROLES))
    {
        throw std::logic_error("a role without a row in the table of roles");
    }
    return *row;
}

std::string_view
GetName(HostRole role)
{
    return GetDescriptor(role).name;
}

std::vector<std::string>
GetRoleNames(bool RoleDescriptor::*trait)
{
    std::vector<std::string> names;
    for (const auto& row : ROLES)
    {
        if (row.*trait)
        {
            names.emplace_back(row.name);
        }
    }
    return names;
}

std::vector<std::string>
GetRoleNames()
{
    std::vector<std::string> names;
    for (const auto& row : ROLES)
    {
        names.emplace_back(row.name);
    }
    return names;
}

} // namespace ns3::postroad::scenario

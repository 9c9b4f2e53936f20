/**
 * What a host of a scenario can be: the one table of roles. Their words are those of RFC 5598.
 *
 * A row holds all of a role that is a plain value; everybody else asks it. What is more than a
 * value knows its role by name, and stands in one row for each role that needs it: who reads its
 * settings (spec/read/host-reader.cc), who checks them (spec/check/role-checks.cc), who installs
 * its agents (scenario/role-installers.cc).
 */
#ifndef POSTROAD_SPEC_VALUE_HOST_ROLE_H
#define POSTROAD_SPEC_VALUE_HOST_ROLE_H

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::scenario
{

struct HostSpec;

/// What a host does.
enum class HostRole
{
    MUA,      ///< a user's mail program: submits and fetches
    MSA,      ///< takes submissions from user agents
    MTA,      ///< passes mail on to other hosts, and takes it from them
    MDA,      ///< puts mail into the mailboxes that stand on the same host
    POP3,     ///< lets users fetch from the mailboxes on the same host
    DNS,      ///< a name server: answers for zones
    RESOLVER, ///< a recursive resolver: asks name servers for its clients, and remembers
    CLIENT,   ///< says scripted lines, as a person at a terminal would
    ROUTER,   ///< forwards packets and does nothing else
};

/// The server of a role.
struct RoleServer
{
    std::string_view protocol{}; ///< what it speaks, as the record names it
    std::uint16_t (*findPort)(const HostSpec& host){nullptr}; ///< where; null: there is no server
    bool isPortFixed{false};    ///< the port is no setting of the host
    bool takesDatagrams{false}; ///< at the same port of UDP, too
    bool speaksLines{false};    ///< a person could type what its clients say
};

/// The roles that a role cannot do without.
struct RoleNeed
{
    std::span<const HostRole> anyOf{}; ///< one of these on the same host; empty: it needs none
    std::string_view why{};            ///< and what to do about it
};

/// One row of the table.
struct RoleDescriptor
{
    HostRole role{};          ///< whose row it is
    std::string_view name{};  ///< the word of the scenario file, the record and the settings' key
    RoleServer server{};      ///< by which others reach it
    RoleNeed need{};          ///< beside it
    bool isAlone{false};      ///< no other role stands beside it
    bool takesMail{false};    ///< over SMTP: its host has a policy and a queue
    bool sendsMail{false};    ///< it attempts to pass messages on
    bool looksUpNames{false}; ///< its host needs somebody to ask
};

/// The table, in the order of the enumeration.
std::span<const RoleDescriptor> GetRoles();

/// The row of a role.
const RoleDescriptor& GetDescriptor(HostRole role);

/// "mua"; the word of the scenario file.
std::string_view GetName(HostRole role);

/// The names of the roles with a trait, in order. \param trait such as &RoleDescriptor::sendsMail
std::vector<std::string> GetRoleNames(bool RoleDescriptor::*trait);

/// The names of all roles, in order.
std::vector<std::string> GetRoleNames();

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_VALUE_HOST_ROLE_H

#include "postroad/spec/check/checker.h"

#include "postroad/spec/check/spec-checks.h"
#include "postroad/spec/value/nearest-name.h"

#include <utility>

namespace ns3::postroad::scenario
{

void
SpecChecks::Fail(const std::string& path,
                 std::string expected,
                 std::string came,
                 std::string advice)
{
    m_faults.Add({m_spec.places.Find(path),
                  path,
                  std::move(expected),
                  std::move(came),
                  "",
                  std::move(advice)});
}

void
SpecChecks::FailName(const std::string& path,
                     std::string expected,
                     std::string_view name,
                     const std::vector<std::string>& names)
{
    m_faults.Add({m_spec.places.Find(path),
                  path,
                  std::move(expected),
                  Quote(name),
                  FindNearestName(name, names),
                  ""});
}

void
SpecChecks::FailNameService(const std::string& path, std::string expected)
{
    if (m_spec.nameService == NameService::FULL)
    {
        Fail(path,
             std::move(expected),
             "no router that a name server could be linked to",
             "add a host with `roles: router` between the others");
        return;
    }
    const auto hasAny = !m_spec.FindHosts(HostRole::DNS).empty();
    Fail(path,
         std::move(expected),
         hasAny ? "several hosts with role dns" : "no host with role dns",
         hasAny ? "name one of them" : "add a host with `roles: dns`");
}

const HostSpec*
SpecChecks::RequireHost(const std::string& path,
                        const mail::DomainName& name,
                        std::optional<HostRole> role)
{
    const std::string roleName(role ? GetName(*role) : "");
    const auto* const host = m_spec.FindHost(name);
    if (!host)
    {
        FailName(path,
                 role ? "a host with role " + roleName : "one of the hosts",
                 name,
                 GetNames(m_spec.hosts));
        return nullptr;
    }
    if (role && !host->Has(*role))
    {
        Fail(path,
             "a host with role " + roleName,
             Quote(name),
             "add " + roleName + " to the roles of " + host->name);
        return nullptr;
    }
    return host;
}

const UserSpec*
SpecChecks::RequireUser(const std::string& path, const mail::AddrSpec& address)
{
    const auto* const user = m_spec.FindUser(address);
    if (user)
    {
        return user;
    }
    std::vector<std::string> addresses;
    for (const auto& domain : m_spec.domains)
    {
        for (const auto& candidate : domain.users)
        {
            addresses.push_back(mail::AddrSpec{candidate.name, domain.name}.ToString());
        }
    }
    FailName(path, "a user of one of the domains", address.ToString(), addresses);
    return nullptr;
}

std::string
PathOf(std::string_view list, std::size_t index)
{
    return std::string(list) + "[" + std::to_string(index) + "]";
}

FaultList
FindFaults(const Spec& spec)
{
    SpecChecks checks(spec);
    CheckHosts(checks);
    CheckRoleSettings(checks);
    CheckPolicies(checks);
    CheckDomains(checks);
    CheckZones(checks);
    CheckLinks(checks);
    CheckEvents(checks);
    CheckExpectations(checks);
    return checks.GetFaults();
}

} // namespace ns3::postroad::scenario

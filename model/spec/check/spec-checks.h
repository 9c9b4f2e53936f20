/**
 * The parts of the checker, one for each section, and what they share.
 */
#ifndef POSTROAD_SPEC_CHECK_SPEC_CHECKS_H
#define POSTROAD_SPEC_CHECK_SPEC_CHECKS_H

#include "postroad/spec/value/config-error.h"
#include "postroad/spec/value/spec.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::scenario
{

/// The specification under check and the faults found in it.
class SpecChecks
{
  public:
    explicit SpecChecks(const Spec& spec)
        : m_spec(spec)
    {
    }

    const Spec& GetSpec() const
    {
        return m_spec;
    }

    const FaultList& GetFaults() const
    {
        return m_faults;
    }

    /// Notes a fault in a field.
    void
    Fail(const std::string& path, std::string expected, std::string came, std::string advice = {});

    /// Notes a name that refers to nothing.
    void FailName(const std::string& path,
                  std::string expected,
                  std::string_view name,
                  const std::vector<std::string>& names);

    /// Notes that no name server could be found for a field.
    void FailNameService(const std::string& path, std::string expected);

    /// The host of that name; a fault and nullptr when there is none, or it lacks the role.
    const HostSpec* RequireHost(const std::string& path,
                                const mail::DomainName& name,
                                std::optional<HostRole> role = {});

    /// The same for a host that others look up by its name: some zone has an address for it.
    const HostSpec* RequireKnownHost(const std::string& path,
                                     const mail::DomainName& name,
                                     std::optional<HostRole> role = {});

    /// The user with that address; a fault and nullptr when there is none.
    const UserSpec* RequireUser(const std::string& path, const mail::AddrSpec& address);

  private:
    const Spec& m_spec;
    FaultList m_faults;
};

/// The path of a numbered thing: "links[0]".
std::string PathOf(std::string_view list, std::size_t index);

/// The names of hosts, domains or links.
template <typename T>
std::vector<std::string>
GetNames(const std::vector<T>& values)
{
    std::vector<std::string> names;
    names.reserve(values.size());
    for (const auto& value : values)
    {
        names.push_back(value.name);
    }
    return names;
}

void CheckHosts(SpecChecks& checks);
void CheckRoleSettings(SpecChecks& checks);
void CheckPolicies(SpecChecks& checks);
void CheckDomains(SpecChecks& checks);
void CheckZones(SpecChecks& checks);
void CheckLinks(SpecChecks& checks);
void CheckEvents(SpecChecks& checks);
void CheckExpectations(SpecChecks& checks);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_CHECK_SPEC_CHECKS_H

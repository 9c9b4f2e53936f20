#include "postroad/scenario/served-users.h"

#include "postroad/spec/value/config-error.h"
#include "postroad/spec/value/nearest-name.h"
#include "postroad/spec/value/plain-values.h"
#include "postroad/spec/value/spec-defaults.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ns3::postroad::scenario
{

namespace
{

[[noreturn]] void
Refuse(std::string expected, std::string_view came, std::string nearest, std::string advice)
{
    ConfigFault fault;
    fault.field = "--user";
    fault.expected = std::move(expected);
    fault.came = Quote(came);
    fault.nearest = std::move(nearest);
    fault.advice = std::move(advice);
    throw ConfigError(std::move(fault));
}

/// The addresses of the scenario's users.
std::vector<mail::AddrSpec>
GetUsers(const Spec& spec)
{
    std::vector<mail::AddrSpec> users;
    for (const auto& domain : spec.domains)
    {
        for (const auto& user : domain.users)
        {
            users.push_back({user.name, domain.name});
        }
    }
    return users;
}

std::vector<std::string>
ToTexts(const std::vector<mail::AddrSpec>& users)
{
    std::vector<std::string> texts;
    std::transform(users.begin(), users.end(), std::back_inserter(texts), [](const auto& user) {
        return user.ToString();
    });
    return texts;
}

std::vector<std::string>
GetLocalParts(const std::vector<mail::AddrSpec>& users)
{
    std::vector<std::string> texts;
    std::transform(users.begin(), users.end(), std::back_inserter(texts), [](const auto& user) {
        return user.localPart;
    });
    return texts;
}

HostSpec&
GetHost(Spec& spec, const mail::DomainName& name)
{
    return *std::find_if(spec.hosts.begin(), spec.hosts.end(), [&name](const auto& host) {
        return host.name == name;
    });
}

} // namespace

mail::AddrSpec
ParseServedUser(std::string_view text, const Spec& spec)
{
    const auto address = ParseMailAddress(text);
    const auto users = GetUsers(spec);
    std::vector<mail::AddrSpec> found;
    std::copy_if(users.begin(), users.end(), std::back_inserter(found), [&](const auto& user) {
        return address ? user == *address : user.localPart == text;
    });
    if (found.size() > 1)
    {
        Refuse("one user", text, "", "say which: " + ListNames(ToTexts(found)));
    }
    if (found.empty())
    {
        const auto names = address ? ToTexts(users) : GetLocalParts(users);
        Refuse("a user of the scenario (" + ListNames(names) + ")",
               text,
               FindNearestName(text, names),
               "");
    }
    return found.front();
}

void
AdmitUsers(const std::vector<mail::AddrSpec>& users, Spec& spec)
{
    for (const auto& user : users)
    {
        const auto server = FindSubmissionServer(spec, user);
        if (server.IsEmpty())
        {
            Refuse("a user with a submission server",
                   user.ToString(),
                   "",
                   "give a host of " + user.domain + " the role msa");
        }
        GetHost(spec, server).msa.guests[mail::DomainName(GATEWAY_HOST)].push_back(user);
    }
}

std::vector<std::string>
WarnOfClosedSubmission(const ServedPorts& ports, const Spec& spec)
{
    std::vector<std::string> warnings;
    for (const auto& each : ports.listen)
    {
        const auto& host = *spec.FindHost(each.host);
        if (host.Has(HostRole::MSA) && host.msa.port == each.hostPort && host.msa.guests.empty() &&
            host.policy.relayFor.empty() && !host.policy.openRelay)
        {
            warnings.push_back("no program of this machine may send mail through " + each.host +
                               " port " + std::to_string(each.hostPort) +
                               ": add --user and the name of one who may");
        }
    }
    return warnings;
}

} // namespace ns3::postroad::scenario

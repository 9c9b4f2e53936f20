#include "postroad/spec/value/spec.h"

#include "postroad/text/ascii.h"

#include <algorithm>

namespace ns3::postroad::scenario
{

namespace
{

template <typename T>
const T*
FindByName(const std::vector<T>& values, std::string_view name)
{
    const auto value = std::find_if(values.begin(), values.end(), [name](const T& candidate) {
        return text::EqualsIgnoringCase(candidate.name, name);
    });
    return value == values.end() ? nullptr : &*value;
}

bool
LiesIn(std::string_view hostName, std::string_view domainName)
{
    if (hostName.size() <= domainName.size())
    {
        return text::EqualsIgnoringCase(hostName, domainName);
    }
    const auto rest = hostName.size() - domainName.size();
    return hostName[rest - 1] == '.' && text::EqualsIgnoringCase(hostName.substr(rest), domainName);
}

} // namespace

const HostSpec*
Spec::FindHost(std::string_view hostName) const
{
    return FindByName(hosts, hostName);
}

const DomainSpec*
Spec::FindDomain(std::string_view domainName) const
{
    return FindByName(domains, domainName);
}

const LinkSpec*
Spec::FindLink(std::string_view linkName) const
{
    return FindByName(links, linkName);
}

const UserSpec*
Spec::FindUser(const mail::AddrSpec& address) const
{
    const auto* const domain = FindDomain(address.domain);
    return domain ? domain->FindUser(address.localPart) : nullptr;
}

std::vector<const HostSpec*>
Spec::FindHosts(HostRole role) const
{
    std::vector<const HostSpec*> found;
    for (const auto& host : hosts)
    {
        if (host.Has(role))
        {
            found.push_back(&host);
        }
    }
    return found;
}

const DomainSpec*
Spec::FindDomainOf(std::string_view hostName) const
{
    const DomainSpec* longest = nullptr;
    for (const auto& domain : domains)
    {
        if (LiesIn(hostName, domain.name) &&
            (!longest || domain.name.size() > longest->name.size()))
        {
            longest = &domain;
        }
    }
    return longest;
}

std::vector<const Send*>
Spec::GetSends() const
{
    std::vector<const Send*> sends;
    for (const auto& event : events)
    {
        if (const auto* const send = std::get_if<Send>(&event.action))
        {
            sends.push_back(send);
        }
    }
    return sends;
}

} // namespace ns3::postroad::scenario

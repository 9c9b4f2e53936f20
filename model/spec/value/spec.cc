#include "postroad/spec/value/spec.h"

#include "postroad/text/ascii.h"

#include <algorithm>

namespace ns3::postroad::scenario
{

namespace
{

template <typename T>
const T*
FindByName(const std::vector<T>& values, const mail::DomainName& name)
{
    const auto value = std::find_if(values.begin(), values.end(), [&name](const T& candidate) {
        return candidate.name == name;
    });
    return value == values.end() ? nullptr : &*value;
}

} // namespace

const HostSpec*
Spec::FindHost(const mail::DomainName& hostName) const
{
    return FindByName(hosts, hostName);
}

const DomainSpec*
Spec::FindDomain(const mail::DomainName& domainName) const
{
    return FindByName(domains, domainName);
}

const LinkSpec*
Spec::FindLink(std::string_view linkName) const
{
    const auto link = std::find_if(links.begin(), links.end(), [linkName](const auto& candidate) {
        return text::EqualsIgnoringCase(candidate.name, linkName);
    });
    return link == links.end() ? nullptr : &*link;
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
Spec::FindDomainOf(const mail::DomainName& hostName) const
{
    const DomainSpec* longest = nullptr;
    for (const auto& domain : domains)
    {
        if (hostName.LiesIn(domain.name) &&
            (!longest || longest->name.ToString().size() < domain.name.ToString().size()))
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

#include "postroad/spec/value/spec-defaults.h"

#include "postroad/spec/value/name-service.h"

#include <algorithm>
#include <map>
#include <set>

namespace ns3::postroad::scenario
{

namespace
{

void
SetIfEmpty(std::string& field, const std::string& value)
{
    if (field.empty())
    {
        field = value;
    }
}

void
SetIfEmpty(mail::DomainName& field, const mail::DomainName& value)
{
    if (field.IsEmpty())
    {
        field = value;
    }
}

/// The only host that a role and a predicate select; empty when there is none or more than one.
template <typename Predicate>
mail::DomainName
FindOnly(const Spec& spec, HostRole role, Predicate isWanted)
{
    mail::DomainName found;
    for (const auto* const host : spec.FindHosts(role))
    {
        if (!isWanted(*host))
        {
            continue;
        }
        if (!found.IsEmpty())
        {
            return {};
        }
        found = host->name;
    }
    return found;
}

/// A link is called by its ends; a further one between the same two by a number too.
void
NameLinks(Spec& spec)
{
    std::map<std::set<mail::DomainName>, int> counts;
    for (auto& link : spec.links)
    {
        const auto number = ++counts[{link.ends[0], link.ends[1]}];
        const auto ends = link.ends[0].ToString() + "--" + link.ends[1].ToString();
        SetIfEmpty(link.name, number > 1 ? ends + "--" + std::to_string(number) : ends);
    }
}

/// The most preferred exchanger that delivers into mailboxes.
mail::DomainName
FindMailboxHost(const Spec& spec, const DomainSpec& domain)
{
    const MailExchanger* best = nullptr;
    for (const auto& exchanger : domain.mx)
    {
        const auto* const host = spec.FindHost(exchanger.host);
        if (host && host->Has(HostRole::MDA) && (!best || exchanger.preference < best->preference))
        {
            best = &exchanger;
        }
    }
    return best ? spec.FindHost(best->host)->name : mail::DomainName();
}

/// The only submission server whose host lies in a domain.
mail::DomainName
FindOwnSubmissionServer(const Spec& spec, const DomainSpec& domain)
{
    return FindOnly(spec, HostRole::MSA, [&spec, &domain](const auto& host) {
        return spec.FindDomainOf(host.name) == &domain;
    });
}

void
FillUserAgent(const Spec& spec, MuaSettings& mua)
{
    const auto* const domain = mua.users.empty() ? nullptr : spec.FindDomain(mua.users[0].domain);
    if (!domain)
    {
        return;
    }
    SetIfEmpty(mua.submitTo, FindOwnSubmissionServer(spec, *domain));
    const auto* const keeper = spec.FindHost(domain->mailboxHost);
    if (keeper && keeper->Has(HostRole::POP3))
    {
        SetIfEmpty(mua.fetchFrom, keeper->name);
    }
}

/// The only host on which a user has a mail program.
mail::DomainName
FindUserAgent(const Spec& spec, const mail::AddrSpec& user)
{
    return FindOnly(spec, HostRole::MUA, [&user](const HostSpec& host) {
        return host.mua.IsOf(user);
    });
}

void
FillEvents(Spec& spec)
{
    std::size_t sends = 0;
    for (auto& event : spec.events)
    {
        if (auto* const send = std::get_if<Send>(&event.action))
        {
            SetIfEmpty(send->id, "message" + std::to_string(++sends));
            SetIfEmpty(send->host, FindUserAgent(spec, send->from));
        }
        else if (auto* const fetch = std::get_if<Fetch>(&event.action))
        {
            SetIfEmpty(fetch->host, FindUserAgent(spec, fetch->user));
        }
    }
}

/// Expectations that name no message mean the only one.
void
FillExpectations(Spec& spec)
{
    const auto sends = spec.GetSends();
    if (sends.size() != 1)
    {
        return;
    }
    for (auto& expectation : spec.expectations)
    {
        if (auto* const outcome = std::get_if<ExpectOutcome>(&expectation))
        {
            SetIfEmpty(outcome->message, sends[0]->id);
        }
        else if (auto* const received = std::get_if<ExpectReceived>(&expectation))
        {
            SetIfEmpty(received->message, sends[0]->id);
        }
        else if (auto* const attempts = std::get_if<ExpectAttempts>(&expectation))
        {
            SetIfEmpty(attempts->message, sends[0]->id);
        }
    }
}

} // namespace

void
FillDefaults(Spec& spec)
{
    AddNameService(spec);
    NameLinks(spec);
    for (auto& domain : spec.domains)
    {
        SetIfEmpty(domain.mailboxHost, FindMailboxHost(spec, domain));
    }
    for (auto& host : spec.hosts)
    {
        if (host.Has(HostRole::MUA))
        {
            FillUserAgent(spec, host.mua);
        }
    }
    FillEvents(spec);
    FillExpectations(spec);
}

mail::DomainName
FindSubmissionServer(const Spec& spec, const mail::AddrSpec& user)
{
    for (const auto* const host : spec.FindHosts(HostRole::MUA))
    {
        if (host->mua.IsOf(user) && !host->mua.submitTo.IsEmpty())
        {
            return host->mua.submitTo;
        }
    }
    const auto* const domain = spec.FindDomain(user.domain);
    return domain ? FindOwnSubmissionServer(spec, *domain) : mail::DomainName();
}

} // namespace ns3::postroad::scenario

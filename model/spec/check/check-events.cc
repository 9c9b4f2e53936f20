#include "postroad/spec/check/spec-checks.h"
#include "postroad/spec/value/plain-values.h"
#include "postroad/spec/value/send-draft.h"

#include <algorithm>

namespace ns3::postroad::scenario
{

namespace
{

/// The mail program that a send or fetch runs on; a fault and nullptr when there is none.
const HostSpec*
RequireUserAgent(SpecChecks& checks,
                 const std::string& path,
                 const mail::AddrSpec& user,
                 const mail::DomainName& hostName)
{
    if (hostName.IsEmpty())
    {
        checks.Fail(path + ".host",
                    "a mail program of " + user.ToString(),
                    "none, or several",
                    "add `mua: {user: " + user.ToString() +
                        "}` to a host with role mua, or name the host here");
        return nullptr;
    }
    const auto* const host = checks.RequireHost(path + ".host", hostName, HostRole::MUA);
    if (host && !host->mua.IsOf(user))
    {
        checks.Fail(path + ".host",
                    "a mail program of " + user.ToString(),
                    Quote(hostName),
                    "add the address to the `mua: {user: ...}` of that host");
    }
    return host && host->mua.IsOf(user) ? host : nullptr;
}

/// Checks one event, and remembers what later ones must agree with.
class EventCheck
{
  public:
    explicit EventCheck(SpecChecks& checks)
        : m_checks(checks)
    {
    }

    void Check(const PlannedEvent& event, const std::string& path)
    {
        CheckTime(event.at, path + ".at");
        m_path = path;
        std::visit([this](const auto& action) { Check(action); }, event.action);
    }

  private:
    void CheckTime(wire::TimePoint at, const std::string& path)
    {
        if (at < m_last)
        {
            m_checks.Fail(path,
                          "a time not before the event above",
                          "an earlier one",
                          "put the events in the order of time");
        }
        if (at.time_since_epoch() > m_checks.GetSpec().duration)
        {
            m_checks.Fail(path, "a time within the run's `duration`", "a later one");
        }
        m_last = std::max(m_last, at);
    }

    void Check(const Send& send)
    {
        const auto path = m_path + ".send";
        if (!m_ids.insert(send.id).second)
        {
            m_checks.Fail(path + ".id", "an id of its own", Quote(send.id));
        }
        if (send.to.empty() && send.cc.empty() && send.bcc.empty())
        {
            m_checks.Fail(path + ".to", "at least one recipient", "none", "add `to: NAME@DOMAIN`");
        }
        if (!m_checks.RequireUser(path + ".from", send.from))
        {
            return;
        }
        const auto* const host = RequireUserAgent(m_checks, path, send.from, send.host);
        if (const auto message = mime::Compose(MakeDraft(m_checks.GetSpec(), send)); !message)
        {
            m_checks.Fail(path,
                          "a subject and a body that a message can have",
                          message.GetError().reason,
                          "break long lines, and keep the subject on one line");
        }
        if (host && host->mua.submitTo.IsEmpty())
        {
            m_checks.Fail("hosts." + host->name.ToString() + ".mua.submit-to",
                          "the host with role msa that takes its messages",
                          "nothing",
                          "add `submit-to: HOST`");
        }
    }

    void Check(const Fetch& fetch)
    {
        const auto path = m_path + ".fetch";
        if (!m_checks.RequireUser(path + ".user", fetch.user))
        {
            return;
        }
        const auto* const host = RequireUserAgent(m_checks, path, fetch.user, fetch.host);
        const auto& keeper = m_checks.GetSpec().FindDomain(fetch.user.domain)->mailboxHost;
        if (host && !keeper.IsEmpty() && host->mua.fetchFrom != keeper)
        {
            m_checks.Fail("hosts." + host->name.ToString() + ".mua.fetch-from",
                          "the host that keeps the mailbox of " + fetch.user.ToString() + ", " +
                              keeper,
                          host->mua.fetchFrom.IsEmpty() ? "nothing" : Quote(host->mua.fetchFrom),
                          "give " + keeper + " the role pop3, or mend `fetch-from`");
        }
    }

    void Check(const Say& say)
    {
        const auto path = m_path + ".say";
        m_checks.RequireHost(path + ".host", say.host, HostRole::CLIENT);
        if (!IsIpv4Address(say.to))
        {
            m_checks.RequireKnownHost(path + ".to", mail::DomainName(say.to));
        }
        if (say.lines.empty())
        {
            m_checks.Fail(path + ".lines", "at least one line", "none");
        }
    }

    void CheckTarget(const Target& target, const std::string& path)
    {
        if (target.service)
        {
            CheckService(target, path);
        }
        else if (target.kind == Target::Kind::HOST)
        {
            m_checks.RequireHost(path + ".host", target.name);
        }
        else
        {
            RequireLink(path + ".link", target.name);
        }
    }

    void CheckService(const Target& target, const std::string& path)
    {
        const auto& row = GetDescriptor(*target.service);
        if (row.server.findPort)
        {
            m_checks.RequireHost(path + ".host", target.name, row.role);
        }
        else
        {
            m_checks.Fail(path + ".service",
                          "a role with a server",
                          Quote(std::string(row.name)),
                          "nobody asks a host for that; let the host fail");
        }
    }

    void RequireLink(const std::string& path, const std::string& name)
    {
        const auto& spec = m_checks.GetSpec();
        if (!spec.FindLink(name))
        {
            m_checks.FailName(path, "the name of a link", name, GetNames(spec.links));
        }
    }

    void Check(const ChangeLink& change)
    {
        RequireLink(m_path + ".change.link", change.link);
    }

    void Check(const Fail& fail)
    {
        CheckTarget(fail.target, m_path + ".fail");
    }

    void Check(const Restore& restore)
    {
        CheckTarget(restore.target, m_path + ".restore");
    }

    void RequireNameServer(const std::string& path,
                           const mail::DomainName& name,
                           const DomainSpec& domain)
    {
        const auto& servers = domain.nameServers;
        if (std::find(servers.begin(), servers.end(), name) == servers.end())
        {
            m_checks.FailName(path,
                              "a name server of " + domain.name.ToString(),
                              name,
                              {servers.begin(), servers.end()});
        }
    }

    /// What the edit does to the zone is CheckZones()'s question.
    void Check(const EditZone& edit)
    {
        const auto path = m_path + ".edit-zone";
        const auto& spec = m_checks.GetSpec();
        const auto* const domain = spec.FindDomain(edit.zone);
        if (!domain)
        {
            m_checks.FailName(path + ".zone",
                              "the name of a domain",
                              edit.zone,
                              GetNames(spec.domains));
        }
        for (std::size_t i = 0; domain && i < edit.servers.size(); ++i)
        {
            RequireNameServer(PathOf(path + ".server", i), edit.servers[i], *domain);
        }
        if (edit.removed.empty() && edit.added.empty())
        {
            m_checks.Fail(path, "`remove` or `add`", "neither", "say what changes");
        }
    }

    SpecChecks& m_checks;
    std::string m_path;
    wire::TimePoint m_last;
    std::set<std::string> m_ids;
};

} // namespace

void
CheckEvents(SpecChecks& checks)
{
    EventCheck check(checks);
    const auto& events = checks.GetSpec().events;
    for (std::size_t i = 0; i < events.size(); ++i)
    {
        check.Check(events[i], PathOf("events", i));
    }
}

} // namespace ns3::postroad::scenario

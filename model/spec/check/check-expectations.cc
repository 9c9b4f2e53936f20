#include "postroad/dns/codec/dns-record-type.h"
#include "postroad/spec/check/spec-checks.h"
#include "postroad/spec/value/nearest-name.h"

#include <algorithm>

namespace ns3::postroad::scenario
{

namespace
{

/// Checks one expectation.
class ExpectationCheck
{
  public:
    ExpectationCheck(SpecChecks& checks, std::string path)
        : m_checks(checks)
        , m_path(std::move(path))
    {
    }

    void operator()(const ExpectOutcome& expected)
    {
        const auto path = m_path + ".outcome";
        const auto* const send = RequireMessage(path, expected.message);
        if (!send || !expected.to)
        {
            return;
        }
        std::vector<std::string> recipients;
        for (const auto* const list : {&send->to, &send->cc, &send->bcc})
        {
            for (const auto& recipient : *list)
            {
                recipients.push_back(recipient.ToString());
            }
        }
        const auto to = expected.to->ToString();
        if (std::find(recipients.begin(), recipients.end(), to) == recipients.end())
        {
            m_checks.FailName(path + ".to", "a recipient of " + send->id, to, recipients);
        }
    }

    void operator()(const ExpectReceived& expected)
    {
        const auto path = m_path + ".received";
        RequireMessage(path, expected.message);
        for (std::size_t i = 0; i < expected.by.size(); ++i)
        {
            m_checks.RequireHost(PathOf(path + ".by", i), expected.by[i]);
        }
        if (expected.hops && !expected.by.empty() && *expected.hops != expected.by.size())
        {
            m_checks.Fail(path + ".hops",
                          "as many hops as hosts in `by`, " + std::to_string(expected.by.size()),
                          std::to_string(*expected.hops));
        }
    }

    void operator()(const ExpectDialogue& expected)
    {
        const auto path = m_path + ".dialogue";
        m_checks.RequireHost(path + ".between[0]", expected.client);
        m_checks.RequireHost(path + ".between[1]", expected.server);
        for (std::size_t i = 0; i < expected.contains.size(); ++i)
        {
            const auto& line = expected.contains[i];
            if (!line.starts_with("C: ") && !line.starts_with("S: "))
            {
                m_checks.Fail(PathOf(path + ".contains", i),
                              "a line that begins with \"C: \" (client) or \"S: \" (server)",
                              Quote(line));
            }
        }
    }

    void operator()(const ExpectMailbox& expected)
    {
        m_checks.RequireUser(m_path + ".mailbox.user", expected.user);
    }

    void operator()(const ExpectQuery& expected)
    {
        m_checks.RequireHost(m_path + ".query.from", expected.from);
        if (!expected.to.IsEmpty())
        {
            m_checks.RequireHost(m_path + ".query.to", expected.to);
        }
        if (!expected.type.empty() && !dns::FindRecordType(expected.type))
        {
            m_checks.Fail(m_path + ".query.type", "a record type such as MX", Quote(expected.type));
        }
    }

    void operator()(const ExpectDuration& expected)
    {
        if (expected.below <= wire::Duration(0))
        {
            m_checks.Fail(m_path + ".duration.below", "a duration above 0s", "0s");
        }
    }

    void operator()(const ExpectAttempts& expected)
    {
        const auto path = m_path + ".attempts";
        RequireMessage(path, expected.message);
        CheckTries(path + ".by", expected.by);
        CheckTimes(path, expected);
        for (std::size_t i = 0; i < expected.hosts.size(); ++i)
        {
            m_checks.RequireHost(PathOf(path + ".hosts", i), expected.hosts[i]);
        }
    }

  private:
    /// Only a host that gets messages out of its own hands attempts anything.
    void CheckTries(const std::string& path, const mail::DomainName& name)
    {
        const auto* const host = m_checks.RequireHost(path, name);
        if (host && !host->HasAny(&RoleDescriptor::sendsMail))
        {
            const auto roles = ListNames(GetRoleNames(&RoleDescriptor::sendsMail));
            m_checks.Fail(path, "a host with role " + roles, Quote(name));
        }
    }

    /// There are no more times and hosts than attempts, and the times are in order.
    void CheckTimes(const std::string& path, const ExpectAttempts& expected)
    {
        const auto named = std::max(expected.at.size(), expected.hosts.size());
        if (expected.count && *expected.count < named)
        {
            m_checks.Fail(path + ".count",
                          "as many attempts as are described, " + std::to_string(named),
                          std::to_string(*expected.count));
        }
        const auto wrong = std::is_sorted_until(expected.at.begin(), expected.at.end());
        if (wrong != expected.at.end())
        {
            const auto index = static_cast<std::size_t>(wrong - expected.at.begin());
            m_checks.Fail(PathOf(path + ".at", index),
                          "a time after the one before",
                          "an earlier one");
        }
    }

    /// The message of that id, or the only one; a fault and nullptr when there is none.
    const Send* RequireMessage(const std::string& path, const std::string& id)
    {
        const auto sends = m_checks.GetSpec().GetSends();
        std::vector<std::string> ids;
        for (const auto* const send : sends)
        {
            if (send->id == id)
            {
                return send;
            }
            ids.push_back(send->id);
        }
        if (id.empty())
        {
            m_checks.Fail(path + ".message",
                          "the id of a message, since not exactly one is sent",
                          "nothing",
                          "add `message: ID`");
            return nullptr;
        }
        m_checks.FailName(path + ".message", "the id of a `send`", id, ids);
        return nullptr;
    }

    SpecChecks& m_checks;
    std::string m_path;
};

} // namespace

void
CheckExpectations(SpecChecks& checks)
{
    const auto& expectations = checks.GetSpec().expectations;
    for (std::size_t i = 0; i < expectations.size(); ++i)
    {
        std::visit(ExpectationCheck(checks, PathOf("expect", i)), expectations[i]);
    }
}

} // namespace ns3::postroad::scenario

#include "postroad/scenario/evaluate.h"
#include "postroad/text/ascii.h"
#include "postroad/text/time-text.h"
#include "postroad/trace/event-words.h"

#include <algorithm>
#include <cstdint>

namespace ns3::postroad::scenario
{

namespace
{

/// One attempt.
struct Attempt
{
    wire::Duration at; ///< when it began
    std::string host;  ///< where it went
};

std::vector<Attempt>
FindAttempts(const ExpectAttempts& expected, const RunFacts& facts)
{
    std::vector<Attempt> attempts;
    const auto id = facts.messageIds.find(expected.message);
    for (const auto& event : facts.events)
    {
        if (event.kind == event::EventKind::MESSAGE_ATTEMPTED && id != facts.messageIds.end() &&
            event.messageId == id->second && event.host == expected.by.ToString())
        {
            attempts.push_back(
                {event.time.time_since_epoch(), event.Get<event::AttemptStart>().nextHop});
        }
    }
    return attempts;
}

/// "33, at mail.b.net (1 s), mail.b.net (1990 s)"; of the attempts, as many as are asked about.
std::string
Describe(const std::vector<Attempt>& attempts, std::size_t asked)
{
    auto text = std::to_string(attempts.size());
    for (std::size_t i = 0; i < std::min(asked, attempts.size()); ++i)
    {
        text += (i == 0 ? ", at " : ", ") + attempts[i].host + " (" +
                text::FormatSpan(attempts[i].at) + ")";
    }
    return text;
}

bool
BeginWithHosts(const std::vector<Attempt>& attempts, const std::vector<mail::DomainName>& hosts)
{
    return attempts.size() >= hosts.size() &&
           std::equal(hosts.begin(),
                      hosts.end(),
                      attempts.begin(),
                      [](const auto& host, const auto& attempt) {
                          return host == mail::DomainName(attempt.host);
                      });
}

bool
BeginAtTimes(const std::vector<Attempt>& attempts,
             const std::vector<wire::Duration>& times,
             wire::Duration within)
{
    return attempts.size() >= times.size() &&
           std::equal(times.begin(),
                      times.end(),
                      attempts.begin(),
                      [within](const auto& time, const auto& attempt) {
                          return attempt.at >= time - within && attempt.at <= time + within;
                      });
}

std::string
DescribeExpected(const ExpectAttempts& expected)
{
    auto text = (expected.count ? trace::Count(*expected.count, "attempt") : "attempts") + " of " +
                expected.by.ToString() + " for " + expected.message;
    for (const auto& host : expected.hosts)
    {
        text += (&host == &expected.hosts.front() ? ", first at " : ", ") + host;
    }
    for (const auto& time : expected.at)
    {
        text += (&time == &expected.at.front() ? ", first after " : ", ") + text::FormatSpan(time);
    }
    return text;
}

} // namespace

Verdict
Evaluate(const ExpectAttempts& expected, const RunFacts& facts)
{
    const auto attempts = FindAttempts(expected, facts);
    const auto asked = std::max(expected.hosts.size(), expected.at.size());
    return {expected.count.value_or(attempts.size()) == attempts.size() &&
                BeginWithHosts(attempts, expected.hosts) &&
                BeginAtTimes(attempts, expected.at, expected.within),
            DescribeExpected(expected),
            Describe(attempts, asked)};
}

} // namespace ns3::postroad::scenario

#include "postroad/trace/event-words.h"

#include "postroad/event/event-kind-table.h"
#include "postroad/text/time-text.h"
#include "postroad/text/utf8.h"

#include <cstdint>

namespace ns3::postroad::trace
{

using event::Event;

namespace
{

std::string
Join(const std::vector<std::string>& texts, std::string_view separator)
{
    std::string joined;
    for (const auto& text : texts)
    {
        joined += joined.empty() ? "" : separator;
        joined += text;
    }
    return joined;
}

/// ": why", or nothing.
std::string
After(std::string_view text)
{
    return text.empty() ? std::string() : ": " + std::string(text);
}

/// "alice@a.net -> bob@b.net, 612 octets"
std::string
DescribeEntry(const event::MessageEntry& entry)
{
    return (entry.from.empty() ? "<>" : entry.from) + " -> " + Join(entry.to, ", ") + ", " +
           Count(entry.size, "octet");
}

/// "bob@b.net at mail.b.net [192.0.2.2]", of the beginning or the end of an attempt
template <typename Attempt>
std::string
DescribeHop(const Attempt& attempt)
{
    auto words = Join(attempt.to, ", ");
    words += attempt.nextHop.empty() ? "" : " at " + attempt.nextHop;
    words += attempt.address.empty() ? "" : " [" + attempt.address + ']';
    return words;
}

/// "b.net MX", of whichever details have both
template <typename Asked>
std::string
DescribeQuestion(const Asked& asked)
{
    return asked.name + ' ' + asked.type;
}

/// A line of a zone file with one space between its columns, in place of tabs.
std::string
JoinColumns(const std::string& line)
{
    std::string joined;
    for (const char c : line)
    {
        if (c != '\t')
        {
            joined += c;
        }
        else if (!joined.ends_with(' '))
        {
            joined += ' ';
        }
    }
    return joined;
}

/// Lines of a zone file as words.
std::string
DescribeRecords(std::vector<std::string> records)
{
    for (auto& record : records)
    {
        record = JoinColumns(record);
    }
    return Join(records, "; ");
}

/// "SMTP connection to port 25"
std::string
DescribeConnection(const Event& event)
{
    return event.connection ? event.connection->protocol + " connection to port " +
                                  std::to_string(event.connection->GetServer().port)
                            : "connection";
}

std::string
DescribeClosing(const Event& event)
{
    return "closed" + After(event.Get<event::ConnectionEnding>().reason);
}

std::string
DescribeRefusal(const Event& event)
{
    return DescribeConnection(event) + " failed" +
           After(event.Get<event::ConnectionEnding>().reason);
}

std::string
DescribeText(const Event& event)
{
    return event.Get<event::DialogueText>().text;
}

std::string
DescribeRule(const Event& event)
{
    return "let pass: " + event.Get<event::BrokenRule>().reason;
}

std::string
DescribeQuery(const Event& event)
{
    return DescribeQuestion(event.Get<event::DnsQuestion>()) + '?';
}

/// "b.net MX? cannot be reached"
std::string
DescribeFailedQuery(const Event& event)
{
    const auto& failure = event.Get<event::DnsQueryFailure>();
    return DescribeQuestion(failure) + "? " + failure.reason;
}

std::string
DescribeAnswer(const Event& event)
{
    const auto& answer = event.Get<event::DnsAnswer>();
    if (!answer.answers.empty())
    {
        return DescribeRecords(answer.answers);
    }
    return DescribeQuestion(answer) +
           (answer.referral ? ": see " + DescribeRecords(*answer.referral) : ": " + answer.status);
}

/// "knows b.net MX for 212 s more", "knows x.b.net A: NXDOMAIN for 60 s more"
std::string
DescribeCacheHit(const Event& event)
{
    const auto& known = event.Get<event::DnsCacheHit>();
    return "knows " + DescribeQuestion(known) + (known.answers.empty() ? ": " + known.status : "") +
           " for " + std::to_string(known.ttl) + " s more";
}

std::string
DescribeFailedLookup(const Event& event)
{
    const auto& failure = event.Get<event::DnsFailure>();
    return "no answer to " + DescribeQuestion(failure) + After(failure.reason);
}

std::string
DescribeSubmitter(const Event& event)
{
    return "submission of " + event.Get<event::Submission>().identity;
}

std::string
DescribeSubmission(const Event& event)
{
    return "submitted: " + DescribeEntry(event.Get<event::MessageEntry>());
}

std::string
DescribeQueueing(const Event& event)
{
    return "queued as " + event.queueId + ": " + DescribeEntry(event.Get<event::MessageEntry>());
}

std::string
DescribeAttempt(const Event& event)
{
    return "attempt for " + DescribeHop(event.Get<event::AttemptStart>());
}

std::string
DescribeDeferral(const Event& event)
{
    const auto& end = event.Get<event::AttemptEnd>();
    auto words = "deferred for " + DescribeHop(end) + DescribeCause(event);
    words += end.isInDoubt ? "; it may have been taken all the same" : "";
    if (end.retryAt)
    {
        words += "; next attempt at " + text::FormatSeconds(*end.retryAt, 3) + " s";
    }
    return words;
}

std::string
DescribeDelay(const Event& event)
{
    return "delayed for " + Join(event.Get<event::Delay>().to, ", ") + ": the sender is warned";
}

std::string
DescribeRelaying(const Event& event)
{
    return "relayed for " + DescribeHop(event.Get<event::AttemptEnd>());
}

std::string
DescribeDelivery(const Event& event)
{
    return "delivered to mailbox " + event.Get<event::Delivery>().mailbox;
}

std::string
DescribeBounce(const Event& event)
{
    return "bounced for " + DescribeHop(event.Get<event::AttemptEnd>()) + DescribeCause(event);
}

std::string
DescribeReading(const Event& event)
{
    const auto& reading = event.Get<event::MailboxReading>();
    return "read message " + std::to_string(reading.number) + " of mailbox " + reading.mailbox;
}

std::string
DescribeFailedSaying(const Event& event)
{
    return "saying the lines failed" + After(event.Get<event::SayFailure>().reason);
}

std::string
DescribeFailedFetch(const Event& event)
{
    const auto& failure = event.Get<event::FetchFailure>();
    return "fetching from mailbox " + failure.mailbox + " failed" + After(failure.reason);
}

std::string
DescribeLinkDown(const Event& event)
{
    return "link " + event.Get<event::LinkChange>().link + " is down";
}

std::string
DescribeLinkUp(const Event& event)
{
    return "link " + event.Get<event::LinkChange>().link + " is up";
}

std::string
DescribeLinkChange(const Event& event)
{
    const auto& [link, properties] = event.Get<event::LinkAlteration>();
    return "link " + link + " is now of " + properties;
}

std::string
DescribeHostDown([[maybe_unused]] const Event& event)
{
    return "switched off";
}

std::string
DescribeHostUp([[maybe_unused]] const Event& event)
{
    return "switched on";
}

std::string
DescribeServiceDown(const Event& event)
{
    return "service " + event.Get<event::ServiceChange>().service + " falls silent";
}

std::string
DescribeServiceUp(const Event& event)
{
    return "service " + event.Get<event::ServiceChange>().service + " can be reached again";
}

/// "zone b.net: without www A; with www A 192.0.2.1"
std::string
DescribeEdit(const Event& event)
{
    const auto& [name, removed, added] = event.Get<event::ZoneEdit>();
    auto words = "zone " + name;
    words += removed.empty() ? "" : ": without " + Join(removed, ", ");
    words += added.empty() ? "" : (removed.empty() ? ": with " : "; with ") + Join(added, ", ");
    return words;
}

/// How much a reader should mind.
enum class Weight
{
    USUAL,
    FAILURE,
};

/// What a kind of event says.
struct Wording
{
    std::string (*describe)(const Event&); ///< in words
    Weight weight{Weight::USUAL};          ///< whether it must not be overlooked
};

using enum event::EventKind;

constexpr event::EventKindTable<Wording> WORDINGS{{
    {CONNECTION_OPENED, {DescribeConnection}},
    {CONNECTION_CLOSED, {DescribeClosing}},
    {CONNECTION_FAILED, {DescribeRefusal, Weight::FAILURE}},
    {LINE_SENT, {DescribeText}},
    {LINE_RECEIVED, {DescribeText}},
    {CONTENT_SENT, {DescribeText}},
    {CONTENT_RECEIVED, {DescribeText}},
    {RULE_BROKEN, {DescribeRule, Weight::FAILURE}},
    {DNS_QUERY_SENT, {DescribeQuery}},
    {DNS_QUERY_FAILED, {DescribeFailedQuery, Weight::FAILURE}},
    {DNS_QUERY_RECEIVED, {DescribeQuery}},
    {DNS_ANSWER_SENT, {DescribeAnswer}},
    {DNS_ANSWER_RECEIVED, {DescribeAnswer}},
    {DNS_CACHE_HIT, {DescribeCacheHit}},
    {DNS_LOOKUP_FAILED, {DescribeFailedLookup, Weight::FAILURE}},
    {SUBMISSION_ACCEPTED, {DescribeSubmitter}},
    {MESSAGE_SUBMITTED, {DescribeSubmission}},
    {MESSAGE_QUEUED, {DescribeQueueing}},
    {MESSAGE_ATTEMPTED, {DescribeAttempt}},
    {MESSAGE_DEFERRED, {DescribeDeferral, Weight::FAILURE}},
    {MESSAGE_DELAYED, {DescribeDelay}},
    {MESSAGE_RELAYED, {DescribeRelaying}},
    {MESSAGE_DELIVERED, {DescribeDelivery}},
    {MESSAGE_BOUNCED, {DescribeBounce, Weight::FAILURE}},
    {MAILBOX_READ, {DescribeReading}},
    {SAY_FAILED, {DescribeFailedSaying, Weight::FAILURE}},
    {FETCH_FAILED, {DescribeFailedFetch, Weight::FAILURE}},
    {LINK_DOWN, {DescribeLinkDown, Weight::FAILURE}},
    {LINK_UP, {DescribeLinkUp}},
    {LINK_CHANGED, {DescribeLinkChange}},
    {HOST_DOWN, {DescribeHostDown, Weight::FAILURE}},
    {HOST_UP, {DescribeHostUp}},
    {SERVICE_DOWN, {DescribeServiceDown, Weight::FAILURE}},
    {SERVICE_UP, {DescribeServiceUp}},
    {ZONE_EDITED, {DescribeEdit}},
}};

} // namespace

bool
IsMilestone(const Event& event)
{
    return event::GetInfo(event.kind).subject == event::EventSubject::MESSAGE;
}

bool
IsFailure(const Event& event)
{
    return WORDINGS[event.kind].weight == Weight::FAILURE;
}

std::string
DescribeCause(const Event& event)
{
    const auto& end = event.Get<event::AttemptEnd>();
    return text::MakePrintable(After(end.reason.value_or("")) + After(end.reply.value_or("")));
}

std::string
Count(std::uint64_t number, std::string_view what)
{
    return std::to_string(number) + ' ' + std::string(what) + (number == 1 ? "" : "s");
}

std::string
Describe(const Event& event)
{
    return text::MakePrintable(WORDINGS[event.kind].describe(event));
}

} // namespace ns3::postroad::trace

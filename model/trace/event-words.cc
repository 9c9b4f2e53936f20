#include "postroad/trace/event-words.h"

#include "postroad/text/time-text.h"
#include "postroad/text/utf8.h"

#include <cstdint>

namespace ns3::postroad::trace
{

using event::Event;
using event::EventKind;

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
DescribeEnvelope(const Event& event)
{
    const auto from = event.GetText("from");
    return (from.empty() ? "<>" : std::string(from)) + " -> " + Join(event.GetTexts("to"), ", ") +
           ", " + Count(event.GetNumber("size"), "octet");
}

/// "bob@b.net at mail.b.net [192.0.2.2]"
std::string
DescribeHop(const Event& event)
{
    auto words = Join(event.GetTexts("to"), ", ");
    if (const auto hop = event.GetText("next_hop"); !hop.empty())
    {
        words += " at " + std::string(hop);
    }
    if (const auto address = event.GetText("address"); !address.empty())
    {
        words += " [" + std::string(address) + ']';
    }
    return words;
}

std::string
DescribeDeferral(const Event& event)
{
    auto words = "deferred for " + DescribeHop(event) + DescribeCause(event);
    words += event.GetNumber("in_doubt") != 0 ? "; it may have been taken all the same" : "";
    if (const auto retry = event.GetTime("retry_at"))
    {
        words += "; next attempt at " + text::FormatSeconds(*retry, 3) + " s";
    }
    return words;
}

std::string
DescribeQuestion(const Event& event)
{
    return std::string(event.GetText("name")) + ' ' + std::string(event.GetText("type"));
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

std::string
DescribeAnswer(const Event& event)
{
    if (const auto answers = event.GetTexts("answers"); !answers.empty())
    {
        return DescribeRecords(answers);
    }
    const auto referral = event.GetTexts("referral");
    return DescribeQuestion(event) + (referral.empty() ? ": " + std::string(event.GetText("status"))
                                                       : ": see " + DescribeRecords(referral));
}

/// "knows b.net MX for 212 s more", "knows x.b.net A: NXDOMAIN for 60 s more"
std::string
DescribeCacheHit(const Event& event)
{
    const bool isNegative = event.GetTexts("answers").empty();
    return "knows " + DescribeQuestion(event) +
           (isNegative ? ": " + std::string(event.GetText("status")) : "") + " for " +
           std::to_string(event.GetNumber("ttl")) + " s more";
}

/// "zone b.net: without www A; with www A 192.0.2.1"
std::string
DescribeEdit(const Event& event)
{
    auto words = "zone " + std::string(event.GetText("name"));
    const auto removed = event.GetTexts("removed");
    const auto added = event.GetTexts("added");
    words += removed.empty() ? "" : ": without " + Join(removed, ", ");
    words += added.empty() ? "" : (removed.empty() ? ": with " : "; with ") + Join(added, ", ");
    return words;
}

/// The words for what happens to a message; empty for anything else.
std::string
DescribeMilestone(const Event& event)
{
    switch (event.kind)
    {
    case EventKind::MESSAGE_SUBMITTED:
        return "submitted: " + DescribeEnvelope(event);
    case EventKind::MESSAGE_QUEUED:
        return "queued as " + event.queueId + ": " + DescribeEnvelope(event);
    case EventKind::MESSAGE_ATTEMPTED:
        return "attempt for " + DescribeHop(event);
    case EventKind::MESSAGE_DEFERRED:
        return DescribeDeferral(event);
    case EventKind::MESSAGE_DELAYED:
        return "delayed for " + Join(event.GetTexts("to"), ", ") + ": the sender is warned";
    case EventKind::MESSAGE_RELAYED:
        return "relayed for " + DescribeHop(event);
    case EventKind::MESSAGE_DELIVERED:
        return "delivered to mailbox " + std::string(event.GetText("mailbox"));
    case EventKind::MESSAGE_BOUNCED:
        return "bounced for " + DescribeHop(event) + DescribeCause(event);
    case EventKind::MAILBOX_READ:
        return "read message " + std::to_string(event.GetNumber("number")) + " of mailbox " +
               std::string(event.GetText("mailbox"));
    default:
        return {};
    }
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
DescribeOther(const Event& event)
{
    switch (event.kind)
    {
    case EventKind::CONNECTION_OPENED:
        return DescribeConnection(event);
    case EventKind::CONNECTION_CLOSED:
        return "closed" + After(event.GetText("reason"));
    case EventKind::CONNECTION_FAILED:
        return DescribeConnection(event) + " failed" + After(event.GetText("reason"));
    case EventKind::DNS_QUERY_SENT:
    case EventKind::DNS_QUERY_RECEIVED:
        return DescribeQuestion(event) + '?';
    case EventKind::DNS_ANSWER_SENT:
    case EventKind::DNS_ANSWER_RECEIVED:
        return DescribeAnswer(event);
    case EventKind::DNS_CACHE_HIT:
        return DescribeCacheHit(event);
    case EventKind::DNS_LOOKUP_FAILED:
        return "no answer to " + DescribeQuestion(event) + After(event.GetText("reason"));
    case EventKind::SUBMISSION_ACCEPTED:
        return "submission of " + std::string(event.GetText("identity"));
    case EventKind::LINK_DOWN:
        return "link " + std::string(event.GetText("link")) + " is down";
    case EventKind::LINK_UP:
        return "link " + std::string(event.GetText("link")) + " is up";
    case EventKind::HOST_DOWN:
        return "switched off";
    case EventKind::HOST_UP:
        return "switched on";
    case EventKind::ZONE_EDITED:
        return DescribeEdit(event);
    default:
        return std::string(event.GetText("text"));
    }
}

} // namespace

bool
IsMilestone(const Event& event)
{
    return event.kind >= EventKind::MESSAGE_SUBMITTED && event.kind <= EventKind::MAILBOX_READ;
}

bool
IsFailure(const Event& event)
{
    switch (event.kind)
    {
    case EventKind::CONNECTION_FAILED:
    case EventKind::DNS_LOOKUP_FAILED:
    case EventKind::MESSAGE_DEFERRED:
    case EventKind::MESSAGE_BOUNCED:
    case EventKind::LINK_DOWN:
    case EventKind::HOST_DOWN:
        return true;
    default:
        return false;
    }
}

std::string
DescribeCause(const Event& event)
{
    return text::MakePrintable(After(event.GetText("reason")) + After(event.GetText("reply")));
}

std::string
Count(std::int64_t number, std::string_view what)
{
    return std::to_string(number) + ' ' + std::string(what) + (number == 1 ? "" : "s");
}

std::string
Describe(const Event& event)
{
    return text::MakePrintable(IsMilestone(event) ? DescribeMilestone(event)
                                                  : DescribeOther(event));
}

} // namespace ns3::postroad::trace

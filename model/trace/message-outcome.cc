#include "postroad/trace/message-outcome.h"

#include "postroad/mail/domain-name.h"
#include "postroad/text/time-text.h"
#include "postroad/text/utf8.h"
#include "postroad/trace/event-words.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace ns3::postroad::trace
{

namespace
{

/// In the order of the enumeration.
constexpr std::array<std::string_view, 4> NAMES{"queued", "relayed", "delivered", "bounced"};

/// "delivered to bob@b.net at mail.b.net", with what explains it.
std::string
DescribePlace(const RecipientOutcome& recipient)
{
    const auto why = recipient.reason.empty() ? "" : ": " + recipient.reason;
    const auto tries = " after " + Count(recipient.attemptsHere, "attempt");
    const auto where = recipient.recipient + " at " + recipient.host;
    switch (recipient.outcome)
    {
    case Outcome::DELIVERED:
        return "delivered to " + recipient.mailbox + " at " + recipient.host;
    case Outcome::BOUNCED:
        return "bounced for " + where + (recipient.attemptsHere > 0 ? tries : "") + why;
    case Outcome::QUEUED:
        return "still queued for " + where + tries + why;
    case Outcome::RELAYED:
        return "relayed for " + recipient.recipient + " by " + recipient.host;
    }
    return {};
}

std::string
DescribeRecipient(const RecipientOutcome& recipient, wire::TimePoint begin)
{
    auto words = DescribePlace(recipient);
    if (recipient.outcome == Outcome::DELIVERED || recipient.outcome == Outcome::RELAYED)
    {
        words += " after " + text::FormatSpan(recipient.time - begin) + ", " +
                 Count(recipient.GetHopCount(), "hop");
    }
    return words;
}

} // namespace

std::string_view
GetName(Outcome outcome)
{
    return NAMES.at(static_cast<std::size_t>(outcome));
}

RecipientOutcome&
MessageOutcome::GetRecipient(const std::string& recipient)
{
    const auto known =
        std::find_if(recipients.begin(), recipients.end(), [&recipient](const auto& candidate) {
            return candidate.recipient == recipient;
        });
    if (known != recipients.end())
    {
        return *known;
    }
    recipients.push_back({recipient, Outcome::QUEUED, begin, {}, {}, {}, 0, 0, {}});
    return recipients.back();
}

std::string
MessageOutcome::Describe() const
{
    std::string names;
    std::string outcomes;
    for (const auto& recipient : recipients)
    {
        names += (names.empty() ? "" : ", ") + recipient.recipient;
        outcomes += (outcomes.empty() ? "" : "; ") + DescribeRecipient(recipient, begin);
    }
    const auto title = (sendId.empty() ? "" : sendId + ' ') + name;
    return text::MakePrintable(mail::ShowNames(title + ": " + (from.empty() ? "<>" : from) +
                                               " -> " + names + ": " + outcomes));
}

} // namespace ns3::postroad::trace

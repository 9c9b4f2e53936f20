#include "postroad/event/event-sink.h"
#include "postroad/scenario/evaluate.h"
#include "postroad/trace/message-outcomes.h"

#include <algorithm>

namespace ns3::postroad::scenario
{

namespace
{

/// What became of the message that `send` composed; none when no host ever saw it.
std::optional<trace::MessageOutcome>
FindOutcome(const std::string& message, const RunFacts& facts)
{
    const auto id = facts.messageIds.find(message);
    if (id == facts.messageIds.end())
    {
        return std::nullopt;
    }
    trace::MessageOutcomes outcomes;
    event::Replay(facts.events, outcomes);
    const auto& messages = outcomes.GetMessages();
    const auto found = std::find_if(messages.begin(), messages.end(), [&id](const auto& candidate) {
        return candidate.messageId == id->second;
    });
    return found == messages.end() ? std::nullopt : std::optional(*found);
}

/// Whether a recipient is one that is asked about.
bool
IsMeant(const ExpectOutcome& expected, const trace::RecipientOutcome& recipient)
{
    return !expected.to || recipient.recipient == expected.to->ToString();
}

} // namespace

Verdict
Evaluate(const ExpectOutcome& expected, const RunFacts& facts)
{
    const auto to = expected.to ? " for " + expected.to->ToString() : std::string();
    Verdict verdict;
    verdict.expected =
        expected.message + " to be " + std::string(trace::GetName(expected.outcome)) + to;
    const auto outcome = FindOutcome(expected.message, facts);
    if (!outcome)
    {
        verdict.happened = "no trace of it: it was never submitted";
        return verdict;
    }
    const auto& recipients = outcome->recipients;
    const auto meant = [&expected](const auto& recipient) { return IsMeant(expected, recipient); };
    verdict.happened = outcome->Describe();
    verdict.holds = std::any_of(recipients.begin(), recipients.end(), meant) &&
                    std::all_of(recipients.begin(), recipients.end(), [&](const auto& recipient) {
                        return !meant(recipient) || recipient.outcome == expected.outcome;
                    });
    return verdict;
}

} // namespace ns3::postroad::scenario

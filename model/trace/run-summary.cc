#include "postroad/trace/run-summary.h"

#include "postroad/mail/domain-name.h"
#include "postroad/text/time-text.h"
#include "postroad/text/utf8.h"
#include "postroad/trace/event-words.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <utility>

namespace ns3::postroad::trace
{

namespace
{

using Json = nlohmann::ordered_json;

double
ToSeconds(wire::TimePoint time)
{
    return std::chrono::duration<double>(time.time_since_epoch()).count();
}

Json
MakeRecipient(const RecipientOutcome& recipient)
{
    return {{"recipient", recipient.recipient},
            {"outcome", GetName(recipient.outcome)},
            {"time_s", ToSeconds(recipient.time)},
            {"host", recipient.host},
            {"mailbox", recipient.mailbox},
            {"reason", recipient.reason},
            {"attempts", recipient.attempts},
            {"hops", recipient.GetHopCount()},
            {"route", recipient.route}};
}

Json
MakeFailure(const event::Event& event)
{
    return {{"kind", event::GetName(event.kind)},
            {"host", event.host},
            {"time_s", ToSeconds(event.time)},
            {"what", Describe(event)}};
}

Json
MakeMessage(const MessageOutcome& message)
{
    auto recipients = Json::array();
    for (const auto& recipient : message.recipients)
    {
        recipients.push_back(MakeRecipient(recipient));
    }
    return {{"message", message.sendId},
            {"message_id", message.messageId},
            {"name", message.name},
            {"from", message.from},
            {"time_s", ToSeconds(message.begin)},
            {"recipients", recipients}};
}

} // namespace

RunSummary::RunSummary(RunIdentity identity)
    : m_identity(std::move(identity))
{
}

void
RunSummary::OnEvent(const event::Event& event)
{
    m_outcomes.OnEvent(event);
    ++m_counts[event.kind];
    m_end = std::max(m_end, event.time);
    if (event.kind == event::EventKind::FETCH_FAILED || event.kind == event::EventKind::SAY_FAILED)
    {
        m_failures.push_back(event);
    }
}

std::vector<std::string>
RunSummary::DescribeFailures() const
{
    std::vector<std::string> lines;
    for (const auto& event : m_failures)
    {
        lines.push_back(text::MakePrintable(event.host + " at " +
                                            text::FormatSpan(event.time.time_since_epoch()) + ": " +
                                            mail::ShowNames(Describe(event))));
    }
    return lines;
}

void
RunSummary::AddExpectation(RunExpectation expectation)
{
    m_expectations.push_back(std::move(expectation));
}

std::string
RunSummary::Serialize() const
{
    auto expectations = Json::array();
    for (const auto& each : m_expectations)
    {
        expectations.push_back({{"path", each.path},
                                {"holds", each.holds},
                                {"expected", each.expected},
                                {"happened", each.happened}});
    }
    auto messages = Json::array();
    for (const auto& message : m_outcomes.GetMessages())
    {
        messages.push_back(MakeMessage(message));
    }
    auto failures = Json::array();
    for (const auto& event : m_failures)
    {
        failures.push_back(MakeFailure(event));
    }
    auto counts = Json::object();
    for (const auto& [kind, count] : m_counts)
    {
        counts[std::string(event::GetName(kind))] = count;
    }
    const Json summary = {{"scenario", m_identity.scenario},
                          {"title", m_identity.title},
                          {"seed", m_identity.seed},
                          {"run", m_identity.run},
                          {"duration_s", ToSeconds(m_end)},
                          {"messages", messages},
                          {"failures", failures},
                          {"expectations", expectations},
                          {"events", counts}};
    return summary.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace ns3::postroad::trace

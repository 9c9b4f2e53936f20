/**
 * What a run comes to, as one JSON object: summary.json.
 *
 * The scenario and its random numbers, how long it ran in virtual time, what became of each
 * message, what was expected of the run, and how often each kind of event happened. Octets that are
 * no UTF-8 become U+FFFD here; events.jsonl has them as they were.
 */
#ifndef POSTROAD_TRACE_RUN_SUMMARY_H
#define POSTROAD_TRACE_RUN_SUMMARY_H

#include "postroad/event/event-sink.h"
#include "postroad/trace/message-outcomes.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace ns3::postroad::trace
{

/// What a record does not know of the run that it is from.
struct RunIdentity
{
    std::string scenario;  ///< "first-letter"
    std::string title;     ///< the scenario's title
    std::uint64_t seed{1}; ///< of the random numbers
    std::uint64_t run{1};  ///< of the random numbers
};

/// A claim of the scenario about its run.
struct RunExpectation
{
    std::string path;     ///< "expect[0]"
    bool holds{false};    ///< whether the run did as expected
    std::string expected; ///< in words
    std::string happened; ///< in words
};

/// Sums up a record.
class RunSummary final : public event::EventSink
{
  public:
    explicit RunSummary(RunIdentity identity);

    void OnEvent(const event::Event& event) override;

    /// Adds what the scenario expected, after the run.
    void AddExpectation(RunExpectation expectation);

    /// Tells, after the run, what the scenario calls its messages.
    void SetSendIds(const std::map<std::string, std::string>& messageIds)
    {
        m_outcomes.SetSendIds(messageIds);
    }

    /// What became of each message.
    const MessageOutcomes& GetOutcomes() const
    {
        return m_outcomes;
    }

    /// What people could not do, in order, in one line each: fetch mail, say lines.
    std::vector<std::string> DescribeFailures() const;

    /// How often each kind has happened; kinds that never did are not there.
    const std::map<event::EventKind, std::int64_t>& GetCounts() const
    {
        return m_counts;
    }

    /// The virtual time of the last event.
    wire::TimePoint GetEnd() const
    {
        return m_end;
    }

    /// The text of summary.json.
    std::string Serialize() const;

  private:
    RunIdentity m_identity;
    MessageOutcomes m_outcomes;
    std::map<event::EventKind, std::int64_t> m_counts;
    wire::TimePoint m_end;
    std::vector<event::Event> m_failures;
    std::vector<RunExpectation> m_expectations;
};

} // namespace ns3::postroad::trace

#endif // POSTROAD_TRACE_RUN_SUMMARY_H

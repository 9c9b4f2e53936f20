/**
 * Turns the events of a record into the rungs of a ladder, one by one.
 */
#ifndef POSTROAD_VIEW_LADDER_BUILDER_H
#define POSTROAD_VIEW_LADDER_BUILDER_H

#include "postroad/event/event-sink.h"
#include "postroad/trace/dialogue-side.h"
#include "postroad/trace/host-names.h"
#include "postroad/view/ladder.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ns3::postroad::view
{

/// Told of a record's events in order; then gives the ladder.
class LadderBuilder final : public event::EventSink
{
  public:
    /// \param hosts the names, learnt from the whole record, so that each host has one lifeline
    LadderBuilder(LadderOptions options, trace::HostNames hosts);

    void OnEvent(const event::Event& event) override;

    /// The ladder of all events so far. Called once.
    Ladder Build() &&;

  private:
    /// A host, and which in the order of the mail's way it is; none when no mail passes it.
    struct Lifeline
    {
        std::string host;
        std::optional<std::size_t> place;
    };

    void AddDialogue(const event::Event& event);
    void AddLookup(const event::Event& event);
    void AddConnection(const event::Event& event);
    void AddNote(const event::Event& event);
    void Add(Rung rung);
    bool Continues(const event::Event& event) const;
    void CountFurtherLine();
    std::size_t FindLifeline(const std::string& host);
    std::size_t FindLifelineOnRoute(const std::string& host);
    std::vector<std::size_t> OrderHosts(std::vector<std::string>& hosts) const;

    LadderOptions m_options;
    const trace::HostNames m_hosts;
    trace::DialogueSide m_side;
    std::vector<Lifeline> m_lifelines; ///< in the order in which they came
    std::size_t m_onRoute{0};          ///< how many of them have a place on the route
    std::vector<Rung> m_rungs;
    std::size_t m_omitted{0};

    Rung m_latest;               ///< the latest rung, also when it was left out
    std::int64_t m_moreLines{0}; ///< further lines of the reply that it shows
    std::shared_ptr<const event::Connection> m_latestConnection; ///< if it is a dialogue's
};

} // namespace ns3::postroad::view

#endif // POSTROAD_VIEW_LADDER_BUILDER_H

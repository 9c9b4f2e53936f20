/**
 * A ladder: hosts side by side, time downwards, and who says what to whom between them.
 *
 * The model behind the picture (ladder-svg.h) and its text twin (ladder-text.h). A command or a
 * reply is one rung, so is a reply of several lines, and so is a whole message; segments of TCP are
 * not shown. Each dialogue is told once (trace/dialogue-side.h), at the times of the end that
 * tells it.
 */
#ifndef POSTROAD_VIEW_LADDER_H
#define POSTROAD_VIEW_LADDER_H

#include "postroad/event/event.h"
#include "postroad/wire/time-point.h"

#include <chrono>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace ns3::postroad::view
{

/// What a rung is.
enum class RungKind
{
    CONNECTION, ///< a connection between two hosts opens
    LINE,       ///< a command, a reply, a question or an answer
    CONTENT,    ///< a whole message
    NOTE,       ///< something happens on one host
    GAP,        ///< nothing happens for a while
};

/// One row of a ladder.
struct Rung
{
    RungKind kind{RungKind::NOTE}; ///< what it is
    wire::TimePoint time;          ///< when it happened
    std::size_t from{0};           ///< index of the host that speaks, or of the only host
    std::size_t to{0};             ///< index of the host that is spoken to
    std::string protocol;          ///< "SMTP"; empty on a note and a gap
    std::string text;              ///< printable, on one line
    bool isReply{false};           ///< said by the server
    bool isFailure{false};         ///< must not be overlooked

    bool operator==(const Rung&) const = default;
};

/// What to draw.
struct LadderOptions
{
    std::string title{"Ladder"};                 ///< what stands above it
    std::size_t maxRungs{250};                   ///< more are counted, not drawn
    wire::Duration gap{std::chrono::seconds(1)}; ///< a pause of this length is a rung
};

/// Hosts and rungs, in the order in which they are drawn.
struct Ladder
{
    std::string title;              ///< printable
    std::vector<std::string> hosts; ///< in the order of the route; those who only answer DNS last
    std::vector<Rung> rungs;        ///< in the order of time
    std::size_t omitted{0};         ///< rungs left out at the end

    bool operator==(const Ladder&) const = default;
};

/// The ladder of a record, or of a part of one.
Ladder MakeLadder(std::span<const event::Event> events, const LadderOptions& options = {});

} // namespace ns3::postroad::view

#endif // POSTROAD_VIEW_LADDER_H

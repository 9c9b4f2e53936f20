/**
 * One run of each side of the benchmark, timed or tapped.
 *
 * Timed is the simulation alone, from its first event to its last: the network and whatever is on
 * it are built before, and taken down after. Each run has a simulator of its own.
 */
#ifndef POSTROAD_BENCHMARKS_SAMPLE_H
#define POSTROAD_BENCHMARKS_SAMPLE_H

#include "wire-tap.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ns3::postroad::bench
{

/// What one run took.
struct Sample
{
    double wallSeconds{0};   ///< by the clock on the wall
    double cpuSeconds{0};    ///< of this process
    std::uint64_t events{0}; ///< of the simulator
};

/// What a tap has seen of one run.
struct Tapped
{
    std::vector<Exchange> exchanges;
    Traffic traffic;
};

/// Whether the event record of the mail side is written.
enum class Recording
{
    OFF, ///< nobody listens to the agents
    ON,  ///< each event becomes a line of events.jsonl, which goes to /dev/null
};

/// Delivers messages. \throws std::runtime_error when one is not delivered
Sample MeasureMail(std::size_t messages, Recording recording);

/// Delivers messages, and watches the wire.
Tapped TapMail(std::size_t messages);

/// Plays a script. \throws std::runtime_error when it is not played to its end
Sample MeasureRaw(const std::vector<Exchange>& script);

/// Plays a script, and watches the wire.
Tapped TapRaw(const std::vector<Exchange>& script);

} // namespace ns3::postroad::bench

#endif // POSTROAD_BENCHMARKS_SAMPLE_H

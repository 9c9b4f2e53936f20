/**
 * What the command line of `dig` asks for, as plain values.
 */
#ifndef POSTROAD_SCENARIO_DIG_REQUEST_H
#define POSTROAD_SCENARIO_DIG_REQUEST_H

#include "postroad/dns/dig/dns-dig-query.h"

#include <string>
#include <vector>

namespace ns3::postroad::scenario
{

/// One question, and whom to ask.
struct DigLookup
{
    std::vector<std::string> servers; ///< hosts and addresses; empty: the host's resolvers
    dns::DigQuery query;              ///< its servers are found when the network stands
};

/// All questions of a command line.
struct DigRequest
{
    /// The latest moment of asking; the last answer still has time to come in a run.
    static constexpr wire::Duration TIME_LIMIT = std::chrono::hours(24 * 366 * 50);

    std::string host;                  ///< who asks
    std::vector<DigLookup> lookups;    ///< what, one after the other
    wire::Duration time{};             ///< when, from the beginning of the run
    std::vector<wire::Duration> again; ///< from each last answer to the first question once more
    std::string words;                 ///< the questions as they were written
};

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_DIG_REQUEST_H

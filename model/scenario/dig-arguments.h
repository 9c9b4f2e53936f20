/**
 * The command line of `dig`, read as the tool dig reads its own: a name and a type, "@" before a
 * server, "+" before an option, in any order.
 */
#ifndef POSTROAD_SCENARIO_DIG_ARGUMENTS_H
#define POSTROAD_SCENARIO_DIG_ARGUMENTS_H

#include "postroad/dns/dig/dns-dig-query.h"
#include "postroad/spec/value/spec.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ns3::postroad::scenario
{

/// The command line as it was written.
struct DigArguments
{
    std::string host;                 ///< --at: who asks
    std::vector<std::string> words{}; ///< "gmail.com", "MX", "@ns.a.net", "+trace"
    std::string reverse{};            ///< -x: an address whose name is asked for; empty for none
    std::string time{};               ///< --time: when; empty for the beginning
    std::vector<std::string> again{}; ///< --again: how long to wait before asking once more
};

/// What it asks for.
struct DigRequest
{
    /// The smallest datagram that everybody takes, in octets (RFC 6891 section 6.2.3).
    static constexpr std::uint16_t UDP_SIZE_MIN = 512;

    /// The latest moment of asking; the last answer still has time to come in a run.
    static constexpr wire::Duration TIME_LIMIT = std::chrono::hours(24 * 366 * 50);

    std::string host;                  ///< who asks
    std::string server;                ///< a host or an address; empty: the host's resolvers
    dns::DigQuery query;               ///< what; its servers are found when the network stands
    wire::Duration time{};             ///< when, from the beginning of the run
    std::vector<wire::Duration> again; ///< from each answer to the next question
    std::string words;                 ///< the question as it was written
};

/**
 * Reads the command line.
 * \param spec the scenario, for the hosts that it has
 * \param arguments the command line
 * \throws ConfigError with all that is wrong
 */
DigRequest ReadDigArguments(const Spec& spec, const DigArguments& arguments);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_DIG_ARGUMENTS_H

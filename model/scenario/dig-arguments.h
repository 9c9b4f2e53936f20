/**
 * The command line of `dig`: the words that the tool dig would take, and what a simulation adds to
 * them: who asks, and when.
 */
#ifndef POSTROAD_SCENARIO_DIG_ARGUMENTS_H
#define POSTROAD_SCENARIO_DIG_ARGUMENTS_H

#include "postroad/scenario/dig-request.h"
#include "postroad/spec/value/spec.h"

#include <string>
#include <vector>

namespace ns3::postroad::scenario
{

/// The command line as it was written.
struct DigArguments
{
    std::string host;                 ///< --at: who asks
    std::vector<std::string> words{}; ///< "gmail.com", "MX", "@ns.a.net", "+trace", "-x", ...
    std::string time{};               ///< --time: when; empty for the beginning
    std::vector<std::string> again{}; ///< --again: how long to wait before asking once more
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

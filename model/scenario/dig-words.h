/**
 * The words of a `dig` command, read as the tool dig reads its own: names, types and classes, "@"
 * before a server, "+" and "-" before an option.
 *
 * What stands in front of the first name holds for all questions, what follows a name for that one
 * alone; but for +cmd, +short and +time, which hold for all wherever they stand.
 *
 * Unlike dig, which warns and goes on, this refuses a type or class that there is not and a second
 * one for the same question. And a name of one label is only taken as a second question when it
 * ends with a dot or follows -q: it is more often a mistyped type.
 */
#ifndef POSTROAD_SCENARIO_DIG_WORDS_H
#define POSTROAD_SCENARIO_DIG_WORDS_H

#include "postroad/scenario/dig-request.h"
#include "postroad/spec/value/config-error.h"
#include "postroad/spec/value/spec.h"

#include <string>
#include <vector>

namespace ns3::postroad::scenario
{

/**
 * Reads the words.
 * \param spec the scenario, for the hosts that it has
 * \param words "gmail.com", "MX", "@ns.a.net", "+trace"; none ask for the servers of the root
 * \param faults told all that is wrong with them
 * \return at least one question; what it is matters only where nothing is wrong
 */
std::vector<DigLookup>
ReadDigWords(const Spec& spec, const std::vector<std::string>& words, FaultList& faults);

/// The host of the scenario whose name comes nearest, or empty.
std::string FindNearestHost(const Spec& spec, const std::string& name);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_DIG_WORDS_H

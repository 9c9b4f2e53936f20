/**
 * The name that somebody probably meant, and the names that there are.
 */
#ifndef POSTROAD_SPEC_VALUE_NEAREST_NAME_H
#define POSTROAD_SPEC_VALUE_NEAREST_NAME_H

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::scenario
{

/**
 * How many single-letter mistakes lie between two names: letters missing, added, replaced, or
 * swapped with their neighbour (optimal string alignment). The case of ASCII letters is none.
 */
std::size_t GetEditDistance(std::string_view a, std::string_view b);

/// The candidate with the fewest mistakes, at most one in three letters; empty when there is none.
std::string FindNearestName(std::string_view name, const std::vector<std::string>& candidates);

/// The names as a sentence lists them: "a, b or c".
std::string ListNames(const std::vector<std::string>& names);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_VALUE_NEAREST_NAME_H

#include "postroad/scenario/expectation.h"

#include <array>

namespace ns3::postroad::scenario
{

namespace
{

using enum Outcome;

constexpr std::array OUTCOMES{DELIVERED, BOUNCED, QUEUED, UNSENT};

// In the order of the enumeration.
constexpr std::array<std::string_view, OUTCOMES.size()> NAMES{"delivered",
                                                              "bounced",
                                                              "queued",
                                                              "unsent"};

} // namespace

std::string_view
GetName(Outcome outcome)
{
    return NAMES.at(static_cast<std::size_t>(outcome));
}

std::span<const Outcome>
GetOutcomes()
{
    return OUTCOMES;
}

} // namespace ns3::postroad::scenario

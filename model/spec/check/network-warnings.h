/**
 * What is seldom meant about the network and the name service of a scenario: paths that no packet
 * survives, and resolvers that are told whom to ask although they ask the name servers themselves.
 */
#ifndef POSTROAD_SPEC_CHECK_NETWORK_WARNINGS_H
#define POSTROAD_SPEC_CHECK_NETWORK_WARNINGS_H

#include "postroad/spec/check/scenario-warnings.h"

#include <cstdint>

namespace ns3::postroad::scenario
{

/// The links of the longest path that a packet survives: it starts with a time to live of 64, and
/// each router on the way takes one away and discards it at 0 (RFC 1122 section 3.2.1.7, RFC 1812
/// section 5.3.1).
inline constexpr std::uint32_t LONGEST_PATH = 64;

/// The warnings about the links and the resolvers of a checked specification.
std::vector<ConfigWarning> FindNetworkWarnings(const Spec& spec);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_CHECK_NETWORK_WARNINGS_H

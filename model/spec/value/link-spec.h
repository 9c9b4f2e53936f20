/**
 * A point-to-point link between two hosts as a scenario declares it.
 */
#ifndef POSTROAD_SPEC_VALUE_LINK_SPEC_H
#define POSTROAD_SPEC_VALUE_LINK_SPEC_H

#include "postroad/mail/domain-name.h"
#include "postroad/wire/time-point.h"

#include <array>
#include <cstdint>
#include <string>

namespace ns3::postroad::scenario
{

/// One link.
struct LinkSpec
{
    std::string name;                                   ///< by default its ends: "a.net--b.net"
    std::array<mail::DomainName, 2> ends;               ///< the hosts that it joins
    std::uint64_t bitsPerSecond{100'000'000};           ///< the rate in each direction
    wire::Duration delay{std::chrono::milliseconds(1)}; ///< from one end to the other
    double loss{0};                                     ///< the share of packets lost, 0 to 1
    std::uint32_t queuePackets{100};                    ///< waiting to be sent, at each end

    bool operator==(const LinkSpec&) const = default;
};

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_VALUE_LINK_SPEC_H

/**
 * A network that clients connect from, in the notation of RFC 4632 section 3.1: "192.0.2.0/24",
 * "2001:db8::/32", or one address alone.
 *
 * It tells who a client is as long as nobody has to prove it.
 */
#ifndef POSTROAD_POLICY_CLIENT_NETWORK_H
#define POSTROAD_POLICY_CLIENT_NETWORK_H

#include "postroad/wire/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::policy
{

/// Addresses that begin with the same bits.
struct ClientNetwork
{
    std::vector<std::uint8_t> prefix; ///< the whole address: 4 octets, or 16 of IPv6
    unsigned length{0};               ///< how many of its bits count

    /// Whether an address, in text form, lies in it; false for what is no address.
    bool Contains(std::string_view address) const;

    bool operator==(const ClientNetwork&) const = default;
};

/// network = address [ "/" 1*3DIGIT ]; no bit behind the length may be set.
wire::Result<ClientNetwork> ParseClientNetwork(std::string_view text);

/// Whether an address lies in one of several networks.
bool IsInAny(const std::vector<ClientNetwork>& networks, std::string_view address);

} // namespace ns3::postroad::policy

#endif // POSTROAD_POLICY_CLIENT_NETWORK_H

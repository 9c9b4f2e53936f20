#include "postroad/policy/client-network.h"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>
#include <cstdint>
#include <optional>

namespace ns3::postroad::policy
{

namespace
{

using Octets = std::vector<std::uint8_t>;

constexpr std::size_t IPV4_OCTETS = 4;
constexpr std::size_t IPV6_OCTETS = 16;
constexpr unsigned BITS = 8; ///< of an octet

std::optional<Octets>
ReadAddress(std::string_view text)
{
    const std::string address(text);
    for (const auto& [family, size] : {std::pair(AF_INET, IPV4_OCTETS), {AF_INET6, IPV6_OCTETS}})
    {
        Octets octets(size);
        if (inet_pton(family, address.c_str(), octets.data()) == 1)
        {
            return octets;
        }
    }
    return std::nullopt;
}

/// The first bits of an address, the others cleared.
Octets
TakeBits(Octets octets, unsigned length)
{
    for (std::size_t i = 0; i < octets.size(); ++i)
    {
        const auto before = static_cast<unsigned>(i) * BITS;
        const auto kept = length <= before ? 0 : std::min(BITS, length - before);
        octets[i] &= static_cast<std::uint8_t>(0xff00U >> kept);
    }
    return octets;
}

std::optional<unsigned>
ReadLength(std::string_view text)
{
    unsigned length = 0;
    const auto* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, length);
    return error == std::errc() && rest == end ? std::optional(length) : std::nullopt;
}

wire::Error
Fault(std::size_t offset, const char* reason)
{
    return {wire::ErrorKind::SYNTAX, offset, reason};
}

} // namespace

bool
ClientNetwork::Contains(std::string_view address) const
{
    const auto octets = ReadAddress(address);
    return octets && octets->size() == prefix.size() && TakeBits(*octets, length) == prefix;
}

wire::Result<ClientNetwork>
ParseClientNetwork(std::string_view text)
{
    const auto slash = text.find('/');
    auto octets = ReadAddress(text.substr(0, slash));
    if (!octets)
    {
        return Fault(0, "an address or a network such as 192.0.2.0/24");
    }
    const auto bits = static_cast<unsigned>(octets->size()) * BITS;
    const auto length =
        slash == std::string_view::npos ? std::optional(bits) : ReadLength(text.substr(slash + 1));
    if (!length || *length > bits)
    {
        return Fault(slash + 1, "a length of the network such as /24");
    }
    if (TakeBits(*octets, *length) != *octets)
    {
        return Fault(0, "a network without bits behind its length, such as 192.0.2.0/24");
    }
    return ClientNetwork{std::move(*octets), *length};
}

bool
IsInAny(const std::vector<ClientNetwork>& networks, std::string_view address)
{
    return std::any_of(networks.begin(), networks.end(), [address](const auto& network) {
        return network.Contains(address);
    });
}

} // namespace ns3::postroad::policy

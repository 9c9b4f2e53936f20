#include "postroad/net/socket-address.h"

#include "ns3/inet-socket-address.h"
#include "ns3/inet6-socket-address.h"
#include "ns3/ipv4.h"
#include "ns3/ipv6.h"

#include <arpa/inet.h>
#include <array>
#include <cstdint>

namespace ns3::postroad
{

namespace
{

/// By hand, for this is done for each connection and each datagram, and inet_ntop() prints by a
/// format.
std::string
ToText(const Ipv4Address& address)
{
    std::array<std::uint8_t, sizeof(in_addr)> octets{};
    address.Serialize(octets.data());
    std::string text;
    for (const auto octet : octets)
    {
        text += text.empty() ? "" : ".";
        text += std::to_string(octet);
    }
    return text;
}

std::string
ToText(const Ipv6Address& address)
{
    std::array<std::uint8_t, sizeof(in6_addr)> octets{};
    address.GetBytes(octets.data());
    std::array<char, INET6_ADDRSTRLEN> text{};
    return inet_ntop(AF_INET6, octets.data(), text.data(), text.size());
}

/// True when inet_pton() reads the text; ns-3 itself ends the process on a text that it cannot
/// read.
bool
IsAddress(int family, const std::string& text)
{
    std::array<unsigned char, sizeof(in6_addr)> octets{};
    return inet_pton(family, text.c_str(), octets.data()) == 1;
}

} // namespace

wire::Endpoint
ToEndpoint(const Address& address)
{
    if (InetSocketAddress::IsMatchingType(address))
    {
        const auto inet = InetSocketAddress::ConvertFrom(address);
        return {ToText(inet.GetIpv4()), inet.GetPort()};
    }
    if (Inet6SocketAddress::IsMatchingType(address))
    {
        const auto inet = Inet6SocketAddress::ConvertFrom(address);
        return {ToText(inet.GetIpv6()), inet.GetPort()};
    }
    return {};
}

std::optional<Address>
ToAddress(const wire::Endpoint& endpoint)
{
    if (IsAddress(AF_INET, endpoint.address))
    {
        return InetSocketAddress(Ipv4Address(endpoint.address.c_str()), endpoint.port);
    }
    if (IsAddress(AF_INET6, endpoint.address))
    {
        return Inet6SocketAddress(Ipv6Address(endpoint.address.c_str()), endpoint.port);
    }
    return std::nullopt;
}

Address
GetAnyAddress(const Node& node, std::uint16_t port)
{
    if (node.GetObject<Ipv4>())
    {
        return InetSocketAddress(Ipv4Address::GetAny(), port);
    }
    return Inet6SocketAddress(Ipv6Address::GetAny(), port);
}

std::set<std::string>
GetOwnAddresses(const Node& node)
{
    std::set<std::string> addresses;
    if (const auto ip = node.GetObject<Ipv4>())
    {
        for (std::uint32_t i = 0; i < ip->GetNInterfaces(); ++i)
        {
            for (std::uint32_t j = 0; j < ip->GetNAddresses(i); ++j)
            {
                addresses.insert(ToText(ip->GetAddress(i, j).GetLocal()));
            }
        }
    }
    if (const auto ip = node.GetObject<Ipv6>())
    {
        for (std::uint32_t i = 0; i < ip->GetNInterfaces(); ++i)
        {
            for (std::uint32_t j = 0; j < ip->GetNAddresses(i); ++j)
            {
                addresses.insert(ToText(ip->GetAddress(i, j).GetAddress()));
            }
        }
    }
    return addresses;
}

bool
IsAddress(const std::string& text)
{
    return ToAddress({text, 0}).has_value();
}

wire::Endpoint
GetLocalEndpoint(const Socket& socket)
{
    Address address;
    return socket.GetSockName(address) == 0 ? ToEndpoint(address) : wire::Endpoint();
}

wire::Endpoint
GetRemoteEndpoint(const Socket& socket)
{
    Address address;
    return socket.GetPeerName(address) == 0 ? ToEndpoint(address) : wire::Endpoint();
}

} // namespace ns3::postroad

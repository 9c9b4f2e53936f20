/**
 * ns-3's socket addresses as text and port, and back, for IPv4 and IPv6.
 *
 * The record and the engines know addresses as text; only here is it asked of which family one is.
 */
#ifndef POSTROAD_NET_SOCKET_ADDRESS_H
#define POSTROAD_NET_SOCKET_ADDRESS_H

#include "postroad/wire/endpoint.h"

#include "ns3/address.h"
#include "ns3/node.h"
#include "ns3/socket.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace ns3::postroad
{

/// The address and port in text form; both empty for an address of no IP family.
wire::Endpoint ToEndpoint(const Address& address);

/// The socket address for an IPv4 or IPv6 address in text form; none when it is neither.
std::optional<Address> ToAddress(const wire::Endpoint& endpoint);

/// Any address of the host, of the family that its stack has, for a socket that listens.
/// \param node the host, \param port the port; 0 lets the host choose
Address GetAnyAddress(const Node& node, std::uint16_t port);

/// The addresses of the host itself, in text form.
std::set<std::string> GetOwnAddresses(const Node& node);

/// True for an IPv4 or IPv6 address in text form.
bool IsAddress(const std::string& text);

/// The socket's own end.
wire::Endpoint GetLocalEndpoint(const Socket& socket);

/// The end that the socket is connected to; empty when it is not.
wire::Endpoint GetRemoteEndpoint(const Socket& socket);

} // namespace ns3::postroad

#endif // POSTROAD_NET_SOCKET_ADDRESS_H

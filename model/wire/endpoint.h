/**
 * One end of a connection or of a datagram's way: an address and a port.
 */
#ifndef POSTROAD_WIRE_ENDPOINT_H
#define POSTROAD_WIRE_ENDPOINT_H

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ns3::postroad::wire
{

/// One end of a connection.
struct Endpoint
{
    std::string address;   ///< in text form: "192.0.2.1"; empty where no way led out of the host
    std::uint16_t port{0}; ///< the port number

    bool operator==(const Endpoint&) const = default;
};

/// "192.0.2.1:25", or "[2001:db8::1]:25"; ":0" for an end without address and port
std::string Serialize(const Endpoint& endpoint);

/// Appends what Serialize() gives.
void AppendText(std::string& out, const Endpoint& endpoint);

/// Reads what Serialize() wrote.
std::optional<Endpoint> ParseEndpoint(std::string_view text);

} // namespace ns3::postroad::wire

#endif // POSTROAD_WIRE_ENDPOINT_H

/**
 * The ports at which servers listen unless they are told otherwise: those that IANA has registered
 * for their protocols (RFC 6335).
 */
#ifndef POSTROAD_WIRE_WELL_KNOWN_PORTS_H
#define POSTROAD_WIRE_WELL_KNOWN_PORTS_H

#include <cstdint>

namespace ns3::postroad::wire
{

/// SMTP between transfer agents (RFC 5321 section 4.5.4.2).
inline constexpr std::uint16_t SMTP_PORT = 25;

/// The DNS, over UDP and TCP (RFC 1035 section 4.2).
inline constexpr std::uint16_t DNS_PORT = 53;

/// POP3 (RFC 1939 section 3).
inline constexpr std::uint16_t POP3_PORT = 110;

/// SMTP from user agents to their submission agent (RFC 6409 section 3.1).
inline constexpr std::uint16_t SUBMISSION_PORT = 587;

} // namespace ns3::postroad::wire

#endif // POSTROAD_WIRE_WELL_KNOWN_PORTS_H

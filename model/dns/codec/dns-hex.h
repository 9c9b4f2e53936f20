/**
 * Octets as hexadecimal digits, as master files have them (RFC 3597 section 5, RFC 4034 section
 * 5.3): two for each octet, read in either case and written in upper case.
 */
#ifndef POSTROAD_DNS_CODEC_DNS_HEX_H
#define POSTROAD_DNS_CODEC_DNS_HEX_H

#include <string>
#include <string_view>

namespace ns3::postroad::dns
{

/// "0A0B".
std::string ToHex(std::string_view octets);

/// Adds the octets that a run of digits tells; false when it is none.
bool AppendHex(std::string_view digits, std::string& octets);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_CODEC_DNS_HEX_H

/**
 * The escapes of master files: "\X" for a character that means something there, "\DDD" for an octet
 * in decimal (RFC 1035 section 5.1).
 */
#ifndef POSTROAD_DNS_CODEC_DNS_ESCAPE_H
#define POSTROAD_DNS_CODEC_DNS_ESCAPE_H

#include <cstddef>
#include <string>
#include <string_view>

namespace ns3::postroad::dns
{

/// Adds the octet that the escape at `offset`, a backslash, stands for, and moves behind it; false
/// when it is none.
bool ReadEscape(std::string_view text, std::size_t& offset, std::string& octets);

/// The octets as text: the `special` characters behind a backslash, and by number what is neither
/// visible nor one of the `plain` characters.
std::string Escape(std::string_view octets, std::string_view special, std::string_view plain = "");

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_CODEC_DNS_ESCAPE_H

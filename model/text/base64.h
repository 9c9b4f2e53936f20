/**
 * Base 64 (RFC 4648 section 4): octets as letters, digits, '+' and '/', padded with '='.
 *
 * Left out: line ends and blanks in between, which are the matter of whoever allows them, and the
 * other alphabets.
 */
#ifndef POSTROAD_TEXT_BASE64_H
#define POSTROAD_TEXT_BASE64_H

#include <optional>
#include <string>
#include <string_view>

namespace ns3::postroad::text
{

/// The octets in base 64, on one line, padded.
std::string EncodeBase64(std::string_view octets);

/// The octets that the text stands for; none if it is no base 64: with another character, without
/// its padding, or with bits set behind the last octet (RFC 4648 section 3.5).
std::optional<std::string> DecodeBase64(std::string_view text);

} // namespace ns3::postroad::text

#endif // POSTROAD_TEXT_BASE64_H

/**
 * Octets as a JSON string (RFC 8259 section 7), and back without loss.
 *
 * Mail is octets, JSON is Unicode. What is well-formed UTF-8 is written as it is. Every octet that
 * is not part of well-formed UTF-8 is written as one character U+EF80 to U+EFFF, the octet added to
 * U+EF00; these belong to Unicode's private use area, so the file stays valid for every reader of
 * JSON. Characters of that range that a message really held are written octet by octet in the
 * same way, which makes the way back exact.
 */
#ifndef POSTROAD_TEXT_JSON_TEXT_H
#define POSTROAD_TEXT_JSON_TEXT_H

#include <string>
#include <string_view>

namespace ns3::postroad::text
{

/// Appends the octets as a JSON string, quotation marks included.
void AppendJsonText(std::string& out, std::string_view octets);

/**
 * The octets that a text stood for.
 * \param text the value of a JSON string in UTF-8, as a JSON parser gives it
 */
std::string DecodeJsonText(std::string_view text);

} // namespace ns3::postroad::text

#endif // POSTROAD_TEXT_JSON_TEXT_H

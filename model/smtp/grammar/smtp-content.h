/**
 * A message's content on its way out: what it holds, and its form on the wire.
 *
 * RFC 5321 section 4.5.2 (transparency), section 2.3.8 (CR and LF only together) and RFC 6152
 * (octets above 127). The way in is smtp-content-receiver.h.
 */
#ifndef POSTROAD_SMTP_GRAMMAR_SMTP_CONTENT_H
#define POSTROAD_SMTP_GRAMMAR_SMTP_CONTENT_H

#include <cstddef>
#include <string>
#include <string_view>

namespace ns3::postroad::smtp
{

/// RFC 5321 section 4.5.3.1.6: a text line, CRLF included, a dot added for transparency not.
constexpr std::size_t TEXT_LINE_LIMIT = 1000;

/// True when each CR is followed by LF and each LF follows a CR.
bool HasOnlyCrLf(std::string_view content);

/// True when a line is longer than TEXT_LINE_LIMIT.
bool HasLongLine(std::string_view content);

/// True when an octet above 127 is in it, which asks for 8BITMIME.
bool IsEightBit(std::string_view content);

/// The content as it follows the reply 354: a dot added to each line that begins with one, CRLF at
/// its end, and the line with the single dot that ends it.
std::string SerializeContent(std::string content);

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_GRAMMAR_SMTP_CONTENT_H

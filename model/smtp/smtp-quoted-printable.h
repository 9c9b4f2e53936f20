/**
 * How a message of 8 bits is made one of 7 bits for a server that does not offer 8BITMIME (RFC 6152
 * section 3), where that is simple and right: text in one part, encoded again as quoted-printable
 * (RFC 2045 section 6.7). Messages of several parts are left as they are.
 */
#ifndef POSTROAD_SMTP_SMTP_QUOTED_PRINTABLE_H
#define POSTROAD_SMTP_SMTP_QUOTED_PRINTABLE_H

#include <optional>
#include <string>
#include <string_view>

namespace ns3::postroad::smtp
{

/// RFC 2045 section 6.7, rule 5: an encoded line, without its CRLF.
constexpr std::size_t ENCODED_LINE_LIMIT = 76;

/// Lines of text, ended by CRLF, as quoted-printable.
std::string EncodeQuotedPrintable(std::string_view text);

/**
 * The message with its body as quoted-printable; nothing unless its header is in US-ASCII and says
 * that the body is text with the transfer encoding 8bit.
 */
std::optional<std::string> EncodeAsSevenBit(std::string_view content);

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_SMTP_QUOTED_PRINTABLE_H

/**
 * How a message of 8 bits is made one of 7 bits for a server that does not offer 8BITMIME (RFC 6152
 * section 3), where that is simple and right: text in one part, encoded again as quoted-printable.
 * Messages of several parts are left as they are.
 */
#ifndef POSTROAD_SMTP_CLIENT_SMTP_SEVEN_BIT_H
#define POSTROAD_SMTP_CLIENT_SMTP_SEVEN_BIT_H

#include <optional>
#include <string>
#include <string_view>

namespace ns3::postroad::smtp
{

/**
 * The message with its body as quoted-printable; nothing unless its header is in US-ASCII and says
 * that the body is text with the transfer encoding 8bit.
 */
std::optional<std::string> EncodeAsSevenBit(std::string_view content);

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_CLIENT_SMTP_SEVEN_BIT_H

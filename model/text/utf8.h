/**
 * Which octets are well-formed UTF-8 (RFC 3629), and how to show those that are not.
 *
 * Mail is octets: what a peer sends need not be text of any kind, and may hold what would move the
 * cursor of a terminal.
 */
#ifndef POSTROAD_TEXT_UTF8_H
#define POSTROAD_TEXT_UTF8_H

#include <string>
#include <string_view>

namespace ns3::postroad::text
{

/// The length of the well-formed character that `text` begins with, 1 to 4 octets; 0 for none.
std::size_t MatchCharacter(std::string_view text);

/// The number of characters; each octet that is part of none counts as one.
std::size_t CountCharacters(std::string_view text);

/// The text on one line, fit for a terminal or a picture: a tab becomes four spaces; other
/// controls, line endings and octets that are no UTF-8 become "\x1b".
std::string MakePrintable(std::string_view text);

/// The text with at most `limit` characters; what is longer ends in "...". `limit` is at least 3.
std::string Shorten(std::string_view text, std::size_t limit);

} // namespace ns3::postroad::text

#endif // POSTROAD_TEXT_UTF8_H

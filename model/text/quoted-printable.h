/**
 * Quoted-printable (RFC 2045 section 6.7): octets as lines of US-ASCII that a person can still
 * read.
 *
 * Text, ended by CRLF; taking it apart is left to a MIME library.
 */
#ifndef POSTROAD_TEXT_QUOTED_PRINTABLE_H
#define POSTROAD_TEXT_QUOTED_PRINTABLE_H

#include <cstddef>
#include <string>
#include <string_view>

namespace ns3::postroad::text
{

/// RFC 2045 section 6.7, rule 5: an encoded line, without its CRLF.
constexpr std::size_t ENCODED_LINE_LIMIT = 76;

/// Lines of text, ended by CRLF, as quoted-printable.
std::string EncodeQuotedPrintable(std::string_view text);

} // namespace ns3::postroad::text

#endif // POSTROAD_TEXT_QUOTED_PRINTABLE_H

/**
 * Text outside ASCII in a header field, written as encoded-words (RFC 2047): UTF-8 in the "Q"
 * encoding. Reading them back is left to a MIME library.
 */
#ifndef POSTROAD_TEXT_ENCODED_WORD_H
#define POSTROAD_TEXT_ENCODED_WORD_H

#include <string>
#include <string_view>

namespace ns3::postroad::text
{

/// The longest encoded-word (RFC 2047 section 2), in octets.
inline constexpr std::size_t ENCODED_WORD_LIMIT = 75;

/// UTF-8 text as encoded-words with blanks between them; each is whole and within the limit.
std::string EncodeWords(std::string_view text);

} // namespace ns3::postroad::text

#endif // POSTROAD_TEXT_ENCODED_WORD_H

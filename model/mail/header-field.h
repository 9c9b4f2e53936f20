/**
 * One field of a message's header: name, ":", body (RFC 5322 section 2.2).
 *
 * The body is kept as it stood on the wire, its first blank and its folds included, so that a field
 * which is only passed on keeps every octet.
 */
#ifndef POSTROAD_MAIL_HEADER_FIELD_H
#define POSTROAD_MAIL_HEADER_FIELD_H

#include <string>
#include <string_view>

namespace ns3::postroad::mail
{

/// The length that a header line should keep, and the one it must keep (RFC 5322 section 2.1.1),
/// without its CRLF.
inline constexpr std::size_t FOLDED_LINE_LENGTH = 78;
inline constexpr std::size_t LINE_LENGTH_LIMIT = 998;

/// A name and a body.
struct HeaderField
{
    std::string name; ///< "Subject"
    std::string body; ///< everything from behind the colon up to the last CRLF, without it

    /// The body on one line and without the blanks around it: what the field says.
    std::string GetValue() const;

    /// Name, colon, body and CRLF.
    std::string Serialize() const;

    bool operator==(const HeaderField&) const = default;
};

/// The text with each CRLF that stands before a blank taken out (RFC 5322 section 2.2.3).
std::string Unfold(std::string_view body);

/**
 * A field made of a name and a value on one line, folded before blanks so that no line is longer
 * than FOLDED_LINE_LENGTH, as far as the value has blanks.
 */
HeaderField MakeFoldedField(std::string_view name, std::string_view value);

} // namespace ns3::postroad::mail

#endif // POSTROAD_MAIL_HEADER_FIELD_H

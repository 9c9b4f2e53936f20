/**
 * The smallest pieces of a structured header field: atoms and quoted strings (RFC 5322 section
 * 3.2.3 and 3.2.4), as values. Octets above 127 count as atom text (RFC 6532 section 3.2).
 */
#ifndef POSTROAD_MAIL_ATOM_H
#define POSTROAD_MAIL_ATOM_H

#include <string>
#include <string_view>

namespace ns3::postroad::mail
{

/// atext: a character that needs no quotes.
bool IsAtomText(char c);

/// True when the text is one or more atext.
bool IsAtom(std::string_view text);

/// dot-atom-text = 1*atext *("." 1*atext)
bool IsDotAtom(std::string_view text);

/// The text between double quotes, with a backslash before each quote and backslash in it.
std::string Quote(std::string_view text);

} // namespace ns3::postroad::mail

#endif // POSTROAD_MAIL_ATOM_H

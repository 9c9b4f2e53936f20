/**
 * xtext (RFC 3461 section 4): how ENVID and ORCPT carry any US-ASCII text in a command line.
 */
#ifndef POSTROAD_SMTP_GRAMMAR_SMTP_XTEXT_H
#define POSTROAD_SMTP_GRAMMAR_SMTP_XTEXT_H

#include <optional>
#include <string>
#include <string_view>

namespace ns3::postroad::smtp
{

/// The text with "+", "=", blanks and all that is not visible US-ASCII written as "+2B".
std::string SerializeXtext(std::string_view text);

/// The text that stands in an xtext; nothing when it is none. An encoded octet that is neither
/// visible US-ASCII nor a space is refused: it could end a line wherever the text is put.
std::optional<std::string> ParseXtext(std::string_view text);

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_GRAMMAR_SMTP_XTEXT_H

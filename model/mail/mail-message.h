/**
 * A message as a header and a body (RFC 5322 section 2.1), cut so that nothing is lost: whatever
 * octets were parsed, the same are serialized.
 *
 * The header ends at the empty line, or at the first line that is no field and continues none; a
 * message without an empty line is told apart. The body is not looked into.
 */
#ifndef POSTROAD_MAIL_MAIL_MESSAGE_H
#define POSTROAD_MAIL_MAIL_MESSAGE_H

#include "postroad/mail/header-field.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::mail
{

/// Header fields in their order, and what follows them.
struct Message
{
    std::vector<HeaderField> header; ///< from the top
    std::string body;                ///< lines ended by CRLF
    bool hasEmptyLine{true};         ///< whether an empty line parts header and body

    /// The topmost field of that name, without case; nullptr when there is none.
    const HeaderField* Find(std::string_view name) const;

    /// All fields of that name, without case, from the top.
    std::vector<const HeaderField*> FindAll(std::string_view name) const;

    /// Puts a field on top, where each agent on the way puts its trace fields.
    void Prepend(HeaderField field);

    /// The octets of the message.
    std::string Serialize() const;

    bool operator==(const Message&) const = default;
};

/// The topmost field of that name in the header of a message, without case, if it is there.
std::optional<HeaderField> FindField(std::string_view content, std::string_view name);

/// Cuts a message into fields and body. Any octets will do.
Message ParseMessage(std::string_view content);

} // namespace ns3::postroad::mail

#endif // POSTROAD_MAIL_MAIL_MESSAGE_H

/**
 * A server's reply: a code of three digits, perhaps an enhanced code, one or more lines of text.
 *
 * RFC 5321 section 4.2 gives the form, RFC 2034 the place of the enhanced code: in front of the
 * text of each line.
 */
#ifndef POSTROAD_SMTP_GRAMMAR_SMTP_REPLY_H
#define POSTROAD_SMTP_GRAMMAR_SMTP_REPLY_H

#include "postroad/smtp/grammar/smtp-enhanced-code.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace ns3::postroad::smtp
{

/// RFC 5321 section 3.8: the reply by which a server closes the session, whatever was asked.
constexpr int SERVICE_CLOSING = 421;

/// RFC 5321 section 4.5.3.1.5: a reply line, CRLF included.
constexpr std::size_t REPLY_LINE_LIMIT = 512;

/// One reply.
struct Reply
{
    int code{0};                          ///< 200 to 599
    std::optional<EnhancedCode> enhanced; ///< its class is the first digit of the code
    std::vector<std::string> lines;       ///< the texts, one a line, at least one

    /// 2yz, or 3yz: the command was taken; after 3yz the server waits for more.
    bool IsPositive() const
    {
        return code >= 200 && code < 400;
    }

    /// 4yz: not now, try again.
    bool IsTransient() const
    {
        return code >= 400 && code < 500;
    }

    /// 5yz: never.
    bool IsPermanent() const
    {
        return code >= 500 && code < 600;
    }

    /// One line of the reply as it stands on the wire, without CRLF: "250-2.1.0 Ok".
    std::string SerializeLine(std::size_t index) const;

    /// The whole reply as it stands on the wire.
    std::string Serialize() const;

    /// The reply in one line, for events and people: "550 5.1.1 No such user".
    std::string ToString() const;

    bool operator==(const Reply&) const = default;
};

/// A reply of one line, without an enhanced code.
Reply MakeReply(int code, std::string text);

/// A reply of one line.
Reply MakeReply(int code, const EnhancedCode& enhanced, std::string text);

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_GRAMMAR_SMTP_REPLY_H

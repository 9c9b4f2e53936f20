/**
 * Puts a server's reply together from its lines (RFC 5321 sections 4.2 and 4.2.1, RFC 2034).
 *
 * Strict where a lax reader would lose its place in the dialogue: all lines carry one code, and
 * its first digit is one that the grammar knows. Octets above 127 are let pass in the text, for
 * servers that speak another language than English.
 */
#ifndef POSTROAD_SMTP_GRAMMAR_SMTP_REPLY_PARSER_H
#define POSTROAD_SMTP_GRAMMAR_SMTP_REPLY_PARSER_H

#include "postroad/smtp/grammar/smtp-reply.h"
#include "postroad/wire/result.h"

#include <optional>
#include <string_view>

namespace ns3::postroad::smtp
{

/// The lines of one reply that a client will hold.
constexpr std::size_t REPLY_LINES_LIMIT = 128;

/// Takes line after line and gives a reply whenever one is complete.
class ReplyParser
{
  public:
    /**
     * Adds a line.
     * \param line without CRLF
     * \return the reply when the line was its last, or an error, after which the parser is not to
     *         be used any more; nothing when more lines must come
     */
    std::optional<wire::Result<Reply>> AddLine(std::string_view line);

    /// True while a reply has begun and its last line has not come.
    bool IsInReply() const
    {
        return !m_reply.lines.empty();
    }

  private:
    void AddText(std::string_view text);

    Reply m_reply;
};

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_GRAMMAR_SMTP_REPLY_PARSER_H

/**
 * A message's content on its way in, line by line, until the line with the single dot.
 *
 * Dots added for transparency are taken away (RFC 5321 section 4.5.2). Only CRLF "." CRLF ends the
 * content; a dot behind a bare LF does not, and content with a bare CR or LF is not accepted, so
 * that no second message can be smuggled in as the end of the first. From its first fault on
 * nothing of a content is kept, so what is held is never more than the limit of size.
 */
#ifndef POSTROAD_SMTP_GRAMMAR_SMTP_CONTENT_RECEIVER_H
#define POSTROAD_SMTP_GRAMMAR_SMTP_CONTENT_RECEIVER_H

#include "postroad/smtp/grammar/smtp-content.h"
#include "postroad/wire/input-buffer.h"

#include <cstddef>
#include <string>

namespace ns3::postroad::smtp
{

/// Why content cannot be accepted.
enum class ContentFault
{
    NONE,
    BARE_LINE_ENDING, ///< a CR or LF stands alone
    LINE_TOO_LONG,    ///< a line passes TEXT_LINE_LIMIT
    TOO_LARGE,        ///< the content passes the limit of size
};

/// Gathers one content.
class ContentReceiver
{
  public:
    /// \param sizeLimit the largest content, in octets, without dots added and the final line
    explicit ContentReceiver(std::size_t sizeLimit)
        : m_sizeLimit(sizeLimit)
    {
    }

    /// Adds a line; true when it was the one that ends the content.
    bool AddLine(const wire::Line& line);

    /// The first fault found.
    ContentFault GetFault() const
    {
        return m_fault;
    }

    /// The octets on the wire so far, dots added and the final line included.
    wire::ByteRange GetRange() const
    {
        return m_range;
    }

    /// The content in the form of the wire, as far as it was kept.
    std::string SerializeKept() const;

    /// Gives the content away, if it has no fault.
    std::string TakeContent()
    {
        return std::move(m_content);
    }

  private:
    void Keep(const wire::Line& line);

    std::size_t m_sizeLimit;
    std::string m_content;
    ContentFault m_fault{ContentFault::NONE};
    wire::ByteRange m_range;
    bool m_isAtLineStart{true}; ///< the line before ended with CRLF
};

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_GRAMMAR_SMTP_CONTENT_RECEIVER_H

/**
 * A message's content on its way in as chunks of octets (BDAT, RFC 3030 section 2).
 *
 * Without BINARYMIME the content still is lines ended by CRLF, and is held to what content behind
 * DATA is held to: no bare CR or LF, no over-long line, the limit of size. Nothing is kept of what
 * passes the limit.
 */
#ifndef POSTROAD_SMTP_GRAMMAR_SMTP_CHUNKED_CONTENT_H
#define POSTROAD_SMTP_GRAMMAR_SMTP_CHUNKED_CONTENT_H

#include "postroad/smtp/grammar/smtp-content-receiver.h"

#include <string>
#include <string_view>

namespace ns3::postroad::smtp
{

/// Gathers one content.
class ChunkedContent
{
  public:
    /// \param sizeLimit the largest content, in octets
    explicit ChunkedContent(std::size_t sizeLimit)
        : m_sizeLimit(sizeLimit)
    {
    }

    /// Adds octets, unless they pass the limit.
    void Add(std::string_view octets);

    /// True when the limit was passed: the content cannot be accepted any more.
    bool IsTooLarge() const
    {
        return m_isTooLarge;
    }

    /// What was kept so far.
    const std::string& GetContent() const
    {
        return m_content;
    }

    /// What is wrong with the content, all of it having come.
    ContentFault Judge() const;

    /// Gives the content away, with CRLF at its end if it lacks one.
    std::string TakeContent();

  private:
    std::size_t m_sizeLimit;
    std::string m_content;
    bool m_isTooLarge{false};
};

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_GRAMMAR_SMTP_CHUNKED_CONTENT_H

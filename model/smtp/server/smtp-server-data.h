/**
 * The mode of an SMTP server's session in which the content behind DATA comes, line by line (RFC
 * 5321 section 4.1.1.4).
 */
#ifndef POSTROAD_SMTP_SERVER_SMTP_SERVER_DATA_H
#define POSTROAD_SMTP_SERVER_SMTP_SERVER_DATA_H

#include "postroad/smtp/grammar/smtp-content-receiver.h"

#include <cstddef>

namespace ns3::postroad::smtp
{

class ServerContext;

/// Reads content up to the line with the single dot.
class ContentMode
{
  public:
    /// \param sizeLimit the largest content, in octets
    explicit ContentMode(std::size_t sizeLimit)
        : m_content(sizeLimit)
    {
    }

    /// In octets, CRLF included: a text line may have one dot more than its limit.
    std::size_t GetLineLimit() const
    {
        return TEXT_LINE_LIMIT + 1;
    }

    void HandleLine(ServerContext& session, const wire::Line& line);

  private:
    ContentReceiver m_content;
};

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_SERVER_SMTP_SERVER_DATA_H

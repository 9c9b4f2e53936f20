/**
 * SMTP (RFC 5321) and its sister for the last step into the mailboxes, LMTP (RFC 2033).
 *
 * In LMTP the client says LHLO instead of EHLO, and the content is answered once for each recipient
 * that was accepted, so that the server needs no queue.
 */
#ifndef POSTROAD_SMTP_GRAMMAR_SMTP_PROTOCOL_H
#define POSTROAD_SMTP_GRAMMAR_SMTP_PROTOCOL_H

namespace ns3::postroad::smtp
{

/// Which of the two a session speaks.
enum class Protocol
{
    SMTP,
    LMTP,
};

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_GRAMMAR_SMTP_PROTOCOL_H

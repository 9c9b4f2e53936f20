/**
 * The Received field that an agent puts on top of each message that it takes (RFC 5321
 * section 4.4).
 */
#ifndef POSTROAD_APP_MAIL_TRACE_FIELD_H
#define POSTROAD_APP_MAIL_TRACE_FIELD_H

#include "postroad/app/agent/host.h"
#include "postroad/app/mail/smtp-service.h"
#include "postroad/mail/envelope.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace ns3::postroad
{

/**
 * The field for a message that came over SMTP.
 * \param host the host that takes it, by whose clock it is dated
 * \param peer from whom
 * \param envelope its one recipient is named; several are not, for they need not know of each other
 * \param id the host's name for the message
 * \return the field, folded, with its final CRLF
 */
std::string MakeReceivedField(const Host& host,
                              const SmtpPeer& peer,
                              const mail::Envelope& envelope,
                              const std::string& id);

/// How many hosts have put their field on a message: by how many it has come.
std::size_t CountReceivedFields(std::string_view content);

} // namespace ns3::postroad

#endif // POSTROAD_APP_MAIL_TRACE_FIELD_H

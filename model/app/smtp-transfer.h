/**
 * One message over one new SMTP connection to one server (RFC 5321 section 3.3).
 */
#ifndef POSTROAD_APP_SMTP_TRANSFER_H
#define POSTROAD_APP_SMTP_TRANSFER_H

#include "postroad/app/agent.h"
#include "postroad/app/task.h"
#include "postroad/mime/envelope.h"
#include "postroad/route/attempt-outcome.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ns3::postroad
{

/// A server to connect to.
struct MailServer
{
    std::string name;          ///< what it is called
    std::string address;       ///< its address in text form
    std::uint16_t port{25};    ///< its port
    bool usesPipelining{true}; ///< where the server offers it (RFC 2920)
};

/**
 * Connects, hands the message over and takes leave. The arguments are used until it is done;
 * whoever awaits it keeps them, as named variables: GCC 12 destroys temporaries of aggregates in a
 * co_await expression twice. \param agent who sends \param server to whom \param envelope for which
 * recipients \param content the message, lines ended by CRLF \return a result for each recipient,
 * in the order of the envelope
 */
Task<std::vector<route::AttemptResult>> TransferMessage(Agent& agent,
                                                        const MailServer& server,
                                                        const mime::Envelope& envelope,
                                                        const std::string& content);

} // namespace ns3::postroad

#endif // POSTROAD_APP_SMTP_TRANSFER_H

/**
 * Messages on their way to one destination, over one connection as long as it holds.
 *
 * What an attempt does reads as on the lecture's slide: find the hosts that take mail for the
 * domain, find their addresses, connect, speak SMTP, go on to the next address or exchanger for
 * those recipients whom one has not decided on (RFC 5321 section 5.1). The next message goes over
 * the connection that the last one left.
 */
#ifndef POSTROAD_APP_MAIL_SMTP_DELIVERY_H
#define POSTROAD_APP_MAIL_SMTP_DELIVERY_H

#include "postroad/app/mail/next-hop-finder.h"
#include "postroad/app/mail/smtp-transfer.h"
#include "postroad/route/delivery-attempt.h"
#include "postroad/store/queued-message.h"

#include <cstdint>
#include <memory>
#include <string>

namespace ns3::postroad
{

/// One delivery; it must outlive the tasks it gives.
class SmtpDelivery
{
  public:
    /// A connection is left after so many messages, and another one opened, so that no client
    /// keeps a server for itself.
    static constexpr std::size_t MESSAGE_LIMIT = 100;

    /// One attempt goes to so many addresses at most; a domain may name a hundred.
    static constexpr int ADDRESS_LIMIT = 5;

    /**
     * \param agent who sends
     * \param finder looks names up
     * \param port of the next hop
     * \param usesPipelining where the next hop offers it
     */
    SmtpDelivery(Agent& agent, NextHopFinder& finder, std::uint16_t port, bool usesPipelining);

    /**
     * Tries to pass a message on. The arguments are used until it is done.
     * \param message which
     * \param hop where to, not local
     * \param attempt for whom; it ends with an outcome for each
     */
    Task<> Attempt(const store::QueuedMessage& message,
                   const route::NextHop& hop,
                   route::DeliveryAttempt& attempt);

    /// True when no host at all would speak with us in the last attempt.
    bool IsUnreachable() const
    {
        return !m_isReached;
    }

    /// Takes leave of the server, without waiting for it.
    void Leave();

  private:
    Task<> TryHosts(const store::QueuedMessage& message,
                    const route::NextHop& hop,
                    route::DeliveryAttempt& attempt);
    Task<> TryServer(const store::QueuedMessage& message,
                     const MailServer& server,
                     route::DeliveryAttempt& attempt);
    Task<> HandOver(const store::QueuedMessage& message, route::DeliveryAttempt& attempt);
    void ReportAttempt(const store::QueuedMessage& message,
                       const MailServer& server,
                       const route::DeliveryAttempt& attempt);

    bool IsConnected() const;

    Agent& m_agent;
    NextHopFinder& m_finder;
    std::uint16_t m_port;
    bool m_usesPipelining;
    bool m_isReached{true};
    std::unique_ptr<SmtpTransfer> m_transfer;
    std::size_t m_messages{0}; ///< handed over on this connection
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_MAIL_SMTP_DELIVERY_H

/**
 * An SMTP session with one server, for as many messages as there are (RFC 5321 section 3.3).
 *
 *     SmtpTransfer transfer(agent, server);
 *     const bool isOpen = co_await transfer.Open();
 *     if (isOpen)
 *     {
 *         outcomes = co_await transfer.Transfer(envelope, content);
 *     }
 */
#ifndef POSTROAD_APP_MAIL_SMTP_TRANSFER_H
#define POSTROAD_APP_MAIL_SMTP_TRANSFER_H

#include "postroad/app/agent/agent.h"
#include "postroad/app/agent/conversation.h"
#include "postroad/mail/envelope.h"
#include "postroad/net/task.h"
#include "postroad/smtp/client/smtp-client-session.h"
#include "postroad/store/attempt-outcome.h"
#include "postroad/wire/well-known-ports.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ns3::postroad
{

/// A server to connect to.
struct MailServer
{
    std::string name;                    ///< what it is called
    std::string address;                 ///< its address in text form
    std::uint16_t port{wire::SMTP_PORT}; ///< its port
    bool usesPipelining{true};           ///< where the server offers it (RFC 2920)
};

/// One connection, from the handshake to the leave. It must outlive the tasks it gives.
class SmtpTransfer
{
  public:
    using Outcomes = std::vector<store::AttemptOutcome>;

    /// Begins to connect. \param agent who sends \param server to whom
    SmtpTransfer(Agent& agent, MailServer server);

    /// Waits for the server's welcome. \return whether messages can be transferred
    Task<bool> Open();

    /// True while another message can be transferred.
    bool IsReady();

    /**
     * Hands a message over, when IsReady(). The arguments are used until it is done; whoever awaits
     * it keeps them, as named variables: GCC 12 destroys temporaries of aggregates in a co_await
     * expression twice.
     * \param envelope for which recipients
     * \param content the message, lines ended by CRLF
     * \return an outcome for each recipient, in the order of the envelope
     */
    Task<Outcomes> Transfer(const mail::Envelope& envelope, const std::string& content);

    /// Why the session is over, as the outcome for anybody whom it has not decided on.
    store::AttemptOutcome GetFailure() const;

    const MailServer& GetServer() const
    {
        return m_server;
    }

    /// Says QUIT and waits for the server's farewell: nothing that a message depends on.
    Task<> Quit();

  private:
    void Note(const smtp::ClientEvent& event);
    store::AttemptOutcome MakeOutcome(const smtp::RecipientOutcome& decided, bool isInDoubt) const;

    MailServer m_server;
    bool m_supportsDsn{false};
    std::optional<smtp::SessionFailed> m_failure;
    std::unique_ptr<Conversation<smtp::ClientSession>> m_peer; ///< none where there is no address
};

/// Takes leave in a task of its own.
void StartTakingLeave(Agent& agent, std::unique_ptr<SmtpTransfer> transfer);

} // namespace ns3::postroad

#endif // POSTROAD_APP_MAIL_SMTP_TRANSFER_H

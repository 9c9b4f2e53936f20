/**
 * The receiving half of a mail server: a port on which SMTP server sessions run, each question of a
 * session put to the agent that owns the service.
 *
 * The service knows no policy: the owner decides on each client, sender, recipient and message, and
 * when and whether the client hears of it.
 */
#ifndef POSTROAD_APP_MAIL_SMTP_SERVICE_H
#define POSTROAD_APP_MAIL_SMTP_SERVICE_H

#include "postroad/app/agent/server-dialogue.h"
#include "postroad/net/stream-listener.h"
#include "postroad/net/task.h"
#include "postroad/policy/server-behaviour.h"
#include "postroad/smtp/server/smtp-server-session.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace ns3::postroad
{

/// What the owner of a service knows of the client that it decides about.
struct SmtpPeer
{
    std::string helloName;                               ///< what the client called itself
    bool isExtended{false};                              ///< it said EHLO, not HELO
    std::shared_ptr<const event::Connection> connection; ///< between which ends
    mail::ReversePath sender;                            ///< the last that it gave
};

/// Decides what a server accepts. Each decision is a task: it may look something up, or take its
/// time. What is passed by reference stays until the task has ended.
class SmtpServiceOwner
{
  public:
    virtual ~SmtpServiceOwner() = default;

    /// \return the reply to EHLO or HELO; after 421 the connection is closed
    virtual Task<smtp::Reply> CheckClient(const SmtpPeer& peer) = 0;

    /// \return the reply to MAIL FROM
    virtual Task<smtp::Reply>
    CheckSender(const SmtpPeer& peer, const mail::ReversePath& sender) = 0;

    /// \return the reply to RCPT TO
    virtual Task<smtp::Reply>
    CheckRecipient(const SmtpPeer& peer, const mail::ForwardPath& recipient) = 0;

    /// \return the reply to VRFY or EXPN; none for the usual one, which keeps users to itself
    virtual Task<std::optional<smtp::Reply>>
    CheckUser(const SmtpPeer& peer, const smtp::UserAsked& user) = 0;

    /// Takes responsibility for a message, or not. \return the reply to the end of the content
    virtual Task<smtp::Reply>
    AcceptMessage(const SmtpPeer& peer, const mail::Envelope& envelope, std::string content) = 0;

    /// \return whether the connection breaks now, in place of the reply to what was decided
    virtual bool MustDisconnect(policy::Stage stage) = 0;
};

/// A listening SMTP server.
class SmtpService
{
  public:
    /**
     * \param agent whose host and record are used; must outlive the service
     * \param owner who decides
     * \param config what the sessions say and allow
     * \param connectionLimit how many clients are served at once; others get 421
     */
    SmtpService(Agent& agent,
                SmtpServiceOwner& owner,
                smtp::ServerConfig config,
                std::size_t connectionLimit = StreamListener::CONNECTION_LIMIT);

    /// Listens on a port. \return OK, or why it cannot
    SocketStatus Open(std::uint16_t port);

  private:
    using Dialogue = ServerDialogue<smtp::ServerSession>;

    std::unique_ptr<StreamDialogue> MakeDialogue(StreamListener::Admission admission);

    Agent& m_agent;
    SmtpServiceOwner& m_owner;
    smtp::ServerConfig m_config;
    StreamListener m_listener;
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_MAIL_SMTP_SERVICE_H

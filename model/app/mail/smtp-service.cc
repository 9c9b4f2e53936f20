#include "postroad/app/mail/smtp-service.h"

#include "postroad/net/socket-address.h"
#include "postroad/net/virtual-time.h"

#include <cstdint>
#include <utility>
#include <variant>

namespace ns3::postroad
{

namespace
{

/// Serves one session by what the owner decides.
class SessionServer
{
  public:
    using Dialogue = ServerDialogue<smtp::ServerSession>;

    explicit SessionServer(SmtpServiceOwner& owner)
        : m_owner(owner)
    {
    }

    Task<> Serve(Dialogue& dialogue, smtp::ServerEvent event)
    {
        m_peer.connection = dialogue.GetConnection();
        if (const auto* const hello = std::get_if<smtp::HelloGiven>(&event))
        {
            m_peer.helloName = hello->name;
            m_peer.isExtended = hello->isExtended;
            const auto reply = co_await m_owner.CheckClient(m_peer);
            Answer(dialogue, policy::Stage::HELLO, reply);
        }
        else if (const auto* const sender = std::get_if<smtp::ReversePathGiven>(&event))
        {
            m_peer.sender = sender->reversePath;
            const auto reply = co_await m_owner.CheckSender(m_peer, sender->reversePath);
            Answer(dialogue, policy::Stage::SENDER, reply);
        }
        else if (const auto* const recipient = std::get_if<smtp::RecipientGiven>(&event))
        {
            const auto reply = co_await m_owner.CheckRecipient(m_peer, recipient->forwardPath);
            Answer(dialogue, policy::Stage::RECIPIENT, reply);
        }
        else if (const auto* const user = std::get_if<smtp::UserAsked>(&event))
        {
            const auto reply = co_await m_owner.CheckUser(m_peer, *user);
            if (!reply)
            {
                dialogue.GetServerSession().Accept(GetNow());
                co_return;
            }
            Answer(dialogue.GetServerSession(), *reply);
        }
        else if (auto* const message = std::get_if<smtp::MessageGiven>(&event))
        {
            const auto reply = co_await m_owner.AcceptMessage(m_peer,
                                                              message->envelope,
                                                              std::move(message->content));
            Answer(dialogue, policy::Stage::MESSAGE, reply);
        }
    }

  private:
    void Answer(Dialogue& dialogue, policy::Stage stage, const smtp::Reply& reply)
    {
        if (m_owner.MustDisconnect(stage))
        {
            dialogue.Cut();
        }
        else
        {
            Answer(dialogue.GetServerSession(), reply);
        }
    }

    /// RFC 5321 section 3.8: 421 closes, whatever was asked.
    static void Answer(smtp::ServerSession& session, const smtp::Reply& reply)
    {
        if (reply.code == smtp::SERVICE_CLOSING)
        {
            session.Close(reply, GetNow());
        }
        else
        {
            session.Answer(reply, GetNow());
        }
    }

    SmtpServiceOwner& m_owner;
    SmtpPeer m_peer;
};

} // namespace

SmtpService::SmtpService(Agent& agent,
                         SmtpServiceOwner& owner,
                         smtp::ServerConfig config,
                         std::size_t connectionLimit)
    : m_agent(agent)
    , m_owner(owner)
    , m_config(std::move(config))
    , m_listener(
          agent.GetNode(),
          agent.GetProtocol(),
          [this](const wire::Endpoint&, StreamListener::Admission admission) {
              return MakeDialogue(admission);
          },
          connectionLimit)
{
}

SocketStatus
SmtpService::Open(std::uint16_t port)
{
    return m_listener.Listen(GetAnyAddress(*m_agent.GetNode(), port));
}

std::unique_ptr<StreamDialogue>
SmtpService::MakeDialogue(StreamListener::Admission admission)
{
    auto config = m_config;
    if (admission == StreamListener::Admission::OVER_LIMIT)
    {
        config.refusal = smtp::MakeReply(smtp::SERVICE_CLOSING,
                                         m_config.hostName + " Too many connections, try later");
    }
    auto server = std::make_shared<SessionServer>(m_owner);
    return std::make_unique<Dialogue>(
        m_agent,
        "SMTP",
        [server](Dialogue& dialogue, smtp::ServerEvent event) {
            return server->Serve(dialogue, std::move(event));
        },
        std::move(config));
}

} // namespace ns3::postroad

#include "postroad/app/smtp-service.h"

#include "postroad/app/socket-address.h"
#include "postroad/app/virtual-time.h"

#include <utility>
#include <variant>

namespace ns3::postroad
{

namespace
{

/// Puts the questions of one session to the owner, one function a question.
class Clerk
{
  public:
    Clerk(SmtpServiceOwner& owner, std::string hostName)
        : m_owner(owner)
        , m_hostName(std::move(hostName))
    {
    }

    void Handle(ServerDialogue<smtp::ServerSession>& dialogue, smtp::ServerEvent event)
    {
        m_peer.connection = dialogue.GetConnection();
        std::visit(
            [this, &dialogue](auto& each) {
                if (const auto reply = Ask(std::move(each)))
                {
                    dialogue.GetServerSession().Answer(*reply, GetNow());
                }
            },
            event);
    }

  private:
    std::optional<smtp::Reply> Ask(smtp::HelloGiven&& hello)
    {
        m_peer.helloName = hello.name;
        m_peer.isExtended = hello.isExtended;
        return smtp::MakeReply(250, m_hostName + " Hello " + hello.name + ", glad to meet you");
    }

    std::optional<smtp::Reply> Ask(smtp::ReversePathGiven&& sender)
    {
        return m_owner.CheckSender(m_peer, sender.reversePath);
    }

    std::optional<smtp::Reply> Ask(smtp::RecipientGiven&& recipient)
    {
        return m_owner.CheckRecipient(m_peer, recipient.forwardPath);
    }

    std::optional<smtp::Reply> Ask(smtp::MessageGiven&& message)
    {
        return m_owner.TakeMessage(m_peer, message.envelope, std::move(message.content));
    }

    std::optional<smtp::Reply> Ask(smtp::ServerSessionEnded&& /* ended */)
    {
        return std::nullopt;
    }

    SmtpServiceOwner& m_owner;
    std::string m_hostName;
    SmtpPeer m_peer;
};

} // namespace

SmtpService::SmtpService(Agent& agent, SmtpServiceOwner& owner, smtp::ServerConfig config)
    : m_agent(agent)
    , m_owner(owner)
    , m_config(std::move(config))
    , m_listener(agent.GetNode(),
                 agent.GetProtocol(),
                 [this](const event::Endpoint&, StreamListener::Admission admission) {
                     return admission == StreamListener::Admission::SERVED ? MakeDialogue()
                                                                           : nullptr;
                 })
{
}

SocketStatus
SmtpService::Open(std::uint16_t port)
{
    return m_listener.Listen(GetAnyAddress(*m_agent.GetNode(), port));
}

std::unique_ptr<StreamDialogue>
SmtpService::MakeDialogue()
{
    auto clerk = std::make_shared<Clerk>(m_owner, m_config.hostName);
    return std::make_unique<Dialogue>(
        m_agent,
        "SMTP",
        [clerk](Dialogue& dialogue, smtp::ServerEvent event) {
            clerk->Handle(dialogue, std::move(event));
        },
        m_config);
}

} // namespace ns3::postroad

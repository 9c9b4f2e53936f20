#include "postroad/app/smtp-service.h"

#include "postroad/net/socket-address.h"
#include "postroad/net/virtual-time.h"

#include "ns3/event-id.h"
#include "ns3/simulator.h"

#include <cstdint>
#include <utility>
#include <variant>

namespace ns3::postroad
{

namespace
{

constexpr int SERVICE_NOT_AVAILABLE = 421;

/// Puts the questions of one session to the owner, one function a question.
class Clerk
{
  public:
    using Dialogue = ServerDialogue<smtp::ServerSession>;

    explicit Clerk(SmtpServiceOwner& owner)
        : m_owner(owner)
    {
    }

    Clerk(const Clerk&) = delete;
    Clerk& operator=(const Clerk&) = delete;

    ~Clerk()
    {
        m_later.Cancel();
    }

    /// Serves an event now, or when the owner has thought about it: the session waits meanwhile.
    void Handle(Dialogue& dialogue, smtp::ServerEvent event)
    {
        m_peer.connection = dialogue.GetConnection();
        m_later.Cancel();
        const auto delay = m_owner.GetDelay();
        const bool isOver = std::holds_alternative<smtp::ServerSessionEnded>(event);
        if (isOver || delay <= wire::Duration(0))
        {
            ServeAny(dialogue, event);
            return;
        }
        m_later = Simulator::Schedule(ToTime(delay),
                                      [this, &dialogue, event = std::move(event)]() mutable {
                                          ServeAny(dialogue, event);
                                          dialogue.Pump();
                                      });
    }

  private:
    void ServeAny(Dialogue& dialogue, smtp::ServerEvent& event)
    {
        std::visit([this, &dialogue](auto& each) { Serve(dialogue, std::move(each)); }, event);
    }

    void Serve(Dialogue& dialogue, smtp::HelloGiven&& hello)
    {
        m_peer.helloName = hello.name;
        m_peer.isExtended = hello.isExtended;
        Answer(dialogue, policy::Stage::HELLO, m_owner.CheckClient(m_peer));
    }

    void Serve(Dialogue& dialogue, smtp::ReversePathGiven&& sender)
    {
        m_peer.sender = sender.reversePath;
        Answer(dialogue, policy::Stage::SENDER, m_owner.CheckSender(m_peer, sender.reversePath));
    }

    void Serve(Dialogue& dialogue, smtp::RecipientGiven&& recipient)
    {
        Answer(dialogue,
               policy::Stage::RECIPIENT,
               m_owner.CheckRecipient(m_peer, recipient.forwardPath));
    }

    /// The owner keeps its users to itself (RFC 5321 section 7.3).
    void Serve(Dialogue& dialogue, smtp::UserAsked&& /* asked */)
    {
        dialogue.GetServerSession().Accept(GetNow());
    }

    void Serve(Dialogue& dialogue, smtp::MessageGiven&& message)
    {
        Answer(dialogue,
               policy::Stage::MESSAGE,
               m_owner.AcceptMessage(m_peer, message.envelope, std::move(message.content)));
    }

    void Serve(Dialogue& /* dialogue */, smtp::ServerSessionEnded&& /* ended */)
    {
    }

    void Answer(Dialogue& dialogue, policy::Stage stage, const smtp::Reply& reply)
    {
        auto& session = dialogue.GetServerSession();
        if (m_owner.MustDisconnect(stage))
        {
            dialogue.Cut();
        }
        else if (reply.code == SERVICE_NOT_AVAILABLE)
        {
            session.Close(reply, GetNow()); // RFC 5321 section 3.8
        }
        else
        {
            session.Answer(reply, GetNow());
        }
    }

    SmtpServiceOwner& m_owner;
    SmtpPeer m_peer;
    EventId m_later;
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
        config.refusal = smtp::MakeReply(SERVICE_NOT_AVAILABLE,
                                         m_config.hostName + " Too many connections, try later");
    }
    auto clerk = std::make_shared<Clerk>(m_owner);
    return std::make_unique<Dialogue>(
        m_agent,
        "SMTP",
        [clerk](Dialogue& dialogue, smtp::ServerEvent event) {
            clerk->Handle(dialogue, std::move(event));
        },
        std::move(config));
}

} // namespace ns3::postroad

#include "postroad/app/pop3-server.h"

#include "postroad/net/socket-address.h"
#include "postroad/net/virtual-time.h"

#include "ns3/log.h"
#include "ns3/uinteger.h"

#include <optional>
#include <utility>
#include <variant>

namespace ns3::postroad
{

NS_LOG_COMPONENT_DEFINE("PostroadPop3Server");
NS_OBJECT_ENSURE_REGISTERED(Pop3Server);

namespace
{

/// Answers the questions of one session from the host's disk.
class MaildropKeeper
{
  public:
    explicit MaildropKeeper(Host& host)
        : m_host(host)
    {
    }

    void Handle(pop3::ServerSession& session, pop3::LoginGiven&& login)
    {
        const auto account = m_host.FindAccount(login.user);
        if (!account || !m_host.IsPassword(*account, login.password))
        {
            session.AnswerLogin(pop3::LoginRefusal::WRONG_CREDENTIALS, GetNow());
            return;
        }
        auto& mailbox = m_host.GetMailStore().FindOrCreate(*account);
        if (!mailbox.TryLock())
        {
            session.AnswerLogin(pop3::LoginRefusal::MAILDROP_LOCKED, GetNow());
            return;
        }
        m_locked = *account;
        session.AnswerLogin(pop3::Maildrop(mailbox.GetMessages()), GetNow());
    }

    void Handle(pop3::ServerSession& session, pop3::DeletionsGiven&& updated)
    {
        auto& mailbox = m_host.GetMailStore().FindOrCreate(m_locked);
        bool isWell = true;
        for (const auto uid : updated.removed)
        {
            isWell = mailbox.Remove(uid) && isWell;
        }
        session.AnswerUpdate(isWell, GetNow());
    }

    void Handle(pop3::ServerSession& /* session */, pop3::ServerSessionEnded&& /* ended */)
    {
        if (auto* const mailbox = m_host.GetMailStore().Find(std::exchange(m_locked, {})))
        {
            mailbox->Unlock();
        }
    }

  private:
    Host& m_host;
    std::string m_locked; ///< the mailbox that this session has; empty for none
};

} // namespace

TypeId
Pop3Server::GetTypeId()
{
    static TypeId tid = TypeId("ns3::postroad::Pop3Server")
                            .SetParent<Agent>()
                            .SetGroupName("Postroad")
                            .AddConstructor<Pop3Server>()
                            .AddAttribute("Port",
                                          "The port to listen on.",
                                          UintegerValue(wire::POP3_PORT),
                                          MakeUintegerAccessor(&Pop3Server::m_port),
                                          MakeUintegerChecker<std::uint16_t>(1))
                            .AddAttribute("ConnectionLimit",
                                          "How many clients are served at once; others are told "
                                          "so and sent away.",
                                          UintegerValue(StreamListener::CONNECTION_LIMIT),
                                          MakeUintegerAccessor(&Pop3Server::m_connectionLimit),
                                          MakeUintegerChecker<std::uint32_t>(1));
    return tid;
}

Pop3Server::~Pop3Server() = default;

std::string
Pop3Server::GetRole() const
{
    return "pop3";
}

void
Pop3Server::DoStart()
{
    NS_LOG_FUNCTION(this);
    // The readers from before a power cut are gone.
    GetHost().GetMailStore().UnlockAll();
    m_listener = std::make_unique<StreamListener>(
        GetNode(),
        GetProtocol(),
        [this](const wire::Endpoint&, StreamListener::Admission admission) {
            return MakeDialogue(admission);
        },
        m_connectionLimit);
    RequireListening(m_listener->Listen(GetAnyAddress(*GetNode(), m_port)), m_port);
}

void
Pop3Server::DoStop()
{
    NS_LOG_FUNCTION(this);
    m_listener.reset();
}

std::unique_ptr<StreamDialogue>
Pop3Server::MakeDialogue(StreamListener::Admission admission)
{
    pop3::ServerConfig config;
    if (admission == StreamListener::Admission::OVER_LIMIT)
    {
        config.refusal = "too many connections, try again later";
    }
    auto keeper = std::make_shared<MaildropKeeper>(GetHost());
    return std::make_unique<Dialogue>(
        *this,
        "POP3",
        [keeper](Dialogue& dialogue, pop3::ServerEvent event) {
            std::visit(
                [&](auto& each) { keeper->Handle(dialogue.GetServerSession(), std::move(each)); },
                event);
        },
        std::move(config));
}

} // namespace ns3::postroad

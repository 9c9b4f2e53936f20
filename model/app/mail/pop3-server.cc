#include "postroad/app/mail/pop3-server.h"

#include "postroad/net/socket-address.h"
#include "postroad/net/virtual-time.h"

#include "ns3/log.h"
#include "ns3/uinteger.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <variant>

namespace ns3::postroad
{

NS_LOG_COMPONENT_DEFINE("PostroadPop3Server");
NS_OBJECT_ENSURE_REGISTERED(Pop3Server);

namespace
{

/// Serves one session from the host's disk.
class SessionServer
{
  public:
    using Dialogue = ServerDialogue<pop3::ServerSession>;

    explicit SessionServer(Host& host)
        : m_host(host)
    {
    }

    Task<> Serve(Dialogue& dialogue, pop3::ServerEvent event)
    {
        auto& session = dialogue.GetServerSession();
        if (const auto* const login = std::get_if<pop3::LoginGiven>(&event))
        {
            auto answer = co_await CheckLogin(*login);
            session.AnswerLogin(std::move(answer), GetNow());
        }
        else if (const auto* const deletions = std::get_if<pop3::DeletionsGiven>(&event))
        {
            const auto outcome = co_await Remove(*deletions);
            session.AnswerUpdate(outcome, GetNow());
        }
        else if (const auto locked = std::exchange(m_locked, std::nullopt))
        {
            m_host.GetMailStore().FindOrCreate(*locked).Unlock();
        }
    }

  private:
    /// Opens the maildrop and takes its lock, if the password is right.
    Task<pop3::LoginAnswer> CheckLogin(const pop3::LoginGiven& login)
    {
        const auto account = m_host.FindAccount(login.user);
        if (!account || !m_host.IsPassword(*account, login.password))
        {
            co_return pop3::LoginRefusal::WRONG_CREDENTIALS;
        }
        auto& mailbox = m_host.GetMailStore().FindOrCreate(*account);
        if (!mailbox.TryLock())
        {
            co_return pop3::LoginRefusal::MAILDROP_LOCKED;
        }
        m_locked = *account;
        co_return pop3::Maildrop(mailbox.GetMessages());
    }

    Task<pop3::UpdateOutcome> Remove(const pop3::DeletionsGiven& deletions)
    {
        auto& mailbox = m_host.GetMailStore().FindOrCreate(*m_locked);
        auto outcome = pop3::UpdateOutcome::REMOVED;
        for (const auto uid : deletions.removed)
        {
            if (!mailbox.Remove(uid))
            {
                outcome = pop3::UpdateOutcome::NOT_REMOVED;
            }
        }
        co_return outcome;
    }

    Host& m_host;
    std::optional<store::MailboxName> m_locked; ///< the mailbox that this session has
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
    auto server = std::make_shared<SessionServer>(GetHost());
    return std::make_unique<Dialogue>(
        *this,
        "POP3",
        [server](Dialogue& dialogue, pop3::ServerEvent event) {
            return server->Serve(dialogue, std::move(event));
        },
        std::move(config));
}

} // namespace ns3::postroad

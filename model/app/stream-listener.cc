#include "postroad/app/stream-listener.h"

#include "postroad/app/stream-connection.h"

#include "ns3/log.h"
#include "ns3/simulator.h"
#include "ns3/socket-factory.h"
#include "ns3/uinteger.h"

#include <utility>

namespace ns3::postroad
{

NS_LOG_COMPONENT_DEFINE("PostroadStreamListener");

/// A client's dialogue and its connection: passes all calls on, and is dropped after the last.
class StreamListener::Served final : public StreamDialogue
{
  public:
    Served(StreamListener& listener,
           std::uint64_t number,
           std::unique_ptr<StreamDialogue> dialogue,
           std::unique_ptr<StreamSocket> socket)
        : m_listener(listener)
        , m_number(number)
        , m_dialogue(std::move(dialogue))
        , m_connection(listener.m_node, std::move(socket), *this)
    {
    }

    void Cut()
    {
        m_connection.Cut();
    }

    wire::StreamSession& GetSession() override
    {
        return m_dialogue->GetSession();
    }

    void OnOpened(StreamConnection& connection) override
    {
        m_dialogue->OnOpened(connection);
    }

    void OnProgress() override
    {
        m_dialogue->OnProgress();
    }

    void OnClosed(SocketStatus status) override
    {
        m_listener.DropLater(m_number);
        m_dialogue->OnClosed(status);
    }

    void OnFailed(SocketStatus status) override
    {
        m_listener.DropLater(m_number);
        m_dialogue->OnFailed(status);
    }

  private:
    StreamListener& m_listener;
    std::uint64_t m_number;
    std::unique_ptr<StreamDialogue> m_dialogue;
    StreamConnection m_connection; // last: it uses the dialogue
};

StreamListener::StreamListener(Ptr<Node> node,
                               TypeId protocol,
                               DialogueFactory factory,
                               std::size_t limit)
    : m_node(node)
    , m_protocol(protocol)
    , m_factory(std::move(factory))
    , m_limit(limit)
{
}

StreamListener::~StreamListener()
{
    Close(Live::KEEP);
}

SocketStatus
StreamListener::Listen(const Address& local)
{
    const auto factory = m_node->GetObject<SocketFactory>(m_protocol);
    if (!factory)
    {
        return SocketStatus::NO_PROTOCOL;
    }
    Close(Live::KEEP);
    const auto socket = factory->CreateSocket();
    socket->SetAttributeFailSafe("ConnCount", UintegerValue(SYN_ACK_TRIES));
    if (socket->Bind(local) != 0 || socket->Listen() != 0)
    {
        return ToStatus(socket->GetErrno());
    }
    m_socket = socket;
    m_open = std::make_shared<StreamListener*>(this);
    // Sockets in the midst of a handshake have copies of the callback and may outlive the
    // listener: it holds no bare pointer.
    m_socket->SetAcceptCallback(
        MakeNullCallback<bool, Ptr<Socket>, const Address&>(),
        Callback<void, Ptr<Socket>, const Address&>(
            [open = std::weak_ptr<StreamListener*>(m_open)](Ptr<Socket> accepted, const Address&) {
                OnAccept(open, accepted);
            }));
    return SocketStatus::OK;
}

void
StreamListener::Close(Live live)
{
    if (m_socket)
    {
        m_open.reset();
        m_accepted.clear();
        m_socket->SetAcceptCallback(MakeNullCallback<bool, Ptr<Socket>, const Address&>(),
                                    MakeNullCallback<void, Ptr<Socket>, const Address&>());
        std::exchange(m_socket, nullptr)->Close();
    }
    if (live == Live::CUT)
    {
        for (const auto& [number, served] : m_served)
        {
            served->Cut();
        }
    }
}

void
StreamListener::OnAccept(const std::weak_ptr<StreamListener*>& listener, Ptr<Socket> socket)
{
    // Owned from here on, so that nothing is missed; and closed again if the port is.
    auto accepted = std::make_unique<StreamSocket>(socket);
    if (const auto open = listener.lock())
    {
        (*open)->m_accepted.push_back(std::move(accepted));
        Simulator::ScheduleNow([listener] {
            if (const auto stillOpen = listener.lock())
            {
                (*stillOpen)->Admit();
            }
        });
    }
}

void
StreamListener::Admit()
{
    const std::weak_ptr<char> life = m_life;
    for (auto& socket : std::exchange(m_accepted, {}))
    {
        if (m_served.size() >= m_limit + REFUSAL_LIMIT)
        {
            continue;
        }
        const auto admission =
            m_served.size() < m_limit ? Admission::SERVED : Admission::OVER_LIMIT;
        auto dialogue = m_factory(socket->GetRemote(), admission);
        if (life.expired())
        {
            return;
        }
        if (dialogue)
        {
            const auto number = ++m_lastNumber;
            m_served[number] =
                std::make_unique<Served>(*this, number, std::move(dialogue), std::move(socket));
        }
    }
}

void
StreamListener::DropLater(std::uint64_t number)
{
    Simulator::ScheduleNow([this, number, life = std::weak_ptr<char>(m_life)] {
        if (!life.expired())
        {
            m_served.erase(number);
        }
    });
}

} // namespace ns3::postroad

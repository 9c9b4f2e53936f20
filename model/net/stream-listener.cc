#include "postroad/net/stream-listener.h"

#include "postroad/net/stream-connection.h"

#include "ns3/simulator.h"

#include <cstdint>
#include <utility>

namespace ns3::postroad
{

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
    , m_factory(std::move(factory))
    , m_limit(limit)
    , m_acceptor(node, protocol, [this](auto socket) { Admit(std::move(socket)); })
{
}

StreamListener::~StreamListener() = default;

SocketStatus
StreamListener::Listen(const Address& local)
{
    return m_acceptor.Listen(local);
}

void
StreamListener::Close(Live live)
{
    m_acceptor.Close();
    if (live == Live::CUT)
    {
        for (const auto& [number, served] : m_served)
        {
            served->Cut();
        }
    }
}

void
StreamListener::Admit(std::unique_ptr<StreamSocket> socket)
{
    if (m_served.size() >= m_limit + REFUSAL_LIMIT)
    {
        return;
    }
    const auto admission = m_served.size() < m_limit ? Admission::SERVED : Admission::OVER_LIMIT;
    const auto life = m_life.Watch();
    auto dialogue = m_factory(socket->GetRemote(), admission);
    if (dialogue && life.IsAlive())
    {
        const auto number = ++m_lastNumber;
        m_served[number] =
            std::make_unique<Served>(*this, number, std::move(dialogue), std::move(socket));
    }
}

void
StreamListener::DropLater(std::uint64_t number)
{
    Simulator::ScheduleNow([this, number, life = m_life.Watch()] {
        if (life.IsAlive())
        {
            m_served.erase(number);
        }
    });
}

} // namespace ns3::postroad

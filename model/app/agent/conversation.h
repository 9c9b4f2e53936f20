/**
 * A client's dialogue with a server, awaited event by event inside a task.
 *
 *     Conversation<smtp::ClientSession> server(*this, "SMTP", address, config);
 *     while (auto event = co_await server.Next()) { ... }
 *
 * It connects when it is made. When it is destroyed with the task's frame, the connection goes too.
 */
#ifndef POSTROAD_APP_AGENT_CONVERSATION_H
#define POSTROAD_APP_AGENT_CONVERSATION_H

#include "postroad/app/agent/agent.h"
#include "postroad/app/agent/connection-observer.h"
#include "postroad/net/socket-address.h"
#include "postroad/net/stream-connection.h"
#include "postroad/net/stream-dialogue.h"
#include "postroad/wire/take-front.h"

#include <coroutine>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace ns3::postroad
{

/// One connection to one server. `Session` is the client side of a protocol.
template <typename Session>
class Conversation : public StreamDialogue
{
  public:
    /// What the session tells: the value that its NextEvent() may hold.
    using Event = typename decltype(std::declval<Session&>().NextEvent())::value_type;

    /**
     * Connects to a server.
     * \param agent who speaks
     * \param protocol the protocol's name in the record: "SMTP"
     * \param remote the server's address and port
     * \param arguments what the session is made of
     */
    template <typename... Arguments>
    Conversation(Agent& agent,
                 std::string protocol,
                 const Address& remote,
                 Arguments&&... arguments)
        : m_observer(agent, event::Role::CLIENT, std::move(protocol))
        , m_session(std::forward<Arguments>(arguments)...)
        , m_remote(ToEndpoint(remote))
        , m_connection(agent.GetNode(), agent.GetProtocol(), remote, *this)
    {
        if (agent.IsObserved())
        {
            m_session.SetObserver(&m_observer);
        }
    }

    /// The session, to say what comes next.
    Session* operator->()
    {
        return &m_session;
    }

    /// The session's next event; none once the connection is over.
    auto Next()
    {
        return NextAwaiter{*this};
    }

    /// Has a function called once the connection is open, and what was said before goes.
    void SetOnOpened(std::function<void()> onOpened)
    {
        m_onOpened = std::move(onOpened);
    }

    /// Why the connection is over, in words; empty as long as it is not.
    const std::string& GetEnd() const
    {
        return m_end;
    }

    /// The connection, as the record names it.
    const std::shared_ptr<const event::Connection>& GetConnection() const
    {
        return m_observer.GetConnection();
    }

  private:
    struct NextAwaiter
    {
        bool await_ready() const
        {
            conversation.TakeEvents(); // what the session was just told may have ended at once
            return !conversation.m_events.empty() || !conversation.m_end.empty();
        }

        void await_suspend(std::coroutine_handle<> waiting) const
        {
            conversation.Suspend(waiting);
        }

        std::optional<Event> await_resume() const
        {
            return conversation.TakeEvent();
        }

        Conversation& conversation;
    };

    void Suspend(std::coroutine_handle<> waiting)
    {
        m_waiting = waiting;
        m_connection.Pump();
    }

    void TakeEvents()
    {
        while (auto event = m_session.NextEvent())
        {
            m_events.push_back(std::move(*event));
        }
    }

    std::optional<Event> TakeEvent()
    {
        return wire::TakeFront(m_events);
    }

    wire::StreamSession& GetSession() override
    {
        return m_session;
    }

    void OnOpened(StreamConnection& connection) override
    {
        m_observer.OnOpened(connection.GetLocal(), connection.GetRemote());
        if (m_onOpened)
        {
            m_onOpened();
        }
    }

    void OnProgress() override
    {
        TakeEvents();
        if (!m_events.empty())
        {
            Wake();
        }
    }

    void OnClosed(SocketStatus status) override
    {
        m_observer.OnClosed(std::string(GetText(status)));
        m_end = GetText(status);
        Wake();
    }

    void OnFailed(SocketStatus status) override
    {
        m_observer.OnFailed(m_remote, std::string(GetText(status)));
        m_end = GetText(status);
        Wake();
    }

    /// The task may end, and this object with it: nothing is touched after this.
    void Wake()
    {
        if (m_waiting)
        {
            std::exchange(m_waiting, nullptr).resume();
        }
    }

    ConnectionObserver m_observer; // before the session, which reports to it
    Session m_session;
    wire::Endpoint m_remote;
    std::function<void()> m_onOpened;
    std::deque<Event> m_events;
    std::string m_end;
    std::coroutine_handle<> m_waiting;
    StreamConnection m_connection;
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_AGENT_CONVERSATION_H

/**
 * A server's end of one dialogue: each event of the session goes to the agent that serves, as a
 * task that may wait before it answers.
 */
#ifndef POSTROAD_APP_AGENT_SERVER_DIALOGUE_H
#define POSTROAD_APP_AGENT_SERVER_DIALOGUE_H

#include "postroad/app/agent/agent.h"
#include "postroad/app/agent/connection-observer.h"
#include "postroad/net/stream-connection.h"
#include "postroad/net/stream-dialogue.h"
#include "postroad/net/task.h"

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <variant>

namespace ns3::postroad
{

/// One client's connection. `Session` is the server side of a protocol.
template <typename Session>
class ServerDialogue : public StreamDialogue
{
  public:
    /// What the session tells: the value that its NextEvent() may hold. The last of its
    /// alternatives is the end of the session.
    using Event = typename decltype(std::declval<Session&>().NextEvent())::value_type;

    /// Serves one event, through the dialogue that it comes from. The dialogue owns the task, and
    /// drops it when the session ends: what is not answered by then needs no answer.
    using Handler = std::function<Task<>(ServerDialogue& dialogue, Event event)>;

    /**
     * \param agent who serves; must outlive this object
     * \param protocol the protocol's name in the record: "SMTP"
     * \param handler serves each event
     * \param arguments what the session is made of
     */
    template <typename... Arguments>
    ServerDialogue(Agent& agent, std::string protocol, Handler handler, Arguments&&... arguments)
        : m_observer(agent, event::Role::SERVER, std::move(protocol))
        , m_session(std::forward<Arguments>(arguments)...)
        , m_handler(std::move(handler))
    {
        if (agent.IsObserved())
        {
            m_session.SetObserver(&m_observer);
        }
    }

    /// The session, to answer.
    Session& GetServerSession()
    {
        return m_session;
    }

    /// The connection, as the record names it.
    const std::shared_ptr<const event::Connection>& GetConnection() const
    {
        return m_observer.GetConnection();
    }

    /// Breaks the connection off without a word.
    void Cut()
    {
        if (m_stream)
        {
            m_stream->Cut();
        }
    }

  private:
    wire::StreamSession& GetSession() override
    {
        return m_session;
    }

    void OnOpened(StreamConnection& connection) override
    {
        m_stream = &connection;
        m_observer.OnOpened(connection.GetLocal(), connection.GetRemote());
    }

    /// Called by the connection only, so never from one of the tasks.
    void OnProgress() override
    {
        while (auto event = m_session.NextEvent())
        {
            if (event->index() + 1 == std::variant_size_v<Event>)
            {
                m_tasks.CancelAll();
            }
            m_tasks.Start(Serve(std::move(*event)));
        }
    }

    void OnClosed(SocketStatus status) override
    {
        m_tasks.CancelAll();
        m_stream = nullptr;
        m_observer.OnClosed(std::string(GetText(status)));
    }

    void OnFailed(SocketStatus status) override
    {
        m_observer.OnFailed({}, std::string(GetText(status)));
    }

    /// Sends late answers, and serves what waited behind them.
    Task<> Serve(Event event)
    {
        co_await m_handler(*this, std::move(event));
        if (m_stream)
        {
            m_stream->Pump();
        }
    }

    ConnectionObserver m_observer; // before the session, which reports to it
    Session m_session;
    Handler m_handler;
    StreamConnection* m_stream{nullptr}; ///< while it is open
    TaskGroup m_tasks;
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_AGENT_SERVER_DIALOGUE_H

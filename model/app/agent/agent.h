/**
 * What all agents have in common: the host they run on, the one trace source of the record, tasks,
 * and a life that a power cut can interrupt.
 *
 * The record listens to the trace source "Event", which tells everything. Besides, each agent has
 * what ns-3's users look for: "Tx", "Rx" and "StateTransition", and "Queue" where it has a queue.
 * What begins while nobody listens to any of them stays untold to its end.
 *
 * An agent decides nothing that a unit test would want to see: protocol is in the engines, choice
 * of the next hop in route/. It holds sockets, timers and attributes, and says what happens.
 */
#ifndef POSTROAD_APP_AGENT_AGENT_H
#define POSTROAD_APP_AGENT_AGENT_H

#include "postroad/app/agent/host.h"
#include "postroad/event/event.h"
#include "postroad/net/socket-status.h"
#include "postroad/net/task.h"

#include "ns3/application.h"
#include "ns3/traced-callback.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace ns3::postroad
{

/// The base of every Postroad application.
class Agent : public Application
{
  public:
    /**
     * Get the type ID.
     * \return the object TypeId
     */
    static TypeId GetTypeId();

    /// The signature of the trace source "Event".
    typedef void (*EventTracedCallback)(const event::Event& event);

    /**
     * The signature of the trace sources "Tx" and "Rx".
     * \param text a line without its CRLF; a message, or a DNS message, as it stands on the wire
     * \param peer the other end
     */
    typedef void (*TextTracedCallback)(std::string_view text, const wire::Endpoint& peer);

    /**
     * The signature of the trace source "StateTransition".
     * \param connection whose session moved
     * \param from the state that it was in, by the name in its protocol's table: "READY"
     * \param to the state that it is in: "MAIL"
     */
    typedef void (*StateTransitionTracedCallback)(const event::Connection& connection,
                                                  std::string_view from,
                                                  std::string_view to);

    /// The agent's name on its host, as events give it: "mta".
    virtual std::string GetRole() const = 0;

    Host& GetHost() const;

    /**
     * Puts an event into the record.
     * \param make returns the event, but for time, host and role, which are filled in here. It is
     *        called only while somebody listens: what nobody hears costs nothing, and is not even
     *        made.
     */
    template <typename Make>
    requires std::is_same_v<std::invoke_result_t<Make>, event::Event>
    void Report(Make&& make)
    {
        if (!m_eventTrace.IsEmpty())
        {
            Emit(std::forward<Make>(make)());
        }
    }

    /// Whether anybody listens to any of the agent's trace sources: sessions need no observer when
    /// nobody does.
    bool IsObserved() const;

    /// Something is said to the peer at an address and a port ("Tx").
    void TraceTx(std::string_view text, const std::string& address, std::uint16_t port) const;

    /// Something was heard from the peer at an address and a port ("Rx").
    void TraceRx(std::string_view text, const std::string& address, std::uint16_t port) const;

    /// A session went from one state to another ("StateTransition").
    void TraceTransition(const event::Connection& connection,
                         std::string_view from,
                         std::string_view to) const;

    /// Whether the agent has been started and its host has power.
    bool IsRunning() const
    {
        return m_isRunning;
    }

    /// Begins a procedure; a power cut breaks it off.
    void StartTask(Task<> task)
    {
        m_tasks.Start(std::move(task));
    }

    /// The power fails: everything under way is broken off; what is on the disk stays.
    void SwitchOff();

    /// The power is back: the agent begins anew, with what is on the disk.
    void SwitchOn();

    /// Gives the agent's random variables fixed stream numbers. \return how many were used
    virtual int64_t AssignStreams(int64_t stream);

    /// The socket factory of this agent's streams.
    TypeId GetProtocol() const
    {
        return m_protocol;
    }

  protected:
    /// Begins work: listen, take up what waits on the disk.
    virtual void DoStart() = 0;

    /// Drops connections, timers and tasks.
    virtual void DoStop() = 0;

    /// Ends the simulation, as ns-3 does on a user's mistake, when a port could not be opened.
    void RequireListening(SocketStatus status, std::uint16_t port) const;

    void DoInitialize() override;
    void DoDispose() override;

  private:
    void Emit(event::Event event);
    void StartApplication() final;
    void StopApplication() final;

    TypeId m_protocol;
    Ptr<Host> m_host;
    TaskGroup m_tasks;
    bool m_isRunning{false};
    TracedCallback<const event::Event&> m_eventTrace;
    TracedCallback<std::string_view, const wire::Endpoint&> m_txTrace;
    TracedCallback<std::string_view, const wire::Endpoint&> m_rxTrace;
    TracedCallback<const event::Connection&, std::string_view, std::string_view> m_transitionTrace;
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_AGENT_AGENT_H

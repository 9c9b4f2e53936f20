/**
 * What all agents have in common: the host they run on, the one trace source of the record, tasks,
 * and a life that a power cut can interrupt.
 *
 * An agent decides nothing that a unit test would want to see: protocol is in the engines, choice
 * of the next hop in route/. It holds sockets, timers and attributes, and says what happens.
 */
#ifndef POSTROAD_APP_AGENT_H
#define POSTROAD_APP_AGENT_H

#include "postroad/app/host.h"
#include "postroad/event/event.h"
#include "postroad/net/socket-status.h"
#include "postroad/net/task.h"

#include "ns3/application.h"
#include "ns3/traced-callback.h"

#include <cstdint>
#include <string>
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

    /// The agent's name on its host, as events give it: "mta".
    virtual std::string GetRole() const = 0;

    Host& GetHost() const;

    /// Reports `event`, with time, host and role filled in here.
    void Report(event::Event event);

    /// Whether anybody listens to the record: what is costly to say need not be said to nobody.
    bool IsObserved() const;

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
    void StartApplication() final;
    void StopApplication() final;

    TypeId m_protocol;
    Ptr<Host> m_host;
    TaskGroup m_tasks;
    bool m_isRunning{false};
    TracedCallback<const event::Event&> m_eventTrace;
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_AGENT_H

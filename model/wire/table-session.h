/**
 * What the sessions have in common whose states stand in a table: they move only along its rows,
 * tell their agent events in order, and end once.
 */
#ifndef POSTROAD_WIRE_TABLE_SESSION_H
#define POSTROAD_WIRE_TABLE_SESSION_H

#include "postroad/wire/line-session.h"
#include "postroad/wire/take-front.h"
#include "postroad/wire/transition-table.h"

#include <deque>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

namespace ns3::postroad::wire
{

/// A session of one side of a protocol. `Event` is what it tells its agent, a std::variant.
template <typename State, typename Input, typename Event>
class TableSession : public LineSession
{
  public:
    /// The next thing that the agent must know; nothing when there is none.
    std::optional<Event> NextEvent()
    {
        return TakeFront(m_events);
    }

    State GetState() const
    {
        return m_state;
    }

  protected:
    /**
     * \param table the states and transitions; it must outlive the session
     * \param state the first state
     */
    TableSession(const TransitionTable<State, Input>& table, State state)
        : m_table(table)
        , m_state(state)
    {
    }

    /// True when the present state has a row for this input.
    bool IsInOrder(Input input) const
    {
        return m_table.Find(m_state, input).has_value();
    }

    /// Moves along the row for this input; where there is none it is a std::logic_error.
    void Move(Input input)
    {
        const auto row = m_table.Find(m_state, input);
        if (!row)
        {
            throw std::logic_error("wire::TableSession: " + std::string(m_table.GetName(m_state)) +
                                   " has no transition by " + std::string(m_table.GetName(input)));
        }
        const auto from = std::exchange(m_state, m_table.GetRows()[*row].to);
        if (auto* observer = GetObserver())
        {
            observer->OnTransition(*row);
            observer->OnStateChange(m_table.GetName(from), m_table.GetName(m_state));
        }
    }

    void Tell(Event event)
    {
        m_events.push_back(std::move(event));
    }

    /// Moves for the last time, tells the last event and has the stream closed.
    void End(Input input, Event lastEvent)
    {
        Move(input);
        Tell(std::move(lastEvent));
        EndStream();
    }

  private:
    const TransitionTable<State, Input>& m_table;
    State m_state;
    std::deque<Event> m_events;
};

} // namespace ns3::postroad::wire

#endif // POSTROAD_WIRE_TABLE_SESSION_H

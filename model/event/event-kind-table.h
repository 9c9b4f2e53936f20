/**
 * A table with one value for each kind of event, whole by the time it is compiled.
 */
#ifndef POSTROAD_EVENT_EVENT_KIND_TABLE_H
#define POSTROAD_EVENT_EVENT_KIND_TABLE_H

#include "postroad/event/event-kind.h"

#include <array>
#include <cstddef>
#include <span>
#include <stdexcept>

namespace ns3::postroad::event
{

/// What one kind has in a table.
template <typename Value>
struct EventKindRow
{
    EventKind kind; ///< the kind
    Value value;    ///< what it has
};

/// Values by kind. The rows may come in any order.
template <typename Value>
class EventKindTable
{
  public:
    /// A kind without a row does not compile, nor does one with two.
    template <std::size_t Size>
    consteval EventKindTable(const EventKindRow<Value> (&rows)[Size])
    {
        static_assert(Size == EVENT_KIND_COUNT, "each kind of event has one row in a table");
        std::array<bool, EVENT_KIND_COUNT> isThere{};
        for (const auto& [kind, value] : rows)
        {
            const auto index = static_cast<std::size_t>(kind);
            if (isThere.at(index))
            {
                throw std::logic_error("a kind of event has two rows in a table");
            }
            isThere[index] = true;
            m_values[index] = value;
        }
    }

    /// What a kind has.
    constexpr const Value& operator[](EventKind kind) const
    {
        return m_values.at(static_cast<std::size_t>(kind));
    }

    /// All values, in the order of the enumeration.
    constexpr std::span<const Value> GetValues() const
    {
        return m_values;
    }

  private:
    std::array<Value, EVENT_KIND_COUNT> m_values{};
};

} // namespace ns3::postroad::event

#endif // POSTROAD_EVENT_EVENT_KIND_TABLE_H

/**
 * The states of one side of a protocol and all its transitions, in one table.
 *
 * Each protocol writes its rows and names down as constants in one file (smtp-server-states.cc
 * ...); a table that contradicts itself does not compile. The session moves only along the rows;
 * tests and diagrams read the same table. States and inputs are enumerations numbered from 0 up.
 */
#ifndef POSTROAD_WIRE_TRANSITION_TABLE_H
#define POSTROAD_WIRE_TRANSITION_TABLE_H

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace ns3::postroad::wire
{

/// One row: in this state, by this input, to that state.
template <typename State, typename Input>
struct Transition
{
    State from;
    Input input;
    State to;
};

/// A view of a protocol's rows and of the names of its states and inputs.
template <typename State, typename Input>
class TransitionTable
{
  public:
    using Row = Transition<State, Input>;
    using Names = std::span<const std::string_view>;

    /**
     * The arrays must outlive the table.
     * \param rows at most one for a state and an input, else a std::logic_error
     * \param stateNames in the order of the enumeration, as many as the rows use, else likewise
     * \param inputNames likewise
     */
    constexpr TransitionTable(std::span<const Row> rows, Names stateNames, Names inputNames)
        : m_rows(rows)
        , m_stateNames(stateNames)
        , m_inputNames(inputNames)
    {
        std::size_t states = 0;
        std::size_t inputs = 0;
        for (std::size_t i = 0; i < rows.size(); ++i)
        {
            if (Find(rows[i].from, rows[i].input) != i)
            {
                throw std::logic_error("wire::TransitionTable: two rows for one state and input");
            }
            states = std::max({states, IndexOf(rows[i].from) + 1, IndexOf(rows[i].to) + 1});
            inputs = std::max(inputs, IndexOf(rows[i].input) + 1);
        }
        if (states != stateNames.size() || inputs != inputNames.size())
        {
            throw std::logic_error("wire::TransitionTable: a name is missing, or is in no row");
        }
    }

    constexpr std::span<const Row> GetRows() const
    {
        return m_rows;
    }

    /// The index of the row for an input in a state; nothing when the input is out of order there.
    constexpr std::optional<std::size_t> Find(State from, Input input) const
    {
        const auto row = std::find_if(m_rows.begin(), m_rows.end(), [from, input](const Row& r) {
            return r.from == from && r.input == input;
        });
        return row == m_rows.end() ? std::nullopt
                                   : std::optional(static_cast<std::size_t>(row - m_rows.begin()));
    }

    constexpr std::string_view GetName(State state) const
    {
        return m_stateNames[IndexOf(state)];
    }

    constexpr std::string_view GetName(Input input) const
    {
        return m_inputNames[IndexOf(input)];
    }

    /// "READY --MAIL--> MAIL".
    std::string Describe(const Row& row) const
    {
        return std::string(GetName(row.from)) + " --" + std::string(GetName(row.input)) + "--> " +
               std::string(GetName(row.to));
    }

  private:
    template <typename Enumerator>
    static constexpr std::size_t IndexOf(Enumerator enumerator)
    {
        return static_cast<std::size_t>(enumerator);
    }

    std::span<const Row> m_rows;
    Names m_stateNames;
    Names m_inputNames;
};

} // namespace ns3::postroad::wire

#endif // POSTROAD_WIRE_TRANSITION_TABLE_H

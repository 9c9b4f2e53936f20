/**
 * Draws a transition table as an SVG picture for docs/.
 *
 * The states stand below one another in the order of the table. A step to the next state is an
 * arrow straight down; all others leave sideways and run together, forward ones on the right and
 * backward ones on the left, one line for each state they lead to. An input that changes nothing
 * stands inside its state.
 */
#ifndef POSTROAD_TESTS_SMTP_SESSION_DIAGRAM_H
#define POSTROAD_TESTS_SMTP_SESSION_DIAGRAM_H

#include "postroad/wire/transition-table.h"

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace ns3::postroad::test
{

/// What a diagram shows.
struct SessionDiagram
{
    using Step = std::pair<std::size_t, std::size_t>; ///< from, to: indexes of states

    std::string title;
    std::vector<std::string> states;      ///< their names, in order
    std::map<Step, std::string> inputs{}; ///< by which a step is taken: "CLOSE, LOST"

    /// The picture.
    std::string Draw() const;
};

/// The diagram of a table.
template <typename State, typename Input>
SessionDiagram
MakeDiagram(std::string title, const wire::TransitionTable<State, Input>& table, State last)
{
    SessionDiagram diagram{std::move(title), {}};
    for (std::size_t i = 0; i <= static_cast<std::size_t>(last); ++i)
    {
        diagram.states.emplace_back(table.GetName(static_cast<State>(i)));
    }
    for (const auto& row : table.GetRows())
    {
        auto& inputs =
            diagram.inputs[{static_cast<std::size_t>(row.from), static_cast<std::size_t>(row.to)}];
        inputs += (inputs.empty() ? "" : ", ") + std::string(table.GetName(row.input));
    }
    return diagram;
}

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_SMTP_SESSION_DIAGRAM_H

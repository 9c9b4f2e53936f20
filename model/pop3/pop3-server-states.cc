#include "postroad/pop3/pop3-server-states.h"

#include <algorithm>
#include <array>

namespace ns3::postroad::pop3
{

namespace
{

using State = ServerState;
using Input = ServerInput;

constexpr auto TRANSITIONS = std::to_array<ServerTransition>({
    {State::CREATED, Input::OPEN, State::AUTHORIZATION},
    {State::CREATED, Input::LOST, State::CLOSED},

    {State::AUTHORIZATION, Input::USER, State::NAMED},
    {State::AUTHORIZATION, Input::QUIT, State::CLOSED},
    {State::AUTHORIZATION, Input::CLOSE, State::CLOSED},
    {State::AUTHORIZATION, Input::LOST, State::CLOSED},

    {State::NAMED, Input::USER, State::NAMED},
    {State::NAMED, Input::PASS, State::TRANSACTION},
    {State::NAMED, Input::REFUSE, State::AUTHORIZATION},
    {State::NAMED, Input::QUIT, State::CLOSED},
    {State::NAMED, Input::CLOSE, State::CLOSED},
    {State::NAMED, Input::LOST, State::CLOSED},

    {State::TRANSACTION, Input::STAT, State::TRANSACTION},
    {State::TRANSACTION, Input::LIST, State::TRANSACTION},
    {State::TRANSACTION, Input::RETR, State::TRANSACTION},
    {State::TRANSACTION, Input::DELE, State::TRANSACTION},
    {State::TRANSACTION, Input::NOOP, State::TRANSACTION},
    {State::TRANSACTION, Input::RSET, State::TRANSACTION},
    {State::TRANSACTION, Input::QUIT, State::UPDATE},
    {State::TRANSACTION, Input::CLOSE, State::CLOSED},
    {State::TRANSACTION, Input::LOST, State::CLOSED},

    {State::UPDATE, Input::UPDATE, State::CLOSED},
    {State::UPDATE, Input::CLOSE, State::CLOSED},
    {State::UPDATE, Input::LOST, State::CLOSED},
});

// In the order of the enumerations.
constexpr std::array<std::string_view, 6> STATE_NAMES{"CREATED",
                                                      "AUTHORIZATION",
                                                      "NAMED",
                                                      "TRANSACTION",
                                                      "UPDATE",
                                                      "CLOSED"};
constexpr std::array<std::string_view, 14> INPUT_NAMES{"OPEN",
                                                       "USER",
                                                       "PASS",
                                                       "REFUSE",
                                                       "STAT",
                                                       "LIST",
                                                       "RETR",
                                                       "DELE",
                                                       "NOOP",
                                                       "RSET",
                                                       "QUIT",
                                                       "UPDATE",
                                                       "CLOSE",
                                                       "LOST"};

} // namespace

std::span<const ServerTransition>
GetServerTransitions()
{
    return TRANSITIONS;
}

std::optional<std::size_t>
FindServerTransition(ServerState from, ServerInput input)
{
    const auto* const row =
        std::find_if(TRANSITIONS.begin(), TRANSITIONS.end(), [from, input](const auto& transition) {
            return transition.from == from && transition.input == input;
        });
    return row == TRANSITIONS.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(row - TRANSITIONS.begin()));
}

std::string_view
GetName(ServerState state)
{
    return STATE_NAMES.at(static_cast<std::size_t>(state));
}

std::string_view
GetName(ServerInput input)
{
    return INPUT_NAMES.at(static_cast<std::size_t>(input));
}

std::string
ToString(const ServerTransition& transition)
{
    return std::string(GetName(transition.from)) + " --" + std::string(GetName(transition.input)) +
           "--> " + std::string(GetName(transition.to));
}

} // namespace ns3::postroad::pop3

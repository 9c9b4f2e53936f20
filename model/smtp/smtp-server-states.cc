#include "postroad/smtp/smtp-server-states.h"

#include <algorithm>
#include <array>

namespace ns3::postroad::smtp
{

namespace
{

using State = ServerState;
using Input = ServerInput;

constexpr auto TRANSITIONS = std::to_array<ServerTransition>({
    {State::CREATED, Input::OPEN, State::CONNECTED},
    {State::CREATED, Input::LOST, State::CLOSED},

    {State::CONNECTED, Input::HELLO, State::READY},
    {State::CONNECTED, Input::RSET, State::CONNECTED},
    {State::CONNECTED, Input::QUIT, State::CLOSED},
    {State::CONNECTED, Input::CLOSE, State::CLOSED},
    {State::CONNECTED, Input::LOST, State::CLOSED},

    {State::READY, Input::HELLO, State::READY},
    {State::READY, Input::MAIL, State::MAIL},
    {State::READY, Input::RSET, State::READY},
    {State::READY, Input::QUIT, State::CLOSED},
    {State::READY, Input::CLOSE, State::CLOSED},
    {State::READY, Input::LOST, State::CLOSED},

    {State::MAIL, Input::HELLO, State::READY},
    {State::MAIL, Input::RCPT, State::RCPT},
    {State::MAIL, Input::RSET, State::READY},
    {State::MAIL, Input::QUIT, State::CLOSED},
    {State::MAIL, Input::CLOSE, State::CLOSED},
    {State::MAIL, Input::LOST, State::CLOSED},

    {State::RCPT, Input::HELLO, State::READY},
    {State::RCPT, Input::RCPT, State::RCPT},
    {State::RCPT, Input::DATA, State::DATA},
    {State::RCPT, Input::RSET, State::READY},
    {State::RCPT, Input::QUIT, State::CLOSED},
    {State::RCPT, Input::CLOSE, State::CLOSED},
    {State::RCPT, Input::LOST, State::CLOSED},

    {State::DATA, Input::CONTENT, State::READY},
    {State::DATA, Input::CLOSE, State::CLOSED},
    {State::DATA, Input::LOST, State::CLOSED},
});

// In the order of the enumerations.
constexpr std::array<std::string_view, 7>
    STATE_NAMES{"CREATED", "CONNECTED", "READY", "MAIL", "RCPT", "DATA", "CLOSED"};
constexpr std::array<std::string_view, 10> INPUT_NAMES{"OPEN",
                                                       "HELLO",
                                                       "MAIL",
                                                       "RCPT",
                                                       "DATA",
                                                       "CONTENT",
                                                       "RSET",
                                                       "QUIT",
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

} // namespace ns3::postroad::smtp

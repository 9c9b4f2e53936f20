#include "postroad/pop3/pop3-server-states.h"

#include <array>

namespace ns3::postroad::pop3
{

namespace
{

using State = ServerState;
using Input = ServerInput;

constexpr auto TRANSITIONS = std::to_array<ServerTable::Row>({
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
constexpr auto STATE_NAMES = std::to_array<std::string_view>(
    {"CREATED", "AUTHORIZATION", "NAMED", "TRANSACTION", "UPDATE", "CLOSED"});
constexpr auto INPUT_NAMES = std::to_array<std::string_view>({"OPEN",
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
                                                              "LOST"});

constexpr ServerTable TABLE{TRANSITIONS, STATE_NAMES, INPUT_NAMES};

} // namespace

const ServerTable&
GetServerTable()
{
    return TABLE;
}

} // namespace ns3::postroad::pop3

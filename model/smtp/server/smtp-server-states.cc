#include "postroad/smtp/server/smtp-server-states.h"

#include <array>

namespace ns3::postroad::smtp
{

namespace
{

using State = ServerState;
using Input = ServerInput;

constexpr auto TRANSITIONS = std::to_array<ServerTable::Row>({
    {State::CREATED, Input::OPEN, State::GREETING},
    {State::CREATED, Input::LOST, State::CLOSED},

    {State::GREETING, Input::GREET, State::CONNECTED},
    {State::GREETING, Input::REFUSE, State::REFUSED},
    {State::GREETING, Input::CLOSE, State::CLOSED},
    {State::GREETING, Input::LOST, State::CLOSED},

    {State::REFUSED, Input::QUIT, State::CLOSED},
    {State::REFUSED, Input::CLOSE, State::CLOSED},
    {State::REFUSED, Input::LOST, State::CLOSED},

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
    {State::RCPT, Input::BDAT, State::BDAT},
    {State::RCPT, Input::RSET, State::READY},
    {State::RCPT, Input::QUIT, State::CLOSED},
    {State::RCPT, Input::CLOSE, State::CLOSED},
    {State::RCPT, Input::LOST, State::CLOSED},

    {State::DATA, Input::CONTENT, State::READY},
    {State::DATA, Input::CLOSE, State::CLOSED},
    {State::DATA, Input::LOST, State::CLOSED},

    {State::BDAT, Input::HELLO, State::READY},
    {State::BDAT, Input::BDAT, State::BDAT},
    {State::BDAT, Input::CONTENT, State::READY},
    {State::BDAT, Input::RSET, State::READY},
    {State::BDAT, Input::QUIT, State::CLOSED},
    {State::BDAT, Input::CLOSE, State::CLOSED},
    {State::BDAT, Input::LOST, State::CLOSED},
});

// In the order of the enumerations.
constexpr auto STATE_NAMES = std::to_array<std::string_view>({"CREATED",
                                                              "GREETING",
                                                              "REFUSED",
                                                              "CONNECTED",
                                                              "READY",
                                                              "MAIL",
                                                              "RCPT",
                                                              "DATA",
                                                              "BDAT",
                                                              "CLOSED"});
constexpr auto INPUT_NAMES = std::to_array<std::string_view>({"OPEN",
                                                              "GREET",
                                                              "REFUSE",
                                                              "HELLO",
                                                              "MAIL",
                                                              "RCPT",
                                                              "DATA",
                                                              "BDAT",
                                                              "CONTENT",
                                                              "RSET",
                                                              "QUIT",
                                                              "CLOSE",
                                                              "LOST"});

constexpr ServerTable TABLE{TRANSITIONS, STATE_NAMES, INPUT_NAMES};

} // namespace

const ServerTable&
GetServerTable()
{
    return TABLE;
}

} // namespace ns3::postroad::smtp

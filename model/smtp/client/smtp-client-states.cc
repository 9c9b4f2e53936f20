#include "postroad/smtp/client/smtp-client-states.h"

#include <array>

namespace ns3::postroad::smtp
{

namespace
{

using State = ClientState;
using Input = ClientInput;

constexpr auto TRANSITIONS = std::to_array<ClientTable::Row>({
    {State::CREATED, Input::OPEN, State::GREETING},  {State::CREATED, Input::LOST, State::CLOSED},

    {State::GREETING, Input::ACCEPTED, State::EHLO}, {State::GREETING, Input::GIVE_UP, State::QUIT},
    {State::GREETING, Input::LOST, State::CLOSED},

    {State::EHLO, Input::ACCEPTED, State::READY},    {State::EHLO, Input::REFUSED, State::HELO},
    {State::EHLO, Input::GIVE_UP, State::QUIT},      {State::EHLO, Input::LOST, State::CLOSED},

    {State::HELO, Input::ACCEPTED, State::READY},    {State::HELO, Input::GIVE_UP, State::QUIT},
    {State::HELO, Input::LOST, State::CLOSED},

    {State::READY, Input::TRANSFER, State::MAIL},    {State::READY, Input::QUIT, State::QUIT},
    {State::READY, Input::LOST, State::CLOSED},

    {State::MAIL, Input::ACCEPTED, State::RCPT},     {State::MAIL, Input::REFUSED, State::READY},
    {State::MAIL, Input::NOBODY, State::RCPT},       {State::MAIL, Input::LOST, State::CLOSED},

    {State::RCPT, Input::NEXT, State::RCPT},         {State::RCPT, Input::ACCEPTED, State::DATA},
    {State::RCPT, Input::CHUNK, State::CONTENT},     {State::RCPT, Input::NOBODY, State::DATA},
    {State::RCPT, Input::REFUSED, State::RSET},      {State::RCPT, Input::LOST, State::CLOSED},

    {State::DATA, Input::ACCEPTED, State::CONTENT},  {State::DATA, Input::REFUSED, State::RSET},
    {State::DATA, Input::NOBODY, State::CONTENT},    {State::DATA, Input::LOST, State::CLOSED},

    {State::CONTENT, Input::ACCEPTED, State::READY}, {State::CONTENT, Input::REFUSED, State::READY},
    {State::CONTENT, Input::NEXT, State::CONTENT},   {State::CONTENT, Input::LOST, State::CLOSED},

    {State::RSET, Input::ACCEPTED, State::READY},    {State::RSET, Input::GIVE_UP, State::QUIT},
    {State::RSET, Input::LOST, State::CLOSED},

    {State::QUIT, Input::ACCEPTED, State::CLOSED},   {State::QUIT, Input::LOST, State::CLOSED},
});

// In the order of the enumerations.
constexpr auto STATE_NAMES = std::to_array<std::string_view>({"CREATED",
                                                              "GREETING",
                                                              "EHLO",
                                                              "HELO",
                                                              "READY",
                                                              "MAIL",
                                                              "RCPT",
                                                              "DATA",
                                                              "CONTENT",
                                                              "RSET",
                                                              "QUIT",
                                                              "CLOSED"});
constexpr auto INPUT_NAMES = std::to_array<std::string_view>({"OPEN",
                                                              "ACCEPTED",
                                                              "REFUSED",
                                                              "NEXT",
                                                              "NOBODY",
                                                              "CHUNK",
                                                              "GIVE_UP",
                                                              "TRANSFER",
                                                              "QUIT",
                                                              "LOST"});

constexpr ClientTable TABLE{TRANSITIONS, STATE_NAMES, INPUT_NAMES};

} // namespace

const ClientTable&
GetClientTable()
{
    return TABLE;
}

} // namespace ns3::postroad::smtp

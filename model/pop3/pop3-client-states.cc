#include "postroad/pop3/pop3-client-states.h"

#include <array>

namespace ns3::postroad::pop3
{

namespace
{

using State = ClientState;
using Input = ClientInput;

constexpr auto TRANSITIONS = std::to_array<ClientTable::Row>({
    {State::CREATED, Input::OPEN, State::GREETING}, {State::CREATED, Input::LOST, State::CLOSED},

    {State::GREETING, Input::USER, State::USER},    {State::GREETING, Input::QUIT, State::QUIT},
    {State::GREETING, Input::CLOSE, State::CLOSED}, {State::GREETING, Input::LOST, State::CLOSED},

    {State::USER, Input::PASS, State::PASS},        {State::USER, Input::QUIT, State::QUIT},
    {State::USER, Input::CLOSE, State::CLOSED},     {State::USER, Input::LOST, State::CLOSED},

    {State::PASS, Input::STAT, State::STAT},        {State::PASS, Input::QUIT, State::QUIT},
    {State::PASS, Input::CLOSE, State::CLOSED},     {State::PASS, Input::LOST, State::CLOSED},

    {State::STAT, Input::LIST, State::LIST},        {State::STAT, Input::QUIT, State::QUIT},
    {State::STAT, Input::CLOSE, State::CLOSED},     {State::STAT, Input::LOST, State::CLOSED},

    {State::LIST, Input::RETR, State::RETR},        {State::LIST, Input::QUIT, State::QUIT},
    {State::LIST, Input::CLOSE, State::CLOSED},     {State::LIST, Input::LOST, State::CLOSED},

    {State::RETR, Input::RETR, State::RETR},        {State::RETR, Input::DELE, State::DELE},
    {State::RETR, Input::QUIT, State::QUIT},        {State::RETR, Input::CLOSE, State::CLOSED},
    {State::RETR, Input::LOST, State::CLOSED},

    {State::DELE, Input::RETR, State::RETR},        {State::DELE, Input::QUIT, State::QUIT},
    {State::DELE, Input::CLOSE, State::CLOSED},     {State::DELE, Input::LOST, State::CLOSED},

    {State::QUIT, Input::END, State::CLOSED},       {State::QUIT, Input::CLOSE, State::CLOSED},
    {State::QUIT, Input::LOST, State::CLOSED},
});

// In the order of the enumerations.
constexpr auto STATE_NAMES = std::to_array<std::string_view>(
    {"CREATED", "GREETING", "USER", "PASS", "STAT", "LIST", "RETR", "DELE", "QUIT", "CLOSED"});
constexpr auto INPUT_NAMES = std::to_array<std::string_view>(
    {"OPEN", "USER", "PASS", "STAT", "LIST", "RETR", "DELE", "QUIT", "END", "CLOSE", "LOST"});

constexpr ClientTable TABLE{TRANSITIONS, STATE_NAMES, INPUT_NAMES};

} // namespace

const ClientTable&
GetClientTable()
{
    return TABLE;
}

} // namespace ns3::postroad::pop3

#include "postroad/pop3/pop3-server-session.h"

namespace ns3::postroad::pop3
{

/// RFC 1939 section 5: list = "LIST" [SP message-number] CRLF; scan listing = number SP octets
void
ServerSession::HandleList(std::string_view argument)
{
    const auto describe = [this](std::size_t number) {
        return std::to_string(number) + ' ' + std::to_string(m_maildrop.GetOctets(number));
    };
    if (!argument.empty())
    {
        if (const auto number = FindMessage(argument))
        {
            SendOk(describe(*number));
            Move(ServerInput::LIST);
        }
        return;
    }
    SendOk(m_maildrop.Describe());
    for (std::size_t number = 1; number <= m_maildrop.GetLastNumber(); ++number)
    {
        if (!m_maildrop.IsMarked(number))
        {
            SendLine(describe(number));
        }
    }
    SendLine(".");
    Move(ServerInput::LIST);
}

} // namespace ns3::postroad::pop3

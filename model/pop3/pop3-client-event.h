/**
 * What a POP3 client's session tells its agent.
 */
#ifndef POSTROAD_POP3_POP3_CLIENT_EVENT_H
#define POSTROAD_POP3_POP3_CLIENT_EVENT_H

#include <cstddef>
#include <string>
#include <variant>

namespace ns3::postroad::pop3
{

/// A message has come, whole. It may come again in another session if this one ends badly.
struct MessageFetched
{
    std::size_t number{0}; ///< in the maildrop of this session
    std::string content;   ///< lines ended by CRLF, without the dots added on the way
};

/// The session did not do what it was made for; told once, at the first fault.
struct SessionFailed
{
    std::string reason; ///< "the server refused PASS: wrong user name or password"
};

/// The last event of every session, also of one that has failed.
struct ClientSessionEnded
{
    std::size_t count{0}; ///< messages fetched
};

using ClientEvent = std::variant<MessageFetched, SessionFailed, ClientSessionEnded>;

} // namespace ns3::postroad::pop3

#endif // POSTROAD_POP3_POP3_CLIENT_EVENT_H

/**
 * What a POP3 server's session tells its agent.
 *
 * All but the last are questions: the session waits for the agent's answer, at once or later, and
 * meanwhile reads no further.
 */
#ifndef POSTROAD_POP3_POP3_SERVER_EVENT_H
#define POSTROAD_POP3_POP3_SERVER_EVENT_H

#include "postroad/pop3/pop3-maildrop.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ns3::postroad::pop3
{

/// USER and PASS: whose maildrop is that, and is it free? Answered by AnswerLogin().
struct LoginGiven
{
    std::string user;
    std::string password;
};

/// Why a login is not accepted.
enum class LoginRefusal
{
    WRONG_CREDENTIALS, ///< no such user, or not this password
    MAILDROP_LOCKED,   ///< another session has it
};

/// The maildrop, whose lock the agent has taken, or why there is none.
using LoginAnswer = std::variant<Maildrop, LoginRefusal>;

/// QUIT: the UPDATE state. The agent is to remove these, and answers by AnswerUpdate().
struct DeletionsGiven
{
    std::vector<store::UniqueId> removed;
};

/// What became of them.
enum class UpdateOutcome
{
    REMOVED,     ///< all of them are gone
    NOT_REMOVED, ///< some are still there
};

/// Why a session is over.
enum class EndReason
{
    QUIT,            ///< the client took its leave
    TIMEOUT,         ///< the client was silent for too long
    TOO_MANY_LOGINS, ///< the client failed to log in too often
    CLOSED,          ///< the agent closed it
    PEER_ENDED,      ///< the client ended the stream without QUIT
    STREAM_LOST,     ///< the stream broke
};

/// "quit", "time-out", ...
std::string_view GetName(EndReason reason);

/// The last event of every session: the agent gives the lock back, if it took one. Marks that the
/// session did not tell in DeletionsGiven are gone.
struct ServerSessionEnded
{
    EndReason reason{EndReason::QUIT};
};

using ServerEvent = std::variant<LoginGiven, DeletionsGiven, ServerSessionEnded>;

} // namespace ns3::postroad::pop3

#endif // POSTROAD_POP3_POP3_SERVER_EVENT_H

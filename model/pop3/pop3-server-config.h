/**
 * What a POP3 server's session is told when it is made: its words, its limits.
 */
#ifndef POSTROAD_POP3_POP3_SERVER_CONFIG_H
#define POSTROAD_POP3_POP3_SERVER_CONFIG_H

#include "postroad/wire/time-point.h"

#include <chrono>
#include <string>

namespace ns3::postroad::pop3
{

/// RFC 1939 section 3: the autologout timer is at least this long.
inline constexpr wire::Duration SERVER_IDLE_TIMEOUT = std::chrono::minutes(10);

/// Failed logins after which the session is closed.
inline constexpr int FAILED_LOGIN_LIMIT = 3;

/// The properties of one server's sessions.
struct ServerConfig
{
    std::string software{"POP3 server"};             ///< in the greeting and the farewell
    wire::Duration idleTimeout{SERVER_IDLE_TIMEOUT}; ///< without a command; then the end
    int failedLoginLimit{FAILED_LOGIN_LIMIT};        ///< in one session; then the end
    std::string refusal{};                           ///< said in place of a greeting, then the end
};

} // namespace ns3::postroad::pop3

#endif // POSTROAD_POP3_POP3_SERVER_CONFIG_H

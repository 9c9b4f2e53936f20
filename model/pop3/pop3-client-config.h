/**
 * What a POP3 client's session is told when it is made: who reads, what to do, its limits.
 */
#ifndef POSTROAD_POP3_POP3_CLIENT_CONFIG_H
#define POSTROAD_POP3_POP3_CLIENT_CONFIG_H

#include "postroad/wire/time-point.h"

#include <chrono>
#include <cstddef>
#include <string>

namespace ns3::postroad::pop3
{

/// How long a client waits for the server's next line.
inline constexpr wire::Duration CLIENT_RESPONSE_TIMEOUT = std::chrono::minutes(5);

/// The largest message that a client reads, in octets.
inline constexpr std::size_t DEFAULT_MESSAGE_LIMIT = std::size_t{64} * 1024 * 1024;

/// The most messages that a client lets a server list.
inline constexpr std::size_t DEFAULT_LISTING_LIMIT = 100'000;

/// The properties of one session.
struct ClientConfig
{
    std::string user;                                        ///< for USER
    std::string password;                                    ///< for PASS
    bool deleteAfterFetch{true};                             ///< DELE behind each RETR
    wire::Duration responseTimeout{CLIENT_RESPONSE_TIMEOUT}; ///< then the session fails
    std::size_t messageLimit{DEFAULT_MESSAGE_LIMIT};         ///< beyond it the session fails
    std::size_t listingLimit{DEFAULT_LISTING_LIMIT};         ///< beyond it the session fails
};

} // namespace ns3::postroad::pop3

#endif // POSTROAD_POP3_POP3_CLIENT_CONFIG_H

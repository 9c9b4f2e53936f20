/**
 * Whether the address of a client has a name that leads back to it: the reverse look-up and its
 * confirmation (RFC 8601 section 3, "iprev"), and what a server that asks for it answers.
 *
 * Mail servers that are looked after have both records; a stranger's home computer mostly has not.
 * The look-ups are the agent's; this is the decision.
 */
#ifndef POSTROAD_POLICY_CLIENT_NAME_H
#define POSTROAD_POLICY_CLIENT_NAME_H

#include "postroad/smtp/grammar/smtp-reply.h"

#include <optional>
#include <string>
#include <string_view>

namespace ns3::postroad::policy
{

/// The names of one address that are looked up; what a zone lists beyond is passed over.
inline constexpr std::size_t CLIENT_NAME_LIMIT = 10;

/// What came of the look-ups.
enum class ClientNameStatus
{
    CONFIRMED,     ///< a name of the address has that address
    NO_NAME,       ///< the address has no name
    NOT_CONFIRMED, ///< none of its names has the address
    UNKNOWN,       ///< name servers failed
};

/// What is known of a client's name.
struct ClientName
{
    ClientNameStatus status{ClientNameStatus::UNKNOWN};
    std::string name; ///< the confirmed name, or one that is not; empty for none

    bool operator==(const ClientName&) const = default;
};

/**
 * Decides on a client.
 * \param client what was found
 * \param address the address that it connects from
 * \return none for a confirmed name; 550 5.7.25 otherwise, and 450 4.7.25 while nobody knows (RFC
 *         7372 section 3.3)
 */
std::optional<smtp::Reply> JudgeClientName(const ClientName& client, std::string_view address);

} // namespace ns3::postroad::policy

#endif // POSTROAD_POLICY_CLIENT_NAME_H

/**
 * The Received field that each server puts on top of a message (RFC 5321 section 4.4, trace
 * information, the time-stamp line): from whom it came, who took it, how, under what id, for whom
 * and when.
 *
 * Comments behind "from" and "by" are kept, others and clauses of other names are left out.
 */
#ifndef POSTROAD_MAIL_RECEIVED_FIELD_H
#define POSTROAD_MAIL_RECEIVED_FIELD_H

#include "postroad/mail/envelope.h"
#include "postroad/mail/header-field.h"
#include "postroad/wire/result.h"
#include "postroad/wire/wall-clock.h"

#include <optional>
#include <string>
#include <vector>

namespace ns3::postroad::mail
{

/// What a host knows of a peer from its TCP connection, not from the peer's own words.
struct TcpInfo
{
    std::string hostName;       ///< the name that belongs to the address; may be empty
    std::string addressLiteral; ///< the address in brackets: "[192.0.2.1]"

    bool operator==(const TcpInfo&) const = default;
};

/// A host as the "from" and "by" clauses name it.
struct ExtendedDomain
{
    std::string domain;                  ///< what it calls itself: a name or an address literal
    std::optional<TcpInfo> tcpInfo{};    ///< who it was by its connection
    std::vector<std::string> comments{}; ///< without parentheses: "Postfix"

    bool operator==(const ExtendedDomain&) const = default;
};

/// One hop of a message.
struct ReceivedField
{
    static constexpr const char* NAME = "Received"; ///< the name of the field

    std::optional<ExtendedDomain> from;   ///< by its EHLO; none for what came from the host itself
    ExtendedDomain by;                    ///< who wrote this field
    std::string via{};                    ///< the link, when it is not TCP; may be empty
    std::string with{};                   ///< "ESMTP", "SMTP", "LMTP"; may be empty
    std::string id{};                     ///< the writer's own name for the message; may be empty
    std::optional<ForwardPath> forPath{}; ///< the recipient, when there was only one
    wire::WallTime date{};                ///< when, by the writer's clock

    /// The field, with each group of clauses on a line of its own, continued by a tab.
    HeaderField Serialize() const;

    bool operator==(const ReceivedField&) const = default;
};

/// Reads the body of a Received field.
wire::Result<ReceivedField> ParseReceivedField(const HeaderField& field);

} // namespace ns3::postroad::mail

#endif // POSTROAD_MAIL_RECEIVED_FIELD_H

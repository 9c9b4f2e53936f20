/**
 * Whom an agent takes mail from, and to where (RFC 5321 section 7.9, RFC 5068).
 *
 * A transfer agent takes mail for its own domains from anyone, and for other domains from nobody
 * but the clients it is there for. Its own are those whose mailboxes it has, and those that it
 * passes on as one of their exchangers. Who such a client is, is told here by source network;
 * identities proved by SASL come with authentication.
 */
#ifndef POSTROAD_POLICY_RELAY_POLICY_H
#define POSTROAD_POLICY_RELAY_POLICY_H

#include "postroad/mail/domain-name.h"
#include "postroad/mail/envelope.h"
#include "postroad/policy/client-network.h"
#include "postroad/smtp/grammar/smtp-reply.h"
#include "postroad/store/local-domains.h"

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::policy
{

/// An agent's rules for accepting recipients.
struct RelayPolicy
{
    store::LocalDomains local;               ///< whose mailboxes it has
    std::vector<ClientNetwork> relayClients; ///< clients that may send anywhere
    std::set<mail::DomainName> relayDomains; ///< that it is an exchanger of, without having
                                             ///< their mailboxes
    bool acceptsOwnDomains{true};            ///< false for a submission agent: its clients only
    bool isOpenRelay{false};                 ///< takes anything from anyone: what spammers look for
};

/// Tells whether a mailbox of one of the own domains exists.
using MailboxExists = std::function<bool(const mail::AddrSpec&)>;

/// Whether two addresses name one mailbox, as delivery agents here see it.
bool IsSameMailbox(const mail::AddrSpec& one, const mail::AddrSpec& other);

/// The one mailbox that each system has (RFC 5321 section 4.5.1), in any case and any own domain;
/// and its other name, from which notifications come.
bool IsPostmaster(const mail::AddrSpec& mailbox);

/// 550 5.1.1: there is no such mailbox.
smtp::Reply MakeUnknownMailboxReply(const mail::ForwardPath& recipient);

/**
 * Decides on one recipient.
 * \param policy the agent's rules
 * \param clientAddress the address that the client connects from
 * \param recipient the forward path
 * \param exists asked for recipients in the own domains
 * \return 250 2.1.5, or 550 with the reason: 5.1.1 no such mailbox, 5.7.1 relaying denied
 */
smtp::Reply CheckRecipient(const RelayPolicy& policy,
                           std::string_view clientAddress,
                           const mail::ForwardPath& recipient,
                           const MailboxExists& exists);

} // namespace ns3::postroad::policy

#endif // POSTROAD_POLICY_RELAY_POLICY_H

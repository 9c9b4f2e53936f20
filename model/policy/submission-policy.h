/**
 * Who may submit messages, and under which addresses (RFC 6409 sections 4.3 and 6.1, RFC 5068).
 *
 * A submission agent answers for what its people send, so it knows whom each message comes from:
 * here by the source network, until authentication lands. A sender is to be one of the identity's
 * own addresses; the null reverse path is anybody's.
 */
#ifndef POSTROAD_POLICY_SUBMISSION_POLICY_H
#define POSTROAD_POLICY_SUBMISSION_POLICY_H

#include "postroad/mail/envelope.h"
#include "postroad/policy/client-network.h"
#include "postroad/smtp/grammar/smtp-reply.h"

#include <optional>
#include <string_view>
#include <vector>

namespace ns3::postroad::policy
{

/// People who submit from one network.
struct Submitter
{
    ClientNetwork network;                 ///< where they connect from
    std::vector<mail::AddrSpec> addresses; ///< their own; the first is the identity of a message
                                           ///< that names none. Empty: any address will do

    /// Whether they may send under that address: the local part, too, without regard to case.
    bool Owns(const mail::AddrSpec& address) const;
};

/// A submission agent's rules for accepting senders.
struct SubmissionPolicy
{
    std::vector<Submitter> submitters; ///< the first whose network fits counts

    /// Who connects from an address, or nullptr.
    const Submitter* Find(std::string_view clientAddress) const;
};

/// Decides on the reverse path of a submission. \return 250 2.1.0, or 550 5.7.1 for strangers and
/// for addresses of others
smtp::Reply CheckSubmission(const SubmissionPolicy& policy,
                            std::string_view clientAddress,
                            const mail::ReversePath& sender);

/// Whom an accepted submission is put down to; none when nothing but the network is known.
std::optional<mail::AddrSpec> FindIdentity(const SubmissionPolicy& policy,
                                           std::string_view clientAddress,
                                           const mail::ReversePath& sender);

} // namespace ns3::postroad::policy

#endif // POSTROAD_POLICY_SUBMISSION_POLICY_H

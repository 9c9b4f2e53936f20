/**
 * What a submission agent may add to a message that lacks it (RFC 6409 section 8): Date,
 * Message-ID, and Sender where the author is not who submits.
 *
 * Nothing that stands in the message is changed or taken away: neither its body nor a field, wrong
 * or not.
 */
#ifndef POSTROAD_POLICY_SUBMISSION_REPAIR_H
#define POSTROAD_POLICY_SUBMISSION_REPAIR_H

#include "postroad/mail/addr-spec.h"
#include "postroad/wire/wall-clock.h"

#include <optional>
#include <string>

namespace ns3::postroad::policy
{

/// What to add where it is missing.
struct SubmissionFacts
{
    wire::WallTime date;                    ///< now, by the agent's clock
    std::string messageId;                  ///< a new one, without its angle brackets
    std::optional<mail::AddrSpec> identity; ///< who submits, if that is known
};

/// The message with what was missing on top of its header.
std::string RepairSubmission(std::string content, const SubmissionFacts& facts);

} // namespace ns3::postroad::policy

#endif // POSTROAD_POLICY_SUBMISSION_REPAIR_H

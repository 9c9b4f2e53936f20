#include "postroad/policy/submission-policy.h"

#include "postroad/policy/relay-policy.h"

#include <algorithm>

namespace ns3::postroad::policy
{

namespace
{

constexpr smtp::EnhancedCode NOT_AUTHORIZED{5, 7, 1};

} // namespace

bool
Submitter::Owns(const mail::AddrSpec& address) const
{
    return addresses.empty() ||
           std::any_of(addresses.begin(), addresses.end(), [&address](const auto& own) {
               return IsSameMailbox(own, address);
           });
}

const Submitter*
SubmissionPolicy::Find(std::string_view clientAddress) const
{
    const auto found =
        std::find_if(submitters.begin(), submitters.end(), [clientAddress](const auto& each) {
            return each.network.Contains(clientAddress);
        });
    return found == submitters.end() ? nullptr : &*found;
}

smtp::Reply
CheckSubmission(const SubmissionPolicy& policy,
                std::string_view clientAddress,
                const mail::ReversePath& sender)
{
    const auto* const submitter = policy.Find(clientAddress);
    if (!submitter)
    {
        return smtp::MakeReply(550,
                               NOT_AUTHORIZED,
                               "Submission from " + std::string(clientAddress) +
                                   " is not permitted");
    }
    if (!sender.IsNull() && !submitter->Owns(*sender.mailbox))
    {
        return smtp::MakeReply(550,
                               NOT_AUTHORIZED,
                               sender.ToString() + ": Sender address is not your own");
    }
    return smtp::MakeReply(250, smtp::SENDER_OK, "Ok");
}

std::optional<mail::AddrSpec>
FindIdentity(const SubmissionPolicy& policy,
             std::string_view clientAddress,
             const mail::ReversePath& sender)
{
    const auto* const submitter = policy.Find(clientAddress);
    if (!submitter || submitter->addresses.empty())
    {
        return std::nullopt;
    }
    return sender.IsNull() ? submitter->addresses.front() : *sender.mailbox;
}

} // namespace ns3::postroad::policy

#include "postroad/policy/relay-policy.h"

#include "postroad/store/mailbox-name.h"
#include "postroad/text/ascii.h"

namespace ns3::postroad::policy
{

namespace
{

constexpr smtp::EnhancedCode NO_SUCH_MAILBOX{5, 1, 1};
constexpr smtp::EnhancedCode NOT_AUTHORIZED{5, 7, 1};

} // namespace

bool
IsSameMailbox(const mail::AddrSpec& one, const mail::AddrSpec& other)
{
    return store::MailboxName(one) == store::MailboxName(other);
}

bool
IsPostmaster(const mail::AddrSpec& mailbox)
{
    return text::EqualsIgnoringCase(mailbox.localPart, "postmaster") ||
           text::EqualsIgnoringCase(mailbox.localPart, "mailer-daemon");
}

smtp::Reply
MakeUnknownMailboxReply(const mail::ForwardPath& recipient)
{
    return smtp::MakeReply(550, NO_SUCH_MAILBOX, recipient.ToString() + ": No such mailbox here");
}

smtp::Reply
CheckRecipient(const RelayPolicy& policy,
               std::string_view clientAddress,
               const mail::ForwardPath& recipient,
               const MailboxExists& exists)
{
    const bool isTrusted = policy.isOpenRelay || IsInAny(policy.relayClients, clientAddress);
    const auto& domain = recipient.mailbox.domain;
    const bool hasMailboxes = policy.local.Has(domain);
    const bool isOwnDomain = hasMailboxes || policy.relayDomains.contains(mail::DomainName(domain));
    if (!isTrusted && !(isOwnDomain && policy.acceptsOwnDomains))
    {
        return smtp::MakeReply(550, NOT_AUTHORIZED, recipient.ToString() + ": Relay access denied");
    }
    if (hasMailboxes && !exists(recipient.mailbox))
    {
        return MakeUnknownMailboxReply(recipient);
    }
    return smtp::MakeReply(250, smtp::RECIPIENT_OK, "Ok");
}

} // namespace ns3::postroad::policy

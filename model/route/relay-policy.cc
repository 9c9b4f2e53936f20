#include "postroad/route/relay-policy.h"

namespace ns3::postroad::route
{

smtp::Reply
CheckRecipient(const RelayPolicy& policy,
               std::string_view clientAddress,
               const mime::ForwardPath& recipient,
               const MailboxExists& exists)
{
    const bool isOwnClient = policy.relayClients.count(std::string(clientAddress)) > 0;
    const bool isOwnDomain = IsLocal(policy.route, recipient.mailbox.domain);
    if (!isOwnClient && !(isOwnDomain && policy.acceptsOwnDomains))
    {
        return {550, smtp::EnhancedCode{5, 7, 1}, {recipient.ToString() + ": Relay access denied"}};
    }
    if (isOwnDomain && !exists(recipient.mailbox))
    {
        return {550,
                smtp::EnhancedCode{5, 1, 1},
                {recipient.ToString() + ": No such mailbox here"}};
    }
    return {250, smtp::EnhancedCode{2, 1, 5}, {"Ok"}};
}

} // namespace ns3::postroad::route

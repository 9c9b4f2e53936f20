#include "postroad/app/mail-delivery-agent.h"

#include "postroad/app/message-event.h"
#include "postroad/mime/return-path-field.h"
#include "postroad/route/relay-policy.h"

#include "ns3/log.h"

#include <utility>

namespace ns3::postroad
{

NS_LOG_COMPONENT_DEFINE("PostroadMailDeliveryAgent");
NS_OBJECT_ENSURE_REGISTERED(MailDeliveryAgent);

TypeId
MailDeliveryAgent::GetTypeId()
{
    static TypeId tid = TypeId("ns3::postroad::MailDeliveryAgent")
                            .SetParent<Agent>()
                            .SetGroupName("Postroad")
                            .AddConstructor<MailDeliveryAgent>();
    return tid;
}

std::string
MailDeliveryAgent::GetRole() const
{
    return "mda";
}

bool
MailDeliveryAgent::HasMailbox(const mime::AddrSpec& mailbox) const
{
    return route::IsPostmaster(mailbox) || GetHost().HasAccount(MakeMailboxName(mailbox));
}

route::AttemptResult
MailDeliveryAgent::Deliver(const store::QueuedMessage& message, const mime::ForwardPath& recipient)
{
    NS_LOG_FUNCTION(this << recipient.ToString());
    route::AttemptResult result{route::AttemptStatus::DELIVERED, GetHost().GetName()};
    auto mailbox = recipient.mailbox;
    if (mailbox.domain.empty())
    {
        mailbox.domain = GetHost().GetName(); // RFC 5321 section 4.1.1.3: RCPT TO:<Postmaster>
    }
    const auto name = MakeMailboxName(mailbox);
    if (!HasMailbox(mailbox))
    {
        result.status = route::AttemptStatus::REFUSED;
        result.code = smtp::EnhancedCode{5, 1, 1};
        result.reason = "there is no mailbox " + name + " on " + GetHost().GetName();
        return result;
    }
    GetHost().GetMailStore().Create(name).Append(
        mime::MakeReturnPathField(message.reversePath).Serialize() + message.content);
    Report(MakeOutcomeEvent(message, recipient, store::RecipientState::DELIVERED, result));
    return result;
}

void
MailDeliveryAgent::DoStart()
{
}

void
MailDeliveryAgent::DoStop()
{
}

} // namespace ns3::postroad

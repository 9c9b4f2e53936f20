#include "postroad/app/mail/mail-delivery-agent.h"

#include "postroad/app/mail/message-event.h"
#include "postroad/mail/return-path-field.h"
#include "postroad/policy/relay-policy.h"

#include "ns3/log.h"
#include "ns3/string.h"

#include <utility>

namespace ns3::postroad
{

NS_LOG_COMPONENT_DEFINE("PostroadMailDeliveryAgent");
NS_OBJECT_ENSURE_REGISTERED(MailDeliveryAgent);

namespace
{

constexpr auto POSTMASTER = "postmaster";

} // namespace

TypeId
MailDeliveryAgent::GetTypeId()
{
    static TypeId tid = TypeId("ns3::postroad::MailDeliveryAgent")
                            .SetParent<Agent>()
                            .SetGroupName("Postroad")
                            .AddConstructor<MailDeliveryAgent>()
                            .AddAttribute("CatchAll",
                                          "The mailbox that mail for addresses without one goes "
                                          "into, whatever their domain; empty: there is none.",
                                          StringValue(""),
                                          MakeStringAccessor(&MailDeliveryAgent::m_catchAll),
                                          MakeStringChecker());
    return tid;
}

std::string
MailDeliveryAgent::GetRole() const
{
    return "mda";
}

/// Whether an address stands for this host: without a domain, by the host's own name, or address.
bool
MailDeliveryAgent::NamesHost(const mail::AddrSpec& address) const
{
    return address.domain.empty() || address.domain.front() == '[' ||
           mail::AreSameDomain(address.domain, GetHost().GetName());
}

/// The account of an address. Where the address stands for this host, the local part alone names
/// it.
std::optional<store::MailboxName>
MailDeliveryAgent::FindAccount(const mail::AddrSpec& address) const
{
    const store::MailboxName name(address);
    if (GetHost().HasAccount(name))
    {
        return name;
    }
    return NamesHost(address) ? GetHost().FindAccount(address.localPart) : std::nullopt;
}

/// The mailbox of an address: its account's, else the catch-all, else the postmaster's own.
std::optional<store::MailboxName>
MailDeliveryAgent::FindMailbox(const mail::AddrSpec& address) const
{
    if (auto account = FindAccount(address))
    {
        return account;
    }
    if (HasCatchAll())
    {
        return store::MailboxName(m_catchAll);
    }
    if (policy::IsPostmaster(address))
    {
        return store::MailboxName(
            mail::AddrSpec{POSTMASTER, NamesHost(address) ? GetHost().GetName() : address.domain});
    }
    return std::nullopt;
}

store::AttemptOutcome
MailDeliveryAgent::Deliver(const store::QueuedMessage& message, const mail::ForwardPath& recipient)
{
    NS_LOG_FUNCTION(this << recipient.ToString());
    store::AttemptOutcome outcome{store::AttemptStatus::DELIVERED}; // no next hop has a part in it
    const auto name = FindMailbox(recipient.mailbox);
    if (!name)
    {
        outcome.status = store::AttemptStatus::REFUSED;
        outcome.code = mail::EnhancedCode{5, 1, 1};
        outcome.reason = "there is no mailbox " + store::MailboxName(recipient.mailbox).ToString() +
                         " on " + GetHost().GetName();
        return outcome;
    }
    GetHost().GetMailStore().FindOrCreate(*name).Append(
        mail::MakeReturnPathField(message.reversePath).Serialize() + message.content);
    Report([&] { return MakeDeliveryEvent(message, recipient, name->ToString()); });
    return outcome;
}

void
MailDeliveryAgent::DoStart()
{
    NS_ABORT_MSG_UNLESS(!HasCatchAll() || mail::ParseAddrSpec(m_catchAll),
                        m_catchAll << " is no mailbox's name such as bob@b.net");
}

void
MailDeliveryAgent::DoStop()
{
}

} // namespace ns3::postroad

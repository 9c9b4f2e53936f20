#include "postroad/app/mail-transfer-agent.h"

#include "postroad/wire/ascii.h"

namespace ns3::postroad
{

NS_OBJECT_ENSURE_REGISTERED(MailTransferAgent);

TypeId
MailTransferAgent::GetTypeId()
{
    static TypeId tid = TypeId("ns3::postroad::MailTransferAgent")
                            .SetParent<MailRelayAgent>()
                            .SetGroupName("Postroad")
                            .AddConstructor<MailTransferAgent>();
    return tid;
}

MailTransferAgent::MailTransferAgent()
    : MailRelayAgent(PORT)
{
}

std::string
MailTransferAgent::GetRole() const
{
    return "mta";
}

void
MailTransferAgent::SetLocalDomains(const std::set<std::string>& domains,
                                   Ptr<MailDeliveryAgent> agent)
{
    m_localDomains.clear();
    for (const auto& domain : domains)
    {
        m_localDomains.insert(wire::ToLower(domain));
    }
    m_deliveryAgent = agent;
}

route::RelayPolicy
MailTransferAgent::MakePolicy() const
{
    return {{m_localDomains, GetSmartHost()}, GetRelayClients(), true};
}

Ptr<MailDeliveryAgent>
MailTransferAgent::GetDeliveryAgent() const
{
    return m_deliveryAgent;
}

void
MailTransferAgent::DoDispose()
{
    MailRelayAgent::DoDispose();
    m_deliveryAgent = nullptr;
}

} // namespace ns3::postroad

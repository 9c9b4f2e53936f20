#include "postroad/app/mail/mail-transfer-agent.h"

#include "postroad/wire/well-known-ports.h"

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
    : MailRelayAgent(wire::SMTP_PORT)
{
}

std::string
MailTransferAgent::GetRole() const
{
    return "mta";
}

bool
MailTransferAgent::AcceptsOwnDomains() const
{
    return true;
}

} // namespace ns3::postroad

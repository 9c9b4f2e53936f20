#include "postroad/app/mail-submission-agent.h"

namespace ns3::postroad
{

NS_OBJECT_ENSURE_REGISTERED(MailSubmissionAgent);

TypeId
MailSubmissionAgent::GetTypeId()
{
    static TypeId tid = TypeId("ns3::postroad::MailSubmissionAgent")
                            .SetParent<MailRelayAgent>()
                            .SetGroupName("Postroad")
                            .AddConstructor<MailSubmissionAgent>();
    return tid;
}

MailSubmissionAgent::MailSubmissionAgent()
    : MailRelayAgent(PORT)
{
}

std::string
MailSubmissionAgent::GetRole() const
{
    return "msa";
}

bool
MailSubmissionAgent::AcceptsOwnDomains() const
{
    return false;
}

} // namespace ns3::postroad

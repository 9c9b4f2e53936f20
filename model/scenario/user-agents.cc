#include "postroad/scenario/user-agents.h"

#include "postroad/helper/agent-helper.h"

#include "ns3/boolean.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

namespace ns3::postroad::scenario
{

void
InstallUserAgent(HostSite& site)
{
    const auto& settings = site.host.mua;
    MailUserAgentHelper helper;
    helper.SetAttribute("SubmissionServer", StringValue(settings.submitTo));
    helper.SetAttribute("MaildropServer", StringValue(settings.fetchFrom));
    helper.SetAttribute("Keep", BooleanValue(settings.keep));
    if (const auto* const server = site.spec.FindHost(settings.submitTo))
    {
        helper.SetAttribute("SubmissionPort", UintegerValue(server->msa.port));
    }
    if (const auto* const server = site.spec.FindHost(settings.fetchFrom))
    {
        helper.SetAttribute("MaildropPort", UintegerValue(server->pop3.port));
    }
    site.agents.Add(helper.InstallAgent(site.GetNode()));
}

void
InstallScriptClient(HostSite& site)
{
    site.agents.Add(ScriptClientHelper().InstallAgent(site.GetNode()));
}

} // namespace ns3::postroad::scenario

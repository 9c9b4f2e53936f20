/**
 * Installs agents on nodes, in the way of ns-3's application helpers.
 *
 *     MailTransferAgentHelper mta;
 *     mta.SetAttribute("SmartHost", StringValue("relay.a.net"));
 *     ApplicationContainer apps = mta.Install(nodes.Get(1));
 */
#ifndef POSTROAD_HELPER_AGENT_HELPER_H
#define POSTROAD_HELPER_AGENT_HELPER_H

#include "postroad/app/dns/dig-client.h"
#include "postroad/app/dns/dns-server.h"
#include "postroad/app/dns/recursive-resolver.h"
#include "postroad/app/mail/mail-delivery-agent.h"
#include "postroad/app/mail/mail-submission-agent.h"
#include "postroad/app/mail/mail-transfer-agent.h"
#include "postroad/app/mail/mail-user-agent.h"
#include "postroad/app/mail/pop3-server.h"
#include "postroad/app/mail/script-client.h"

#include "ns3/application-container.h"
#include "ns3/names.h"
#include "ns3/node-container.h"
#include "ns3/object-factory.h"

#include <string>

namespace ns3::postroad
{

/// Makes agents of one kind, each with the same attributes.
template <typename AgentType>
class AgentHelper
{
  public:
    AgentHelper()
    {
        m_factory.SetTypeId(AgentType::GetTypeId());
    }

    /**
     * Sets an attribute of every agent installed from now on.
     * \param name the attribute, see the agent's TypeId
     * \param value its value
     */
    void SetAttribute(const std::string& name, const AttributeValue& value)
    {
        m_factory.Set(name, value);
    }

    /// Installs one agent. \return the agent itself, to configure what is no attribute
    Ptr<AgentType> InstallAgent(Ptr<Node> node) const
    {
        auto agent = m_factory.Create<AgentType>();
        node->AddApplication(agent);
        return agent;
    }

    /// Installs an agent on a node.
    ApplicationContainer Install(Ptr<Node> node) const
    {
        return ApplicationContainer(InstallAgent(node));
    }

    /// Installs an agent on each node.
    ApplicationContainer Install(const NodeContainer& nodes) const
    {
        ApplicationContainer agents;
        for (auto node = nodes.Begin(); node != nodes.End(); ++node)
        {
            agents.Add(InstallAgent(*node));
        }
        return agents;
    }

    /// Installs an agent on the node that ns-3's Names knows by that name.
    ApplicationContainer Install(const std::string& nodeName) const
    {
        return ApplicationContainer(InstallAgent(Names::Find<Node>(nodeName)));
    }

  private:
    ObjectFactory m_factory;
};

using DigClientHelper = AgentHelper<DigClient>;
using DnsServerHelper = AgentHelper<DnsServer>;
using MailDeliveryAgentHelper = AgentHelper<MailDeliveryAgent>;
using MailSubmissionAgentHelper = AgentHelper<MailSubmissionAgent>;
using MailTransferAgentHelper = AgentHelper<MailTransferAgent>;
using MailUserAgentHelper = AgentHelper<MailUserAgent>;
using Pop3ServerHelper = AgentHelper<Pop3Server>;
using RecursiveResolverHelper = AgentHelper<RecursiveResolver>;
using ScriptClientHelper = AgentHelper<ScriptClient>;

} // namespace ns3::postroad

#endif // POSTROAD_HELPER_AGENT_HELPER_H

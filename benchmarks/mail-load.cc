#include "mail-load.h"

#include "mail-network.h"

#include "postroad/app/agent/host.h"
#include "postroad/helper/agent-helper.h"
#include "postroad/helper/zone-helper.h"

#include "ns3/simulator.h"
#include "ns3/string.h"

#include <cstdint>
#include <sstream>

namespace ns3::postroad::bench
{

namespace
{

constexpr auto MAILBOX = "bob@b.net";

/// When the first message is sent, and how long after it the next: some ten are under way at once.
const Time FIRST = Seconds(1);
const Time SPACING = MilliSeconds(50);

/// The octets of a line of the body, with the CR LF that ends it on the wire.
constexpr std::size_t LINE_SIZE = 64;

mime::Draft
MakeDraft()
{
    mime::Draft draft;
    draft.from.address = {"alice", "a.net"};
    draft.to.push_back({"", {"bob", "b.net"}});
    draft.subject = "Benchmark";
    for (std::size_t size = 0; size < MailLoad::BODY_SIZE; size += LINE_SIZE)
    {
        draft.body += std::string(LINE_SIZE - 2, 'x') + '\n';
    }
    return draft;
}

} // namespace

MailLoad::MailLoad(Ptr<InstalledNetwork> network, std::size_t messages)
    : m_network(network)
{
    for (const auto* const name : {USER_HOST, SUBMISSION_HOST, TRANSFER_HOST, NAME_HOST})
    {
        const auto host = Host::Of(network->GetNode(name));
        host->SetName(name);
        host->SetResolvers({GetAddressText(NAME_HOST)});
    }
    InstallNameServer();
    InstallTransferAgent();
    InstallSubmissionAgent();
    InstallUserAgent(messages);
}

void
MailLoad::Record(event::EventSink& sink)
{
    m_record.AddSink(sink);
    for (auto agent = m_agents.Begin(); agent != m_agents.End(); ++agent)
    {
        m_record.Connect(**agent);
    }
}

std::size_t
MailLoad::CountDelivered() const
{
    const auto host = Host::Of(m_network->GetNode(TRANSFER_HOST));
    return host->GetMailStore().FindOrCreate(MAILBOX).GetMessages().size();
}

void
MailLoad::InstallNameServer()
{
    const auto server = DnsServerHelper().InstallAgent(m_network->GetNode(NAME_HOST));
    AddZone(*server, "a.net", {"mail A " + GetAddressText(SUBMISSION_HOST)});
    AddZone(*server, "b.net", {"@ MX 10 mail", "mail A " + GetAddressText(TRANSFER_HOST)});
    m_agents.Add(server);
}

void
MailLoad::InstallTransferAgent()
{
    const auto node = m_network->GetNode(TRANSFER_HOST);
    Host::Of(node)->AddAccount(MAILBOX, "");
    const auto deliveryAgent = MailDeliveryAgentHelper().InstallAgent(node);
    const auto transferAgent = MailTransferAgentHelper().InstallAgent(node);
    transferAgent->SetLocalDomains({"b.net"}, deliveryAgent);
    m_agents.Add(deliveryAgent);
    m_agents.Add(transferAgent);
}

void
MailLoad::InstallSubmissionAgent()
{
    const auto agent =
        MailSubmissionAgentHelper().InstallAgent(m_network->GetNode(SUBMISSION_HOST));
    agent->SetRelayClients({GetAddressText(USER_HOST)});
    m_agents.Add(agent);
}

void
MailLoad::InstallUserAgent(std::size_t messages)
{
    MailUserAgentHelper helper;
    helper.SetAttribute("SubmissionServer", StringValue(SUBMISSION_HOST));
    const auto agent = helper.InstallAgent(m_network->GetNode(USER_HOST));
    m_agents.Add(agent);
    const auto draft = MakeDraft();
    for (std::size_t number = 0; number < messages; ++number)
    {
        Simulator::Schedule(FIRST + SPACING * static_cast<int64_t>(number),
                            [agent, draft] { agent->Send(draft); });
    }
}

std::string
MailLoad::GetAddressText(const char* host) const
{
    std::ostringstream text;
    text << m_network->GetAddress(host);
    return text.str();
}

} // namespace ns3::postroad::bench

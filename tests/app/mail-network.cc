#include "app/mail-network.h"

#include "postroad/net/socket-address.h"
#include "postroad/net/tcp-settings.h"
#include "postroad/topology/network-installer.h"
#include "postroad/wire/well-known-ports.h"

#include "ns3/inet-socket-address.h"
#include "ns3/rng-seed-manager.h"
#include "ns3/simulator.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <gtest/gtest.h>

namespace ns3::postroad::test
{

namespace
{

const std::string ROUTER = "router.test";
const std::string NAME_SERVER = "ns.test";

/// " at mx1.b.test: 250 2.0.0 Ok", as far as an event tells where and why.
template <typename Details>
std::string
DescribeAttempt(const Details& details)
{
    std::string words;
    if constexpr (requires { details.nextHop; })
    {
        words += details.nextHop.empty() ? "" : " at " + details.nextHop;
    }
    std::string cause;
    if constexpr (requires { details.reply; })
    {
        cause = event::GetCause(details);
    }
    else if constexpr (requires { details.reason; })
    {
        cause = details.reason;
    }
    return words + (cause.empty() ? "" : ": " + cause);
}

} // namespace

MailNetwork::MailNetwork(const std::vector<std::string>& hosts)
{
    RngSeedManager::SetSeed(1);
    RngSeedManager::SetRun(1);
    ApplyTcpSettings();
    auto names = hosts;
    names.push_back(NAME_SERVER);
    NetworkGraph graph;
    graph.AddHost({ROUTER, true, {}});
    for (const auto& name : names)
    {
        graph.AddHost({name, false, {}});
        NetworkLink link;
        link.a = name;
        link.b = ROUTER;
        graph.AddLink(link);
    }
    m_network = NetworkInstaller().Install(graph);
    m_record.AddSink(m_events);
    m_record.Connect(*m_network);
    for (const auto& name : names)
    {
        const auto host = Host::Of(m_network->GetNode(name));
        host->SetName(name);
        host->SetResolvers({GetAddress(NAME_SERVER)});
    }
    m_nameServer = Install<DnsServer>(NAME_SERVER);
}

MailNetwork::~MailNetwork()
{
    m_nameServer = nullptr;
    m_network = nullptr;
    Simulator::Destroy();
}

void
MailNetwork::AddZone(const std::string& origin, const std::vector<std::string>& lines)
{
    const auto name = dns::Name::Parse(origin);
    dns::Zone zone(*name);
    for (auto line : lines)
    {
        if (const auto begin = line.find('%'); begin != std::string::npos)
        {
            const auto end = line.find('%', begin + 1);
            line.replace(begin,
                         end - begin + 1,
                         GetAddress(line.substr(begin + 1, end - begin - 1)));
        }
        const auto record = dns::Record::Parse(line, {*name});
        ASSERT_TRUE(record.IsOk()) << line;
        ASSERT_FALSE(zone.Add(*record)) << line;
    }
    ASSERT_FALSE(m_nameServer->GetAuthority().AddZone(std::move(zone)));
}

Ptr<MailTransferAgent>
MailNetwork::InstallMailServer(const std::string& host, const std::vector<std::string>& users)
{
    const auto node = Host::Of(m_network->GetNode(host));
    std::set<std::string> domains;
    for (const auto& user : users)
    {
        node->AddAccount(user, "secret");
        domains.insert(user.substr(user.find('@') + 1));
    }
    const auto delivery = Install<MailDeliveryAgent>(host);
    const auto transfer = Install<MailTransferAgent>(host);
    transfer->SetLocalDomains(domains, delivery);
    return transfer;
}

Ptr<MailUserAgent>
MailNetwork::SendAt(const Time& time,
                    const std::string& host,
                    const std::string& server,
                    const std::vector<mail::AddrSpec>& recipients)
{
    MailUserAgentHelper helper;
    helper.SetAttribute("SubmissionServer", StringValue(server));
    helper.SetAttribute("SubmissionPort", UintegerValue(wire::SMTP_PORT));
    const auto agent = Install<MailUserAgent>(host, helper);
    Simulator::Schedule(time, [agent, recipients] {
        mime::Draft draft;
        draft.from = {"Alice", {"alice", "a.test"}};
        for (const auto& recipient : recipients)
        {
            draft.to.push_back({"", recipient});
        }
        draft.subject = "Hello";
        draft.body = "Hello\n.\nBye\n";
        agent->Send(std::move(draft));
    });
    return agent;
}

void
MailNetwork::RunUntil(const Time& time)
{
    Simulator::Stop(time - Simulator::Now());
    Simulator::Run();
}

std::string
MailNetwork::GetAddress(const std::string& host) const
{
    return ToEndpoint(InetSocketAddress(m_network->GetAddress(host), 0)).address;
}

std::size_t
MailNetwork::CountMessages(const std::string& host, const std::string& mailbox) const
{
    const auto* const found = Host::Of(m_network->GetNode(host))->GetMailStore().Find(mailbox);
    return found ? found->GetMessages().size() : 0;
}

std::vector<std::string>
MailNetwork::Tell(event::EventKind kind) const
{
    std::vector<std::string> told;
    for (const auto& event : m_events.GetEvents())
    {
        if (event.kind != kind)
        {
            continue;
        }
        auto line = event.host + ':';
        for (const auto& recipient : event::GetRecipients(event))
        {
            line += ' ' + recipient;
        }
        line +=
            std::visit([](const auto& details) { return DescribeAttempt(details); }, event.details);
        told.push_back(std::move(line));
    }
    return told;
}

} // namespace ns3::postroad::test

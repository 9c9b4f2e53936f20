#include "postroad/scenario/lab.h"

#include "postroad/app/socket-address.h"
#include "postroad/app/tcp-settings.h"
#include "postroad/app/virtual-time.h"
#include "postroad/topology/network-installer.h"

#include "ns3/inet-socket-address.h"
#include "ns3/names.h"
#include "ns3/rng-seed-manager.h"
#include "ns3/simulator.h"

#include <utility>
#include <variant>

namespace ns3::postroad::scenario
{

namespace
{

/// Random streams of a host's agents; those of links and stacks lie far above.
constexpr std::int64_t STREAMS_PER_HOST = 100;

NetworkGraph
MakeGraph(const Spec& spec)
{
    NetworkGraph graph;
    for (const auto& host : spec.hosts)
    {
        graph.AddHost({host.name, host.Has(HostRole::ROUTER), host.address});
    }
    for (const auto& each : spec.links)
    {
        postroad::LinkSpec link;
        link.a = each.ends[0];
        link.b = each.ends[1];
        link.rateBps = each.bitsPerSecond;
        link.delay = each.delay;
        link.loss = each.loss;
        link.queuePackets = each.queuePackets;
        link.name = each.name;
        graph.AddLink(std::move(link));
    }
    return graph;
}

mime::NameAddr
MakeNameAddr(const Spec& spec, const mime::AddrSpec& address)
{
    const auto* const user = spec.FindUser(address);
    return {user ? user->fullName : "", address};
}

std::vector<mime::NameAddr>
MakeNameAddrs(const Spec& spec, const std::vector<mime::AddrSpec>& addresses)
{
    std::vector<mime::NameAddr> named;
    for (const auto& address : addresses)
    {
        named.push_back(MakeNameAddr(spec, address));
    }
    return named;
}

std::vector<std::string>
GetAddressTexts(const InstalledNetwork& network, const std::string& host)
{
    std::vector<std::string> texts;
    for (const auto& address : network.GetPlan().GetAddresses(*network.GetGraph().FindHost(host)))
    {
        texts.push_back(ToEndpoint(InetSocketAddress(address, 0)).address);
    }
    return texts;
}

} // namespace

Lab::Lab(Spec spec, const std::filesystem::path& pcapFolder)
    : m_spec(std::move(spec))
{
    RngSeedManager::SetSeed(m_spec.seed);
    RngSeedManager::SetRun(m_spec.run);
    ApplyTcpSettings();
    InstallNetwork(pcapFolder);
    InstallAgents();
}

Lab::~Lab()
{
    m_agents.clear();
    m_network = nullptr;
    Simulator::Destroy();
    Names::Clear();
}

void
Lab::AddSink(event::EventSink& sink)
{
    m_record.AddSink(sink);
}

void
Lab::Run()
{
    ReportHosts();
    // From within the run, so that events at 0s come after the agents have started.
    Simulator::ScheduleNow(&Lab::PlanEvents, this);
    Simulator::Stop(ToTime(m_spec.duration));
    Simulator::Run();
    m_network->CloseCaptures();
}

RunFacts
Lab::GetFacts(std::span<const event::Event> events) const
{
    const auto end = events.empty() ? wire::TimePoint{} : events.back().time;
    return {events, GetMail(), end, FindMessageIds(m_spec, events)};
}

/// First what stands on servers, then what users have fetched, each in the order of arrival.
std::vector<MailboxMessage>
Lab::GetMail() const
{
    std::vector<MailboxMessage> mail;
    for (const auto& hostSpec : m_spec.hosts)
    {
        const auto host = Host::Of(m_network->GetNode(hostSpec.name));
        for (const auto& [name, mailbox] : host->GetMailStore().GetMailboxes())
        {
            for (const auto& message : mailbox.GetMessages())
            {
                mail.push_back({name, false, message.content});
            }
        }
    }
    for (const auto& [host, agents] : m_agents)
    {
        if (agents.mua)
        {
            for (const auto& fetched : agents.mua->GetInbox())
            {
                mail.push_back({fetched.mailbox, true, fetched.content});
            }
        }
    }
    return mail;
}

void
Lab::InstallNetwork(const std::filesystem::path& pcapFolder)
{
    NetworkOptions options;
    options.pcapFolder = pcapFolder;
    options.epoch = m_spec.epoch;
    m_network = NetworkInstaller(options).Install(MakeGraph(m_spec));
    m_record.Connect(*m_network);
}

void
Lab::InstallAgents()
{
    std::int64_t stream = 0;
    for (const auto& host : m_spec.hosts)
    {
        auto& agents = m_agents[host.name];
        agents = InstallHostAgents(m_spec, host, *m_network);
        auto next = stream;
        for (const auto& agent : agents.GetAll())
        {
            m_record.Connect(*agent);
            next += agent->AssignStreams(next);
        }
        stream += STREAMS_PER_HOST;
    }
}

void
Lab::PlanEvents()
{
    for (const auto& planned : m_spec.events)
    {
        Simulator::Schedule(ToTime(planned.at.time_since_epoch()), [this, &planned] {
            std::visit([this](const auto& action) { Do(action); }, planned.action);
        });
    }
}

/// Who is there, and at which addresses: what comes after is told in these names.
void
Lab::ReportHosts()
{
    for (const auto& host : m_spec.hosts)
    {
        event::Event event;
        event.kind = event::EventKind::HOST_UP;
        event.host = host.name;
        event.fields.emplace_back("addresses", GetAddressTexts(*m_network, host.name));
        m_record.OnEvent(event);
    }
}

void
Lab::Do(const Send& send)
{
    mime::Draft draft;
    draft.from = MakeNameAddr(m_spec, send.from);
    draft.to = MakeNameAddrs(m_spec, send.to);
    draft.cc = MakeNameAddrs(m_spec, send.cc);
    draft.bcc = MakeNameAddrs(m_spec, send.bcc);
    draft.subject = send.subject;
    draft.body = send.body;
    m_agents.at(send.host).mua->Send(std::move(draft));
}

void
Lab::Do(const Fetch& fetch)
{
    const auto* const user = m_spec.FindUser(fetch.user);
    m_agents.at(fetch.host).mua->Fetch({MakeMailboxName(fetch.user), user->name, user->password});
}

void
Lab::Do(const Say& say)
{
    m_agents.at(say.host).client->Say(say.to, say.port, {say.lines, say.pace});
}

void
Lab::Do(const Fail& fail)
{
    SetUp(fail.target, false);
}

void
Lab::Do(const Restore& restore)
{
    SetUp(restore.target, true);
}

void
Lab::SetUp(const Target& target, bool isUp)
{
    if (target.kind == Target::Kind::LINK)
    {
        const auto& ends = m_spec.FindLink(target.name)->ends;
        m_network->SetLinkUp(ends[0], ends[1], isUp);
        return;
    }
    // The power goes before the network is silent, and comes back after it answers.
    for (const auto& agent : m_agents.at(target.name).GetAll())
    {
        isUp ? agent->SwitchOn() : agent->SwitchOff();
    }
    m_network->SetHostUp(target.name, isUp);
}

} // namespace ns3::postroad::scenario

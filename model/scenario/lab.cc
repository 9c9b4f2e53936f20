#include "postroad/scenario/lab.h"

#include "postroad/dns/zone/dns-master-file.h"
#include "postroad/net/tcp-settings.h"
#include "postroad/net/virtual-time.h"
#include "postroad/scenario/spec-graph.h"
#include "postroad/spec/value/send-draft.h"
#include "postroad/spec/value/zone-edit.h"
#include "postroad/topology/network-installer.h"

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
Lab::Connect(Agent& agent)
{
    m_record.Connect(agent);
    m_freeStream += agent.AssignStreams(m_freeStream);
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
    return {events, GetMail(), GetZones(), end, FindMessageIds(m_spec, events)};
}

/// Each zone as its first server has it.
std::vector<ZoneFile>
Lab::GetZones() const
{
    std::vector<ZoneFile> files;
    auto domains = MakeRootZones(m_spec);
    domains.insert(domains.end(), m_spec.domains.begin(), m_spec.domains.end());
    for (const auto& domain : domains)
    {
        auto& authority = m_agents.at(domain.nameServers.front()).dns->GetAuthority();
        files.push_back({domain.name, dns::SerializeZone(*authority.FindZone(GetOrigin(domain)))});
    }
    return files;
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
    const auto zones = DeriveZones(m_spec, [this](const std::string& host) {
        return GetAddressTexts(*m_network, host);
    });
    for (const auto& host : m_spec.hosts)
    {
        auto& agents = m_agents[host.name];
        agents = InstallHostAgents(m_spec, host, *m_network, zones);
        auto next = m_freeStream;
        for (const auto& agent : agents.GetAll())
        {
            m_record.Connect(*agent);
            next += agent->AssignStreams(next);
        }
        m_freeStream += STREAMS_PER_HOST;
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
    m_agents.at(send.host).mua->Send(MakeDraft(m_spec, send));
}

void
Lab::Do(const Fetch& fetch)
{
    const auto mailbox = MakeMailboxName(fetch.user);
    const auto* const user = m_spec.FindUser(fetch.user);
    const auto server = Host::Of(m_network->GetNode(m_spec.FindHost(fetch.host)->mua.fetchFrom));
    const bool isShortNameClear = server->FindAccount(user->name) == mailbox;
    m_agents.at(fetch.host)
        .mua->Fetch({mailbox, isShortNameClear ? user->name : mailbox, user->password});
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
Lab::Do(const EditZone& edit)
{
    const auto& domain = *m_spec.FindDomain(edit.zone);
    for (const auto& server : domain.nameServers)
    {
        auto& zone = *m_agents.at(server).dns->GetAuthority().FindZone(GetOrigin(domain));
        for (const auto& set : edit.removed)
        {
            RemoveRecords(zone, set);
        }
        for (const auto& line : edit.added)
        {
            AddRecord(zone, line, domain.ttl);
        }
        zone.IncrementSerial();
        ReportEdit(server, edit, zone);
    }
}

void
Lab::ReportEdit(const std::string& server, const EditZone& edit, const dns::Zone& zone)
{
    event::Event event;
    event.time = GetNow();
    event.kind = event::EventKind::ZONE_EDITED;
    event.host = server;
    event.fields.emplace_back("name", zone.GetOrigin().ToHostName());
    event.fields.emplace_back("removed", edit.removed);
    event.fields.emplace_back("added", edit.added);
    m_record.OnEvent(event);
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
    // Agents start on a host whose links are up, and stop before these go down.
    if (isUp)
    {
        m_network->SetHostUp(target.name, true);
    }
    for (const auto& agent : m_agents.at(target.name).GetAll())
    {
        isUp ? agent->SwitchOn() : agent->SwitchOff();
    }
    if (!isUp)
    {
        m_network->SetHostUp(target.name, false);
    }
}

} // namespace ns3::postroad::scenario

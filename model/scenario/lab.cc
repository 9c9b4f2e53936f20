#include "postroad/scenario/lab.h"

#include "postroad/app/agent/host.h"
#include "postroad/app/dns/dns-server.h"
#include "postroad/app/mail/mail-user-agent.h"
#include "postroad/app/mail/script-client.h"
#include "postroad/dns/zone/dns-master-file.h"
#include "postroad/net/tcp-settings.h"
#include "postroad/net/virtual-time.h"
#include "postroad/scenario/host-site.h"
#include "postroad/spec/value/plain-values.h"
#include "postroad/spec/value/send-draft.h"
#include "postroad/spec/value/server-ports.h"
#include "postroad/spec/value/spec-graph.h"
#include "postroad/spec/value/zone-edit.h"
#include "postroad/topology/network-installer.h"

#include "ns3/names.h"
#include "ns3/rng-seed-manager.h"
#include "ns3/simulator.h"

#include <cstdint>
#include <utility>
#include <variant>

namespace ns3::postroad::scenario
{

namespace
{

/// Random streams of a host's agents; those of links and stacks lie far above.
constexpr std::int64_t STREAMS_PER_HOST = 100;

/// What a person knows of the replies of a protocol.
script::ReplyForm
FindReplyForm(std::string_view protocol)
{
    if (protocol == "SMTP")
    {
        return script::ReplyForm::SMTP;
    }
    return protocol == "POP3" ? script::ReplyForm::POP3 : script::ReplyForm::NONE;
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

SimulatorEnd::~SimulatorEnd()
{
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
    for (const auto& domain : GetServedDomains(m_spec))
    {
        auto& authority = m_agents.at(domain.nameServers.front()).Find<DnsServer>()->GetAuthority();
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
                mail.push_back({name.ToString(), false, message.content});
            }
        }
    }
    for (const auto& [host, agents] : m_agents)
    {
        if (const auto program = agents.Find<MailUserAgent>())
        {
            for (const auto& fetched : program->GetInbox())
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
    options.detectionDelay = m_spec.detectionDelay;
    options.framing = m_spec.captureLinkType == CaptureLinkType::PPP ? CaptureFraming::PPP
                                                                     : CaptureFraming::ETHERNET;
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
        m_record.Record([this, &host] {
            event::Event event(event::EventKind::HOST_UP,
                               event::HostStart{GetAddressTexts(*m_network, host.name)});
            event.host = host.name;
            return event;
        });
    }
}

void
Lab::Do(const Send& send)
{
    m_agents.at(send.host).Find<MailUserAgent>()->Send(MakeDraft(m_spec, send));
}

void
Lab::Do(const Fetch& fetch)
{
    const store::MailboxName mailbox(fetch.user);
    const auto* const user = m_spec.FindUser(fetch.user);
    const auto server = Host::Of(m_network->GetNode(m_spec.FindHost(fetch.host)->mua.fetchFrom));
    const bool isShortNameClear = server->FindAccount(user->name) == mailbox;
    m_agents.at(fetch.host)
        .Find<MailUserAgent>()
        ->Fetch({mailbox.ToString(),
                 isShortNameClear ? user->name : mailbox.ToString(),
                 user->password});
}

/// The host of that name or address; nullptr when there is none.
const HostSpec*
Lab::FindTarget(const std::string& text) const
{
    if (!IsIpv4Address(text))
    {
        return m_spec.FindHost(text);
    }
    const auto owner = m_network->GetPlan().FindOwner(Ipv4Address(text.c_str()));
    return owner ? m_spec.FindHost(m_network->GetGraph().GetHost(*owner).name) : nullptr;
}

void
Lab::Do(const Say& say)
{
    const std::string protocol(FindTypedProtocol(FindTarget(say.to), say.port));
    script::ScriptConfig config{say.lines, say.pace};
    config.replies = say.isPipelined ? script::ReplyForm::NONE : FindReplyForm(protocol);
    m_agents.at(say.host).Find<ScriptClient>()->Say({say.to, say.port, protocol}, config);
}

void
Lab::Do(const Fail& fail)
{
    SetState(fail.target, OperState::DOWN);
}

void
Lab::Do(const Restore& restore)
{
    SetState(restore.target, OperState::UP);
}

void
Lab::Do(const ChangeLink& change)
{
    m_network->ChangeLink(m_spec.FindLink(change.link)->name,
                          {change.bitsPerSecond, change.delay, change.loss});
}

void
Lab::Do(const EditZone& edit)
{
    const auto& domain = *m_spec.FindDomain(edit.zone);
    for (const auto& server : edit.servers.empty() ? domain.nameServers : edit.servers)
    {
        auto& zone =
            *m_agents.at(server).Find<DnsServer>()->GetAuthority().FindZone(GetOrigin(domain));
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
    m_record.Record([&] {
        event::Event event(
            event::EventKind::ZONE_EDITED,
            event::ZoneEdit{zone.GetOrigin().ToHostName(), edit.removed, edit.added});
        event.time = GetNow();
        event.host = server;
        return event;
    });
}

void
Lab::SetState(const Target& target, OperState state)
{
    const bool isUp = state == OperState::UP;
    if (target.kind == Target::Kind::LINK)
    {
        m_network->SetLinkState(m_spec.FindLink(target.name)->name, state);
        return;
    }
    if (target.service)
    {
        SetServiceState(mail::DomainName(target.name), *target.service, state);
        return;
    }
    // Agents start on a host whose links are up, and stop before these go down.
    if (isUp)
    {
        m_network->SetHostState(target.name, state);
    }
    for (const auto& agent : m_agents.at(target.name).GetAll())
    {
        isUp ? agent->SwitchOn() : agent->SwitchOff();
    }
    if (!isUp)
    {
        m_network->SetHostState(target.name, state);
    }
}

/// The host is on, and its server there; nothing reaches it.
void
Lab::SetServiceState(const mail::DomainName& host, HostRole service, OperState state)
{
    const auto& row = GetDescriptor(service);
    m_network->SetPortState(host, row.server.findPort(*m_spec.FindHost(host)), state);
    m_record.Record([&] {
        event::Event event(state == OperState::UP ? event::EventKind::SERVICE_UP
                                                  : event::EventKind::SERVICE_DOWN,
                           event::ServiceChange{std::string(row.name)});
        event.time = GetNow();
        event.host = host;
        return event;
    });
}

} // namespace ns3::postroad::scenario

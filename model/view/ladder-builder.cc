#include "postroad/view/ladder-builder.h"

#include "postroad/event/time-text.h"
#include "postroad/event/utf8.h"
#include "postroad/trace/event-words.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace ns3::postroad::view
{

using event::Event;
using event::EventKind;

namespace
{

/// "1.489 s", "29 min 58 s", "4 h 0 min"
std::string
FormatPause(wire::Duration pause)
{
    using namespace std::chrono;
    const auto wholeMinutes = duration_cast<minutes>(pause).count();
    if (pause >= hours(1))
    {
        return std::to_string(wholeMinutes / 60) + " h " + std::to_string(wholeMinutes % 60) +
               " min";
    }
    if (pause >= minutes(1))
    {
        const auto wholeSeconds = duration_cast<seconds>(pause).count();
        return std::to_string(wholeMinutes) + " min " + std::to_string(wholeSeconds % 60) + " s";
    }
    return event::FormatSeconds(pause, 3) + " s";
}

/// True for what happens on one host and is worth a rung.
bool
IsNote(const Event& event)
{
    const bool isMilestone =
        trace::IsMilestone(event) && event.kind != EventKind::MESSAGE_ATTEMPTED;
    const bool isUpAgain = event.kind == EventKind::LINK_UP ||
                           (event.kind == EventKind::HOST_UP && event.time > wire::TimePoint());
    return isMilestone || isUpAgain || trace::IsFailure(event);
}

/// A milestone in as few words as a note has room for.
std::string
DescribeBriefly(const Event& event)
{
    switch (event.kind)
    {
    case EventKind::MESSAGE_SUBMITTED:
        return "submitted";
    case EventKind::MESSAGE_QUEUED:
        return "queued as " + event::MakePrintable(event.queueId);
    case EventKind::MESSAGE_RELAYED:
        return "relayed";
    case EventKind::MESSAGE_DEFERRED:
        return "deferred" + trace::DescribeCause(event);
    case EventKind::MESSAGE_BOUNCED:
        return "bounced" + trace::DescribeCause(event);
    default:
        return trace::Describe(event);
    }
}

/// The rung of something that is said; `client` and `server` are places of hosts.
Rung
MakeSaying(const Event& event, bool isReply, std::size_t client, std::size_t server)
{
    Rung rung;
    rung.kind = RungKind::LINE;
    rung.time = event.time;
    rung.from = isReply ? server : client;
    rung.to = isReply ? client : server;
    rung.protocol = event.connection ? event.connection->protocol : "DNS";
    rung.text = trace::Describe(event);
    rung.isReply = isReply;
    return rung;
}

} // namespace

LadderBuilder::LadderBuilder(LadderOptions options, trace::HostNames hosts)
    : m_options(std::move(options))
    , m_hosts(std::move(hosts))
{
}

void
LadderBuilder::OnEvent(const Event& event)
{
    if (m_side.Shows(event))
    {
        AddDialogue(event);
    }
    else if (event.kind == EventKind::DNS_QUERY_SENT ||
             event.kind == EventKind::DNS_ANSWER_RECEIVED)
    {
        AddLookup(event);
    }
    else if (event.kind == EventKind::CONNECTION_OPENED && event.connection)
    {
        AddConnection(event);
    }
    else if (IsNote(event))
    {
        AddNote(event);
    }
}

void
LadderBuilder::AddDialogue(const Event& event)
{
    if (Continues(event))
    {
        CountFurtherLine();
        return;
    }
    auto rung = MakeSaying(event,
                           !trace::IsFromClient(event),
                           FindHost(m_hosts.FindClient(event), true),
                           FindHost(m_hosts.FindServer(event), true));
    if (event.kind == EventKind::CONTENT_SENT || event.kind == EventKind::CONTENT_RECEIVED)
    {
        const auto size = static_cast<std::int64_t>(event.GetText("text").size());
        rung.kind = RungKind::CONTENT;
        rung.text = "message, " + trace::Count(size, "octet");
    }
    Add(std::move(rung));
    m_latestConnection = event.connection;
}

/// True for a further line of the reply that the latest rung shows.
bool
LadderBuilder::Continues(const Event& event) const
{
    const bool isLine =
        event.kind == EventKind::LINE_SENT || event.kind == EventKind::LINE_RECEIVED;
    return isLine && !trace::IsFromClient(event) && m_latestConnection == event.connection &&
           m_latest.kind == RungKind::LINE && m_latest.isReply && m_latest.time == event.time;
}

void
LadderBuilder::CountFurtherLine()
{
    ++m_moreLines;
    if (m_omitted == 0)
    {
        m_rungs.back().text = m_latest.text + " (+" + trace::Count(m_moreLines, "line") + ')';
    }
}

void
LadderBuilder::AddLookup(const Event& event)
{
    Add(MakeSaying(event,
                   event.kind == EventKind::DNS_ANSWER_RECEIVED,
                   FindHost(event.host, false),
                   FindHost(m_hosts.Find(event.GetText("server")), false)));
}

void
LadderBuilder::AddConnection(const Event& event)
{
    if (m_hosts.IsTeller(event))
    {
        auto rung = MakeSaying(event,
                               false,
                               FindHost(m_hosts.FindClient(event), true),
                               FindHost(m_hosts.FindServer(event), true));
        rung.kind = RungKind::CONNECTION;
        Add(std::move(rung));
    }
}

void
LadderBuilder::AddNote(const Event& event)
{
    Rung rung;
    rung.kind = RungKind::NOTE;
    rung.time = event.time;
    rung.from = rung.to = FindHost(event.host, true);
    rung.text = DescribeBriefly(event);
    rung.isFailure = trace::IsFailure(event);
    Add(std::move(rung));
}

void
LadderBuilder::Add(Rung rung)
{
    m_latest = rung;
    m_latestConnection.reset();
    m_moreLines = 0;
    if (m_rungs.size() >= m_options.maxRungs)
    {
        ++m_omitted;
        return;
    }
    const auto pause = m_rungs.empty() ? wire::Duration() : rung.time - m_rungs.back().time;
    if (pause >= m_options.gap)
    {
        Rung gap;
        gap.kind = RungKind::GAP;
        gap.time = rung.time;
        gap.text = FormatPause(pause) + " later";
        m_rungs.push_back(std::move(gap));
    }
    m_rungs.push_back(std::move(rung));
}

/// The place of a host among those that came so far; a new one is added.
std::size_t
LadderBuilder::FindHost(const std::string& host, bool isOnRoute)
{
    auto known = std::find_if(m_lifelines.begin(), m_lifelines.end(), [&host](const auto& row) {
        return row.host == host;
    });
    if (known == m_lifelines.end())
    {
        known = m_lifelines.insert(known, {host, false});
    }
    known->isOnRoute |= isOnRoute;
    return static_cast<std::size_t>(known - m_lifelines.begin());
}

Ladder
LadderBuilder::Build() &&
{
    Ladder ladder{event::MakePrintable(m_options.title), {}, std::move(m_rungs), m_omitted};
    const auto places = OrderHosts(ladder.hosts);
    for (auto& rung : ladder.rungs)
    {
        if (rung.kind != RungKind::GAP)
        {
            rung.from = places[rung.from];
            rung.to = places[rung.to];
        }
    }
    return ladder;
}

/// Fills in the hosts' names, those on the route first; gives the new place of each host.
std::vector<std::size_t>
LadderBuilder::OrderHosts(std::vector<std::string>& hosts) const
{
    std::vector<std::size_t> places(m_lifelines.size());
    for (const bool isOnRoute : {true, false})
    {
        for (std::size_t i = 0; i < m_lifelines.size(); ++i)
        {
            if (m_lifelines[i].isOnRoute == isOnRoute)
            {
                places[i] = hosts.size();
                hosts.push_back(event::MakePrintable(m_lifelines[i].host));
            }
        }
    }
    return places;
}

} // namespace ns3::postroad::view

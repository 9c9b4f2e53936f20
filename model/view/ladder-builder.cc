#include "postroad/view/ladder-builder.h"

#include "postroad/text/time-text.h"
#include "postroad/text/utf8.h"
#include "postroad/trace/event-words.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

namespace ns3::postroad::view
{

using event::Event;
using event::EventKind;

namespace
{

/// Digits after the decimal point of "1.489 s later".
constexpr int PAUSE_DIGITS = 3;

/// True for what happens on one host and is worth a rung.
bool
IsNote(const Event& event)
{
    const bool isMilestone =
        trace::IsMilestone(event) && event.kind != EventKind::MESSAGE_ATTEMPTED;
    const bool isUpAgain = event.kind == EventKind::LINK_UP ||
                           (event.kind == EventKind::HOST_UP && event.time > wire::TimePoint());
    return isMilestone || isUpAgain || event.kind == EventKind::DNS_CACHE_HIT ||
           trace::IsFailure(event);
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
        return "queued as " + text::MakePrintable(event.queueId);
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
    const auto client = FindLifelineOnRoute(m_hosts.FindClient(event));
    const auto server = FindLifelineOnRoute(m_hosts.FindServer(event));
    auto rung = MakeSaying(event, !trace::IsFromClient(event), client, server);
    if (event.kind == EventKind::CONTENT_SENT || event.kind == EventKind::CONTENT_RECEIVED)
    {
        rung.kind = RungKind::CONTENT;
        rung.text =
            "message, " + trace::Count(event.Get<event::DialogueText>().text.size(), "octet");
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
    const auto client = FindLifeline(event.host);
    const auto server = FindLifeline(m_hosts.Find(GetServer(event)));
    Add(MakeSaying(event, event.kind == EventKind::DNS_ANSWER_RECEIVED, client, server));
}

void
LadderBuilder::AddConnection(const Event& event)
{
    if (m_hosts.IsTeller(event))
    {
        const auto find = event.connection->protocol == "DNS" ? &LadderBuilder::FindLifeline
                                                              : &LadderBuilder::FindLifelineOnRoute;
        const auto client = (this->*find)(m_hosts.FindClient(event));
        const auto server = (this->*find)(m_hosts.FindServer(event));
        auto rung = MakeSaying(event, false, client, server);
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
    rung.from = rung.to =
        trace::IsMilestone(event) ? FindLifelineOnRoute(event.host) : FindLifeline(event.host);
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
        gap.text = text::FormatSpan(pause, PAUSE_DIGITS) + " later";
        m_rungs.push_back(std::move(gap));
    }
    m_rungs.push_back(std::move(rung));
}

/// The place of a host among those that came so far; a new one is added.
std::size_t
LadderBuilder::FindLifeline(const std::string& host)
{
    auto known = std::find_if(m_lifelines.begin(), m_lifelines.end(), [&host](const auto& row) {
        return row.host == host;
    });
    if (known == m_lifelines.end())
    {
        known = m_lifelines.insert(known, {host, std::nullopt});
    }
    return static_cast<std::size_t>(known - m_lifelines.begin());
}

/// The same for a host that the mail passes: the next place on its way, unless it has one.
std::size_t
LadderBuilder::FindLifelineOnRoute(const std::string& host)
{
    const auto index = FindLifeline(host);
    if (auto& place = m_lifelines[index].place; !place)
    {
        place = m_onRoute++;
    }
    return index;
}

Ladder
LadderBuilder::Build() &&
{
    Ladder ladder{text::MakePrintable(m_options.title), {}, std::move(m_rungs), m_omitted};
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
    std::vector<std::size_t> order(m_lifelines.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [this](auto one, auto other) {
        return m_lifelines[one].place.value_or(m_onRoute) <
               m_lifelines[other].place.value_or(m_onRoute);
    });
    std::vector<std::size_t> places(m_lifelines.size());
    for (const auto index : order)
    {
        places[index] = hosts.size();
        hosts.push_back(text::MakePrintable(m_lifelines[index].host));
    }
    return places;
}

} // namespace ns3::postroad::view

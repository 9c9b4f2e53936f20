// What an iterative resolver does with what it knows and is told; RFC 1034 section 5.3.3.
#include "postroad/dns/resolver/dns-iterative-resolver.h"

#include <utility>

namespace ns3::postroad::dns
{

namespace
{

LookupStatus
ToStatus(CachedKind kind)
{
    switch (kind)
    {
    case CachedKind::NO_DATA:
        return LookupStatus::NO_DATA;
    case CachedKind::NO_SUCH_NAME:
        return LookupStatus::NO_SUCH_NAME;
    case CachedKind::RECORDS:
        break;
    }
    return LookupStatus::ANSWERED;
}

LookupStatus
ToStatus(UpstreamKind kind)
{
    return kind == UpstreamKind::NO_DATA        ? LookupStatus::NO_DATA
           : kind == UpstreamKind::NO_SUCH_NAME ? LookupStatus::NO_SUCH_NAME
                                                : LookupStatus::NAME_TOO_LONG;
}

/// A fact about a name: its records, or that it has none, or that it does not exist.
LookupEnded
MakeFact(LookupStatus status, const Name& name, RecordType type)
{
    LookupEnded ended;
    ended.status = status;
    if (status == LookupStatus::NO_DATA)
    {
        ended.reason = DescribeNoData(name, type);
    }
    else if (status == LookupStatus::NO_SUCH_NAME)
    {
        ended.reason = DescribeNoSuchName(name);
    }
    else if (status == LookupStatus::NAME_TOO_LONG)
    {
        ended.reason = DescribeNameTooLong(name);
    }
    return ended;
}

} // namespace

/// Steps 1 and 2: what is known already, and else who knows best.
void
IterativeResolver::BeginStep(Task& task, wire::TimePoint now)
{
    if (!AnswerFromCache(task, now) && !RecallFailure(task, now))
    {
        FindServers(task, now);
        TryNextServer(task, now);
    }
}

/// True when the task has ended.
bool
IterativeResolver::AnswerFromCache(Task& task, wire::TimePoint now)
{
    auto path = FollowInCache(m_cache,
                              task.name,
                              task.question.type,
                              ALIAS_LIMIT - CountAliases(task.aliases),
                              now);
    for (const auto& step : path.steps)
    {
        m_events.emplace_back(CacheHit{task.root, step.question, step.answer});
    }
    task.name = std::move(path.name);
    Append(path.aliases, task.aliases);
    switch (path.end)
    {
    case CachePathEnd::UNKNOWN:
        return false;
    case CachePathEnd::KNOWN:
        EndWith(task, path.steps.back().answer, now);
        break;
    case CachePathEnd::NAME_TOO_LONG:
        End(task, MakeFact(LookupStatus::NAME_TOO_LONG, task.name, task.question.type), now);
        break;
    case CachePathEnd::ENDLESS:
        task.aliases.clear();
        task.failure = task.question.name.ToString() +
                       " leads from alias to alias, more often than is followed";
        GiveUp(task, now);
        break;
    }
    return true;
}

void
IterativeResolver::EndWith(Task& task, const CachedAnswer& known, wire::TimePoint now)
{
    auto ended = MakeFact(ToStatus(known.kind), task.name, task.question.type);
    if (known.kind == CachedKind::RECORDS)
    {
        ended.records = known.records;
    }
    else
    {
        ended.soa = known.records.front();
    }
    End(task, std::move(ended), now);
}

/// Step 4.
void
IterativeResolver::Handle(Task& task,
                          std::size_t server,
                          UpstreamReading reading,
                          wire::TimePoint now)
{
    Remember(task, reading, now);
    Append(reading.aliases, task.aliases);
    auto ended = LookupEnded();
    switch (reading.kind)
    {
    case UpstreamKind::ANSWERED:
        ended.status = LookupStatus::ANSWERED;
        ended.records = std::move(reading.records);
        End(task, std::move(ended), now);
        break;
    case UpstreamKind::NO_DATA:
    case UpstreamKind::NO_SUCH_NAME:
    case UpstreamKind::NAME_TOO_LONG:
        ended = MakeFact(ToStatus(reading.kind), reading.name, task.question.type);
        ended.soa = std::move(reading.soa);
        End(task, std::move(ended), now);
        break;
    case UpstreamKind::ALIAS:
        EndStep(task);
        task.name = std::move(reading.name);
        BeginStep(task, now);
        break;
    case UpstreamKind::REFERRAL:
        HandleReferral(task, server, std::move(reading), now);
        break;
    case UpstreamKind::TRUNCATED:
        HandleTruncation(task, server, now);
        break;
    case UpstreamKind::FAILURE:
        HandleFailure(task, server, reading.reason, now);
        break;
    }
}

void
IterativeResolver::Remember(const Task& task, const UpstreamReading& reading, wire::TimePoint now)
{
    m_cache.Store(reading.aliases, Credibility::ANSWER, now);
    m_cache.Store(reading.records, Credibility::ANSWER, now);
    if (reading.kind == UpstreamKind::NO_DATA)
    {
        m_cache.StoreNoData(reading.name, task.question.type, reading.soa, now);
    }
    else if (reading.kind == UpstreamKind::NO_SUCH_NAME)
    {
        m_cache.StoreNoSuchName(reading.name, reading.soa, now);
    }
    else if (reading.kind == UpstreamKind::REFERRAL)
    {
        m_cache.Store(reading.servers, Credibility::AUTHORITY, now);
        m_cache.Store(reading.addresses, Credibility::ADDITIONAL, now);
    }
}

void
IterativeResolver::HandleReferral(Task& task,
                                  std::size_t server,
                                  UpstreamReading reading,
                                  wire::TimePoint now)
{
    const auto zone = reading.servers.front().name;
    if (!UseServers(task, zone, reading.servers, reading.addresses, now))
    {
        HandleFailure(task,
                      server,
                      "refers to servers inside of " + zone.ToString() + " without their addresses",
                      now);
        return;
    }
    EndStep(task);
    task.failure.clear();
    TryNextServer(task, now);
}

/// RFC 7766 section 5: a truncated answer is asked for again over TCP.
void
IterativeResolver::HandleTruncation(Task& task, std::size_t server, wire::TimePoint now)
{
    auto& chosen = task.servers.At(server);
    if (chosen.transport == Transport::TCP)
    {
        HandleFailure(task, server, "cuts its answer short over TCP also", now);
        return;
    }
    chosen.transport = Transport::TCP;
    Send(task, server, now);
}

void
IterativeResolver::HandleFailure(Task& task,
                                 std::size_t server,
                                 const std::string& reason,
                                 wire::TimePoint now)
{
    auto& failed = task.servers.At(server);
    failed.hasFailed = true;
    task.failure = failed.address + ' ' + reason;
    if (server == task.current && !task.child)
    {
        TryNextServer(task, now);
    }
}

} // namespace ns3::postroad::dns

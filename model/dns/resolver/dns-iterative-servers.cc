// How an iterative resolver finds whom to ask; RFC 1034 section 5.3.3 step 2.
#include "postroad/dns/resolver/dns-iterative-resolver.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ns3::postroad::dns
{

/// The closest zone above the name whose servers are known and can be asked.
void
IterativeResolver::FindServers(Task& task, wire::TimePoint now)
{
    task.servers = ServerList();
    task.unresolved.clear();
    task.failure.clear();
    // RFC 4035 section 4.2: the DS records of a zone are asked for at the one above.
    const std::size_t depth = task.name.GetLabels().size();
    const bool isAbove = task.question.type == RecordType::DS && depth > 0;
    for (std::size_t count = depth - (isAbove ? 1 : 0); count > 0; --count)
    {
        const auto zone = task.name.GetAncestor(count);
        const auto known = m_cache.Find(zone, RecordType::NS, Credibility::AUTHORITY, now);
        if (known && known->kind == CachedKind::RECORDS &&
            UseServers(task, zone, known->records, {}, now))
        {
            return;
        }
    }
    if (!UseServers(task, Name(), m_config.hints, m_config.hints, now))
    {
        task.failure = "no address of a root name server is known";
    }
}

/// False when none of the servers can be found: all lie inside of the zone, and glue is missing.
bool
IterativeResolver::UseServers(Task& task,
                              const Name& zone,
                              std::span<const Record> servers,
                              std::span<const Record> addresses,
                              wire::TimePoint now)
{
    ServerList list;
    std::deque<Name> unresolved;
    for (const auto& record : servers)
    {
        const auto* const data = std::get_if<NsData>(&record.data);
        if (data == nullptr)
        {
            continue;
        }
        const auto found = FindAddresses(data->nameServer, addresses, now);
        for (const auto& address : found)
        {
            list.Add(data->nameServer, ToString(address.data));
        }
        if (found.empty() && !data->nameServer.IsAtOrBelow(zone) &&
            unresolved.size() < SERVER_NAME_LIMIT)
        {
            unresolved.push_back(data->nameServer);
        }
    }
    if (list.IsEmpty() && unresolved.empty())
    {
        return false;
    }
    task.zone = zone;
    task.servers = std::move(list);
    task.unresolved = std::move(unresolved);
    return true;
}

/// The addresses of a server among those given, or else what the cache knows of them.
std::vector<Record>
IterativeResolver::FindAddresses(const Name& server,
                                 std::span<const Record> addresses,
                                 wire::TimePoint now) const
{
    std::vector<Record> found;
    std::copy_if(addresses.begin(),
                 addresses.end(),
                 std::back_inserter(found),
                 [&](const Record& record) {
                     return record.name == server && record.GetType() == m_config.addressType;
                 });
    if (!found.empty())
    {
        return found;
    }
    auto known = m_cache.Find(server, m_config.addressType, Credibility::ADDITIONAL, now);
    return known && known->kind == CachedKind::RECORDS ? std::move(known->records)
                                                       : std::vector<Record>();
}

/// Nobody is left to ask: looks up the address of one more server, if there is one.
void
IterativeResolver::LookUpServer(Task& task, wire::TimePoint now)
{
    while (!task.unresolved.empty() && m_tasks.at(task.root).queryCount < QUERY_LIMIT)
    {
        const auto server = std::move(task.unresolved.front());
        task.unresolved.pop_front();
        if (task.depth >= DEPTH_LIMIT || IsLookedUp(task, server))
        {
            task.failure = "the name servers of " + task.zone.ToString() +
                           " cannot be found: one leads to another";
            continue;
        }
        ++m_tasks.at(task.root).queryCount;
        Task child;
        child.question = {server, m_config.addressType};
        child.root = task.root;
        child.parent = task.handle;
        child.depth = task.depth + 1;
        task.child = LookupHandle{m_handleCount + 1};
        Begin(std::move(child), now);
        return;
    }
    GiveUp(task, now);
}

/// True when this task, or one that waits for it, is looking for the server's address itself.
bool
IterativeResolver::IsLookedUp(const Task& task, const Name& server) const
{
    const auto* waiting = &task;
    while (waiting->name != server || waiting->question.type != m_config.addressType)
    {
        if (!waiting->parent)
        {
            return false;
        }
        waiting = &m_tasks.at(*waiting->parent);
    }
    return true;
}

void
IterativeResolver::ResumeWith(Task& task, const LookupEnded& ended, wire::TimePoint now)
{
    for (const auto& address : ended.records)
    {
        task.servers.Add(ended.question.name, ToString(address.data));
    }
    if (ended.records.empty())
    {
        task.failure = "no address of " + ended.question.name.ToString() + ", name server of " +
                       task.zone.ToString() + ": " + ended.reason;
    }
    TryNextServer(task, now);
}

} // namespace ns3::postroad::dns

// How look-ups begin, send and end; dns-iterative-servers.cc finds whom to ask, and
// dns-iterative-steps.cc has what answers do.
#include "postroad/dns/resolver/dns-iterative-resolver.h"

#include "postroad/dns/resolver/dns-cached-answer.h"
#include "postroad/text/time-text.h"
#include "postroad/wire/take-front.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace ns3::postroad::dns
{

namespace
{

bool
CanBeLookedUp(const Question& question)
{
    const bool isForbidden = IsQuestionOnly(question.type) && question.type != RecordType::ANY;
    return question.recordClass == RecordClass::IN && !isForbidden &&
           question.type != RecordType::OPT;
}

/// A failure of before, as it is told now.
LookupEnded
Recall(const RememberedFailure& failure, wire::TimePoint now)
{
    LookupEnded ended;
    ended.status = failure.status;
    ended.reason =
        failure.reason + " (remembered, for " + text::FormatSpan(failure.until - now, 1) + " more)";
    return ended;
}

} // namespace

IterativeResolver::IterativeResolver(IterativeResolverConfig config, IdentitySource identitySource)
    : m_config(std::move(config))
    , m_identitySource(std::move(identitySource))
    , m_cache(m_config.cacheLimit)
{
}

LookupHandle
IterativeResolver::Ask(const Question& question, wire::TimePoint now)
{
    const auto under = m_roots.find({question.name, question.type, question.recordClass});
    if (under == m_roots.end())
    {
        Task task;
        task.question = question;
        return Begin(std::move(task), now);
    }
    const LookupHandle handle{++m_handleCount};
    auto& task = m_tasks.at(under->second);
    Join(task, {handle, question}, now);
    return handle;
}

/// Who asks again what somebody waited for in vain is told so at once, as anybody is.
void
IterativeResolver::Join(Task& task, Waiter waiter, wire::TimePoint now)
{
    if (!task.waiting.empty())
    {
        task.waiting.push_back(std::move(waiter));
        return;
    }
    task.waiting.push_back(std::move(waiter));
    if (const auto known = m_failures.Find(GetStep(task), now))
    {
        Tell(task, Recall(*known, now));
        return;
    }
    task.patienceEnd = now + m_config.patience;
    m_patienceEnds.emplace(task.patienceEnd, task.handle);
}

LookupHandle
IterativeResolver::Begin(Task task, wire::TimePoint now)
{
    const LookupHandle handle{++m_handleCount};
    task.handle = handle;
    task.name = task.question.name;
    if (!task.parent)
    {
        const auto& [name, type, recordClass] = task.question;
        task.root = handle;
        task.waiting = {{handle, task.question}};
        task.patienceEnd = now + m_config.patience;
        m_roots.emplace(QuestionKey(name, type, recordClass), handle);
        m_patienceEnds.emplace(task.patienceEnd, handle);
    }
    auto& begun = m_tasks.emplace(handle, std::move(task)).first->second;
    if (CanBeLookedUp(begun.question))
    {
        BeginStep(begun, now);
    }
    else
    {
        LookupEnded ended;
        ended.status = LookupStatus::SERVER_FAILURE;
        ended.reason = begun.question.ToString() + " is nothing that can be looked up";
        End(begun, std::move(ended), now);
    }
    return handle;
}

Message
IterativeResolver::AnswerAtOnce(const Message& query, wire::TimePoint now)
{
    const auto& question = query.questions.front();
    const auto path = FollowInCache(m_cache, question.name, question.type, ALIAS_LIMIT, now);
    for (const auto& step : path.steps)
    {
        m_events.emplace_back(CacheHit{{}, step.question, step.answer});
    }
    return MakeCachedResponse(query, path, m_cache, m_config.hints, now);
}

void
IterativeResolver::Receive(const UpstreamPath& path, std::string_view octets, wire::TimePoint now)
{
    auto response = Message::Parse(octets);
    const auto at = response ? FindQuery(path, *response) : m_outstanding.end();
    if (at == m_outstanding.end())
    {
        return;
    }
    const auto query = at->second;
    m_outstanding.erase(at);
    auto& task = m_tasks.at(query.task);
    m_events.emplace_back(AnswerReceived{task.root, path.server, query.question, *response});
    if (response->GetCode() == ResponseCode::FORMAT_ERROR && query.hasEdns)
    {
        // RFC 6891 section 7: a server that does not know EDNS is asked again without.
        task.servers.At(query.server).speaksEdns = false;
        Send(task, query.server, now);
        return;
    }
    auto reading = ReadUpstream(std::move(response).GetValue(),
                                query.question,
                                task.zone,
                                ALIAS_LIMIT - CountAliases(task.aliases));
    Handle(task, query.server, std::move(reading), now);
}

IterativeResolver::Queries::iterator
IterativeResolver::FindQuery(const UpstreamPath& path, const Message& response)
{
    const auto [begin, end] = m_outstanding.equal_range({response.header.id, path.port});
    const auto at = std::find_if(begin, end, [&](const auto& entry) {
        return entry.second.path == path && IsAnswerTo(response, entry.second.question);
    });
    return at == end ? m_outstanding.end() : at;
}

void
IterativeResolver::Fail(const UpstreamPath& path,
                        std::uint16_t id,
                        const std::string& reason,
                        wire::TimePoint now)
{
    const auto [begin, end] = m_outstanding.equal_range({id, path.port});
    const auto at =
        std::find_if(begin, end, [&path](const auto& entry) { return entry.second.path == path; });
    if (at == end)
    {
        return;
    }
    const auto query = at->second;
    m_outstanding.erase(at);
    auto& task = m_tasks.at(query.task);
    // A connection of an earlier try says nothing of the same server's present one.
    if (query.server != task.current || query.deadline == task.deadline)
    {
        HandleFailure(task, query.server, DescribeNoAnswer(path.transport, reason), now);
    }
}

void
IterativeResolver::Expire(wire::TimePoint now)
{
    while (!m_deadlines.empty() && m_deadlines.begin()->first <= now)
    {
        TryNextServer(m_tasks.at(m_deadlines.begin()->second), now);
    }
    while (!m_patienceEnds.empty() && m_patienceEnds.begin()->first <= now)
    {
        EndPatience(m_tasks.at(m_patienceEnds.begin()->second), now);
    }
}

std::optional<UpstreamQuery>
IterativeResolver::NextQuery()
{
    return wire::TakeFront(m_queries);
}

std::optional<IterativeResolverEvent>
IterativeResolver::NextEvent()
{
    return wire::TakeFront(m_events);
}

std::optional<wire::TimePoint>
IterativeResolver::GetDeadline() const
{
    if (m_deadlines.empty() || m_patienceEnds.empty())
    {
        const auto& ends = m_deadlines.empty() ? m_patienceEnds : m_deadlines;
        return ends.empty() ? std::nullopt : std::optional(ends.begin()->first);
    }
    return std::min(m_deadlines.begin()->first, m_patienceEnds.begin()->first);
}

void
IterativeResolver::TryNextServer(Task& task, wire::TimePoint now)
{
    m_deadlines.erase({task.deadline, task.handle});
    const auto turn = task.servers.TakeTurn(m_config.rounds);
    if (turn)
    {
        Send(task, turn->server, now);
    }
    else
    {
        LookUpServer(task, now);
    }
}

void
IterativeResolver::Send(Task& task, std::size_t server, wire::TimePoint now)
{
    m_deadlines.erase({task.deadline, task.handle});
    if (m_tasks.at(task.root).queryCount++ >= QUERY_LIMIT)
    {
        task.failure = "no end after " + std::to_string(QUERY_LIMIT) + " queries";
        GiveUp(task, now);
        return;
    }
    const auto& chosen = task.servers.At(server);
    const auto identity = m_identitySource();
    const UpstreamPath path{chosen.address, chosen.transport, identity.port};
    const auto question = GetStep(task);
    auto query = MakeQuery(identity.id, question);
    query.header.isRecursionDesired = false;
    query.edns = chosen.speaksEdns ? std::optional(Edns{}) : std::nullopt;
    const auto timeout = m_config.timeout * (1LL << std::min<std::size_t>(chosen.turns - 1, 8));
    task.current = server;
    task.deadline = now + timeout;
    m_outstanding.emplace(
        std::pair(identity.id, identity.port),
        Outstanding{task.handle, server, path, question, chosen.speaksEdns, task.deadline});
    m_deadlines.emplace(task.deadline, task.handle);
    m_queries.push_back({task.root, path, identity.id, question, query.Serialize(), timeout});
}

/// What is told when there is no answer, now or at all. It is remembered once for each look-up.
LookupEnded
IterativeResolver::MakeFailure(const Task& task, wire::TimePoint now)
{
    LookupEnded ended;
    ended.status = task.failure.empty() ? LookupStatus::TIMED_OUT : LookupStatus::SERVER_FAILURE;
    ended.reason = task.failure.empty()
                       ? "no answer from the name servers of " + task.zone.ToString()
                       : task.failure;
    if (!task.waiting.empty())
    {
        m_failures.Remember(GetStep(task), ended.status, ended.reason, now);
    }
    return ended;
}

void
IterativeResolver::GiveUp(Task& task, wire::TimePoint now)
{
    End(task, MakeFailure(task, now), now);
}

void
IterativeResolver::EndPatience(Task& task, wire::TimePoint now)
{
    m_patienceEnds.erase({task.patienceEnd, task.handle});
    Tell(task, MakeFailure(task, now));
}

/// Whoever waits, and then nobody does.
void
IterativeResolver::Tell(Task& task, const LookupEnded& ended)
{
    for (auto& waiter : std::exchange(task.waiting, {}))
    {
        auto told = ended;
        told.handle = waiter.handle;
        told.question = std::move(waiter.question);
        told.aliases = task.aliases;
        m_events.emplace_back(std::move(told));
    }
}

/// Takes the rest from the task: it is what the one who waits is told.
void
IterativeResolver::End(Task& task, LookupEnded ended, wire::TimePoint now)
{
    EndStep(task);
    if (!task.parent)
    {
        EndRoot(task, ended);
        return;
    }
    ended.handle = task.handle;
    ended.question = task.question;
    ended.aliases = std::move(task.aliases);
    const auto parent = *task.parent;
    m_tasks.erase(task.handle);
    auto& waiting = m_tasks.at(parent);
    waiting.child.reset();
    ResumeWith(waiting, ended, now);
}

void
IterativeResolver::EndRoot(Task& task, const LookupEnded& ended)
{
    const auto& [name, type, recordClass] = task.question;
    if (ended.status != LookupStatus::SERVER_FAILURE && ended.status != LookupStatus::TIMED_OUT)
    {
        m_failures.Forget(GetStep(task));
    }
    Tell(task, ended);
    m_events.emplace_back(LookupOver{task.handle});
    m_patienceEnds.erase({task.patienceEnd, task.handle});
    m_roots.erase({name, type, recordClass});
    m_tasks.erase(task.handle);
}

/// True when the task has ended.
bool
IterativeResolver::RecallFailure(Task& task, wire::TimePoint now)
{
    const auto known = task.parent ? std::nullopt : m_failures.Find(GetStep(task), now);
    if (known)
    {
        End(task, Recall(*known, now), now);
    }
    return known.has_value();
}

/// Nothing that was asked so far is waited for any more.
void
IterativeResolver::EndStep(Task& task)
{
    m_deadlines.erase({task.deadline, task.handle});
    std::erase_if(m_outstanding,
                  [&task](const auto& entry) { return entry.second.task == task.handle; });
    if (task.child)
    {
        const auto child = m_tasks.find(*task.child);
        task.child.reset();
        EndStep(child->second);
        m_tasks.erase(child);
    }
}

} // namespace ns3::postroad::dns

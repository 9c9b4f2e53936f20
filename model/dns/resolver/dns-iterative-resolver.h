/**
 * An iterative resolver: asks its way down the tree, from the root's servers or the closest that it
 * knows of, and remembers what it learns (RFC 1034 section 5.3.3, RFC 1035 section 7).
 *
 * It does no I/O. The driver feeds it messages and the present time, sends what NextQuery() gives,
 * and calls Expire() at GetDeadline(). Ids and source ports come from outside, for the engines draw
 * no random numbers. Any number of look-ups may be under way at once.
 *
 * A message counts if server, transport, port, id and question are those of a query under way;
 * whatever else comes is dropped. What a server says of names outside of the zone that it was asked
 * for is dropped too. One look-up sends at most QUERY_LIMIT queries, whatever the servers do.
 *
 * Who asks what is being looked up joins that look-up. Nobody waits longer than `patience`: then
 * the answer is that there is none yet, while the look-up goes on, for the sake of those who ask
 * next. A failure is remembered (dns-failure-memory.h).
 *
 * Left out: DNSSEC, priming (RFC 8109: the hints are used as they are), query name minimisation,
 * both address families at once, joining look-ups of servers' addresses.
 */
#ifndef POSTROAD_DNS_RESOLVER_DNS_ITERATIVE_RESOLVER_H
#define POSTROAD_DNS_RESOLVER_DNS_ITERATIVE_RESOLVER_H

#include "postroad/dns/resolver/dns-cache-path.h"
#include "postroad/dns/resolver/dns-failure-memory.h"
#include "postroad/dns/resolver/dns-lookup.h"
#include "postroad/dns/resolver/dns-server-list.h"
#include "postroad/dns/resolver/dns-upstream-query.h"
#include "postroad/dns/resolver/dns-upstream-reading.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <tuple>
#include <utility>

namespace ns3::postroad::dns
{

/// What an iterative resolver must know.
struct IterativeResolverConfig
{
    std::vector<Record> hints;                        ///< NS records of the root, their addresses
    RecordType addressType{RecordType::A};            ///< the family that the host speaks
    wire::Duration timeout{std::chrono::seconds(2)};  ///< for each try; doubled in each round
    std::size_t rounds{2};                            ///< how often a zone's servers are asked
    std::size_t cacheLimit{Cache::DEFAULT_LIMIT};     ///< how many sets are remembered
    wire::Duration patience{std::chrono::seconds(9)}; ///< of who asks: less than a stub resolver
                                                      ///< with one server has, 10 s
};

/// What tells a query's answer from a forged one.
struct QueryIdentity
{
    std::uint16_t id{0};
    std::uint16_t port{0}; ///< where the query leaves from
};

/// The cache knew something; comes before what follows from it.
struct CacheHit
{
    LookupHandle handle{}; ///< the look-up that it is for; 0 for an answer at once
    Question question;     ///< what was looked for
    CachedAnswer answer;   ///< what was there
};

/// Nothing more is sent for a look-up, and nothing awaited; after all others have been told that it
/// has ended.
struct LookupOver
{
    LookupHandle handle{}; ///< the one that began it, which its queries carry
};

/// LookupEnded tells one who asked; LookupOver who drives.
using IterativeResolverEvent = std::variant<AnswerReceived, CacheHit, LookupEnded, LookupOver>;

/// The engine of one recursive name server.
class IterativeResolver
{
  public:
    /// How many aliases are followed for one look-up.
    static constexpr std::size_t ALIAS_LIMIT = 8;

    /// How many queries are sent for one look-up. One of a server's address counts as one more, so
    /// that what is known of servers without addresses cannot keep it busy either.
    static constexpr std::size_t QUERY_LIMIT = 64;

    /// How many servers without an address are kept of one zone.
    static constexpr std::size_t SERVER_NAME_LIMIT = 8;

    /// How deep look-ups of servers' addresses may stand in each other.
    static constexpr std::size_t DEPTH_LIMIT = 4;

    /// Gives the id and the source port of the next query.
    using IdentitySource = std::function<QueryIdentity()>;

    IterativeResolver(IterativeResolverConfig config, IdentitySource identitySource);

    /// Begins a look-up, or joins one. It may have ended, from the cache, when this returns.
    LookupHandle Ask(const Question& question, wire::TimePoint now);

    /// How many look-ups are under way, whether somebody waits for them or not.
    std::size_t CountLookups() const
    {
        return m_roots.size();
    }

    /// The response to a query of one question that does not ask for recursion: from the cache, or
    /// the servers of the closest zone that is known. Nobody is asked.
    Message AnswerAtOnce(const Message& query, wire::TimePoint now);

    /// A message came along that path.
    void Receive(const UpstreamPath& path, std::string_view octets, wire::TimePoint now);

    /// The query of that id brought nothing along that path: no route, connection refused, or a
    /// connection that ended without an answer. \param reason in words
    void Fail(const UpstreamPath& path,
              std::uint16_t id,
              const std::string& reason,
              wire::TimePoint now);

    /// Time has passed. Does nothing unless the deadline is reached.
    void Expire(wire::TimePoint now);

    /// Takes the next query to be sent.
    std::optional<UpstreamQuery> NextQuery();

    /// Takes the next event.
    std::optional<IterativeResolverEvent> NextEvent();

    /// The moment at which the driver is to call Expire(); none while nothing is asked.
    std::optional<wire::TimePoint> GetDeadline() const;

    /// What is remembered, to look into or to clear.
    Cache& GetCache()
    {
        return m_cache;
    }

  private:
    /// Somebody who has asked.
    struct Waiter
    {
        LookupHandle handle{};
        Question question; ///< as it was asked, in upper case perhaps
    };

    /// A look-up under way: one that was asked for, or one of a server's address for another.
    struct Task
    {
        LookupHandle handle{};              ///< its own
        LookupHandle root{};                ///< the look-up that was asked for
        std::optional<LookupHandle> parent; ///< the one that waits for this one
        std::optional<LookupHandle> child;  ///< the one that this one waits for
        std::size_t depth{0};               ///< how many wait for this one, one for another
        std::size_t queryCount{0};          ///< how many were sent, if this is the root
        Question question;                  ///< as it was asked at first
        Name name;                          ///< at which the aliases followed end
        std::vector<Record> aliases;        ///< the records that lead there
        Name zone;                          ///< the closest one whose servers are known
        ServerList servers;                 ///< of this zone
        std::deque<Name> unresolved;        ///< its servers whose addresses are not known
        std::size_t current{0};             ///< the server asked last
        wire::TimePoint deadline;           ///< of the last try
        std::string failure;                ///< of the server that failed last
        std::vector<Waiter> waiting;        ///< who asked, if this is the root
        wire::TimePoint patienceEnd;        ///< of the first of them, and so of all
    };

    /// A query that may be answered.
    struct Outstanding
    {
        LookupHandle task{};
        std::size_t server{0};
        UpstreamPath path;
        Question question;
        bool hasEdns{true};
        wire::TimePoint deadline;
    };

    /// By id and port.
    using Queries = std::multimap<std::pair<std::uint16_t, std::uint16_t>, Outstanding>;

    using QuestionKey = std::tuple<Name, RecordType, RecordClass>;

    /// What a task asks about now: the end of the aliases that it has followed.
    static Question GetStep(const Task& task)
    {
        return {task.name, task.question.type, task.question.recordClass};
    }

    void Join(Task& task, Waiter waiter, wire::TimePoint now);
    LookupHandle Begin(Task task, wire::TimePoint now);
    bool RecallFailure(Task& task, wire::TimePoint now);
    void BeginStep(Task& task, wire::TimePoint now);
    bool AnswerFromCache(Task& task, wire::TimePoint now);
    void EndWith(Task& task, const CachedAnswer& known, wire::TimePoint now);
    void FindServers(Task& task, wire::TimePoint now);
    bool UseServers(Task& task,
                    const Name& zone,
                    std::span<const Record> servers,
                    std::span<const Record> addresses,
                    wire::TimePoint now);
    std::vector<Record>
    FindAddresses(const Name& server, std::span<const Record> addresses, wire::TimePoint now) const;
    void TryNextServer(Task& task, wire::TimePoint now);
    void Send(Task& task, std::size_t server, wire::TimePoint now);
    void LookUpServer(Task& task, wire::TimePoint now);
    bool IsLookedUp(const Task& task, const Name& server) const;
    void ResumeWith(Task& task, const LookupEnded& ended, wire::TimePoint now);
    Queries::iterator FindQuery(const UpstreamPath& path, const Message& response);
    void Handle(Task& task, std::size_t server, UpstreamReading reading, wire::TimePoint now);
    void HandleReferral(Task& task, std::size_t server, UpstreamReading, wire::TimePoint now);
    void HandleTruncation(Task& task, std::size_t server, wire::TimePoint now);
    void HandleFailure(Task& task, std::size_t server, const std::string&, wire::TimePoint now);
    void Remember(const Task& task, const UpstreamReading& reading, wire::TimePoint now);
    LookupEnded MakeFailure(const Task& task, wire::TimePoint now);
    void GiveUp(Task& task, wire::TimePoint now);
    void EndPatience(Task& task, wire::TimePoint now);
    void Tell(Task& task, const LookupEnded& ended);
    void End(Task& task, LookupEnded ended, wire::TimePoint now);
    void EndRoot(Task& task, const LookupEnded& ended);
    void EndStep(Task& task);

    IterativeResolverConfig m_config;
    IdentitySource m_identitySource;
    Cache m_cache;
    FailureMemory m_failures;
    std::uint64_t m_handleCount{0};
    std::map<LookupHandle, Task> m_tasks;
    std::map<QuestionKey, LookupHandle> m_roots; ///< the tasks that others wait for
    std::set<std::pair<wire::TimePoint, LookupHandle>> m_patienceEnds; ///< of these
    Queries m_outstanding;
    std::set<std::pair<wire::TimePoint, LookupHandle>> m_deadlines;
    std::deque<UpstreamQuery> m_queries;
    std::deque<IterativeResolverEvent> m_events;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_RESOLVER_DNS_ITERATIVE_RESOLVER_H

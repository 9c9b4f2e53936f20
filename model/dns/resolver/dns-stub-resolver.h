/**
 * A stub resolver: hands questions to the name servers that its host is configured with, and tells
 * what came of each (RFC 1034 section 5.3.1, RFC 1035 section 7).
 *
 * It does no I/O. The driver feeds it messages and the present time, sends what NextQuery() gives,
 * and calls Expire() at GetDeadline(). Any number of look-ups may be under way at once. Ids come
 * from outside, for the engines draw no random numbers.
 *
 * The servers are asked in turn, each in every round, except those that answered with a failure in
 * the same step of the look-up. A late answer of a server asked before still counts. A message
 * that is not the answer to something asked, from a server that was asked, is dropped.
 *
 * A truncated answer is asked for again over TCP if the driver can do that (RFC 7766 section 5),
 * and else a failure of its server.
 *
 * Left out: a cache, and following referrals.
 */
#ifndef POSTROAD_DNS_RESOLVER_DNS_STUB_RESOLVER_H
#define POSTROAD_DNS_RESOLVER_DNS_STUB_RESOLVER_H

#include "postroad/dns/resolver/dns-answer-reading.h"
#include "postroad/dns/resolver/dns-upstream-query.h"
#include "postroad/wire/time-point.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace ns3::postroad::dns
{

/// What a host is told about name service, as in its resolv.conf.
struct StubResolverConfig
{
    std::vector<std::string> servers;                ///< addresses, in the order of asking
    wire::Duration timeout{std::chrono::seconds(5)}; ///< for each try
    std::size_t rounds{2};                           ///< how often the list is gone through
    bool hasTcp{false};                              ///< the driver can send queries over TCP
};

using StubResolverEvent = std::variant<AnswerReceived, LookupEnded>;

/// The resolver of one host.
class StubResolver
{
  public:
    /// How many aliases are followed for one look-up.
    static constexpr std::size_t ALIAS_LIMIT = 8;

    /// Gives the id of the next query.
    using IdSource = std::function<std::uint16_t()>;

    StubResolver(StubResolverConfig config, IdSource idSource);

    /// Begins a look-up.
    LookupHandle Ask(const Question& question, wire::TimePoint now);

    /// A message came along that path.
    void Receive(const UpstreamPath& path, std::string_view octets, wire::TimePoint now);

    /// The query of that id brought nothing along that path: it could not be sent, was turned away,
    /// or the connection ended without an answer. \param reason in words
    void Fail(const UpstreamPath& path,
              std::uint16_t id,
              const std::string& reason,
              wire::TimePoint now);

    /// The queries over UDP that a server has not answered yet.
    std::vector<UpstreamQuery> FindWaiting(const std::string& server) const;

    /// Time has passed. Does nothing unless the deadline is reached.
    void Expire(wire::TimePoint now);

    /// Takes the next query to be sent.
    std::optional<UpstreamQuery> NextQuery();

    /// Takes the next event.
    std::optional<StubResolverEvent> NextEvent();

    /// The moment at which the driver is to call Expire(); none while nothing is asked.
    std::optional<wire::TimePoint> GetDeadline() const;

  private:
    /// What a server has done in one step of a look-up.
    enum class ServerState
    {
        NOT_ASKED,
        ASKED,
        ASKED_OVER_TCP,
        FAILED,
    };

    /// A look-up under way. Each alias that must be asked about is a step of its own.
    struct Lookup
    {
        Question question;                ///< as it was asked at first
        Question step;                    ///< as it is asked now
        std::vector<Record> aliases;      ///< the CNAME records that lead to the step
        std::uint16_t id{0};              ///< of the step
        std::vector<ServerState> servers; ///< in the order of the configuration
        std::size_t first{0};             ///< the server that the step began with
        std::size_t tries{0};             ///< how many turns the step has taken
        std::size_t current{0};           ///< the server asked last
        wire::TimePoint deadline;         ///< of the last try
        std::string failure;              ///< of the server that failed last
    };

    using Lookups = std::map<LookupHandle, Lookup>;

    void BeginStep(Lookups::iterator at, const Question& step, std::size_t first, wire::TimePoint);
    void TryNextServer(Lookups::iterator at, wire::TimePoint now);
    void SendTo(Lookups::iterator at, std::size_t server, wire::TimePoint now);
    Lookups::iterator FindLookup(std::size_t server, ServerState state, const Message& response);
    void HandleAnswer(Lookups::iterator at, std::size_t server, AnswerReading, wire::TimePoint);
    void HandleFailure(Lookups::iterator at, std::size_t server, std::string, wire::TimePoint);
    void GiveUp(Lookups::iterator at);
    void End(Lookups::iterator at, LookupStatus status, std::vector<Record>, std::string reason);
    void ForgetStep(Lookups::iterator at);

    StubResolverConfig m_config;
    IdSource m_idSource;
    std::uint64_t m_lookupCount{0};
    Lookups m_lookups;
    std::multimap<std::uint16_t, LookupHandle> m_handlesById;
    std::set<std::pair<wire::TimePoint, LookupHandle>> m_deadlines;
    std::deque<UpstreamQuery> m_queries;
    std::deque<StubResolverEvent> m_events;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_RESOLVER_DNS_STUB_RESOLVER_H

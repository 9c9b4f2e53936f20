#include "dns/dns-samples.h"
#include "dns/replay-player.h"

#include "postroad/dns/zone/dns-authority.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <map>

namespace ns3::postroad::dns
{
namespace
{

using namespace std::chrono_literals;

TEST(DnsIterativeResolver, PlaysItsReplays)
{
    const auto paths = FindReplays();
    ASSERT_FALSE(paths.empty());
    for (const auto& path : paths)
    {
        const auto replay = LoadTranscript(path);
        ReplayPlayer player(replay);
        for (const auto& step : replay)
        {
            player.Play(step);
        }
        SCOPED_TRACE(path.filename());
        player.ExpectNothingLeft();
    }
}

/// What goes into the resolver in the course of a replay.
struct ReplayInput
{
    TranscriptStep step;
    std::string octets; ///< of a RECEIVED step, otherwise empty
};

std::vector<ReplayInput>
LoadReplayInputs(const Transcript& replay)
{
    std::vector<ReplayInput> inputs;
    for (const auto& step : replay)
    {
        if (IsReplayInput(step))
        {
            const bool isReceived = step.keyword == "RECEIVED";
            inputs.push_back({step, isReceived ? MakeReceived(step).Serialize() : ""});
        }
    }
    return inputs;
}

/// Plays the inputs, and expects that every look-up ends once.
void
PlayReplayToTheEnd(const Transcript& replay, const std::vector<ReplayInput>& inputs)
{
    ReplayPlayer player(replay);
    for (const auto& input : inputs)
    {
        player.PlayInput(input.step, input.octets);
    }
    player.LetAllTimePass();
    EXPECT_EQ(player.CountOpenLookups(), 0);
}

// Step failure: from any step on no answer comes any more.
TEST(DnsIterativeResolver, EndsEachLookupOnceWhenTheNetworkBreaks)
{
    for (const auto& path : FindReplays())
    {
        const auto replay = LoadTranscript(path);
        auto inputs = LoadReplayInputs(replay);
        for (std::size_t cut = inputs.size(); cut-- > 0;)
        {
            if (inputs[cut].step.keyword == "RECEIVED")
            {
                SCOPED_TRACE("cut before " + inputs[cut].step.title);
                inputs.erase(inputs.begin() + static_cast<std::ptrdiff_t>(cut));
                PlayReplayToTheEnd(replay, inputs);
            }
        }
    }
}

TEST(DnsIterativeResolver, EndsEachLookupOnceWhenAnyOctetOfAnAnswerIsChanged)
{
    for (const auto& path : FindReplays())
    {
        const auto replay = LoadTranscript(path);
        auto inputs = LoadReplayInputs(replay);
        for (auto& input : inputs)
        {
            SCOPED_TRACE(input.step.title);
            for (char& octet : input.octets)
            {
                const char original = octet;
                octet = static_cast<char>(original ^ '\x05');
                PlayReplayToTheEnd(replay, inputs);
                octet = original;
            }
        }
    }
}

/// A small Internet in memory: name servers by their addresses.
class Internet
{
  public:
    Authority& At(const std::string& address)
    {
        return m_servers[address];
    }

    void Serve(const std::string& address, Zone zone)
    {
        EXPECT_FALSE(At(address).AddZone(std::move(zone)));
    }

    /// Lets the resolver ask until nothing is asked any more; the servers asked, in order.
    std::vector<std::string> Run(IterativeResolver& resolver, wire::TimePoint now)
    {
        std::vector<std::string> asked;
        while (const auto query = resolver.NextQuery())
        {
            const bool isTcp = query->path.transport == Transport::TCP;
            asked.push_back(query->path.server + (isTcp ? " TCP" : ""));
            const auto served = At(query->path.server).Serve(query->octets, query->path.transport);
            EXPECT_TRUE(served);
            resolver.Receive(query->path, served->octets, now);
        }
        return asked;
    }

  private:
    std::map<std::string, Authority> m_servers;
};

IterativeResolver
MakeIterativeResolver(const std::vector<std::string>& hints = {". 1 NS ns.root.",
                                                               "ns.root. 1 A 10.0.0.1"})
{
    IterativeResolverConfig config;
    config.hints = MakeRecords(hints);
    return {config, [id = std::uint16_t{0}]() mutable {
                ++id;
                return QueryIdentity{id, id};
            }};
}

LookupEnded
TakeResult(IterativeResolver& resolver)
{
    while (const auto event = resolver.NextEvent())
    {
        if (const auto* const ended = std::get_if<LookupEnded>(&*event))
        {
            return *ended;
        }
    }
    ADD_FAILURE() << "no look-up has ended";
    return {};
}

Internet
MakeInternet()
{
    Internet internet;
    internet.Serve("10.0.0.1", MakeZone(".", {"net. NS ns.net.", "ns.net. A 10.0.0.2"}));
    internet.Serve("10.0.0.2", MakeZone("net.", {"b NS ns.b", "ns.b A 10.0.0.3"}));
    Zone zone = MakeZone("b.net.", {"@ 300 MX 10 mail", "mail 300 A 10.0.2.1"});
    for (int i = 0; i < 100; ++i)
    {
        EXPECT_FALSE(zone.Add(MakeRecord("many.b.net. A 10.1.0." + std::to_string(i))));
    }
    internet.Serve("10.0.0.3", zone);
    return internet;
}

// Pair: our resolver against our authorities. Cold, warm, and after the TTL.
TEST(DnsIterativeResolver, AsksRootAndTldAndDomainOnceAndThenTheDomainAlone)
{
    using Servers = std::vector<std::string>;
    auto internet = MakeInternet();
    auto resolver = MakeIterativeResolver();
    const Question question{MakeName("b.net."), RecordType::MX};
    resolver.Ask(question, {});
    EXPECT_EQ(internet.Run(resolver, {}), (Servers{"10.0.0.1", "10.0.0.2", "10.0.0.3"}));
    EXPECT_EQ(Flatten(TakeResult(resolver).records.at(0)), "b.net. 300 IN MX 10 mail.b.net.");

    resolver.Ask(question, wire::TimePoint(100s));
    EXPECT_EQ(internet.Run(resolver, {}), Servers{});
    EXPECT_EQ(Flatten(TakeResult(resolver).records.at(0)), "b.net. 200 IN MX 10 mail.b.net.");

    resolver.Ask(question, wire::TimePoint(300s));
    EXPECT_EQ(internet.Run(resolver, wire::TimePoint(300s)), Servers{"10.0.0.3"});
    EXPECT_EQ(Flatten(TakeResult(resolver).records.at(0)), "b.net. 300 IN MX 10 mail.b.net.");
}

TEST(DnsIterativeResolver, TellsOnceThatALookupIsOverHoweverManyWait)
{
    auto internet = MakeInternet();
    auto resolver = MakeIterativeResolver();
    const Question question{MakeName("b.net."), RecordType::MX};
    const auto first = resolver.Ask(question, {});
    const auto second = resolver.Ask(question, {});
    EXPECT_NE(first, second);
    EXPECT_EQ(resolver.CountLookups(), 1U);
    internet.Run(resolver, {});
    std::vector<LookupHandle> ended;
    std::vector<LookupHandle> over;
    while (const auto event = resolver.NextEvent())
    {
        if (const auto* const told = std::get_if<LookupEnded>(&*event))
        {
            ended.push_back(told->handle);
            EXPECT_TRUE(over.empty());
        }
        else if (const auto* const last = std::get_if<LookupOver>(&*event))
        {
            over.push_back(last->handle);
        }
    }
    EXPECT_EQ(ended, (std::vector{first, second}));
    EXPECT_EQ(over, std::vector{first});
    EXPECT_EQ(resolver.CountLookups(), 0U);
}

TEST(DnsIterativeResolver, FetchesALargeAnswerOverTcp)
{
    auto internet = MakeInternet();
    auto resolver = MakeIterativeResolver();
    resolver.Ask({MakeName("many.b.net."), RecordType::A}, {});
    EXPECT_EQ(internet.Run(resolver, {}),
              (std::vector<std::string>{"10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.3 TCP"}));
    EXPECT_EQ(TakeResult(resolver).records.size(), 100U);
}

TEST(DnsIterativeResolver, AsksForNothingThatOnlyAQuestionMayHave)
{
    auto resolver = MakeIterativeResolver();
    for (const auto type : {RecordType{251}, RecordType::AXFR, RecordType::OPT})
    {
        resolver.Ask({MakeName("b.net."), type}, {});
        EXPECT_EQ(TakeResult(resolver).status, LookupStatus::SERVER_FAILURE);
    }
    resolver.Ask({MakeName("b.net."), RecordType::A, RecordClass::CH}, {});
    EXPECT_EQ(TakeResult(resolver).reason, "b.net. CH A is nothing that can be looked up");
    EXPECT_FALSE(resolver.NextQuery());
}

TEST(DnsIterativeResolver, NeedsHints)
{
    auto resolver = MakeIterativeResolver({". 1 NS ns.root."});
    resolver.Ask({MakeName("b.net."), RecordType::A}, {});
    EXPECT_EQ(TakeResult(resolver).reason, "no address of a root name server is known");
    EXPECT_FALSE(resolver.GetDeadline());
}

TEST(DnsIterativeResolver, TakesAnswersOnlyWhereTheyAreExpected)
{
    auto resolver = MakeIterativeResolver();
    resolver.Ask({MakeName("b.net."), RecordType::A}, {});
    const auto query = resolver.NextQuery();
    auto response = *Message::Parse(query->octets);
    response.header.isResponse = true;
    response.header.isAuthoritative = true;
    response.header.code = ResponseCode::NAME_ERROR;
    const auto& [server, transport, port] = query->path;
    const auto otherPort = static_cast<std::uint16_t>(port + 1);
    for (const auto& path : {UpstreamPath{"10.6.6.6", transport, port},
                             UpstreamPath{server, Transport::TCP, port},
                             UpstreamPath{server, transport, otherPort}})
    {
        resolver.Receive(path, response.Serialize(), {});
        resolver.Fail(path, query->id, "no route", {});
    }
    resolver.Receive(query->path, "garbage", {});
    resolver.Receive(query->path, query->octets, {});
    EXPECT_FALSE(resolver.NextEvent());
    resolver.Receive(query->path, response.Serialize(), {});
    EXPECT_EQ(TakeResult(resolver).status, LookupStatus::NO_SUCH_NAME);
}

// As happens when one server alone is left: its first connection times out while the second try is
// under way.
TEST(DnsIterativeResolver, LetsTheLatestTryAtAServerDecide)
{
    auto resolver = MakeIterativeResolver();
    resolver.Ask({MakeName("b.net."), RecordType::A}, {});
    const auto first = resolver.NextQuery();
    EXPECT_EQ(first->timeout, *resolver.GetDeadline() - wire::TimePoint());
    resolver.Expire(*resolver.GetDeadline());
    const auto second = resolver.NextQuery();
    ASSERT_EQ(second->path.server, first->path.server);
    EXPECT_EQ(second->timeout, 2 * first->timeout);
    resolver.Fail(first->path, first->id, "nothing came for too long", wire::TimePoint(3s));
    EXPECT_FALSE(resolver.NextEvent());
    resolver.Fail(second->path, second->id, "no route to host", wire::TimePoint(3s));
    EXPECT_EQ(TakeResult(resolver).reason, "10.0.0.1 cannot be reached: no route to host");
}

/// Answers each query with a referral made for it; how many were sent until the look-up ended.
template <typename MakeReferral>
std::size_t
CountQueries(IterativeResolver& resolver, const MakeReferral& makeReferral)
{
    std::size_t count = 0;
    while (const auto query = resolver.NextQuery())
    {
        ++count;
        auto response = *Message::Parse(query->octets);
        response.header.isResponse = true;
        makeReferral(query->question.name, response);
        resolver.Receive(query->path, response.Serialize(), {});
    }
    return count;
}

// The attack NXNSAttack: each referral names many servers, and none of their addresses.
TEST(DnsIterativeResolver, BearsAFloodOfReferralsWithoutAddresses)
{
    auto resolver = MakeIterativeResolver();
    resolver.Ask({MakeName("www.victim.test."), RecordType::A}, {});
    int names = 0;
    const auto count = CountQueries(resolver, [&names](const Name& name, Message& response) {
        for (int i = 0; i < 50; ++i)
        {
            const auto host = "ns.x" + std::to_string(names++) + ".test.";
            response.authorities.push_back({name, 300, NsData{MakeName(host)}});
        }
    });
    EXPECT_LE(count, IterativeResolver::QUERY_LIMIT);
    EXPECT_EQ(TakeResult(resolver).status, LookupStatus::SERVER_FAILURE);
    EXPECT_FALSE(resolver.GetDeadline());
}

/// A chain of referrals, one label further down each time.
std::size_t
CountQueriesDown(IterativeResolver& resolver, std::size_t labels)
{
    std::string text;
    for (std::size_t i = 0; i < labels; ++i)
    {
        text += "a.";
    }
    resolver.Ask({MakeName(text), RecordType::A}, {});
    std::size_t depth = 0;
    return CountQueries(resolver, [&](const Name& name, Message& response) {
        if (depth == labels)
        {
            response.header.isAuthoritative = true;
            response.answers = {{name, 300, AData{}}};
            return;
        }
        const auto zone = name.GetAncestor(++depth);
        const auto host = Name::Parse("ns", zone);
        response.authorities = {{zone, 300, NsData{*host}}};
        response.additionals = {{*host, 300, AData{{10, 0, 0, 1}}}};
    });
}

TEST(DnsIterativeResolver, SendsALimitedNumberOfQueriesForOneLookup)
{
    constexpr auto LIMIT = IterativeResolver::QUERY_LIMIT;
    auto resolver = MakeIterativeResolver();
    EXPECT_EQ(CountQueriesDown(resolver, LIMIT - 1), LIMIT);
    EXPECT_EQ(TakeResult(resolver).status, LookupStatus::ANSWERED);
    auto other = MakeIterativeResolver();
    EXPECT_EQ(CountQueriesDown(other, LIMIT), LIMIT);
    const auto ended = TakeResult(other);
    EXPECT_EQ(ended.status, LookupStatus::SERVER_FAILURE);
    EXPECT_EQ(ended.reason, "no end after 64 queries");
}

TEST(DnsServerList, GivesEachServerAsManyTurnsAsThereAreRounds)
{
    ServerList list;
    EXPECT_TRUE(list.IsEmpty());
    list.Add(MakeName("a."), "10.0.0.1");
    list.Add(MakeName("b."), "10.0.0.1");
    list.Add(MakeName("b."), "10.0.0.2");
    EXPECT_EQ(list.TakeTurn(2)->server, 0U);
    EXPECT_EQ(list.TakeTurn(2)->server, 1U);
    EXPECT_EQ(list.TakeTurn(2)->round, 1U);
    list.At(1).hasFailed = true;
    EXPECT_FALSE(list.TakeTurn(2));
    list.Add(MakeName("c."), "10.0.0.3");
    EXPECT_EQ(list.TakeTurn(2)->server, 2U);
}

TEST(DnsServerList, TakesALimitedNumberOfAddresses)
{
    ServerList list;
    for (std::size_t i = 0; i <= ServerList::LIMIT; ++i)
    {
        list.Add(Name(), "10.0.0." + std::to_string(i));
    }
    EXPECT_EQ(list.At(ServerList::LIMIT - 1).address, "10.0.0.15");
    EXPECT_THROW(list.At(ServerList::LIMIT), std::out_of_range);
}

} // namespace
} // namespace ns3::postroad::dns

// What a resolver says to a client that does not ask for recursion.
#include "dns/dns-samples.h"

#include "postroad/dns/resolver/dns-iterative-resolver.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace ns3::postroad::dns
{
namespace
{

using Lines = std::vector<std::string>;
using namespace std::chrono_literals;

constexpr wire::TimePoint LATER(100s);

/// A resolver that remembers some things since the beginning.
IterativeResolver
MakeResolver(const std::vector<std::string>& answers, const std::vector<std::string>& referral = {})
{
    IterativeResolverConfig config;
    config.hints = MakeRecords({". 1 NS ns.root.", "ns.root. 1 A 10.0.0.1", "ns.root. 1 AAAA ::1"});
    IterativeResolver resolver(config, [] { return QueryIdentity{}; });
    auto& cache = resolver.GetCache();
    cache.Store(MakeRecords(answers), Credibility::ANSWER, {});
    const auto records = MakeRecords(referral);
    for (const auto& record : records)
    {
        const bool isServer = record.GetType() == RecordType::NS;
        cache.Store(std::span(&record, 1),
                    isServer ? Credibility::AUTHORITY : Credibility::ADDITIONAL,
                    {});
    }
    return resolver;
}

Message
Ask(IterativeResolver& resolver, std::string_view name, RecordType type)
{
    auto query = MakeQuery(7, {MakeName(name), type});
    query.header.isRecursionDesired = false;
    auto response = resolver.AnswerAtOnce(query, LATER);
    EXPECT_FALSE(resolver.NextQuery());
    EXPECT_TRUE(response.header.isRecursionAvailable);
    EXPECT_FALSE(response.header.isRecursionDesired);
    return response;
}

TEST(DnsCachedAnswer, ComesFromTheCache)
{
    auto resolver = MakeResolver({"www.b.net. 300 CNAME web.b.net.",
                                  "web.b.net. 200 A 10.0.2.1",
                                  "old.b.net. 300 DNAME b.net.",
                                  "loop.b.net. 300 CNAME loop.b.net."});
    EXPECT_EQ(Describe(Ask(resolver, "web.b.net.", RecordType::A)),
              (Lines{"NOERROR", "answer web.b.net. 100 IN A 10.0.2.1"}));
    EXPECT_EQ(Describe(Ask(resolver, "web.b.net.", RecordType::ANY)),
              (Lines{"NOERROR", "answer web.b.net. 100 IN A 10.0.2.1"}));
    EXPECT_EQ(Describe(Ask(resolver, "www.old.b.net.", RecordType::A)),
              (Lines{"NOERROR",
                     "answer old.b.net. 200 IN DNAME b.net.",
                     "answer www.old.b.net. 200 IN CNAME www.b.net.",
                     "answer www.b.net. 200 IN CNAME web.b.net.",
                     "answer web.b.net. 100 IN A 10.0.2.1"}));
    EXPECT_EQ(Describe(Ask(resolver, "loop.b.net.", RecordType::A)), Lines{"SERVFAIL"});
}

TEST(DnsCachedAnswer, ShowsEachThingThatWasThere)
{
    auto resolver = MakeResolver({"www.b.net. 300 CNAME web.b.net.", "web.b.net. 200 A 10.0.2.1"});
    Ask(resolver, "www.b.net.", RecordType::A);
    Lines hits;
    while (const auto event = resolver.NextEvent())
    {
        hits.push_back(std::get<CacheHit>(*event).question.ToString());
    }
    EXPECT_EQ(hits, (Lines{"www.b.net. IN CNAME", "web.b.net. IN A"}));
}

TEST(DnsCachedAnswer, TellsWhatIsKnownNotToBeThere)
{
    const auto soa = MakeRecord("b.net. 600 SOA ns.b.net. root.b.net. 1 2 3 4 600");
    const std::string shown = "authority b.net. 500 IN SOA ns.b.net. root.b.net. 1 2 3 4 600";
    auto resolver = MakeResolver({"www.b.net. 300 CNAME nobody.b.net."});
    resolver.GetCache().StoreNoSuchName(MakeName("nobody.b.net."), soa, {});
    resolver.GetCache().StoreNoData(MakeName("b.net."), RecordType::MX, soa, {});
    EXPECT_EQ(Describe(Ask(resolver, "b.net.", RecordType::MX)), (Lines{"NOERROR", shown}));
    EXPECT_EQ(Describe(Ask(resolver, "www.b.net.", RecordType::A)),
              (Lines{"NXDOMAIN", "answer www.b.net. 200 IN CNAME nobody.b.net.", shown}));
}

TEST(DnsCachedAnswer, RefersToTheClosestZoneThatIsKnown)
{
    auto resolver = MakeResolver({"www.b.net. 300 CNAME www.c.test."},
                                 {"net. 300 NS ns.net.",
                                  "ns.net. 300 A 10.0.0.2",
                                  "b.net. 300 NS ns.b.net.",
                                  "ns.b.net. 300 A 10.0.0.3",
                                  "ns.b.net. 300 AAAA ::3"});
    EXPECT_EQ(Describe(Ask(resolver, "x.b.net.", RecordType::A)),
              (Lines{"NOERROR",
                     "authority b.net. 200 IN NS ns.b.net.",
                     "additional ns.b.net. 200 IN A 10.0.0.3",
                     "additional ns.b.net. 200 IN AAAA ::3"}));
    EXPECT_EQ(Describe(Ask(resolver, "c.net.", RecordType::A)),
              (Lines{"NOERROR",
                     "authority net. 200 IN NS ns.net.",
                     "additional ns.net. 200 IN A 10.0.0.2"}));
    const Lines root{"authority . 1 IN NS ns.root.",
                     "additional ns.root. 1 IN A 10.0.0.1",
                     "additional ns.root. 1 IN AAAA ::1"};
    EXPECT_EQ(Describe(Ask(resolver, ".", RecordType::MX)),
              (Lines{"NOERROR", root[0], root[1], root[2]}));
    EXPECT_EQ(Describe(Ask(resolver, "www.b.net.", RecordType::A)),
              (Lines{"NOERROR",
                     "answer www.b.net. 200 IN CNAME www.c.test.",
                     root[0],
                     root[1],
                     root[2]}));
}

TEST(DnsCachedAnswer, SaysYxdomainWhereTheNameGetsTooLong)
{
    auto resolver = MakeResolver({"b.net. 300 DNAME a-much-longer-name.net."});
    std::string name = "b.net.";
    for (int i = 0; i < 3; ++i)
    {
        name.insert(0, std::string(63, 'a') + '.');
    }
    name.insert(0, std::string(40, 'a') + '.');
    EXPECT_EQ(Describe(Ask(resolver, name, RecordType::A)),
              (Lines{"YXDOMAIN", "answer b.net. 200 IN DNAME a-much-longer-name.net."}));
}

TEST(DnsCache, FindsAnySetOfAName)
{
    Cache cache;
    const auto name = MakeName("b.net.");
    EXPECT_FALSE(cache.Find(name, RecordType::ANY, Credibility::ANSWER, LATER));
    cache.Store(MakeRecords({"b.net. 300 A 10.0.0.1"}), Credibility::ADDITIONAL, {});
    EXPECT_FALSE(cache.Find(name, RecordType::ANY, Credibility::ANSWER, LATER));
    cache.StoreNoData(name,
                      RecordType::NS,
                      MakeRecord("b.net. 600 SOA ns.b.net. root.b.net. 1 2 3 4 600"),
                      {});
    cache.Store(MakeRecords({"b.net. 50 MX 10 b.net.", "b.net. 200 TXT a", "b.net. 300 CAA 0 a b"}),
                Credibility::ANSWER,
                {});
    const auto found = cache.Find(name, RecordType::ANY, Credibility::ANSWER, LATER);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->records, MakeRecords({"b.net. 100 TXT a"}));
    EXPECT_FALSE(cache.Find(MakeName("a.net."), RecordType::ANY, Credibility::ANSWER, LATER));
    EXPECT_FALSE(cache.Find(MakeName("c.net."), RecordType::ANY, Credibility::ANSWER, LATER));
}

} // namespace
} // namespace ns3::postroad::dns

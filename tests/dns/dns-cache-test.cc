#include "dns/dns-samples.h"

#include "postroad/dns/resolver/dns-cache.h"

#include <gtest/gtest.h>

namespace ns3::postroad::dns
{
namespace
{

using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

wire::TimePoint
At(wire::Duration time)
{
    return wire::TimePoint(time);
}

/// What the cache says: its kind, then the records.
Lines
Look(const Cache& cache,
     std::string_view name,
     RecordType type,
     wire::Duration time,
     Credibility least = Credibility::ANSWER)
{
    const auto answer = cache.Find(MakeName(name), type, least, At(time));
    if (!answer)
    {
        return {};
    }
    const Lines kinds{"RECORDS", "NO_DATA", "NO_SUCH_NAME"};
    Lines lines{kinds.at(static_cast<std::size_t>(answer->kind))};
    for (const auto& record : answer->records)
    {
        lines.push_back(Flatten(record));
    }
    return lines;
}

const Record SOA = MakeRecord("b.net. 900 SOA ns.b.net. root.b.net. 1 2 3 4 600");

TEST(DnsCache, CountsTheTimeToLiveDown)
{
    Cache cache;
    cache.Store(MakeRecords({"b.net. 300 MX 10 mail.b.net.", "b.net. 300 MX 20 mx.b.net."}),
                Credibility::ANSWER,
                At(10s));
    EXPECT_EQ(
        Look(cache, "B.net.", RecordType::MX, 10s),
        (Lines{"RECORDS", "b.net. 300 IN MX 10 mail.b.net.", "b.net. 300 IN MX 20 mx.b.net."}));
    EXPECT_EQ(Look(cache, "b.net.", RecordType::MX, 10999ms)[1], "b.net. 300 IN MX 10 mail.b.net.");
    EXPECT_EQ(Look(cache, "b.net.", RecordType::MX, 11s)[1], "b.net. 299 IN MX 10 mail.b.net.");
    EXPECT_EQ(Look(cache, "b.net.", RecordType::MX, 309999ms)[1], "b.net. 1 IN MX 10 mail.b.net.");
    EXPECT_EQ(Look(cache, "b.net.", RecordType::MX, 310s), Lines{});
    EXPECT_EQ(Look(cache, "b.net.", RecordType::A, 10s), Lines{});
}

TEST(DnsCache, KeepsASetForTheShortestOfItsTimes)
{
    Cache cache;
    cache.Store(MakeRecords({"b.net. 300 A 10.0.0.1", "b.net. 60 A 10.0.0.2"}),
                Credibility::ANSWER,
                At(0s));
    EXPECT_EQ(Look(cache, "b.net.", RecordType::A, 59s),
              (Lines{"RECORDS", "b.net. 1 IN A 10.0.0.1", "b.net. 1 IN A 10.0.0.2"}));
    EXPECT_EQ(Look(cache, "b.net.", RecordType::A, 60s), Lines{});
}

TEST(DnsCache, KeepsNothingThatLivesNoSecondAndNothingLongerThanAWeek)
{
    Cache cache;
    cache.Store(MakeRecords({"b.net. 0 A 10.0.0.1", "c.net. 2147483647 A 10.0.0.1"}),
                Credibility::ANSWER,
                At(0s));
    EXPECT_EQ(cache.GetSize(), 1U);
    EXPECT_EQ(Look(cache, "c.net.", RecordType::A, 0s)[1], "c.net. 604800 IN A 10.0.0.1");
    EXPECT_EQ(Look(cache, "c.net.", RecordType::A, 604800s), Lines{});
}

TEST(DnsCache, RemembersWhatDoesNotExistAsLongAsTheZoneSays)
{
    Cache cache;
    cache.StoreNoData(MakeName("mail.b.net."), RecordType::MX, SOA, At(0s));
    cache.StoreNoSuchName(MakeName("nobody.b.net."), SOA, At(0s));
    const auto soa = "b.net. 599 IN SOA ns.b.net. root.b.net. 1 2 3 4 600";
    EXPECT_EQ(Look(cache, "mail.b.net.", RecordType::MX, 1s), (Lines{"NO_DATA", soa}));
    EXPECT_EQ(Look(cache, "mail.b.net.", RecordType::A, 1s), Lines{});
    EXPECT_EQ(Look(cache, "nobody.b.net.", RecordType::MX, 1s), (Lines{"NO_SUCH_NAME", soa}));
    EXPECT_EQ(Look(cache, "nobody.b.net.", RecordType::A, 599s)[0], "NO_SUCH_NAME");
    EXPECT_EQ(Look(cache, "nobody.b.net.", RecordType::A, 600s), Lines{});
    EXPECT_EQ(Look(cache, "mail.b.net.", RecordType::MX, 600s), Lines{});
}

TEST(DnsCache, KeepsNoNegativeAnswerWithoutAnSoaRecordNorLongerThanThreeHours)
{
    Cache cache;
    cache.StoreNoSuchName(MakeName("a.net."), std::nullopt, At(0s));
    cache.StoreNoData(MakeName("a.net."), RecordType::A, MakeRecord("a. 9 A 10.0.0.1"), At(0s));
    cache.StoreNoData(MakeName("a.net."), RecordType::ANY, SOA, At(0s));
    EXPECT_EQ(cache.GetSize(), 0U);
    const auto soa = MakeRecord("b.net. 99999 SOA ns.b.net. root.b.net. 1 2 3 4 99999");
    cache.StoreNoSuchName(MakeName("b.net."), soa, At(0s));
    EXPECT_EQ(Look(cache, "b.net.", RecordType::A, 10799s)[0], "NO_SUCH_NAME");
    EXPECT_EQ(Look(cache, "b.net.", RecordType::A, 10800s), Lines{});
}

TEST(DnsCache, BelievesAnswersOverWhatCameBesideThem)
{
    Cache cache;
    const auto put = [&cache](const char* address, Credibility credibility, wire::Duration time) {
        cache.Store(MakeRecords({std::string("ns.b.net. 300 A ") + address}),
                    credibility,
                    At(time));
    };
    put("10.0.0.1", Credibility::ADDITIONAL, 0s);
    EXPECT_EQ(Look(cache, "ns.b.net.", RecordType::A, 0s), Lines{});
    EXPECT_EQ(Look(cache, "ns.b.net.", RecordType::A, 0s, Credibility::ADDITIONAL).back(),
              "ns.b.net. 300 IN A 10.0.0.1");
    put("10.0.0.2", Credibility::ANSWER, 1s);
    put("10.0.0.3", Credibility::ADDITIONAL, 2s);
    put("10.0.0.3", Credibility::AUTHORITY, 2s);
    EXPECT_EQ(Look(cache, "ns.b.net.", RecordType::A, 2s).back(), "ns.b.net. 299 IN A 10.0.0.2");
    // What has expired is believed no more.
    put("10.0.0.4", Credibility::ADDITIONAL, 301s);
    EXPECT_EQ(Look(cache, "ns.b.net.", RecordType::A, 301s, Credibility::ADDITIONAL).back(),
              "ns.b.net. 300 IN A 10.0.0.4");
}

TEST(DnsCache, LetsTheLastAnswerDecideWhetherANameExists)
{
    Cache cache;
    cache.Store(MakeRecords({"b.net. 300 A 10.0.0.1", "b.net. 300 MX 10 b.net."}),
                Credibility::ANSWER,
                At(0s));
    cache.StoreNoSuchName(MakeName("b.net."), SOA, At(1s));
    EXPECT_EQ(cache.GetSize(), 1U);
    EXPECT_EQ(Look(cache, "b.net.", RecordType::A, 1s)[0], "NO_SUCH_NAME");
    cache.Store(MakeRecords({"b.net. 300 A 10.0.0.1"}), Credibility::ANSWER, At(2s));
    EXPECT_EQ(Look(cache, "b.net.", RecordType::A, 2s)[0], "RECORDS");
    EXPECT_EQ(Look(cache, "b.net.", RecordType::MX, 2s), Lines{});
}

TEST(DnsCache, ForgetsFirstWhatWouldExpireFirst)
{
    Cache cache(2);
    cache.Store(MakeRecords({"a. 300 A 10.0.0.1", "b. 60 A 10.0.0.1"}),
                Credibility::ANSWER,
                At(0s));
    EXPECT_EQ(cache.GetSize(), 2U);
    cache.Store(MakeRecords({"c. 30 A 10.0.0.1"}), Credibility::ANSWER, At(0s));
    EXPECT_EQ(cache.GetSize(), 2U);
    EXPECT_EQ(Look(cache, "b.", RecordType::A, 0s), Lines{});
    EXPECT_EQ(Look(cache, "a.", RecordType::A, 0s)[0], "RECORDS");
    EXPECT_EQ(Look(cache, "c.", RecordType::A, 0s)[0], "RECORDS");
    cache.Clear();
    EXPECT_EQ(cache.GetSize(), 0U);
    EXPECT_EQ(Look(cache, "a.", RecordType::A, 0s), Lines{});
}

TEST(DnsCache, MayHoldNothing)
{
    Cache cache(0);
    cache.Store(MakeRecords({"a. 300 A 10.0.0.1"}), Credibility::ANSWER, At(0s));
    EXPECT_EQ(cache.GetSize(), 0U);
}

} // namespace
} // namespace ns3::postroad::dns

#include "dns/dns-samples.h"

#include <gtest/gtest.h>

namespace ns3::postroad::dns
{
namespace
{

struct RefusedRecord
{
    std::string_view line;
    std::string_view reason;
};

TEST(DnsZone, RefusesInWordsWhatCannotBeRight)
{
    auto zone =
        MakeZone("a.net.",
                 {"@ SOA ns root 1 2 3 4 5", "@ MX 10 mail", "mail A 10.0.1.1", "www CNAME mail"});
    const RefusedRecord table[] = {
        {"mail.b.net. A 10.0.2.1",
         "mail.b.net. is outside of the zone a.net.: expected a name that ends with a.net., or add "
         "the record to the zone that the name belongs to"},
        {"www.a.net. A 10.0.1.2",
         "www.a.net. is an alias already (CNAME mail.a.net.), so it can have no A record beside "
         "that: put the record at the canonical name, or remove the CNAME"},
        {"www.a.net. CNAME ns.a.net.",
         "www.a.net. is an alias already (CNAME mail.a.net.), so it can have no CNAME record "
         "beside that: put the record at the canonical name, or remove the CNAME"},
        {"mail.a.net. CNAME host.a.net.",
         "mail.a.net. has a record of type A, so it can be no alias: remove that record, or put "
         "the CNAME at another name"},
        {"a.net. CNAME host.a.net.",
         "a.net. has a record of type SOA, so it can be no alias: remove that record, or put the "
         "CNAME at another name"},
        {"b.a.net. SOA ns.a.net. root.a.net. 1 2 3 4 5",
         "expected the SOA record at the zone's own name a.net., got it at b.a.net."},
        {"a.net. SOA ns.a.net. root.a.net. 2 2 3 4 5",
         "the zone a.net. has an SOA record already: remove one of the two"},
        {"mail.a.net. CH A \\# 0", "expected a record of class IN at mail.a.net., got class CH"},
    };
    for (const auto& row : table)
    {
        SCOPED_TRACE(row.line);
        const auto error = zone.Add(MakeRecord(row.line));
        ASSERT_TRUE(error);
        EXPECT_EQ(error->reason, row.reason);
    }
    EXPECT_EQ(zone.Find(MakeName("www.a.net."), RecordType::A).size(), 0U);
    EXPECT_EQ(std::get<SoaData>(zone.GetSoa().data).serial, 1U);
}

TEST(DnsZone, HasAnSoaRecordAlsoWhenNoneWasAdded)
{
    const auto zone = MakeZone("a.net.", {});
    EXPECT_EQ(Flatten(zone.GetSoa()), "a.net. 3600 IN SOA a.net. a.net. 1 86400 7200 3600000 3600");
}

TEST(DnsZone, KeepsASetInOrderAndEachRecordOnce)
{
    const auto zone =
        MakeZone("a.net.",
                 {"@ MX 20 backup", "@ MX 10 mail", "@ 60 MX 20 BACKUP", "w CNAME x", "W CNAME X"});
    const auto exchangers = zone.Find(MakeName("A.NET."), RecordType::MX);
    ASSERT_EQ(exchangers.size(), 2U);
    EXPECT_EQ(Flatten(exchangers[0]), "a.net. 3600 IN MX 20 backup.a.net.");
    EXPECT_EQ(Flatten(exchangers[1]), "a.net. 3600 IN MX 10 mail.a.net.");
    EXPECT_EQ(zone.Find(MakeName("w.a.net."), RecordType::CNAME).size(), 1U);
}

TEST(DnsZone, KnowsNamesThatHaveOnlyNamesBelowThem)
{
    const auto zone = MakeZone("a.net.", {"mail.lab A 10.0.1.1"});
    EXPECT_TRUE(zone.HasName(MakeName("mail.lab.a.net.")));
    EXPECT_TRUE(zone.HasName(MakeName("lab.a.net.")));
    EXPECT_FALSE(zone.HasName(MakeName("la.a.net.")));
    EXPECT_FALSE(zone.HasName(MakeName("x.lab.a.net.")));
}

TEST(DnsZone, ForgetsWhatIsRemoved)
{
    auto zone = MakeZone("a.net.", {"mail A 10.0.1.1", "mail A 10.0.1.2", "mail TXT x"});
    EXPECT_EQ(zone.Remove(MakeName("mail.a.net."), RecordType::A), 2U);
    EXPECT_EQ(zone.Remove(MakeName("mail.a.net."), RecordType::A), 0U);
    EXPECT_TRUE(zone.HasName(MakeName("mail.a.net.")));
    EXPECT_EQ(zone.Remove(MakeName("mail.a.net."), RecordType::TXT), 1U);
    EXPECT_FALSE(zone.HasName(MakeName("mail.a.net.")));
    EXPECT_EQ(zone.Remove(MakeName("a.net."), RecordType::SOA), 0U);
    EXPECT_EQ(zone.GetRecords().size(), 1U);
}

TEST(DnsZone, FindsTheUppermostDelegation)
{
    const auto zone =
        MakeZone("net.", {"@ NS ns", "a NS ns.a", "x.a NS ns.x.a", "ns.a A 10.0.1.53"});
    const auto servers = zone.FindDelegation(MakeName("mail.x.a.net."));
    ASSERT_EQ(servers.size(), 1U);
    EXPECT_EQ(Flatten(servers[0]), "a.net. 3600 IN NS ns.a.net.");
    EXPECT_EQ(zone.FindDelegation(MakeName("a.net.")).size(), 1U);
    EXPECT_TRUE(zone.FindDelegation(MakeName("net.")).empty());
    EXPECT_TRUE(zone.FindDelegation(MakeName("b.net.")).empty());
}

} // namespace
} // namespace ns3::postroad::dns

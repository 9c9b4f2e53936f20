// What stands beside a referral (RFC 9471), a delegation's DS records (RFC 4035 section 3.1.4.1),
// and the addresses beside an answer.
#include "dns/dns-samples.h"

#include "postroad/dns/zone/dns-authority.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>

namespace ns3::postroad::dns
{
namespace
{

using Lines = std::vector<std::string>;

ServedAnswer
Serve(const Authority& authority,
      std::string_view name,
      RecordType type,
      std::optional<std::uint16_t> udpSize = std::nullopt)
{
    auto query = MakeQuery(1, {MakeName(name), type});
    if (udpSize)
    {
        query.edns.emplace().udpSize = *udpSize;
    }
    return authority.Serve(query.Serialize(), Transport::UDP).value();
}

/// A zone c.z.test of so many servers, which lie inside of it.
Authority
MakeManyServers(int count)
{
    Authority authority;
    Zone zone(MakeName("z.test."));
    for (int i = 0; i < count; ++i)
    {
        const auto host = "nameserver-number-" + std::to_string(10 + i) + ".c.z.test.";
        EXPECT_FALSE(zone.Add(MakeRecord("c.z.test. NS " + host)));
        EXPECT_FALSE(zone.Add(MakeRecord(host + " A 10.9.0." + std::to_string(i))));
    }
    AddZone(authority, zone);
    return authority;
}

TEST(DnsGlue, ThatDoesNotFitIsToldOf)
{
    const auto authority = MakeManyServers(22);
    // For a short name all NS records fit into 1232 octets, for a long one they do not.
    const auto whole = Serve(authority, "www.c.z.test.", RecordType::A, 1232);
    EXPECT_FALSE(whole.message.header.isTruncated);
    EXPECT_EQ(whole.message.additionals.size(), 22U);
    const auto cut = Serve(authority, "www.c.z.test.", RecordType::A, whole.octets.size() - 1);
    EXPECT_TRUE(cut.message.header.isTruncated);
    EXPECT_EQ(cut.message.authorities.size(), 22U);
    EXPECT_EQ(cut.message.additionals.size(), 21U);
    const auto exact = Serve(authority, "www.c.z.test.", RecordType::A, whole.octets.size());
    EXPECT_FALSE(exact.message.header.isTruncated);
    EXPECT_TRUE(Serve(authority, "www.c.z.test.", RecordType::A).message.header.isTruncated);
}

TEST(DnsGlue, IsOptionalForServersElsewhere)
{
    Authority authority;
    Zone zone(MakeName("z.test."));
    for (int i = 0; i < 20; ++i)
    {
        const auto host = "nameserver-number-" + std::to_string(10 + i) + ".d.z.test.";
        ASSERT_FALSE(zone.Add(MakeRecord("c.z.test. NS " + host)));
        ASSERT_FALSE(zone.Add(MakeRecord(host + " A 10.9.0." + std::to_string(i))));
    }
    ASSERT_FALSE(zone.Add(MakeRecord("c.z.test. NS ns.c.z.test.")));
    ASSERT_FALSE(zone.Add(MakeRecord("ns.c.z.test. A 10.9.1.1")));
    ASSERT_FALSE(zone.Add(MakeRecord("ns.c.z.test. AAAA ::1")));
    AddZone(authority, zone);
    const auto whole = Serve(authority, "www.c.z.test.", RecordType::A, 1232);
    EXPECT_EQ(whole.message.additionals.size(), 22U);
    const auto small = Serve(authority, "www.c.z.test.", RecordType::A, whole.octets.size() - 1);
    EXPECT_FALSE(small.message.header.isTruncated);
    EXPECT_EQ(small.message.additionals.size(), 21U);
    // Glue comes first, so it is the last to be left out.
    EXPECT_EQ(small.message.additionals[0].name, MakeName("ns.c.z.test."));
    EXPECT_EQ(small.message.additionals[1].name, MakeName("ns.c.z.test."));
    EXPECT_EQ(small.message.additionals[2].name, MakeName("nameserver-number-10.d.z.test."));
}

TEST(DnsGlue, IsWhatLiesInTheZoneThatIsReferredTo)
{
    const auto servers = MakeRecords({"c.test. NS ns.c.test.", "c.test. NS ns.d.test."});
    EXPECT_TRUE(IsGlue(MakeRecord("NS.c.test. A 10.0.0.1"), servers));
    EXPECT_TRUE(IsGlue(MakeRecord("ns.c.test. AAAA ::1"), servers));
    EXPECT_FALSE(IsGlue(MakeRecord("ns.c.test. TXT a"), servers));
    EXPECT_FALSE(IsGlue(MakeRecord("ns.d.test. A 10.0.0.1"), servers));
    EXPECT_FALSE(IsGlue(MakeRecord("x.c.test. A 10.0.0.1"), servers));
    EXPECT_FALSE(IsGlue(MakeRecord("ns.c.test. A 10.0.0.1"), {}));
}

// RFC 2181 section 9: beside an answer addresses are a courtesy.
TEST(DnsGlue, IsNoneBesideAnAnswer)
{
    Authority authority;
    Zone zone(MakeName("c.test."));
    for (int i = 10; i < 30; ++i)
    {
        const auto host = "nameserver-number-" + std::to_string(i) + ".c.test.";
        ASSERT_FALSE(zone.Add(MakeRecord("c.test. NS " + host)));
        ASSERT_FALSE(zone.Add(MakeRecord(host + " A 10.9.0." + std::to_string(i))));
    }
    AddZone(authority, zone);
    const auto whole = Serve(authority, "c.test.", RecordType::NS, 1232);
    EXPECT_EQ(whole.message.additionals.size(), 20U);
    const auto cut = Serve(authority, "c.test.", RecordType::NS, whole.octets.size() - 1);
    EXPECT_FALSE(cut.message.header.isTruncated);
    EXPECT_EQ(cut.message.additionals.size(), 19U);
}

Authority
MakeParent()
{
    Authority authority;
    AddZone(authority,
            MakeZone("a.net.",
                     {"@ SOA ns root 1 7200 3600 1209600 600",
                      "lab NS ns.b.net.",
                      "lab DS 1 8 1 2BB183AF5F22588179A53B0A98631FAD1A292118",
                      "plain NS ns.b.net."}));
    return authority;
}

TEST(DnsDelegation, HasItsDsRecordsInTheZoneAbove)
{
    const Lines ds{"NOERROR AA",
                   "answer lab.a.net. 3600 IN DS 1 8 1 2BB183AF5F22588179A53B0A98631FAD1A292118"};
    const Lines soa{"NOERROR AA",
                    "authority a.net. 600 IN SOA ns.a.net. root.a.net. 1 7200 3600 1209600 600"};
    auto authority = MakeParent();
    EXPECT_EQ(Describe(Serve(authority, "lab.a.net.", RecordType::DS).message), ds);
    EXPECT_EQ(Describe(Serve(authority, "plain.a.net.", RecordType::DS).message), soa);
    EXPECT_EQ(Describe(Serve(authority, "a.net.", RecordType::DS).message), soa);
    EXPECT_EQ(Describe(Serve(authority, "x.lab.a.net.", RecordType::DS).message),
              (Lines{"NOERROR", "authority lab.a.net. 3600 IN NS ns.b.net."}));
    EXPECT_EQ(Describe(Serve(authority, "lab.a.net.", RecordType::A).message),
              (Lines{"NOERROR", "authority lab.a.net. 3600 IN NS ns.b.net."}));
    // Whoever serves both zones answers from the upper one.
    AddZone(authority, MakeZone("lab.a.net.", {"@ A 10.0.0.1"}));
    EXPECT_EQ(Describe(Serve(authority, "lab.a.net.", RecordType::DS).message), ds);
    EXPECT_EQ(Describe(Serve(authority, "lab.a.net.", RecordType::A).message),
              (Lines{"NOERROR AA", "answer lab.a.net. 3600 IN A 10.0.0.1"}));
    EXPECT_EQ(Describe(Serve(authority, ".", RecordType::DS).message), Lines{"REFUSED"});
}

TEST(DnsAdditional, TellsTheAddressesOfServices)
{
    Authority authority;
    AddZone(authority,
            MakeZone("a.net.",
                     {"_sip._udp SRV 0 1 5060 host",
                      "svc SVCB 1 host",
                      "web HTTPS 1 .",
                      "web A 10.0.0.2",
                      "rule NAPTR 1 1 a \"\" \"\" host",
                      "gone._udp SRV 0 0 0 .",
                      "host A 10.0.0.1"}));
    const Lines host{"additional host.a.net. 3600 IN A 10.0.0.1"};
    const std::tuple<std::string_view, RecordType, Lines> table[] = {
        {"_sip._udp.a.net.", RecordType::SRV, host},
        {"svc.a.net.", RecordType::SVCB, host},
        {"web.a.net.", RecordType::HTTPS, {"additional web.a.net. 3600 IN A 10.0.0.2"}},
        {"rule.a.net.", RecordType::NAPTR, {}},
        {"gone._udp.a.net.", RecordType::SRV, {}},
    };
    for (const auto& [name, type, additionals] : table)
    {
        SCOPED_TRACE(name);
        auto lines = Describe(Serve(authority, name, type).message);
        ASSERT_GE(lines.size(), 2U);
        lines.erase(lines.begin(), lines.begin() + 2);
        EXPECT_EQ(lines, additionals);
    }
}

} // namespace
} // namespace ns3::postroad::dns

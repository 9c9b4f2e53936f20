// DNAME records (RFC 6672): what they make of names, and what an authority says of them.
#include "dns/dns-samples.h"

#include "postroad/dns/record/dns-redirection.h"
#include "postroad/dns/zone/dns-authority.h"

#include <gtest/gtest.h>

namespace ns3::postroad::dns
{
namespace
{

using Lines = std::vector<std::string>;

constexpr std::string_view NEGATIVE_SOA =
    "authority a.net. 600 IN SOA ns.a.net. root.a.net. 1 7200 3600 1209600 600";

/// A name whose wire form has so many octets, below another.
std::string
MakeLongName(std::size_t size, std::string_view above)
{
    const std::size_t labels = size - MakeName(above).ToString().size() - 1;
    std::string text;
    while (labels - text.size() > 64)
    {
        text += std::string(31, 'a') + '.';
    }
    return text + std::string(labels - text.size() - 1, 'b') + '.' + std::string(above);
}

struct Substitution
{
    std::string_view owner;
    std::string_view target;
    std::string_view name;
    std::string_view alias; ///< empty when the record says nothing of the name
};

// Of the examples in RFC 6672 section 2.2.
TEST(DnsRedirection, PutsTheTargetInThePlaceOfTheOwner)
{
    const Substitution table[] = {
        {"example.com.", "example.net.", "com.", ""},
        {"example.com.", "example.net.", "example.com.", ""},
        {"example.com.", "example.net.", "a.example.com.", "a.example.net."},
        {"example.com.", "example.net.", "a.b.EXAMPLE.com.", "a.b.example.net."},
        {"example.com.", "example.net.", "ab.example.com.", "ab.example.net."},
        {"b.example.com.", "example.net.", "a.x.example.com.", ""},
        {"y.example.com.", "example.net.", "ay.example.com.", ""},
        {"example.com.", "example.com.", "cyc.example.com.", "cyc.example.com."},
        {"example.com.", "c.example.com.", "cyc.example.com.", "cyc.c.example.com."},
        {"x.", ".", "shortloop.x.x.", "shortloop.x."},
        {"x.", ".", "shortloop.x.", "shortloop."},
    };
    for (const auto& row : table)
    {
        SCOPED_TRACE(row.name);
        const auto records =
            MakeRecords({"other.test. 5 A 10.0.0.1",
                         std::string(row.owner) + " 7 DNAME " + std::string(row.target)});
        const auto* const found = FindRedirection(records, MakeName(row.name));
        ASSERT_EQ(found, row.alias.empty() ? nullptr : &records[1]);
        if (found != nullptr)
        {
            EXPECT_EQ(Flatten(MakeAlias(*found, MakeName(row.name)).value()),
                      std::string(row.name) + " 7 IN CNAME " + std::string(row.alias));
        }
    }
    const auto chaos = MakeRecords({"example.com. 7 CH DNAME \\# 1 00"});
    EXPECT_EQ(FindRedirection(chaos, MakeName("a.example.com.")), nullptr);
}

TEST(DnsRedirection, MakesNamesUpTo255Octets)
{
    const auto record = MakeRecord("x. 7 DNAME target.test.");
    // The target has ten octets more than the owner.
    EXPECT_TRUE(MakeAlias(record, MakeName(MakeLongName(245, "x."))));
    EXPECT_FALSE(MakeAlias(record, MakeName(MakeLongName(246, "x."))));
}

Authority
MakeAuthority()
{
    Authority authority;
    AddZone(authority,
            MakeZone("a.net.",
                     {"@ SOA ns root 1 7200 3600 1209600 600",
                      "@ NS ns",
                      "old 300 DNAME new",
                      "old MX 10 mail",
                      "www.old A 10.0.0.9",
                      "sub.old NS ns.b.net.",
                      "www.new 200 A 10.0.0.1",
                      "alias.new CNAME www",
                      "www A 10.0.0.2",
                      "far DNAME b.net.",
                      "away DNAME c.net.",
                      "into DNAME x.lab",
                      "twice DNAME old",
                      "circle DNAME circle",
                      "deeper DNAME x.deeper",
                      "alias CNAME www.old",
                      "lab NS ns.lab",
                      "lab DNAME new",
                      "ns.lab A 10.0.3.53"}));
    AddZone(authority, MakeZone("b.net.", {"@ DNAME a.net.", "@ A 10.0.2.1"}));
    return authority;
}

struct Answered
{
    std::string_view title;
    std::string_view name;
    RecordType type;
    Lines response;
};

TEST(DnsRedirection, IsFollowedByAnAuthority)
{
    const std::string dname = "answer old.a.net. 300 IN DNAME new.a.net.";
    const Answered table[] = {
        {"the name below it, and not what stands there",
         "www.OLD.a.net.",
         RecordType::A,
         {"NOERROR AA",
          dname,
          "answer www.OLD.a.net. 300 IN CNAME www.new.a.net.",
          "answer www.new.a.net. 200 IN A 10.0.0.1"}},
        {"no such name at the end",
         "x.old.a.net.",
         RecordType::A,
         {"NXDOMAIN AA",
          dname,
          "answer x.old.a.net. 300 IN CNAME x.new.a.net.",
          std::string(NEGATIVE_SOA)}},
        {"no such data at the end",
         "www.old.a.net.",
         RecordType::MX,
         {"NOERROR AA",
          dname,
          "answer www.old.a.net. 300 IN CNAME www.new.a.net.",
          std::string(NEGATIVE_SOA)}},
        {"the owner keeps its own records",
         "old.a.net.",
         RecordType::MX,
         {"NOERROR AA", "answer old.a.net. 3600 IN MX 10 mail.a.net."}},
        {"and has no others",
         "old.a.net.",
         RecordType::A,
         {"NOERROR AA", std::string(NEGATIVE_SOA)}},
        {"the record itself", "old.a.net.", RecordType::DNAME, {"NOERROR AA", dname}},
        {"the alias itself is the answer",
         "www.old.a.net.",
         RecordType::CNAME,
         {"NOERROR AA", dname, "answer www.old.a.net. 300 IN CNAME www.new.a.net."}},
        {"and is one of whatever there is",
         "www.old.a.net.",
         RecordType::ANY,
         {"NOERROR AA", dname, "answer www.old.a.net. 300 IN CNAME www.new.a.net."}},
        {"an alias that leads to another",
         "alias.old.a.net.",
         RecordType::A,
         {"NOERROR AA",
          dname,
          "answer alias.old.a.net. 300 IN CNAME alias.new.a.net.",
          "answer alias.new.a.net. 3600 IN CNAME www.a.net.",
          "answer www.a.net. 3600 IN A 10.0.0.2"}},
        {"an alias that leads below it",
         "alias.a.net.",
         RecordType::A,
         {"NOERROR AA",
          "answer alias.a.net. 3600 IN CNAME www.old.a.net.",
          dname,
          "answer www.old.a.net. 300 IN CNAME www.new.a.net.",
          "answer www.new.a.net. 200 IN A 10.0.0.1"}},
        {"two in a row",
         "www.twice.a.net.",
         RecordType::A,
         {"NOERROR AA",
          "answer twice.a.net. 3600 IN DNAME old.a.net.",
          "answer www.twice.a.net. 3600 IN CNAME www.old.a.net.",
          dname,
          "answer www.old.a.net. 300 IN CNAME www.new.a.net.",
          "answer www.new.a.net. 200 IN A 10.0.0.1"}},
        {"a delegation below it is hidden",
         "x.sub.old.a.net.",
         RecordType::CNAME,
         {"NOERROR AA", dname, "answer x.sub.old.a.net. 300 IN CNAME x.sub.new.a.net."}},
        {"a delegation above its target is not",
         "www.into.a.net.",
         RecordType::A,
         {"NOERROR AA",
          "answer into.a.net. 3600 IN DNAME x.lab.a.net.",
          "answer www.into.a.net. 3600 IN CNAME www.x.lab.a.net.",
          "authority lab.a.net. 3600 IN NS ns.lab.a.net.",
          "additional ns.lab.a.net. 3600 IN A 10.0.3.53"}},
        {"a delegation at its owner goes before it",
         "www.lab.a.net.",
         RecordType::A,
         {"NOERROR",
          "authority lab.a.net. 3600 IN NS ns.lab.a.net.",
          "additional ns.lab.a.net. 3600 IN A 10.0.3.53"}},
        {"from zone to zone and back",
         "www.far.a.net.",
         RecordType::A,
         {"NOERROR AA",
          "answer far.a.net. 3600 IN DNAME b.net.",
          "answer www.far.a.net. 3600 IN CNAME www.b.net.",
          "answer b.net. 3600 IN DNAME a.net.",
          "answer www.b.net. 3600 IN CNAME www.a.net.",
          "answer www.a.net. 3600 IN A 10.0.0.2"}},
        {"at the top of a zone, whose own name stays",
         "b.net.",
         RecordType::A,
         {"NOERROR AA", "answer b.net. 3600 IN A 10.0.2.1"}},
        {"into a zone of others",
         "www.away.a.net.",
         RecordType::A,
         {"NOERROR AA",
          "answer away.a.net. 3600 IN DNAME c.net.",
          "answer www.away.a.net. 3600 IN CNAME www.c.net."}},
        {"in a circle",
         "www.circle.a.net.",
         RecordType::A,
         {"NOERROR AA",
          "answer circle.a.net. 3600 IN DNAME circle.a.net.",
          "answer www.circle.a.net. 3600 IN CNAME www.circle.a.net."}},
    };
    const auto authority = MakeAuthority();
    for (const auto& row : table)
    {
        SCOPED_TRACE(row.title);
        const auto response = authority.Answer(MakeQuery(1, {MakeName(row.name), row.type}));
        ASSERT_TRUE(response);
        EXPECT_EQ(Describe(*response), row.response);
    }
}

TEST(DnsRedirection, IsShownOnceHoweverOftenItLeadsOn)
{
    const auto response =
        MakeAuthority().Answer(MakeQuery(1, {MakeName("a.deeper.a.net."), RecordType::A}));
    ASSERT_TRUE(response);
    EXPECT_EQ(response->answers.size(), 1U + 9U);
    EXPECT_EQ(response->answers.front().GetType(), RecordType::DNAME);
}

TEST(DnsRedirection, ToTooLongANameIsToldAsYxdomain)
{
    const auto name = MakeLongName(254, "far.a.net.");
    Authority authority;
    AddZone(authority, MakeZone("a.net.", {"far DNAME a-longer-name.net."}));
    const auto response = authority.Answer(MakeQuery(1, {MakeName(name), RecordType::A}));
    ASSERT_TRUE(response);
    EXPECT_EQ(Describe(*response),
              (Lines{"YXDOMAIN AA", "answer far.a.net. 3600 IN DNAME a-longer-name.net."}));
}

TEST(DnsRedirection, StandsAtANameOnce)
{
    Zone zone(MakeName("a.net."));
    EXPECT_FALSE(zone.Add(MakeRecord("x.a.net. DNAME b.net.")));
    EXPECT_FALSE(zone.Add(MakeRecord("x.a.net. DNAME b.net.")));
    EXPECT_EQ(zone.Add(MakeRecord("x.a.net. DNAME c.net."))->reason,
              "x.a.net. has a DNAME record already (DNAME b.net.), and can have no other: remove "
              "one of the two");
    EXPECT_EQ(zone.Find(MakeName("x.a.net."), RecordType::DNAME).size(), 1U);
    EXPECT_TRUE(zone.Add(MakeRecord("x.a.net. CNAME c.net.")));
}

TEST(DnsRedirection, OfTheUppermostOwnerCounts)
{
    const auto zone = MakeZone("a.net.", {"x DNAME b.net.", "y.x DNAME c.net."});
    EXPECT_EQ(zone.FindRedirection(MakeName("z.y.x.a.net."))->name, MakeName("x.a.net."));
    EXPECT_EQ(zone.FindRedirection(MakeName("x.a.net.")), nullptr);
    EXPECT_EQ(zone.FindRedirection(MakeName("a.net.")), nullptr);
}

} // namespace
} // namespace ns3::postroad::dns

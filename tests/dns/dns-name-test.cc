#include "dns/dns-samples.h"

#include <gtest/gtest.h>

namespace ns3::postroad::dns
{
namespace
{

struct ValidName
{
    std::string_view title;
    std::string_view text;
    std::vector<std::string> labels;
    std::string_view written;
};

TEST(DnsName, ReadsAndWritesTheTextForm)
{
    const ValidName table[] = {
        {"absolute", "mail.a.net.", {"mail", "a", "net"}, "mail.a.net."},
        {"no final dot", "mail.a.net", {"mail", "a", "net"}, "mail.a.net."},
        {"root", ".", {}, "."},
        {"case is kept", "Mail.A.NET.", {"Mail", "A", "NET"}, "Mail.A.NET."},
        {"escaped dot", "bob\\.smith.a.net.", {"bob.smith", "a", "net"}, "bob\\.smith.a.net."},
        {"octet in decimal", "\\007a\\255.net.", {"\aa\xff", "net"}, "\\007a\\255.net."},
        {"decimal of a letter", "\\097.net.", {"a", "net"}, "a.net."},
        {"escaped specials", "\\@\\;\\\\.net.", {"@;\\", "net"}, "\\@\\;\\\\.net."},
        {"blank", "a\\ b.", {"a b"}, "a\\032b."},
        {"origin's sign is a name here", "@.net.", {"@", "net"}, "\\@.net."},
    };
    for (const auto& row : table)
    {
        SCOPED_TRACE(row.title);
        const auto name = Name::Parse(row.text);
        ASSERT_TRUE(name) << name.GetError().reason;
        EXPECT_EQ(name->GetLabels(), row.labels);
        EXPECT_EQ(name->ToString(), row.written);
        EXPECT_EQ(*Name::Parse(name->ToString()), *name);
    }
}

struct InvalidName
{
    std::string_view title;
    std::string_view text;
    wire::Error error;
};

TEST(DnsName, RefusesWhatIsNoNameAndTellsWhere)
{
    const std::string emptyLabel = "expected a label, got an empty one: a name reads 'mail.a.net.'";
    const std::string badEscape =
        "expected an octet from \\000 to \\255, or a character, after '\\'";
    const InvalidName table[] = {
        {"nothing", "", {wire::ErrorKind::SYNTAX, 0, emptyLabel}},
        {"leading dot", ".a.net", {wire::ErrorKind::SYNTAX, 0, emptyLabel}},
        {"two dots", "mail..net.", {wire::ErrorKind::SYNTAX, 5, emptyLabel}},
        {"two dots at the end", "a..", {wire::ErrorKind::SYNTAX, 2, emptyLabel}},
        {"backslash at the end", "a\\", {wire::ErrorKind::SYNTAX, 1, badEscape}},
        {"short number", "ab\\07", {wire::ErrorKind::SYNTAX, 2, badEscape}},
        {"letter in a number", "\\0x7", {wire::ErrorKind::SYNTAX, 0, badEscape}},
        {"number above an octet", "\\256", {wire::ErrorKind::SYNTAX, 4, badEscape}},
    };
    for (const auto& row : table)
    {
        SCOPED_TRACE(row.title);
        const auto name = Name::Parse(row.text);
        ASSERT_FALSE(name) << name->ToString();
        EXPECT_EQ(name.GetError(), row.error) << name.GetError().reason;
    }
}

TEST(DnsName, TakesLabelsUpTo63Octets)
{
    EXPECT_TRUE(Name::Parse(std::string(63, 'a') + ".net."));
    const auto refused = Name::Parse(std::string(64, 'a') + ".net.");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.GetError().kind, wire::ErrorKind::TOO_LONG);
    EXPECT_EQ(refused.GetError().reason, "expected labels of at most 63 octets, got one of 64");
}

TEST(DnsName, TakesNamesUpTo255OctetsOnTheWire)
{
    const std::string label = std::string(63, 'a') + '.';
    const std::string three = label + label + label;
    EXPECT_TRUE(Name::Parse(three + std::string(61, 'b')));
    const auto refused = Name::Parse(three + std::string(62, 'b'));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.GetError().reason, "expected a name of at most 255 octets, got one of 256");
}

TEST(DnsName, CompletesRelativeNamesWithTheOrigin)
{
    const auto origin = MakeName("a.net.");
    EXPECT_EQ(*Name::Parse("mail", origin), MakeName("mail.a.net."));
    EXPECT_EQ(*Name::Parse("mail.b.net", origin), MakeName("mail.b.net.a.net."));
    EXPECT_EQ(*Name::Parse("mail.b.net.", origin), MakeName("mail.b.net."));
    EXPECT_EQ(*Name::Parse("@", origin), origin);
    EXPECT_EQ(*Name::Parse(".", origin), Name());
}

TEST(DnsName, ComparesWithoutCaseInAsciiOnly)
{
    EXPECT_EQ(MakeName("MAIL.a.net."), MakeName("mail.A.NET."));
    EXPECT_NE(MakeName("mail.a.net."), MakeName("mailx.a.net."));
    EXPECT_NE(MakeName("mail.a.net."), MakeName("a.net."));
    EXPECT_NE(MakeName("\\196.net."), MakeName("\\228.net."));
    EXPECT_NE(MakeName("a\\.net."), MakeName("a.net."));
}

TEST(DnsName, OrdersAsTheExampleOfRfc4034)
{
    const std::vector<std::string_view> ordered{"example.",
                                                "a.example.",
                                                "yljkjljk.a.example.",
                                                "Z.a.example.",
                                                "zABC.a.EXAMPLE.",
                                                "z.example.",
                                                "\\001.z.example.",
                                                "*.z.example.",
                                                "\\200.z.example."};
    for (std::size_t i = 0; i + 1 < ordered.size(); ++i)
    {
        EXPECT_LT(MakeName(ordered[i]), MakeName(ordered[i + 1])) << ordered[i];
        EXPECT_FALSE(MakeName(ordered[i + 1]) < MakeName(ordered[i])) << ordered[i];
    }
}

TEST(DnsName, KnowsItsAncestors)
{
    const auto name = MakeName("mail.a.net.");
    EXPECT_EQ(name.GetAncestor(0), Name());
    EXPECT_EQ(name.GetAncestor(2), MakeName("a.net."));
    EXPECT_EQ(name.GetAncestor(3), name);
    EXPECT_THROW(name.GetAncestor(4), std::logic_error);

    EXPECT_TRUE(name.IsAtOrBelow(name));
    EXPECT_TRUE(name.IsAtOrBelow(MakeName("A.net.")));
    EXPECT_TRUE(name.IsAtOrBelow(Name()));
    EXPECT_FALSE(MakeName("a.net.").IsAtOrBelow(name));
    EXPECT_FALSE(MakeName("mail.ba.net.").IsAtOrBelow(MakeName("a.net.")));
}

TEST(DnsName, WritesHostNamesWithoutTheFinalDot)
{
    EXPECT_EQ(MakeName("mail.a.net.").ToHostName(), "mail.a.net");
}

} // namespace
} // namespace ns3::postroad::dns

#include "postroad/mail/domain-name.h"

#include <gtest/gtest.h>

#include <set>

namespace ns3::postroad::mail
{
namespace
{

const std::string MUNICH = "m\xc3\xbcnchen.de";
constexpr auto MUNICH_ON_THE_WIRE = "xn--mnchen-3ya.de";

TEST(DomainName, IsOneInEachSpelling)
{
    const std::pair<std::string, std::string> table[] = {
        {"Mail.B.net", "mail.b.net"},
        {"mail.b.net.", "mail.b.net"},
        {MUNICH, MUNICH_ON_THE_WIRE},
        {"M\xc3\x9cNCHEN.DE", "xn--mnchen-3ya.de"},  // a capital u with two dots
        {"mu\xcc\x88nchen.de", "xn--mnchen-3ya.de"}, // a u, and the two dots by themselves
        {"XN--MNCHEN-3YA.de", "xn--mnchen-3ya.de"},
        {"stra\xc3\x9f"
         "e.de",
         "xn--strae-oqa.de"}, // IDNA 2008 keeps it, IDNA 2003 did not
        {"\xe4\xbe\x8b\xe3\x81\x88.test", "xn--r8jz45g.test"},
        {"a\xe3\x80\x82"
         "b.test",
         "a.b.test"}, // an ideographic full stop
    };
    for (const auto& [text, name] : table)
    {
        const auto parsed = DomainName::Parse(text);
        ASSERT_TRUE(parsed) << text << ": " << parsed.GetError().reason;
        EXPECT_EQ(parsed->ToString(), name);
        EXPECT_EQ(DomainName(text), *parsed);
    }
}

TEST(DomainName, IsReadAsItWasWritten)
{
    EXPECT_EQ(DomainName(MUNICH).ToUnicode(), MUNICH);
    EXPECT_EQ(DomainName("mail.b.net").ToUnicode(), "mail.b.net");
    EXPECT_EQ(DomainName("xn--a.net").ToUnicode(), "xn--a.net") << "no A-label of anything";
}

TEST(DomainName, HasItsLimits)
{
    const std::string label(LABEL_LIMIT, 'a');
    const auto longest = label + '.' + label + '.' + label + '.' + std::string(61, 'a');
    ASSERT_EQ(longest.size(), DOMAIN_NAME_LIMIT);
    EXPECT_TRUE(DomainName::Parse(longest));
    EXPECT_EQ(DomainName::Parse(longest + 'a').GetError().reason,
              "a name of at most 253 octets (RFC 1035 section 2.3.4)");
    EXPECT_EQ(DomainName::Parse(label + "a.net").GetError().reason,
              "labels of at most 63 octets between the dots (RFC 1035 section 2.3.4)");
    std::string wide;
    for (int i = 0; i < 60; ++i)
    {
        wide += "\xc3\xbc";
    }
    EXPECT_FALSE(DomainName::Parse(wide + ".de")) << "its A-label is too long";
}

TEST(DomainName, IsRefusedWhereItIsNone)
{
    for (const auto* const text : {"",
                                   ".",
                                   "a..net",
                                   ".net",
                                   "-a.net",
                                   "a-.net",
                                   "a net",
                                   "a@b.net",
                                   "a\xff.net",
                                   "\xe2\x98\x83\xff"})
    {
        EXPECT_FALSE(DomainName::Parse(text)) << text;
    }
}

TEST(DomainName, LiesInItselfAndInWhatIsAroundIt)
{
    const DomainName host("mail.b.net");
    EXPECT_TRUE(host.LiesIn("B.net"));
    EXPECT_TRUE(host.LiesIn("mail.b.net"));
    EXPECT_TRUE(host.LiesIn(""));
    EXPECT_FALSE(host.LiesIn("ail.b.net"));
    EXPECT_FALSE(host.LiesIn("a.mail.b.net"));
    EXPECT_FALSE(host.LiesIn("c.net"));
}

TEST(DomainName, IsMadeInADomainOrAroundIt)
{
    EXPECT_EQ(MakeNameIn("b.net", "ns"), "ns.b.net");
    EXPECT_EQ(MakeNameIn("", "resolver"), "resolver");
    const std::string label(LABEL_LIMIT, 'a');
    const auto longest = label + '.' + label + '.' + label + '.' + std::string(61, 'a');
    EXPECT_EQ(MakeNameIn(longest, "ns").ToString(), "ns." + longest.substr(LABEL_LIMIT + 1));
}

TEST(DomainName, TakesAnAddressLiteralAsItIs)
{
    EXPECT_EQ(DomainName("[IPv6:2001:DB8::1]"), DomainName("[ipv6:2001:db8::1]"));
}

TEST(AreSameDomain, SeesOneNameInTwoForms)
{
    EXPECT_TRUE(AreSameDomain("B.net", "b.NET"));
    EXPECT_TRUE(AreSameDomain(MUNICH, MUNICH_ON_THE_WIRE));
    EXPECT_FALSE(AreSameDomain("b.net", "c.net"));
}

TEST(ShowNames, ReadsTheNamesInALine)
{
    EXPECT_EQ(ShowNames("to <max@xn--mnchen-3ya.de>, not xn--a or a-xn--mnchen-3ya"),
              "to <max@" + MUNICH + ">, not xn--a or a-xn--mnchen-3ya");
    EXPECT_EQ(ShowNames(""), "");
}

} // namespace
} // namespace ns3::postroad::mail

#include "postroad/mail/mail-domain.h"
#include "postroad/mail/mail-path.h"

#include <gtest/gtest.h>

namespace ns3::postroad::mail
{
namespace
{

struct ValidPath
{
    const char* name;
    std::string text;
    AddrSpec mailbox;
};

struct InvalidPath
{
    const char* name;
    std::string text;
    std::size_t offset;
    wire::ErrorKind kind{wire::ErrorKind::SYNTAX};
};

void
PrintTo(const ValidPath& path, std::ostream* os)
{
    *os << path.text;
}

void
PrintTo(const InvalidPath& path, std::ostream* os)
{
    *os << path.text;
}

template <typename Case>
std::string
NameCase(const testing::TestParamInfo<Case>& info)
{
    return info.param.name;
}

const std::string LONG_LOCAL(LOCAL_PART_LIMIT, 'x');
const std::string LABEL(63, 'y');

/// A domain of `length` octets, from 194 to 255.
std::string
MakeDomain(std::size_t length)
{
    return LABEL + '.' + LABEL + '.' + LABEL + '.' + std::string(length - 192, 'z');
}

class MailPathValid : public testing::TestWithParam<ValidPath>
{
};

TEST_P(MailPathValid, IsParsedAsForwardPath)
{
    const auto text = GetParam().text + " REST";
    const auto path = ParseForwardPath(text);
    ASSERT_TRUE(path) << path.GetError().reason << " at " << path.GetError().offset;
    EXPECT_EQ(path->value.mailbox.localPart, GetParam().mailbox.localPart);
    EXPECT_EQ(path->value.mailbox.domain, GetParam().mailbox.domain);
    EXPECT_EQ(path->rest, " REST");
}

TEST_P(MailPathValid, IsSerializedAndParsedAgain)
{
    const ForwardPath path{GetParam().mailbox};
    const auto text = path.ToString();
    const auto again = ParseForwardPath(text);
    ASSERT_TRUE(again) << text;
    EXPECT_EQ(again->value, path);
}

TEST_P(MailPathValid, IsParsedAsReversePathUnlessItIsPostmasters)
{
    const auto path = ParseReversePath(GetParam().text);
    const bool hasDomain = !GetParam().mailbox.domain.empty();
    ASSERT_EQ(path.IsOk(), hasDomain);
    if (hasDomain)
    {
        EXPECT_EQ(path->value.mailbox, GetParam().mailbox);
    }
}

const ValidPath VALID[] = {
    {"Plain", "<alice@a.net>", {"alice", "a.net"}},
    {"CaseIsKept", "<Alice@A.Net>", {"Alice", "A.Net"}},
    {"Dots", "<alice.b.c@a.net>", {"alice.b.c", "a.net"}},
    {"AllAtomText", "<!#$%&'*+-/=?^_`{|}~@a.net>", {"!#$%&'*+-/=?^_`{|}~", "a.net"}},
    {"OneLabel", "<alice@localhost>", {"alice", "localhost"}},
    {"HyphensAndDigits", "<alice@3-a.n--t>", {"alice", "3-a.n--t"}},
    {"Quoted", "<\"alice smith\"@a.net>", {"alice smith", "a.net"}},
    {"QuotedForNoReason", "<\"alice\"@a.net>", {"alice", "a.net"}},
    {"QuotedPairs", "<\"a\\\"b\\\\c\\d\"@a.net>", {"a\"b\\cd", "a.net"}},
    {"QuotedBracketsAndAt", "<\"<a@b>\"@a.net>", {"<a@b>", "a.net"}},
    {"QuotedNothing", "<\"\"@a.net>", {"", "a.net"}},
    {"Postmaster", "<Postmaster>", {"Postmaster", ""}},
    {"PostmasterWithDomain", "<postmaster@a.net>", {"postmaster", "a.net"}},
    {"SourceRoute", "<@x.net:alice@a.net>", {"alice", "a.net"}},
    {"LongSourceRoute", "<@x.net,@[192.0.2.1]:alice@a.net>", {"alice", "a.net"}},
    {"Ipv4", "<alice@[192.0.2.255]>", {"alice", "[192.0.2.255]"}},
    {"Ipv6", "<alice@[IPv6:2001:db8::1]>", {"alice", "[IPv6:2001:db8::1]"}},
    {"LongestLocalPart", '<' + LONG_LOCAL + "@a.net>", {LONG_LOCAL, "a.net"}},
    {"LongestPath", "<a@" + MakeDomain(252) + '>', {"a", MakeDomain(252)}},
};

INSTANTIATE_TEST_SUITE_P(Table, MailPathValid, testing::ValuesIn(VALID), NameCase<ValidPath>);

class MailPathInvalid : public testing::TestWithParam<InvalidPath>
{
};

TEST_P(MailPathInvalid, IsRefusedAtTheRightOctet)
{
    const auto path = ParseForwardPath(GetParam().text);
    ASSERT_FALSE(path);
    EXPECT_EQ(path.GetError().offset, GetParam().offset) << path.GetError().reason;
    EXPECT_EQ(path.GetError().kind, GetParam().kind) << path.GetError().reason;
}

const InvalidPath INVALID[] = {
    {"Empty", "", 0},
    {"NoBrackets", "alice@a.net", 0},
    {"SpaceInFront", " <alice@a.net>", 0},
    {"NotClosed", "<alice@a.net", 12},
    {"Null", "<>", 1},
    {"NoDomain", "<alice>", 6},
    {"NothingBehindAt", "<alice@>", 7},
    {"NothingBeforeAt", "<@a.net>", 7},
    {"DotInFront", "<.alice@a.net>", 7},
    {"DotBehind", "<alice.@a.net>", 7},
    {"TwoDots", "<a..b@a.net>", 5},
    {"SpaceInLocalPart", "<alice smith@a.net>", 6},
    {"QuoteNotClosed", "<\"alice@a.net>", 14},
    {"BackslashAtTheEnd", "<\"alice\\", 8},
    {"ControlInQuotes", "<\"a\tb\"@a.net>", 3},
    {"TwoAts", "<alice@b@a.net>", 8},
    {"Underscore", "<alice@a_b.net>", 8},
    {"HyphenInFront", "<alice@-a.net>", 13},
    {"HyphenBehind", "<alice@a-.net>", 13},
    {"DotAtTheEnd", "<alice@a.net.>", 13},
    {"EmptyLabel", "<alice@a..net>", 13},
    {"Ipv4TooBig", "<alice@[192.0.2.256]>", 20},
    {"Ipv4TooShort", "<alice@[192.0.2]>", 16},
    {"LiteralNotClosed", "<alice@[192.0.2.1>", 17},
    {"OtherLiteral", "<alice@[X25:123]>", 16},
    {"RouteWithoutColon", "<@x.net>", 7},
    {"RouteWithoutAt", "<@x.net,y.net:alice@a.net>", 8},
    {"EightBits", "<caf\xc3\xa9@a.net>", 4, wire::ErrorKind::UNSUPPORTED},
    {"LocalPartTooLong", "<x" + LONG_LOCAL + "@a.net>", 66, wire::ErrorKind::TOO_LONG},
    {"DomainTooLong", "<a@" + MakeDomain(256) + '>', 259, wire::ErrorKind::TOO_LONG},
    {"PathTooLong", "<a@" + MakeDomain(253) + '>', 257, wire::ErrorKind::TOO_LONG},
};

INSTANTIATE_TEST_SUITE_P(Table, MailPathInvalid, testing::ValuesIn(INVALID), NameCase<InvalidPath>);

TEST(MailPath, HasLettersBeyondAsciiWhereTheyAreAllowed)
{
    const std::string text = "<ren\xc3\xa9@b\xc3\xbc"
                             "cher.example>";
    EXPECT_FALSE(ParseForwardPath(text));
    const auto path = ParseForwardPath(text, text::Charset::UTF8);
    ASSERT_TRUE(path);
    EXPECT_EQ(path->value.ToString(), text);
    EXPECT_TRUE(ParseReversePath("<\"a \xc3\xa9\"@a.net>", text::Charset::UTF8));
    EXPECT_TRUE(ParseReversePath("<a@a.net>", text::Charset::UTF8));
}

TEST(MailPath, HasNothingThatIsNoUtf8)
{
    for (const auto* const text :
         {"<caf\xe9@a.net>", "<a@caf\xe9.net>", "<\"\xc3\"@a.net>", "<\xc0\xae@a.net>"})
    {
        EXPECT_FALSE(ParseForwardPath(text, text::Charset::UTF8)) << text;
        EXPECT_FALSE(ParseReversePath(text, text::Charset::UTF8)) << text;
    }
}

TEST(SmtpReversePath, MayBeNull)
{
    const auto path = ParseReversePath("<> SIZE=1");
    ASSERT_TRUE(path);
    EXPECT_TRUE(path->value.IsNull());
    EXPECT_EQ(path->rest, " SIZE=1");
    EXPECT_EQ(path->value.ToString(), "<>");
}

TEST(SmtpDomain, TakesEachFormOfAddressLiteral)
{
    for (const auto* const text : {"[0.0.0.0]",
                                   "[255.255.255.255]",
                                   "[IPv6:::]",
                                   "[ipv6:::1]",
                                   "[IPv6:fe80::]",
                                   "[IPv6:1:2:3:4:5:6:7:8]",
                                   "[IPv6:1:2:3:4:5:6:192.0.2.1]",
                                   "[IPv6:::ffff:192.0.2.1]",
                                   "[IPv6:1:2:3::4:5:6]"})
    {
        EXPECT_TRUE(IsAddressLiteral(text)) << text;
    }
}

TEST(SmtpDomain, RefusesWhatIsNoAddressLiteral)
{
    for (const auto* const text : {"[]",
                                   "[",
                                   "192.0.2.1]",
                                   "[1.2.3.4.5]",
                                   "[1.2.3.]",
                                   "[0001.2.3.4]",
                                   "[-1.2.3.4]",
                                   "[2001:db8::1]",
                                   "[IPv6:]",
                                   "[IPv6::]",
                                   "[IPv6:1:2:3:4:5:6:7]",
                                   "[IPv6:1:2:3:4:5:6:7:8:9]",
                                   "[IPv6:1:2:3:4:5:6:7::]",
                                   "[IPv6:1::2::3]",
                                   "[IPv6:12345::]",
                                   "[IPv6:g::]",
                                   "[IPv6:1:2:3:4:5:6:7:]",
                                   "[IPv6:192.0.2.1::]",
                                   "[IPv6:1:192.0.2.1:2::]"})
    {
        EXPECT_FALSE(IsAddressLiteral(text)) << text;
    }
}

TEST(SmtpDomain, TakesLabelsAndNamesUpToTheirLimits)
{
    EXPECT_TRUE(IsDomainOrLiteral(LABEL));
    EXPECT_FALSE(IsDomainOrLiteral(LABEL + 'y'));
    EXPECT_TRUE(IsDomainOrLiteral(MakeDomain(DOMAIN_LIMIT)));
    EXPECT_FALSE(IsDomainOrLiteral(MakeDomain(DOMAIN_LIMIT + 1)));
}

} // namespace
} // namespace ns3::postroad::mail

#include "postroad/mail/addr-spec.h"
#include "postroad/mail/field-reader.h"

#include <gtest/gtest.h>

namespace ns3::postroad::mail
{
namespace
{

struct Valid
{
    const char* name;
    std::string text;
    AddrSpec address;
};

TEST(AddrSpec, ParsesWhatTheGrammarAllows)
{
    const Valid cases[] = {
        {"dot-atom", "alice@a.net", {"alice", "a.net"}},
        {"dots and symbols",
         "C7B9C21A.4FAB%tony.li+x@tony.li",
         {"C7B9C21A.4FAB%tony.li+x", "tony.li"}},
        {"quoted string", R"("Alice \"A\" \\ Doe"@a.net)", {R"(Alice "A" \ Doe)", "a.net"}},
        {"empty quoted string", R"(""@a.net)", {"", "a.net"}},
        {"IPv4 literal", "alice@[192.0.2.1]", {"alice", "[192.0.2.1]"}},
        {"IPv6 literal", "alice@[IPv6:2001:db8::1]", {"alice", "[IPv6:2001:db8::1]"}},
        {"blanks and comments", " (the) alice (sender) @ (at) a.net (home) ", {"alice", "a.net"}},
        {"folded", "alice@\r\n a.net", {"alice", "a.net"}},
        {"UTF-8",
         "j\xc3\xbcrgen@b\xc3\xbc\x63her.example",
         {"j\xc3\xbcrgen", "b\xc3\xbc\x63her.example"}},
    };
    for (const auto& [name, text, address] : cases)
    {
        SCOPED_TRACE(name);
        const auto parsed = ParseAddrSpec(text);
        ASSERT_TRUE(parsed.IsOk()) << parsed.GetError().reason;
        EXPECT_EQ(*parsed, address);
        EXPECT_EQ(*ParseAddrSpec(parsed->ToString()), address);
    }
}

struct Invalid
{
    const char* name;
    std::string text;
    wire::Error error;
};

TEST(AddrSpec, TellsWhatIsWrongAndWhere)
{
    using enum wire::ErrorKind;
    const Invalid cases[] = {
        {"nothing",
         "",
         {TRUNCATED, 0, "expected words joined by single dots, found the end of the text"}},
        {"no at sign", "alice", {TRUNCATED, 5, "expected '@', found the end of the text"}},
        {"no domain",
         "alice@",
         {TRUNCATED, 6, "expected words joined by single dots, found the end of the text"}},
        {"two domains",
         "alice@a.net@b.net",
         {SYNTAX, 11, "expected nothing more, found \"@b.net\""}},
        {"open literal",
         "alice@[192.0.2.1",
         {TRUNCATED, 16, "expected ']', found the end of the text"}},
        {"open quotes",
         "\"alice@a.net",
         {TRUNCATED, 12, "expected '\"' at the end of a quoted string, found the end of the text"}},
        {"open comment",
         "alice@a.net (x",
         {TRUNCATED, 14, "expected ')' at the end of a comment, found the end of the text"}},
    };
    for (const auto& [name, text, error] : cases)
    {
        SCOPED_TRACE(name);
        const auto parsed = ParseAddrSpec(text);
        ASSERT_FALSE(parsed.IsOk());
        EXPECT_EQ(parsed.GetError(), error) << parsed.GetError().offset << parsed.GetError().reason;
    }
}

TEST(AddrSpec, RefusesDotsThatJoinNothing)
{
    for (const auto* text : {".a@a.net", "a.@a.net", "a..b@a.net", "a@.net", "a@net.", "a@a..net"})
    {
        EXPECT_FALSE(ParseAddrSpec(text).IsOk()) << text;
    }
}

TEST(AddrSpec, LimitsTheLocalPart)
{
    const std::string longest(LOCAL_PART_LIMIT, 'a');
    EXPECT_TRUE(ParseAddrSpec(longest + "@a.net").IsOk());
    EXPECT_EQ(ParseAddrSpec(longest + "a@a.net").GetError().kind, wire::ErrorKind::TOO_LONG);
}

TEST(AddrSpec, LimitsTheDomain)
{
    const std::string longest(DOMAIN_LIMIT, 'd');
    EXPECT_TRUE(ParseAddrSpec("a@" + longest).IsOk());
    EXPECT_EQ(ParseAddrSpec("a@d" + longest).GetError().kind, wire::ErrorKind::TOO_LONG);
}

TEST(AddrSpec, LimitsTheNestingOfComments)
{
    const std::string opening(COMMENT_NESTING_LIMIT, '(');
    const std::string closing(COMMENT_NESTING_LIMIT, ')');
    EXPECT_TRUE(ParseAddrSpec(opening + closing + "a@a.net").IsOk());
    EXPECT_EQ(ParseAddrSpec('(' + opening + closing + ")a@a.net").GetError().kind,
              wire::ErrorKind::TOO_MANY);
}

TEST(AddrSpec, ComparesTheDomainWithoutCaseAndTheLocalPartWith)
{
    EXPECT_EQ(*ParseAddrSpec("alice@A.net"), *ParseAddrSpec("alice@a.NET"));
    EXPECT_FALSE(*ParseAddrSpec("Alice@a.net") == *ParseAddrSpec("alice@a.net"));
}

} // namespace
} // namespace ns3::postroad::mail

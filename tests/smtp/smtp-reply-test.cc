#include "postroad/smtp/grammar/smtp-reply-parser.h"

#include <gtest/gtest.h>

#include <array>

namespace ns3::postroad::smtp
{
namespace
{

struct ValidReply
{
    const char* name;
    std::string wire;
    Reply reply;
};

struct InvalidReply
{
    const char* name;
    std::string wire;
    wire::ErrorKind kind;
};

void
PrintTo(const ValidReply& reply, std::ostream* os)
{
    *os << testing::PrintToString(reply.wire);
}

void
PrintTo(const InvalidReply& reply, std::ostream* os)
{
    *os << testing::PrintToString(reply.wire);
}

template <typename Case>
std::string
NameCase(const testing::TestParamInfo<Case>& info)
{
    return info.param.name;
}

std::vector<std::string>
SplitLines(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty())
    {
        const auto end = text.find("\r\n");
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end + 2);
    }
    return lines;
}

/// What the parser gave for the last of the lines.
std::optional<wire::Result<Reply>>
Parse(const std::string& text)
{
    ReplyParser parser;
    std::optional<wire::Result<Reply>> result;
    for (const auto& line : SplitLines(text))
    {
        EXPECT_FALSE(result) << "in front of: " << line;
        result = parser.AddLine(line);
    }
    return result;
}

class SmtpReplyValid : public testing::TestWithParam<ValidReply>
{
};

TEST_P(SmtpReplyValid, IsParsed)
{
    const auto result = Parse(GetParam().wire);
    ASSERT_TRUE(result);
    ASSERT_TRUE(*result) << result->GetError().reason;
    EXPECT_EQ(**result, GetParam().reply);
}

TEST_P(SmtpReplyValid, IsSerializedAndParsedAgain)
{
    const auto again = Parse(GetParam().reply.Serialize());
    ASSERT_TRUE(again && *again);
    EXPECT_EQ(**again, GetParam().reply);
}

const ValidReply VALID[] = {
    {"OneLine", "250 Ok\r\n", {250, {}, {"Ok"}}},
    {"NoText", "221\r\n", {221, {}, {""}}},
    {"NoTextBehindTheSpace", "221 \r\n", {221, {}, {""}}},
    {"LowestCode", "200 x\r\n", {200, {}, {"x"}}},
    {"HighestCode", "599 x\r\n", {599, {}, {"x"}}},
    {"UnexpectedCode", "571 5.7.1 x\r\n", {571, EnhancedCode{5, 7, 1}, {"x"}}},
    {"EnhancedCode", "550 5.1.1 No such user\r\n", {550, EnhancedCode{5, 1, 1}, {"No such user"}}},
    {"EnhancedCodeAlone", "250 2.0.0\r\n", {250, EnhancedCode{2, 0, 0}, {""}}},
    {"LongEnhancedCode", "450 4.999.999 x\r\n", {450, EnhancedCode{4, 999, 999}, {"x"}}},
    {"EnhancedCodeOfAnotherClass", "250 5.1.1 x\r\n", {250, {}, {"5.1.1 x"}}},
    {"NumbersThatAreNoEnhancedCode", "250 2.0.1234 x\r\n", {250, {}, {"2.0.1234 x"}}},
    {"LeadingZeroInTheEnhancedCode", "250 2.01.0 x\r\n", {250, {}, {"2.01.0 x"}}},
    {"SeveralLines", "250-a\r\n250-\r\n250 c\r\n", {250, {}, {"a", "", "c"}}},
    {"EnhancedCodeOnEachLine",
     "250-2.1.0 a\r\n250 2.1.0 b\r\n",
     {250, EnhancedCode{2, 1, 0}, {"a", "b"}}},
    {"OctetsAbove127", "250 caf\xc3\xa9\r\n", {250, {}, {"caf\xc3\xa9"}}},
    {"Tab", "250 a\tb\r\n", {250, {}, {"a\tb"}}},
};

INSTANTIATE_TEST_SUITE_P(Table, SmtpReplyValid, testing::ValuesIn(VALID), NameCase<ValidReply>);

class SmtpReplyInvalid : public testing::TestWithParam<InvalidReply>
{
};

TEST_P(SmtpReplyInvalid, IsRefused)
{
    const auto result = Parse(GetParam().wire);
    ASSERT_TRUE(result);
    ASSERT_FALSE(*result);
    EXPECT_EQ(result->GetError().kind, GetParam().kind);
}

const InvalidReply INVALID[] = {
    {"Empty", "\r\n", wire::ErrorKind::SYNTAX},
    {"NoCode", "Ok\r\n", wire::ErrorKind::SYNTAX},
    {"TwoDigits", "25 Ok\r\n", wire::ErrorKind::SYNTAX},
    {"FourDigits", "2500 Ok\r\n", wire::ErrorKind::SYNTAX},
    {"FirstDigitTooLow", "150 Ok\r\n", wire::ErrorKind::SYNTAX},
    {"FirstDigitTooHigh", "650 Ok\r\n", wire::ErrorKind::SYNTAX},
    {"SecondIsNoDigit", "2x0 Ok\r\n", wire::ErrorKind::SYNTAX},
    {"NoSeparator", "250Ok\r\n", wire::ErrorKind::SYNTAX},
    {"Control", std::string("250 a\0b\r\n", 9), wire::ErrorKind::SYNTAX},
    {"Delete", "250 a\x7f\r\n", wire::ErrorKind::SYNTAX},
    {"DifferentCodes", "250-a\r\n251 b\r\n", wire::ErrorKind::SYNTAX},
    {"TextWithinAReply", "250-a\r\nb\r\n", wire::ErrorKind::SYNTAX},
};

INSTANTIATE_TEST_SUITE_P(Table,
                         SmtpReplyInvalid,
                         testing::ValuesIn(INVALID),
                         NameCase<InvalidReply>);

TEST(SmtpReplyParser, TakesAsManyLinesAsTheLimitAndNoMore)
{
    ReplyParser parser;
    for (std::size_t i = 1; i < REPLY_LINES_LIMIT; ++i)
    {
        ASSERT_FALSE(parser.AddLine("250-x"));
    }
    auto tooLong = parser;
    const auto last = parser.AddLine("250 x");
    ASSERT_TRUE(last && *last);
    EXPECT_EQ((*last)->lines.size(), REPLY_LINES_LIMIT);
    EXPECT_FALSE(tooLong.AddLine("250-x"));
    const auto beyond = tooLong.AddLine("250 x");
    ASSERT_TRUE(beyond && !*beyond);
    EXPECT_EQ(beyond->GetError().kind, wire::ErrorKind::TOO_MANY);
}

TEST(SmtpReplyParser, BeginsANewReplyAfterEach)
{
    ReplyParser parser;
    EXPECT_FALSE(parser.AddLine("250-2.1.0 a"));
    EXPECT_TRUE(parser.IsInReply());
    EXPECT_TRUE(parser.AddLine("250 2.1.0 b"));
    EXPECT_FALSE(parser.IsInReply());
    EXPECT_EQ(**parser.AddLine("354 Go on"), MakeReply(354, "Go on"));
}

TEST(SmtpReply, TellsItsClassByTheFirstDigit)
{
    const auto classify = [](int code) {
        const auto reply = MakeReply(code, "");
        return std::array{reply.IsPositive(), reply.IsTransient(), reply.IsPermanent()};
    };
    EXPECT_EQ(classify(250), (std::array{true, false, false}));
    EXPECT_EQ(classify(354), (std::array{true, false, false}));
    EXPECT_EQ(classify(450), (std::array{false, true, false}));
    EXPECT_EQ(classify(550), (std::array{false, false, true}));
}

TEST(SmtpReply, IsShownInOneLine)
{
    EXPECT_EQ((Reply{250, {}, {"a", "", "b"}}).ToString(), "250 a b");
    EXPECT_EQ(MakeReply(550, {5, 1, 1}, "No such user").ToString(), "550 5.1.1 No such user");
    EXPECT_EQ(MakeReply(221, "").ToString(), "221");
}

} // namespace
} // namespace ns3::postroad::smtp

#include "support/split-input.h"

#include "postroad/smtp/grammar/smtp-content-receiver.h"
#include "postroad/smtp/grammar/smtp-content.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace ns3::postroad::smtp
{
namespace
{

constexpr std::size_t SIZE_LIMIT = 3000;

/// What became of one content on the wire.
struct Received
{
    std::string content;
    ContentFault fault;
    std::uint64_t end; ///< octets up to its end; 0 when there was none

    bool operator==(const Received&) const = default;
};

void
PrintTo(const Received& received, std::ostream* os)
{
    *os << received.content.size() << " octets, fault " << static_cast<int>(received.fault)
        << ", end at " << received.end;
}

Received
Receive(const test::Pieces& pieces)
{
    wire::InputBuffer buffer;
    ContentReceiver receiver(SIZE_LIMIT);
    for (const auto piece : pieces)
    {
        buffer.Append(piece);
        while (const auto line = buffer.NextLine(TEXT_LINE_LIMIT + 1))
        {
            if (receiver.AddLine(*line))
            {
                return {receiver.TakeContent(), receiver.GetFault(), receiver.GetRange().end};
            }
        }
    }
    return {receiver.TakeContent(), receiver.GetFault(), 0};
}

void
ExpectReceived(const std::string& wire, const std::string& content)
{
    test::ForEachSplit(wire + "NOOP\r\n", [&](const test::Pieces& pieces) {
        EXPECT_EQ(Receive(pieces), (Received{content, ContentFault::NONE, wire.size()}));
    });
}

void
ExpectFault(const std::string& wire, ContentFault fault)
{
    const auto received = Receive({wire + "NOOP\r\n"});
    EXPECT_EQ(received.fault, fault);
    EXPECT_EQ(received.end, wire.size());
}

TEST(SmtpContent, HasADotAddedInFrontOfEachThatBeginsALine)
{
    EXPECT_EQ(SerializeContent(""), ".\r\n");
    EXPECT_EQ(SerializeContent("a\r\n"), "a\r\n.\r\n");
    EXPECT_EQ(SerializeContent(".\r\n"), "..\r\n.\r\n");
    EXPECT_EQ(SerializeContent("a\r\n.\r\n..b\r\nc.\r\n"), "a\r\n..\r\n...b\r\nc.\r\n.\r\n");
}

TEST(SmtpContent, GetsTheLineEndingThatItsLastLineLacks)
{
    EXPECT_EQ(SerializeContent("a"), "a\r\n.\r\n");
    EXPECT_EQ(SerializeContent("."), "..\r\n.\r\n");
}

TEST(SmtpContent, ComesBackAsItWas)
{
    const std::string high("\0\x01\x7f\x80\xff", 5);
    std::string dotted = high;
    dotted.append("\r\n.").append(high).append("\r\n");
    for (const auto& content : {std::string(),
                                std::string("\r\n"),
                                std::string(".\r\n"),
                                std::string("..\r\n.\r\n\r\n.a\r\n"),
                                dotted})
    {
        ExpectReceived(SerializeContent(content), content);
    }
}

TEST(SmtpContent, TellsBareLineEndings)
{
    for (const auto* const content : {"", "a", "a\r\n", "\r\n\r\n", "a\r\nb\r\nc"})
    {
        EXPECT_TRUE(HasOnlyCrLf(content)) << content;
    }
    for (const auto* const content :
         {"\n", "\r", "a\nb\r\n", "a\rb\r\n", "\r\r\n", "a\r\n\n", "a\r"})
    {
        EXPECT_FALSE(HasOnlyCrLf(content)) << content;
    }
}

TEST(SmtpContent, TellsOctetsAbove127)
{
    EXPECT_FALSE(IsEightBit(""));
    EXPECT_FALSE(IsEightBit("a\x7f"));
    EXPECT_TRUE(IsEightBit("a\x80"));
}

TEST(SmtpContentReceiver, TakesALineOfTheLimitWithItsDotNotCounted)
{
    const std::string longest(TEXT_LINE_LIMIT - 2, 'x');
    ExpectReceived(longest + "\r\n.\r\n", longest + "\r\n");
    const auto dotted = '.' + longest.substr(1);
    ExpectReceived('.' + dotted + "\r\n.\r\n", dotted + "\r\n");
    ExpectFault(longest + "x\r\n.\r\n", ContentFault::LINE_TOO_LONG);
    ExpectFault(".." + longest + "\r\n.\r\n", ContentFault::LINE_TOO_LONG);
    ExpectFault(longest + longest + longest + "\r\n.\r\n", ContentFault::LINE_TOO_LONG);
}

TEST(SmtpContentReceiver, TakesContentOfTheLimitAndNoMore)
{
    const auto line = std::string(98, 'x') + "\r\n";
    std::string content;
    while (content.size() < SIZE_LIMIT)
    {
        content += line;
    }
    EXPECT_EQ(Receive({content + ".\r\n"}).content, content);
    ExpectFault(content + "\r\n.\r\n", ContentFault::TOO_LARGE);
}

TEST(SmtpContentReceiver, KeepsNothingMoreAfterAFault)
{
    const auto received = Receive({"a\r\nb\nc\r\n.\r\n"});
    EXPECT_EQ(received.content, "a\r\n");
    EXPECT_EQ(received.fault, ContentFault::BARE_LINE_ENDING);
}

TEST(SmtpContentReceiver, EndsAtADotBetweenTwoCrLfOnly)
{
    const std::string fakes[] = {"a\n.\r\n", "a\r\n.\n", "a\r\n.\r\r\n", "a\r.\r\n", "a\n.\n"};
    for (const auto& fake : fakes)
    {
        SCOPED_TRACE(testing::PrintToString(fake));
        test::ForEachSplit(fake + "RSET\r\n",
                           [](const test::Pieces& pieces) { EXPECT_EQ(Receive(pieces).end, 0U); });
        ExpectFault(fake + "b\r\n.\r\n", ContentFault::BARE_LINE_ENDING);
    }
}

TEST(SmtpContentReceiver, DoesNotEndBehindABareLfAfterALongLine)
{
    const auto line = std::string(3 * TEXT_LINE_LIMIT, 'x') + "\n.\r\nRSET\r\n";
    test::ForEachSplit(line.substr(2900), [&line](const test::Pieces& pieces) {
        test::Pieces all{std::string_view(line).substr(0, 2900)};
        all.insert(all.end(), pieces.begin(), pieces.end());
        EXPECT_EQ(Receive(all).end, 0U);
    });
}

} // namespace
} // namespace ns3::postroad::smtp

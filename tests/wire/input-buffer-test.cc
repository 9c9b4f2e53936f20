#include "support/split-input.h"

#include "postroad/wire/input-buffer.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace ns3::postroad::wire
{
namespace
{

constexpr std::size_t LIMIT = 12;

struct Taken
{
    std::string text;
    std::uint64_t begin;
    std::uint64_t end;
    LineFault fault;

    bool operator==(const Taken&) const = default;
};

std::vector<Taken>
TakeLines(const test::Pieces& pieces)
{
    InputBuffer buffer;
    std::vector<Taken> lines;
    for (const auto piece : pieces)
    {
        buffer.Append(piece);
        while (const auto line = buffer.NextLine(LIMIT))
        {
            lines.push_back(
                {std::string(line->text), line->range.begin, line->range.end, line->fault});
        }
        EXPECT_LE(buffer.GetSize(), LIMIT);
    }
    return lines;
}

void
ExpectLines(std::string_view input, const std::vector<Taken>& expected)
{
    test::ForEachSplit(input, [&expected](const test::Pieces& pieces) {
        EXPECT_EQ(TakeLines(pieces), expected);
    });
}

TEST(InputBuffer, GivesLinesWithTheirPlaceInTheStream)
{
    ExpectLines("EHLO a\r\n\r\nQUIT\r\nrest",
                {{"EHLO a", 0, 8, LineFault::NONE},
                 {"", 8, 10, LineFault::NONE},
                 {"QUIT", 10, 16, LineFault::NONE}});
}

TEST(InputBuffer, TellsBareLineEndings)
{
    ExpectLines("a\nb\rc\r\n\r\r\nd\r\n",
                {{"a", 0, 2, LineFault::BARE_LF},
                 {"b\rc", 2, 7, LineFault::BARE_CR},
                 {"\r", 7, 10, LineFault::BARE_CR},
                 {"d", 10, 13, LineFault::NONE}});
}

TEST(InputBuffer, TakesALineOfExactlyTheLimit)
{
    ExpectLines("0123456789\r\nb\r\n",
                {{"0123456789", 0, 12, LineFault::NONE}, {"b", 12, 15, LineFault::NONE}});
}

TEST(InputBuffer, CutsALineAboveTheLimitAndGoesOnBehindIt)
{
    ExpectLines("0123456789A\r\nb\r\n",
                {{"0123456789A\r", 0, 13, LineFault::TOO_LONG}, {"b", 13, 16, LineFault::NONE}});
    ExpectLines("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ\r\nb\r\n",
                {{"0123456789AB", 0, 38, LineFault::TOO_LONG}, {"b", 38, 41, LineFault::NONE}});
}

TEST(InputBuffer, TellsHowALongLineEnds)
{
    const auto input = std::string(4 * LIMIT, 'x') + "\r\n" + std::string(4 * LIMIT, 'y') + "\n";
    test::ForEachSplit(input, [](const test::Pieces& pieces) {
        InputBuffer buffer;
        std::vector<bool> endings;
        for (const auto piece : pieces)
        {
            buffer.Append(piece);
            while (const auto line = buffer.NextLine(LIMIT))
            {
                endings.push_back(line->hasCrLf);
            }
        }
        EXPECT_EQ(endings, (std::vector<bool>{true, false}));
    });
}

TEST(InputBuffer, GivesOctetsBetweenLines)
{
    InputBuffer buffer;
    buffer.Append("DATA\r\nabcdefQUIT\r\n");
    EXPECT_EQ(buffer.NextLine(LIMIT)->text, "DATA");
    EXPECT_EQ(buffer.TakeOctets(6), "abcdef");
    EXPECT_EQ(buffer.GetOffset(), 12U);
    EXPECT_EQ(buffer.NextLine(LIMIT)->text, "QUIT");
    EXPECT_EQ(buffer.TakeOctets(6), "");
}

} // namespace
} // namespace ns3::postroad::wire

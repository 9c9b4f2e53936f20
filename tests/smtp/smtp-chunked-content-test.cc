#include "support/split-input.h"

#include "postroad/smtp/grammar/smtp-chunked-content.h"

#include <gtest/gtest.h>

namespace ns3::postroad::smtp
{
namespace
{

constexpr std::size_t SIZE_LIMIT = 3000;

void
Expect(const std::string& octets, ContentFault fault, const std::string& taken)
{
    test::ForEachSplit(octets, [&](const test::Pieces& pieces) {
        ChunkedContent content(SIZE_LIMIT);
        for (const auto piece : pieces)
        {
            content.Add(piece);
        }
        EXPECT_EQ(content.Judge(), fault);
        EXPECT_EQ(fault == ContentFault::NONE ? content.TakeContent() : "", taken);
    });
}

TEST(SmtpChunkedContent, IsTakenAsItCame)
{
    Expect("a\r\n.\r\n\r\nb\r\n", ContentFault::NONE, "a\r\n.\r\n\r\nb\r\n");
    Expect("a\r\nb", ContentFault::NONE, "a\r\nb\r\n");
}

TEST(SmtpChunkedContent, HasNoBareLineEnding)
{
    Expect("a\nb\r\n", ContentFault::BARE_LINE_ENDING, "");
    Expect("a\rb\r\n", ContentFault::BARE_LINE_ENDING, "");
    Expect("a\r\r\n", ContentFault::BARE_LINE_ENDING, "");
}

TEST(SmtpChunkedContent, HasLinesOfTheLimitAndNoMore)
{
    const auto line = std::string(TEXT_LINE_LIMIT - 2, 'x') + "\r\n";
    Expect("a\r\n" + line + "b\r\n", ContentFault::NONE, "a\r\n" + line + "b\r\n");
    Expect("a\r\nx" + line + "b\r\n", ContentFault::LINE_TOO_LONG, "");
}

TEST(SmtpChunkedContent, HasTheSizeOfTheLimitAndNoMore)
{
    std::string content;
    while (content.size() < SIZE_LIMIT)
    {
        content += "123\r\n";
    }
    Expect(content, ContentFault::NONE, content);
    Expect(content + "\n", ContentFault::TOO_LARGE, "");
}

} // namespace
} // namespace ns3::postroad::smtp

#include "postroad/text/json-text.h"
#include "postroad/text/json-value.h"

#include <gtest/gtest.h>

namespace ns3::postroad::text
{
namespace
{

std::string
Encode(std::string_view octets)
{
    std::string out;
    AppendJsonText(out, octets);
    return out;
}

/// What comes back by way of a JSON parser.
std::string
PassThrough(std::string_view octets)
{
    const auto value = ParseJson(Encode(octets));
    return value ? DecodeJsonText(std::get<std::string>(value->content)) : "refused";
}

TEST(JsonText, EscapesWhatJsonReserves)
{
    EXPECT_EQ(Encode("say \"hi\" \\ bye"), R"("say \"hi\" \\ bye")");
    EXPECT_EQ(Encode("a\r\nb\tc"), R"("a\r\nb\tc")");
    EXPECT_EQ(Encode(std::string_view("\0\x1f\x7f", 3)), "\"\\u0000\\u001f\x7f\"");
}

TEST(JsonText, LeavesWellFormedUtf8AsItIs)
{
    for (const auto* text : {"B\303\266b",
                             "\xe2\x82\xac",
                             "\xf0\x9f\x93\xac",
                             "\xed\x9f\xbf",
                             "\xef\xbf\xbf",
                             "\xf4\x8f\xbf\xbf"})
    {
        EXPECT_EQ(Encode(text), '"' + std::string(text) + '"');
    }
}

TEST(JsonText, WritesOctetsThatAreNoUtf8AsPrivateCharacters)
{
    EXPECT_EQ(Encode("caf\xe9"), "\"caf\xee\xbf\xa9\""); // Latin-1: U+EFE9
    EXPECT_EQ(Encode("\x80"), "\"\xee\xbe\x80\"");       // U+EF80
}

TEST(JsonText, GivesBackEveryOctetSequence)
{
    const std::string_view sequences[] = {
        "",
        "\xc3",             // cut short
        "\xc0\xaf",         // overlong
        "\xe0\x80\xaf",     // overlong
        "\xed\xa0\x80",     // a surrogate
        "\xf4\x90\x80\x80", // beyond U+10FFFF
        "\xf8\x88\x80\x80\x80",
        "\xee\xbe\x80", // a true U+EF80 ...
        "\xee\xbf\xbf", // ... and U+EFFF, which stand for octets
        "\xee\xbd\xbf", // U+EF7F, which does not
        "a\xff\xfe\xf0\x9f\x93",
    };
    for (const auto octets : sequences)
    {
        EXPECT_EQ(PassThrough(octets), octets);
    }
    std::string all;
    for (int first = 0; first < 256; ++first)
    {
        for (int second = 0; second < 256; ++second)
        {
            all += static_cast<char>(first);
            all += static_cast<char>(second);
        }
    }
    EXPECT_EQ(PassThrough(all), all);
}

} // namespace
} // namespace ns3::postroad::text

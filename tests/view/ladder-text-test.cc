// A ladder as text: that its columns hold, whatever stands in them.
#include "view/record-text.h"

#include "postroad/view/ladder-text.h"

#include <gtest/gtest.h>

#include <sstream>

namespace ns3::postroad::view
{
namespace
{

using test::MakeTwoHosts;
using test::ReadRecord;
using test::Say;

std::string
Format(const std::vector<std::string>& lines, const LadderOptions& options = {})
{
    return FormatLadder(MakeLadder(ReadRecord(lines), options));
}

TEST(LadderText, PutsEachWordUnderItsHost)
{
    auto lines = MakeTwoHosts();
    lines.push_back(Say("1.000000000", "client.test", "connection-opened", ""));
    lines.push_back(Say("1.005000000", "client.test", "line-received", "220 server.test"));
    lines.push_back(Say("1.005000000", "client.test", "line-sent", "QUIT"));
    lines.push_back(Say("1.006000000", "client.test", "content-sent", "x"));
    lines.emplace_back(R"("t":1.007000000,"host":"server.test","kind":"host-down")");
    lines.emplace_back(
        R"("t":3.008000000,"host":"client.test","kind":"message-relayed","to":["b@b.test"],)"
        R"("next_hop":"","address":"")");
    EXPECT_EQ(Format(lines, {"Title"}),
              "Title\n"
              "\n"
              "       time/s  client.test  server.test\n"
              "     1.000000  |============|            SMTP connection to port 25\n"
              "     1.005000  |<-----------|            SMTP: 220 server.test\n"
              "     1.005000  |----------->|            SMTP: QUIT\n"
              "     1.006000  |===========>|            SMTP: message, 1 octet\n"
              "     1.007000  |            x            switched off\n"
              "               :            :            2.001 s later\n"
              "     3.008000  *            |            relayed\n");
}

TEST(LadderText, KeepsItsColumnsForAllLengthsOfNames)
{
    const std::vector<std::string> names{"a",
                                         "mail.example",
                                         std::string(40, 'n'),
                                         "b\xc3\xbc"
                                         "cher.test"};
    for (const auto& name : names)
    {
        const auto text = Format({R"("t":1.000000000,"host":")" + name + R"(","kind":"host-down")",
                                  R"("t":2.000000000,"host":"other.test","kind":"host-down")"});
        std::istringstream lines(text);
        std::string line;
        std::vector<std::string> rows;
        while (std::getline(lines, line))
        {
            rows.push_back(line);
        }
        ASSERT_EQ(rows.size(), 6U) << text;
        const bool hasUmlaut = name.find('\xc3') != std::string::npos;
        const auto column = rows[2].find("other.test") - (hasUmlaut ? 1 : 0);
        EXPECT_EQ(rows[3].find('x'), 15U) << text;
        EXPECT_EQ(rows[3].find('|'), column) << text;
        EXPECT_EQ(rows[5].find('x'), column) << text;
        EXPECT_EQ(rows[5].find("switched off"), rows[3].find("switched off")) << text;
    }
}

TEST(LadderText, HasRoomForFiveDays)
{
    const auto text = Format({R"("t":431999.999999999,"host":"h.test","kind":"host-down")"});
    EXPECT_NE(text.find("\n431999.999999  x"), std::string::npos) << text;
}

TEST(LadderText, CountsWhatItLeavesOut)
{
    LadderOptions options;
    options.maxRungs = 1;
    const auto line = [](const char* time) {
        return R"("t":)" + std::string(time) + R"(,"host":"h.test","kind":"host-down")";
    };
    EXPECT_TRUE(Format({line("1.000000000")}, options).ends_with("switched off\n"));
    EXPECT_TRUE(Format({line("1.000000000"), line("1.100000000")}, options)
                    .ends_with("\n... 1 more rung not shown\n"));
    EXPECT_TRUE(Format({line("1.000000000"), line("1.100000000"), line("1.200000000")}, options)
                    .ends_with("\n... 2 more rungs not shown\n"));
}

TEST(LadderText, ShowsControlsAsWhatTheyAre)
{
    const auto text =
        Format({Say("1.000000000", "server.test", "line-sent", "220 \\u001b[31mred\\u0007")});
    EXPECT_NE(text.find("SMTP: 220 \\x1b[31mred\\x07\n"), std::string::npos) << text;
}

} // namespace
} // namespace ns3::postroad::view

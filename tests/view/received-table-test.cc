#include "trace/sample-record.h"

#include "postroad/view/received-table.h"

#include <gtest/gtest.h>

namespace ns3::postroad::view
{
namespace
{

TEST(ReceivedTable, TellsTheHopsOldestFirst)
{
    const auto rows = MakeReceivedRows(test::ReadTestFile("view/first-letter.eml"), {});
    ASSERT_EQ(rows.size(), 2);
    EXPECT_EQ(rows[0].from, "alice.a.net");
    EXPECT_EQ(rows[0].address, "[192.0.2.10]");
    EXPECT_EQ(rows[0].by, "mail.a.net");
    EXPECT_EQ(rows[0].with, "ESMTP");
    EXPECT_EQ(rows[0].id, "A000001");
    EXPECT_EQ(rows[0].recipient, "bob@b.net");
    EXPECT_EQ(rows[0].date->zone.minutesEast, 60);
    EXPECT_EQ(rows[0].delay, std::nullopt);
    EXPECT_EQ(rows[0].time, std::nullopt);
    EXPECT_EQ(rows[1].by, "mail.b.net");
    EXPECT_EQ(rows[1].delay, 1);
}

TEST(ReceivedTable, LeadsToTheTrueTimeAndTheOctets)
{
    const auto rows =
        MakeReceivedRows(test::ReadTestFile("view/first-letter.eml"), test::LoadFirstLetter());
    ASSERT_EQ(rows.size(), 2);
    EXPECT_EQ(rows[0].time, wire::TimePoint(wire::Duration(105581600)));
    ASSERT_TRUE(rows[0].connection);
    EXPECT_EQ(rows[0].connection->remote, (wire::Endpoint{"192.0.2.10", 49153}));
    EXPECT_EQ(rows[0].range.end - rows[0].range.begin, 225);
    ASSERT_TRUE(rows[1].connection);
    EXPECT_EQ(rows[1].connection->remote, (wire::Endpoint{"192.0.2.2", 49154}));
}

TEST(ReceivedTable, JoinsNoOtherHostsQueueId)
{
    auto events = test::LoadFirstLetter();
    for (auto& event : events)
    {
        event.queueId = "A000001";
    }
    const auto rows = MakeReceivedRows(test::ReadTestFile("view/first-letter.eml"), events);
    EXPECT_TRUE(rows[0].time);
    EXPECT_FALSE(rows[1].time);
}

TEST(ReceivedTable, ShowsClocksThatDisagreeAsNegativeDelay)
{
    // The second and third hop of the lecture's mailing-list message.
    const auto rows = MakeReceivedRows("Received: from b by c id 3;"
                                       " Mon, 8 Mar 2010 02:36:35 -0800\r\n"
                                       "Received: from a by b id 2;"
                                       " Mon, 8 Mar 2010 21:36:37 +1100\r\n\r\n",
                                       {});
    ASSERT_EQ(rows.size(), 2);
    EXPECT_EQ(rows[1].delay, -2);
    EXPECT_NE(FormatReceivedTable(rows).find("  -2 s\n"), std::string::npos);
}

TEST(ReceivedTable, KeepsARowForAFieldThatItCannotRead)
{
    const auto rows = MakeReceivedRows("Received: by c id 3; Mon, 8 Mar 2010 02:36:38 -0800\r\n"
                                       "Received: once upon a time\r\n"
                                       "Received: by a id 1; Mon, 8 Mar 2010 02:36:35 -0800\r\n"
                                       "\r\n",
                                       {});
    ASSERT_EQ(rows.size(), 3);
    EXPECT_NE(rows[1].fault, "");
    EXPECT_EQ(rows[2].delay, 3);
    EXPECT_NE(FormatReceivedTable(rows).find("2    unreadable: "), std::string::npos);
}

TEST(ReceivedTable, OfAMessageWithoutTraceHasNoRows)
{
    EXPECT_TRUE(MakeReceivedRows("Subject: none\r\n\r\n", {}).empty());
}

TEST(ReceivedTable, LinesUp)
{
    test::ExpectGolden(
        FormatReceivedTable(
            MakeReceivedRows(test::ReadTestFile("view/first-letter.eml"), test::LoadFirstLetter())),
        "view/golden/received.txt");
}

} // namespace
} // namespace ns3::postroad::view

#include "trace/sample-record.h"
#include "view/record-text.h"

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

/// The rows of these fields, the newest first as they stand in a message.
std::vector<ReceivedRow>
ReadRows(const std::string& fields, const std::vector<std::string>& record = {})
{
    return MakeReceivedRows(fields + "Subject: x\r\n\r\n", test::ReadRecord(record));
}

TEST(ReceivedTable, ShowsAFieldsPartsAsFarAsTheyAreThere)
{
    struct Row
    {
        const char* title;
        const char* field;
        const char* from;
        const char* address;
        const char* with;
        const char* id;
        const char* recipient;
    };
    const Row table[] = {
        {"all",
         "from a.test (a.test [192.0.2.1]) by b.test with ESMTPSA id Q1 for <b@b.test>",
         "a.test",
         "[192.0.2.1]",
         "ESMTPSA",
         "Q1",
         "b@b.test"},
        {"no recipient",
         "from a.test ([192.0.2.1]) by b.test with SMTP id Q1",
         "a.test",
         "[192.0.2.1]",
         "SMTP",
         "Q1",
         ""},
        {"no address", "from a.test by b.test with SMTP", "a.test", "", "SMTP", "", ""},
        {"written where the message began", "by b.test id Q1", "", "", "", "Q1", ""},
    };
    for (const auto& row : table)
    {
        SCOPED_TRACE(row.title);
        const auto rows = ReadRows("Received: " + std::string(row.field) +
                                   "; Mon, 8 Mar 2010 10:00:00 +0000\r\n");
        ASSERT_EQ(rows.size(), 1U);
        EXPECT_EQ(rows[0].fault, "");
        EXPECT_EQ(rows[0].by, "b.test");
        EXPECT_EQ(rows[0].from, row.from);
        EXPECT_EQ(rows[0].address, row.address);
        EXPECT_EQ(rows[0].with, row.with);
        EXPECT_EQ(rows[0].id, row.id);
        EXPECT_EQ(rows[0].recipient, row.recipient);
    }
}

TEST(ReceivedTable, TellsDelaysInWords)
{
    const std::pair<const char*, const char*> table[] = {
        {"10:00:00 +0000", "  0 s\n"},
        {"10:00:59 +0000", "  +59 s\n"},
        {"10:01:00 +0000", "  +1 min\n"},
        {"11:30:00 +0000", "  +1 h 30 min\n"},
        {"09:59:59 +0000", "  -1 s\n"},
        {"11:00:02 +0100", "  +2 s\n"},
    };
    for (const auto& [date, delay] : table)
    {
        const auto rows = ReadRows("Received: by b.test; Mon, 8 Mar 2010 " + std::string(date) +
                                   "\r\nReceived: by a.test; Mon, 8 Mar 2010 10:00:00 +0000\r\n");
        const auto text = FormatReceivedTable(rows);
        EXPECT_TRUE(text.ends_with(delay)) << date << "\n" << text;
    }
}

TEST(ReceivedTable, JoinsByTheWritersNameInWhicheverCaseAndItsQueueId)
{
    const std::string field = "Received: by Mail.Test id Q1; Mon, 8 Mar 2010 10:00:00 +0000\r\n";
    const auto queued = [](const std::string& host, const std::string& id) {
        return R"("t":7.000000000,"host":")" + host + R"(","kind":"message-queued","queue_id":")" +
               id + R"(","from":"a@a.test","to":["b@b.test"],"size":1)";
    };
    EXPECT_EQ(ReadRows(field, {queued("mail.test", "Q1")}).at(0).time,
              wire::TimePoint(std::chrono::seconds(7)));
    EXPECT_FALSE(ReadRows(field, {queued("mail.test", "Q2")}).at(0).time);
    EXPECT_FALSE(ReadRows(field, {queued("other.test", "Q1")}).at(0).time);
    const std::string nameless = "Received: by mail.test; Mon, 8 Mar 2010 10:00:00 +0000\r\n";
    EXPECT_FALSE(ReadRows(nameless, {queued("mail.test", "Q1")}).at(0).time);
}

TEST(ReceivedTable, LeadsToTheLastContentBeforeTheMessageWasQueued)
{
    const std::string field = "Received: by server.test id Q1; Mon, 8 Mar 2010 10:00:00 +0000\r\n";
    const auto content = [](const char* time, const char* range) {
        return test::Say(time, "server.test", "content-received", "x") + R"(,"range":)" + range;
    };
    const auto rows =
        ReadRows(field,
                 {content("1.000000000", "[10,20]"),
                  content("2.000000000", "[30,40]"),
                  R"("t":2.000000000,"host":"server.test","kind":"message-queued","queue_id":"Q1",)"
                  R"("from":"a@a.test","to":["b@b.test"],"size":1)",
                  content("3.000000000", "[50,60]")});
    EXPECT_EQ(rows.at(0).range, (wire::ByteRange{30, 40}));
    EXPECT_EQ(rows.at(0).connection->GetClient().address, "192.0.2.1");
}

TEST(ReceivedTable, ShowsControlsAsWhatTheyAre)
{
    ReceivedRow row;
    row.from = "evil\x1b[31m";
    row.by = "b\x07";
    const auto text = FormatReceivedTable({row});
    EXPECT_NE(text.find("evil\\x1b[31m"), std::string::npos) << text;
    EXPECT_NE(text.find("b\\x07"), std::string::npos) << text;
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

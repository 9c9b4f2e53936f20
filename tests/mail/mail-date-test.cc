#include "postroad/mail/mail-date.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace ns3::postroad::mail
{
namespace
{

constexpr std::int64_t EPOCH = 1268042400; ///< Mon, 8 Mar 2010 10:00:00 UTC

TEST(MailDate, IsWrittenInTheHostsZone)
{
    EXPECT_EQ(FormatDate({EPOCH, {60, "CET"}}), "Mon, 8 Mar 2010 11:00:00 +0100 (CET)");
    EXPECT_EQ(FormatDate({EPOCH, {-480, "PST"}}), "Mon, 8 Mar 2010 02:00:00 -0800 (PST)");
    EXPECT_EQ(FormatDate({EPOCH, {330, ""}}), "Mon, 8 Mar 2010 15:30:00 +0530");
    EXPECT_EQ(FormatDate({EPOCH, {-210, "NST"}}), "Mon, 8 Mar 2010 06:30:00 -0330 (NST)");
}

TEST(MailDate, FollowsTheCalendar)
{
    EXPECT_EQ(FormatDate({0, {}}), "Thu, 1 Jan 1970 00:00:00 +0000");
    EXPECT_EQ(FormatDate({-1, {}}), "Wed, 31 Dec 1969 23:59:59 +0000");
    EXPECT_EQ(FormatDate({951782400, {}}), "Tue, 29 Feb 2000 00:00:00 +0000");
    EXPECT_EQ(FormatDate({4107542400, {}}), "Mon, 1 Mar 2100 00:00:00 +0000");
    EXPECT_EQ(FormatDate({EPOCH, {14 * 60, ""}}), "Tue, 9 Mar 2010 00:00:00 +1400");
}

TEST(MailDate, IsReadAsItIsWritten)
{
    for (std::int64_t seconds = -2208988800; seconds < 253402300800; seconds += 123456789)
    {
        const wire::WallTime time{seconds, {60, "CET"}};
        const auto parsed = ParseDate(FormatDate(time));
        ASSERT_TRUE(parsed.IsOk()) << FormatDate(time) << ": " << parsed.GetError().reason;
        EXPECT_EQ(*parsed, time);
    }
}

struct Valid
{
    const char* text;
    wire::WallTime time;
};

TEST(MailDate, ReadsTheFormsThatAreMetInMail)
{
    const Valid cases[] = {
        {"Mon, 08 Mar 2010 21:36:37 +1100 (EST)", {1268044597, {660, "EST"}}},
        {"Mon, 8 Mar 2010 19:55:06 -0600", {1268099706, {-360, ""}}},
        {"8 Mar 2010 10:00 +0000", {EPOCH, {}}},
        {" mon ,\r\n\t8 MAR 2010 (the eighth) 10:00:00 +0000 ( UTC )", {EPOCH, {0, "UTC"}}},
        {"8 Mar 2010 10:00:00 +0000 (Greenwich Mean Time)", {EPOCH, {}}},
        {"31 Dec 2016 23:59:60 +0000", {1483228800, {}}},
        {"8 Mar 10 10:00:00 GMT", {EPOCH, {0, "GMT"}}},
        {"Thu, 1 Jan 70 00:00:00 UT", {0, {0, "UT"}}},
        {"8 Mar 110 10:00:00 Z", {EPOCH, {}}},
        {"8 Mar 2010 05:00:00 EST", {EPOCH, {-300, "EST"}}},
        {"8 Mar 2010 06:00:00 edt", {EPOCH, {-240, "edt"}}},
        {"8 Mar 2010 04:00:00 CST", {EPOCH, {-360, "CST"}}},
        {"8 Mar 2010 05:00:00 CDT", {EPOCH, {-300, "CDT"}}},
        {"8 Mar 2010 03:00:00 MST", {EPOCH, {-420, "MST"}}},
        {"8 Mar 2010 04:00:00 MDT", {EPOCH, {-360, "MDT"}}},
        {"8 Mar 2010 02:00:00 PST", {EPOCH, {-480, "PST"}}},
        {"8 Mar 2010 03:00:00 PDT", {EPOCH, {-420, "PDT"}}},
    };
    for (const auto& [text, time] : cases)
    {
        SCOPED_TRACE(text);
        const auto parsed = ParseDate(text);
        ASSERT_TRUE(parsed.IsOk()) << parsed.GetError().reason;
        EXPECT_EQ(parsed->unixSeconds, time.unixSeconds);
        EXPECT_EQ(parsed->zone, time.zone);
    }
}

struct Invalid
{
    const char* text;
    const char* reason;
};

TEST(MailDate, TellsWhyADateIsRefused)
{
    const Invalid cases[] = {
        {"", "expected a word, found the end of the text"},
        {"Mo, 8 Mar 2010 10:00 GMT", "expected a day from Mon to Sun, found \"Mo\""},
        {"Tue, 8 Mar 2010 10:00 GMT", "that day is a Mon"},
        {"Mon 8 Mar 2010 10:00 GMT", "expected ',', found \"8 Mar 2010 1\""},
        {"8 Mrz 2010 10:00 GMT", "expected a month from Jan to Dec, found \"Mrz\""},
        {"29 Feb 2010 10:00 GMT", "the calendar has no such day"},
        {"31 Dec 1899 10:00 GMT", "the calendar has no such day"},
        {"1 Jan 20100 10:00 GMT", "expected 2 to 4 digits, found \" 10:00 GMT\""},
        {"8 Mar 2010 24:00 GMT", "hours go up to 23, found 24"},
        {"8 Mar 2010 10:60 GMT", "minutes go up to 59, found 60"},
        {"8 Mar 2010 10:00:61 GMT", "seconds go up to 60, found 61"},
        {"8 Mar 2010 9:00 GMT", "expected 2 digits, found \":00 GMT\""},
        {"8 Mar 2010 10:00 +0160", "minutes of a zone go up to 59"},
        {"8 Mar 2010 10:00 +100", "expected 4 digits, found the end of the text"},
        {"8 Mar 2010 10:00 CET", "expected a zone such as +0100 or GMT, found \"CET\""},
        {"8 Mar 2010 10:00 J", "expected a zone such as +0100 or GMT, found \"J\""},
        {"8 Mar 2010 10:00", "expected a word, found the end of the text"},
        {"8 Mar 2010 10:00 GMT x", "expected nothing more, found \"x\""},
    };
    for (const auto& [text, reason] : cases)
    {
        SCOPED_TRACE(text);
        const auto parsed = ParseDate(text);
        ASSERT_FALSE(parsed.IsOk());
        EXPECT_EQ(parsed.GetError().reason, reason);
    }
}

} // namespace
} // namespace ns3::postroad::mail

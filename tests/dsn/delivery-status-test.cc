#include "postroad/dsn/delivery-status.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace ns3::postroad::dsn
{
namespace
{

using namespace std::chrono_literals;
using mail::Notify;
using wire::TimePoint;

constexpr std::int64_t EPOCH = 1268042400; // Mon, 8 Mar 2010 10:00:00 UTC
const wire::WallClock CLOCK{EPOCH, {}, {60, "CET"}};

mail::ForwardPath
MakePath(std::optional<Notify> notify)
{
    return {{"bob", "b.net"}, notify};
}

/// What a host, or nobody, said at the end of an attempt.
store::AttemptOutcome
MakeOutcome(std::string reason, bool isReply, std::string nextHop, mail::EnhancedCode code)
{
    store::AttemptOutcome outcome;
    outcome.nextHop = std::move(nextHop);
    outcome.reason = std::move(reason);
    outcome.isReply = isReply;
    outcome.code = code;
    return outcome;
}

TEST(IsNotificationWanted, TellsOfFailuresAndDelaysUnlessTheSenderSaysOtherwise)
{
    const auto path = MakePath({});
    EXPECT_TRUE(IsNotificationWanted(DsnAction::FAILED, path));
    EXPECT_TRUE(IsNotificationWanted(DsnAction::DELAYED, path));
    EXPECT_FALSE(IsNotificationWanted(DsnAction::DELIVERED, path));
    EXPECT_FALSE(IsNotificationWanted(DsnAction::RELAYED, path));
}

TEST(IsNotificationWanted, TellsOfNothingUnderNever)
{
    for (const auto action :
         {DsnAction::FAILED, DsnAction::DELAYED, DsnAction::DELIVERED, DsnAction::RELAYED})
    {
        EXPECT_FALSE(IsNotificationWanted(action, MakePath(Notify{}))) << GetName(action);
    }
}

TEST(IsNotificationWanted, TellsOnlyWhatTheSenderNamed)
{
    EXPECT_TRUE(IsNotificationWanted(DsnAction::FAILED, MakePath(Notify{.onFailure = true})));
    EXPECT_FALSE(IsNotificationWanted(DsnAction::DELAYED, MakePath(Notify{.onFailure = true})));
    EXPECT_TRUE(IsNotificationWanted(DsnAction::DELAYED, MakePath(Notify{.onDelay = true})));
    EXPECT_TRUE(IsNotificationWanted(DsnAction::DELIVERED, MakePath(Notify{.onSuccess = true})));
    EXPECT_TRUE(IsNotificationWanted(DsnAction::RELAYED, MakePath(Notify{.onSuccess = true})));
}

TEST(MakeRecipientStatus, QuotesTheReplyOfTheNextHop)
{
    store::QueuedRecipient recipient{MakePath({})};
    recipient.attempts = 1;
    recipient.lastAttempt = TimePoint(65s);
    recipient.lastOutcome = MakeOutcome("550 5.1.1 No such user", true, "mail.b.net", {5, 1, 1});
    const auto status = MakeRecipientStatus(DsnAction::FAILED, recipient, CLOCK, TimePoint(1h));
    EXPECT_EQ(status.status, "5.1.1");
    EXPECT_EQ(status.remoteMta, "mail.b.net");
    EXPECT_EQ(status.diagnostic, "550 5.1.1 No such user");
    EXPECT_EQ(status.lastAttempt, CLOCK.At(TimePoint(65s)));
    EXPECT_EQ(status.willRetryUntil, std::nullopt);
}

TEST(MakeRecipientStatus, TakesATransientFailureAtTheEndForTimeThatHasExpired)
{
    store::QueuedRecipient recipient{MakePath({})};
    recipient.lastOutcome = MakeOutcome("connection timed out", false, "mail.b.net", {4, 4, 1});
    EXPECT_EQ(MakeRecipientStatus(DsnAction::FAILED, recipient, CLOCK, {}).status, "4.4.7");
    const auto delayed = MakeRecipientStatus(DsnAction::DELAYED, recipient, CLOCK, TimePoint(1h));
    EXPECT_EQ(delayed.status, "4.4.1");
    EXPECT_EQ(delayed.diagnostic, "");
    EXPECT_EQ(delayed.willRetryUntil, CLOCK.At(TimePoint(1h)));
}

TEST(MakeRecipientStatus, HasAStatusAlsoWhenNobodyHasSaidOne)
{
    const store::QueuedRecipient recipient{MakePath({})};
    const auto status = [&recipient](DsnAction action) {
        return MakeRecipientStatus(action, recipient, CLOCK, {}).status;
    };
    EXPECT_EQ(status(DsnAction::FAILED), "5.0.0");
    EXPECT_EQ(status(DsnAction::DELAYED), "4.0.0");
    EXPECT_EQ(status(DsnAction::RELAYED), "2.0.0");
}

TEST(MakeRecipientStatus, TellsOfNoHostAndNoTimeBeforeAnAttemptHasEnded)
{
    const store::QueuedRecipient recipient{MakePath({})};
    const auto status = MakeRecipientStatus(DsnAction::DELAYED, recipient, CLOCK, TimePoint(1h));
    EXPECT_EQ(status.remoteMta, "");
    EXPECT_EQ(status.diagnostic, "");
    EXPECT_EQ(status.lastAttempt, std::nullopt);
}

TEST(DeliveryStatus, HasAGroupOfFieldsForTheMessageAndOneForEachRecipient)
{
    const RecipientStatus bob{{{"bob", "b.net"}, {}, "rfc822;Bob@B.net"},
                              DsnAction::DELAYED,
                              "4.2.1",
                              "mail.b.net",
                              "450 4.2.1 Busy",
                              CLOCK.At(TimePoint(65s)),
                              CLOCK.At(TimePoint(120h))};
    const RecipientStatus carol{{{"carol", "c.net"}}, DsnAction::FAILED, "5.1.2"};
    EXPECT_EQ(
        Serialize(DeliveryStatus{"mta.a.net", "letter-1", CLOCK.At(TimePoint(1s)), {bob, carol}}),
        "Original-Envelope-Id: letter-1\r\n"
        "Reporting-MTA: dns; mta.a.net\r\n"
        "Arrival-Date: Mon, 8 Mar 2010 11:00:01 +0100 (CET)\r\n"
        "\r\n"
        "Original-Recipient: rfc822;Bob@B.net\r\n"
        "Final-Recipient: rfc822; bob@b.net\r\n"
        "Action: delayed\r\n"
        "Status: 4.2.1\r\n"
        "Remote-MTA: dns; mail.b.net\r\n"
        "Diagnostic-Code: smtp; 450 4.2.1 Busy\r\n"
        "Last-Attempt-Date: Mon, 8 Mar 2010 11:01:05 +0100 (CET)\r\n"
        "Will-Retry-Until: Sat, 13 Mar 2010 11:00:00 +0100 (CET)\r\n"
        "\r\n"
        "Final-Recipient: rfc822; carol@c.net\r\n"
        "Action: failed\r\n"
        "Status: 5.1.2\r\n");
}

TEST(DeliveryStatus, LetsNobodyEndALine)
{
    const RecipientStatus bob{{{"bob", "b.net"}, {}, "rfc822;x\r\nStatus: 2.0.0"},
                              DsnAction::FAILED,
                              "5.0.0",
                              "",
                              "550 \x1b[2J \xc3\xa9"};
    const auto text = Serialize(DeliveryStatus{"mta.a.net", "a\r\n\r\nb", CLOCK.At({}), {bob}});
    EXPECT_NE(text.find("Original-Envelope-Id: a????b\r\n"), std::string::npos) << text;
    EXPECT_NE(text.find("Original-Recipient: rfc822;x??Status: 2.0.0\r\n"), std::string::npos);
    EXPECT_NE(text.find("Diagnostic-Code: smtp; 550 ?[2J ??\r\n"), std::string::npos) << text;
}

TEST(DeliveryStatus, NamesTheTypeOfAnAddressOutsideAscii)
{
    const RecipientStatus bob{{{"b\xc3\xb6"
                                "b",
                                "b.net"}},
                              DsnAction::FAILED,
                              "5.0.0"};
    const auto text = Serialize(DeliveryStatus{"mta.a.net", "", CLOCK.At({}), {bob}});
    EXPECT_NE(text.find("Final-Recipient: utf-8; b\xc3\xb6"
                        "b@b.net\r\n"),
              std::string::npos);
}

} // namespace
} // namespace ns3::postroad::dsn

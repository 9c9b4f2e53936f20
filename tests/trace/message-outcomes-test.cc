#include "trace/sample-record.h"

#include "postroad/trace/run-summary.h"

#include <gtest/gtest.h>

namespace ns3::postroad::trace
{
namespace
{

using event::EventKind;

/// Why an attempt ended as it did.
struct Cause
{
    std::optional<std::string> reason{};
    std::optional<std::string> reply{};
};

/// What an event tells of its recipients, whichever kind it is of.
event::Details
Fill(EventKind kind, const event::Texts& to, const Cause& cause)
{
    auto details = event::MakeDetails(kind);
    if (auto* const entry = std::get_if<event::MessageEntry>(&details))
    {
        *entry = {"alice@a.net", to, 612, std::nullopt};
    }
    else if (auto* const start = std::get_if<event::AttemptStart>(&details))
    {
        start->to = to;
    }
    else if (auto* const delivery = std::get_if<event::Delivery>(&details))
    {
        *delivery = {to, to.front(), 612};
    }
    else
    {
        auto& end = std::get<event::AttemptEnd>(details);
        end.to = to;
        end.reason = cause.reason;
        end.reply = cause.reply;
    }
    return details;
}

/// Writes the record of one message by hand.
class Story
{
  public:
    Story& Add(int seconds,
               EventKind kind,
               const std::string& host,
               const std::string& queueId,
               const event::Texts& to,
               const Cause& cause = {})
    {
        event::Event event(kind, Fill(kind, to, cause));
        event.time = wire::TimePoint(std::chrono::seconds(seconds));
        event.host = host;
        event.messageId = m_messageId;
        event.queueId = queueId;
        m_outcomes.OnEvent(event);
        return *this;
    }

    void SetMessageId(const std::string& messageId)
    {
        m_messageId = messageId;
    }

    const std::vector<MessageOutcome>& GetMessages() const
    {
        return m_outcomes.GetMessages();
    }

    /// The one recipient's outcome.
    const RecipientOutcome& GetRecipient() const
    {
        return GetMessages().at(0).recipients.at(0);
    }

  private:
    std::string m_messageId{"1@a.net"};
    MessageOutcomes m_outcomes;
};

const event::Texts BOB{"bob@b.net"};

TEST(MessageOutcomes, FollowTheLetterIntoTheMailbox)
{
    MessageOutcomes outcomes;
    event::Replay(test::LoadFirstLetter(), outcomes);
    ASSERT_EQ(outcomes.GetMessages().size(), 1);
    EXPECT_EQ(outcomes.GetMessages()[0].Describe(),
              "<1.20100308@alice.a.net>: alice@a.net -> bob@b.net: delivered to bob@b.net at "
              "mail.b.net after 0.34 s, 2 hops");
}

TEST(MessageOutcomes, CallWhatNoServerHasTakenQueuedAtItsAuthors)
{
    Story story;
    story.Add(0, EventKind::MESSAGE_SUBMITTED, "alice.a.net", "A1", BOB)
        .Add(9, EventKind::MESSAGE_DEFERRED, "alice.a.net", "A1", BOB, {.reason = "no answer"});
    EXPECT_EQ(story.GetMessages()[0].Describe(),
              "<1@a.net>: alice@a.net -> bob@b.net: still queued for bob@b.net at alice.a.net "
              "after 0 attempts: no answer");
}

TEST(MessageOutcomes, DoNotCountTheAuthorsHostAsAHop)
{
    Story story;
    story.Add(0, EventKind::MESSAGE_SUBMITTED, "alice.a.net", "A1", BOB)
        .Add(1, EventKind::MESSAGE_QUEUED, "mail.a.net", "A2", BOB)
        .Add(2, EventKind::MESSAGE_RELAYED, "alice.a.net", "A1", BOB);
    EXPECT_EQ(story.GetRecipient().outcome, Outcome::QUEUED);
    EXPECT_EQ(story.GetRecipient().host, "mail.a.net");
    EXPECT_EQ(story.GetRecipient().GetHopCount(), 1);
}

TEST(MessageOutcomes, SayWhatIsStillQueuedAndWhy)
{
    Story story;
    story.Add(0, EventKind::MESSAGE_QUEUED, "mail.a.net", "A1", BOB)
        .Add(0, EventKind::MESSAGE_ATTEMPTED, "mail.a.net", "A1", BOB)
        .Add(9, EventKind::MESSAGE_DEFERRED, "mail.a.net", "A1", BOB, {.reason = "no answer"})
        .Add(1800, EventKind::MESSAGE_ATTEMPTED, "mail.a.net", "A1", BOB)
        .Add(1801, EventKind::MESSAGE_DEFERRED, "mail.a.net", "A1", BOB, {.reply = "450 busy"});
    EXPECT_EQ(story.GetMessages()[0].Describe(),
              "<1@a.net>: alice@a.net -> bob@b.net: still queued for bob@b.net at mail.a.net "
              "after 2 attempts: 450 busy");
}

TEST(MessageOutcomes, CountTheAttemptsOfTheHostThatHasTheMessage)
{
    Story story;
    story.Add(0, EventKind::MESSAGE_SUBMITTED, "alice.a.net", "A1", BOB)
        .Add(0, EventKind::MESSAGE_ATTEMPTED, "alice.a.net", "A1", BOB)
        .Add(1, EventKind::MESSAGE_QUEUED, "mail.a.net", "A2", BOB)
        .Add(1, EventKind::MESSAGE_RELAYED, "alice.a.net", "A1", BOB)
        .Add(1, EventKind::MESSAGE_ATTEMPTED, "mail.a.net", "A2", BOB)
        .Add(1800, EventKind::MESSAGE_ATTEMPTED, "mail.a.net", "A2", BOB)
        .Add(1801, EventKind::MESSAGE_BOUNCED, "mail.a.net", "A2", BOB, {.reason = "no answer"});
    EXPECT_EQ(story.GetRecipient().attempts, 3);
    EXPECT_EQ(story.GetMessages()[0].Describe(),
              "<1@a.net>: alice@a.net -> bob@b.net: bounced for bob@b.net at mail.a.net after 2 "
              "attempts: no answer");
}

TEST(MessageOutcomes, TellLongWaitsInHours)
{
    Story story;
    story.Add(0, EventKind::MESSAGE_QUEUED, "mail.a.net", "A1", BOB)
        .Add(5401, EventKind::MESSAGE_RELAYED, "mail.a.net", "A1", BOB);
    EXPECT_EQ(story.GetMessages()[0].Describe(),
              "<1@a.net>: alice@a.net -> bob@b.net: relayed for bob@b.net by mail.a.net after 1 h "
              "30 min 1 s, 1 hop");
}

TEST(MessageOutcomes, SayWhatHasLeftTheRecord)
{
    Story story;
    story.Add(0, EventKind::MESSAGE_QUEUED, "mail.a.net", "A1", BOB)
        .Add(2, EventKind::MESSAGE_RELAYED, "mail.a.net", "A1", BOB);
    EXPECT_EQ(story.GetMessages()[0].Describe(),
              "<1@a.net>: alice@a.net -> bob@b.net: relayed for bob@b.net by mail.a.net after "
              "2.00 s, 1 hop");
}

TEST(MessageOutcomes, SayWhatWasBouncedAndWhy)
{
    Story story;
    story.Add(0, EventKind::MESSAGE_QUEUED, "mail.a.net", "A1", BOB)
        .Add(1,
             EventKind::MESSAGE_BOUNCED,
             "mail.a.net",
             "A1",
             BOB,
             {.reply = "550 5.1.1 no such mailbox"});
    EXPECT_EQ(story.GetMessages()[0].Describe(),
              "<1@a.net>: alice@a.net -> bob@b.net: bounced for bob@b.net at mail.a.net: 550 "
              "5.1.1 no such mailbox");
}

TEST(MessageOutcomes, CountTheNextHostsQueueBeforeTheLastOneLearnsOfIt)
{
    Story story;
    story.Add(0, EventKind::MESSAGE_QUEUED, "mail.a.net", "A1", BOB)
        .Add(1, EventKind::MESSAGE_QUEUED, "mail.b.net", "A1", BOB);
    EXPECT_EQ(story.GetRecipient().outcome, Outcome::QUEUED);
    story.Add(2, EventKind::MESSAGE_RELAYED, "mail.a.net", "A1", BOB);
    EXPECT_EQ(story.GetRecipient().outcome, Outcome::QUEUED);
    EXPECT_EQ(story.GetRecipient().host, "mail.b.net");
    story.Add(3, EventKind::MESSAGE_RELAYED, "mail.b.net", "A1", BOB);
    EXPECT_EQ(story.GetRecipient().outcome, Outcome::RELAYED);
}

TEST(MessageOutcomes, CountTwoAgentsOfOneHostApart)
{
    Story story;
    story.Add(0, EventKind::MESSAGE_QUEUED, "mail.a.net", "A1", BOB)
        .Add(1, EventKind::MESSAGE_QUEUED, "mail.a.net", "A2", BOB)
        .Add(1, EventKind::MESSAGE_RELAYED, "mail.a.net", "A1", BOB);
    EXPECT_EQ(story.GetRecipient().outcome, Outcome::QUEUED);
    EXPECT_EQ(story.GetRecipient().GetHopCount(), 2);
}

TEST(MessageOutcomes, LeaveADeliveredMessageDelivered)
{
    Story story;
    story.Add(0, EventKind::MESSAGE_QUEUED, "mail.a.net", "A1", BOB)
        .Add(1, EventKind::MESSAGE_DELIVERED, "mail.b.net", "", BOB)
        .Add(2, EventKind::MESSAGE_RELAYED, "mail.a.net", "A1", BOB);
    EXPECT_EQ(story.GetRecipient().outcome, Outcome::DELIVERED);
}

TEST(MessageOutcomes, DoNotLetASecondCopyChangeTheDelivery)
{
    Story story;
    story.Add(0, EventKind::MESSAGE_QUEUED, "mail.a.net", "A1", BOB)
        .Add(1, EventKind::MESSAGE_QUEUED, "mail.b.net", "B1", BOB)
        .Add(1, EventKind::MESSAGE_DELIVERED, "mail.b.net", "B1", BOB)
        .Add(2,
             EventKind::MESSAGE_DEFERRED,
             "mail.a.net",
             "A1",
             BOB,
             {.reason = "the connection broke"})
        .Add(1800, EventKind::MESSAGE_QUEUED, "mail.b.net", "B2", BOB);
    EXPECT_EQ(story.GetRecipient().outcome, Outcome::DELIVERED);
    EXPECT_EQ(story.GetRecipient().reason, "");
    story.Add(1800, EventKind::MESSAGE_DELIVERED, "mail.b.net", "B2", BOB);
    EXPECT_EQ(story.GetRecipient().time, wire::TimePoint(std::chrono::seconds(1)));
    EXPECT_EQ(story.GetRecipient().GetHopCount(), 2);
}

TEST(MessageOutcomes, TellRecipientsApart)
{
    Story story;
    story.Add(0, EventKind::MESSAGE_QUEUED, "mail.a.net", "A1", {"bob@b.net", "carol@a.net"})
        .Add(1, EventKind::MESSAGE_DELIVERED, "mail.a.net", "A1", {"carol@a.net"});
    EXPECT_EQ(story.GetMessages()[0].Describe(),
              "<1@a.net>: alice@a.net -> bob@b.net, carol@a.net: still queued for bob@b.net at "
              "mail.a.net after 0 attempts; delivered to carol@a.net at mail.a.net after 1.00 s, "
              "1 hop");
}

TEST(MessageOutcomes, KnowAMessageWithoutIdByItsQueueIdOnOneHost)
{
    Story story;
    story.SetMessageId("");
    story.Add(0, EventKind::MESSAGE_QUEUED, "mail.a.net", "A1", BOB)
        .Add(1, EventKind::MESSAGE_QUEUED, "mail.b.net", "A1", BOB)
        .Add(2, EventKind::MESSAGE_RELAYED, "mail.a.net", "A1", BOB);
    ASSERT_EQ(story.GetMessages().size(), 2);
    EXPECT_EQ(story.GetMessages()[0].name, "A1 at mail.a.net");
    EXPECT_EQ(story.GetMessages()[0].recipients[0].outcome, Outcome::RELAYED);
    EXPECT_EQ(story.GetMessages()[1].recipients[0].outcome, Outcome::QUEUED);
}

TEST(RunSummary, TellsTheRunTheMessagesTheExpectationsAndTheCounts)
{
    RunSummary summary({"first-letter", "First letter", 1, 2});
    event::Replay(test::LoadFirstLetter(), summary);
    summary.SetSendIds({{"letter1", "1.20100308@alice.a.net"}, {"letter2", "2@alice.a.net"}});
    summary.AddExpectation({"expect[0]", true, "the message to be delivered", "it was"});
    summary.AddExpectation({"expect[1]", false, "the run to end before 1 s", "its end at 30 s"});
    test::ExpectGolden(summary.Serialize(), "trace/golden/summary.json");
}

TEST(RunSummary, IsWellFormedWhateverAMessageSays)
{
    RunSummary summary({"s", "t\xff", 1, 1});
    EXPECT_NE(summary.Serialize().find("\"title\": \"t\xef\xbf\xbd\""), std::string::npos);
}

} // namespace
} // namespace ns3::postroad::trace

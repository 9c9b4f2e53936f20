#include "postroad/store/message-queue.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace ns3::postroad::store
{
namespace
{

using namespace std::chrono_literals;
using mime::ForwardPath;
using wire::TimePoint;

const ForwardPath BOB{{"bob", "b.net"}};
const ForwardPath BILL{{"bill", "B.NET"}};
const ForwardPath CAROL{{"carol", "c.net"}};
const mime::ReversePath ALICE{mime::AddrSpec{"alice", "a.net"}};

QueueId
AddMessage(MessageQueue& queue, std::vector<ForwardPath> recipients, TimePoint now = {})
{
    const auto id = queue.AllocateId();
    queue.Add(id, {ALICE, std::move(recipients)}, "letter\r\n", now);
    return id;
}

/// Takes what is due and reports the same end of the attempt for each recipient.
std::size_t
TryAll(MessageQueue& queue, AttemptResult result, TimePoint now)
{
    std::size_t count = 0;
    for (const auto& batch : queue.TakeDue(now))
    {
        for (const auto& path : batch.recipients)
        {
            queue.Report(batch.id, path, result, "reply", now);
            ++count;
        }
    }
    return count;
}

TEST(MessageQueue, NumbersMessagesFromItsFirstId)
{
    MessageQueue queue({}, {0x12345});
    EXPECT_EQ(queue.AllocateId().ToString(), "12345");
    EXPECT_EQ(queue.AllocateId().ToString(), "12346");
}

TEST(MessageQueue, HasAMessageDueAtOnce)
{
    MessageQueue queue;
    EXPECT_EQ(queue.GetNextDue(), std::nullopt);
    const auto id = AddMessage(queue, {BOB}, TimePoint(5s));
    EXPECT_EQ(queue.GetNextDue(), TimePoint(5s));
    EXPECT_TRUE(queue.TakeDue(TimePoint(4s)).empty());
    EXPECT_EQ(queue.TakeDue(TimePoint(5s)), (std::vector<DeliveryBatch>{{id, "b.net", {BOB}}}));
}

TEST(MessageQueue, KeepsWhatTheEnvelopeSaid)
{
    MessageQueue queue;
    const auto id = AddMessage(queue, {BOB, CAROL, BOB}, TimePoint(5s));
    const auto* const message = queue.Find(id);
    ASSERT_NE(message, nullptr);
    EXPECT_EQ(message->reversePath, ALICE);
    EXPECT_EQ(message->content, "letter\r\n");
    EXPECT_EQ(message->arrival, TimePoint(5s));
    ASSERT_EQ(message->recipients.size(), 2U);
    EXPECT_EQ(message->recipients[1].path, CAROL);
    EXPECT_EQ(queue.Find({99}), nullptr);
}

TEST(MessageQueue, GroupsTheRecipientsOfAMessageByDomain)
{
    MessageQueue queue;
    const auto first = AddMessage(queue, {CAROL, BOB, BILL});
    const auto second = AddMessage(queue, {BOB});
    EXPECT_EQ(queue.TakeDue({}),
              (std::vector<DeliveryBatch>{{first, "b.net", {BOB, BILL}},
                                          {first, "c.net", {CAROL}},
                                          {second, "b.net", {BOB}}}));
}

TEST(MessageQueue, GivesAMessageOutOnceUntilItsAttemptHasEnded)
{
    MessageQueue queue;
    AddMessage(queue, {BOB});
    EXPECT_EQ(queue.TakeDue({}).size(), 1U);
    EXPECT_TRUE(queue.TakeDue(TimePoint(240h)).empty());
    EXPECT_EQ(queue.GetNextDue(), std::nullopt);
}

TEST(MessageQueue, RemembersHowEachRecipientEnded)
{
    MessageQueue queue;
    const auto id = AddMessage(queue, {BOB, BILL, CAROL});
    queue.TakeDue({});
    EXPECT_EQ(queue.Report(id, BOB, AttemptResult::RELAYED, "250 Ok", {}), RecipientState::RELAYED);
    EXPECT_EQ(queue.Report(id, BILL, AttemptResult::REFUSED, "550 No", {}),
              RecipientState::BOUNCED);
    EXPECT_FALSE(queue.Find(id)->IsFinished());
    EXPECT_EQ(queue.Report(id, CAROL, AttemptResult::DELIVERED, "stored", {}),
              RecipientState::DELIVERED);
    EXPECT_TRUE(queue.Find(id)->IsFinished());
    EXPECT_EQ(queue.Find(id)->FindRecipient(BILL)->lastReply, "550 No");
    EXPECT_EQ(queue.GetNextDue(), std::nullopt);
}

TEST(MessageQueue, TriesAgainOnlyTheRecipientsThatWereDeferred)
{
    MessageQueue queue;
    const auto id = AddMessage(queue, {BOB, CAROL});
    queue.TakeDue({});
    queue.Report(id, BOB, AttemptResult::RELAYED, "250 Ok", TimePoint(1s));
    EXPECT_EQ(queue.Report(id, CAROL, AttemptResult::DEFERRED, "450 Busy", TimePoint(2s)),
              RecipientState::QUEUED);
    EXPECT_EQ(queue.GetNextDue(), TimePoint(2s) + 30min);
    EXPECT_EQ(queue.Find(id)->nextAttempt, TimePoint(2s) + 30min);
    EXPECT_EQ(queue.Find(id)->attempts, 1);
    EXPECT_EQ(queue.TakeDue(TimePoint(1h)), (std::vector<DeliveryBatch>{{id, "c.net", {CAROL}}}));
}

TEST(MessageQueue, WaitsUntilAllAttemptsForAMessageHaveEnded)
{
    MessageQueue queue;
    const auto id = AddMessage(queue, {BOB, CAROL});
    queue.TakeDue({});
    queue.Report(id, BOB, AttemptResult::DEFERRED, "no connection", TimePoint(1s));
    EXPECT_EQ(queue.GetNextDue(), std::nullopt);
    EXPECT_EQ(queue.Find(id)->attempts, 0);
    queue.Report(id, CAROL, AttemptResult::RELAYED, "250 Ok", TimePoint(5min));
    EXPECT_EQ(queue.GetNextDue(), TimePoint(35min));
}

TEST(MessageQueue, FollowsTheScheduleUntilItGivesUp)
{
    MessageQueue queue(RetrySchedule{30min, 1h, 3h});
    const auto id = AddMessage(queue, {BOB}, TimePoint(1h));
    std::vector<TimePoint> times;
    while (const auto due = queue.GetNextDue())
    {
        times.push_back(*due);
        TryAll(queue, AttemptResult::DEFERRED, *due);
    }
    EXPECT_EQ(times,
              (std::vector<TimePoint>{TimePoint(60min),
                                      TimePoint(90min),
                                      TimePoint(150min),
                                      TimePoint(210min),
                                      TimePoint(240min)}));
    EXPECT_EQ(queue.Find(id)->FindRecipient(BOB)->state, RecipientState::BOUNCED);
}

TEST(MessageQueue, RemovesOnlyMessagesThatAreFinished)
{
    MessageQueue queue;
    const auto id = AddMessage(queue, {BOB});
    EXPECT_FALSE(queue.Remove(id));
    TryAll(queue, AttemptResult::DEFERRED, {});
    EXPECT_FALSE(queue.Remove(id));
    TryAll(queue, AttemptResult::RELAYED, TimePoint(30min));
    EXPECT_TRUE(queue.Remove(id));
    EXPECT_FALSE(queue.Remove(id));
    EXPECT_TRUE(queue.GetMessages().empty());
}

TEST(MessageQueue, ListsWhatIsQueuedInTheOrderOfArrival)
{
    MessageQueue queue({}, {0xF});
    AddMessage(queue, {BOB});
    AddMessage(queue, {CAROL});
    std::vector<std::string> ids;
    for (const auto& [id, message] : queue.GetMessages())
    {
        ids.push_back(id.ToString());
    }
    EXPECT_EQ(ids, (std::vector<std::string>{"F", "10"}));
}

TEST(MessageQueue, CountsAttemptsUnderWayAsNotMadeAfterTheHostWasOff)
{
    MessageQueue queue;
    const auto id = AddMessage(queue, {BOB, BILL, CAROL}, TimePoint(1s));
    queue.TakeDue(TimePoint(1s));
    queue.Report(id, BOB, AttemptResult::RELAYED, "250 Ok", TimePoint(2s));
    queue.Report(id, BILL, AttemptResult::DEFERRED, "450 Busy", TimePoint(2s));
    const auto disk = queue;

    auto restarted = disk;
    restarted.Recover();
    EXPECT_EQ(restarted.Find(id)->attempts, 0);
    EXPECT_EQ(restarted.GetNextDue(), TimePoint(1s));
    EXPECT_EQ(restarted.TakeDue(TimePoint(24h)),
              (std::vector<DeliveryBatch>{{id, "B.NET", {BILL}}, {id, "c.net", {CAROL}}}));
    EXPECT_EQ(TryAll(restarted, AttemptResult::RELAYED, TimePoint(24h)), 0U);
}

TEST(MessageQueue, KeepsItsScheduleWhileTheHostIsOff)
{
    MessageQueue queue;
    AddMessage(queue, {BOB});
    TryAll(queue, AttemptResult::DEFERRED, {});
    queue.Recover();
    EXPECT_EQ(queue.GetNextDue(), TimePoint(30min));
    EXPECT_EQ(TryAll(queue, AttemptResult::RELAYED, TimePoint(30min)), 1U);
    EXPECT_EQ(queue.GetNextDue(), std::nullopt);
}

TEST(MessageQueue, RefusesReportsOfAttemptsThatAreNotUnderWay)
{
    MessageQueue queue;
    const auto id = AddMessage(queue, {BOB});
    const auto report = [&queue](QueueId of, const ForwardPath& path) {
        queue.Report(of, path, AttemptResult::RELAYED, "250 Ok", {});
    };
    EXPECT_THROW(report(id, BOB), std::logic_error);
    queue.TakeDue({});
    EXPECT_THROW(report(id, CAROL), std::logic_error);
    EXPECT_THROW(report({99}, BOB), std::logic_error);
    report(id, BOB);
    EXPECT_THROW(report(id, BOB), std::logic_error);
}

TEST(MessageQueue, RefusesASecondMessageUnderAnId)
{
    MessageQueue queue;
    const auto id = AddMessage(queue, {BOB});
    EXPECT_THROW(queue.Add(id, {ALICE, {CAROL}}, "other", {}), std::logic_error);
    EXPECT_EQ(queue.Find(id)->content, "letter\r\n");
}

TEST(RecipientState, HasANameForEachValue)
{
    EXPECT_EQ(GetName(RecipientState::QUEUED), "queued");
    EXPECT_EQ(GetName(RecipientState::DELIVERED), "delivered");
    EXPECT_EQ(GetName(RecipientState::RELAYED), "relayed");
    EXPECT_EQ(GetName(RecipientState::BOUNCED), "bounced");
}

} // namespace
} // namespace ns3::postroad::store

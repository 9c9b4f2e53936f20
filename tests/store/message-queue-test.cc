#include "postroad/store/message-queue.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace ns3::postroad::store
{
namespace
{

using namespace std::chrono_literals;
using mail::ForwardPath;
using wire::TimePoint;

const ForwardPath BOB{{"bob", "b.net"}};
const ForwardPath BILL{{"bill", "B.NET"}};
const ForwardPath CAROL{{"carol", "c.net"}};
const mail::ReversePath ALICE{mail::AddrSpec{"alice", "a.net"}};

QueueId
AddMessage(MessageQueue& queue, std::vector<ForwardPath> recipients, TimePoint now = {})
{
    const auto id = queue.AllocateId();
    queue.Add(id, {ALICE, std::move(recipients)}, "letter\r\n", now);
    return id;
}

/// Takes what is due, each domain its own destination.
std::vector<DeliveryBatch>
Take(MessageQueue& queue, TimePoint now)
{
    return queue.TakeDue(now, [](std::string_view domain) { return std::string(domain); });
}

AttemptOutcome
MakeOutcome(AttemptStatus status, std::string reason)
{
    AttemptOutcome outcome{status};
    outcome.reason = std::move(reason);
    return outcome;
}

/// Takes what is due and reports the same end of the attempt for each recipient.
std::size_t
TryAll(MessageQueue& queue, AttemptStatus status, TimePoint now)
{
    std::size_t count = 0;
    for (const auto& batch : Take(queue, now))
    {
        for (const auto& path : batch.recipients)
        {
            queue.Report(batch.id, path, MakeOutcome(status, "reply"), now);
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
    EXPECT_TRUE(Take(queue, TimePoint(4s)).empty());
    EXPECT_EQ(Take(queue, TimePoint(5s)), (std::vector<DeliveryBatch>{{id, "b.net", {BOB}}}));
}

TEST(MessageQueue, KeepsWhatTheEnvelopeSaid)
{
    const ForwardPath carol{{"carol", "c.net"}, mail::Notify{true, false, false}, "rfc822;c@c.net"};
    const mail::Envelope envelope{ALICE,
                                  {BOB, carol, BOB},
                                  mail::BodyType::EIGHT_BIT_MIME,
                                  true,
                                  mail::ReturnedContent::HEADERS,
                                  "letter-1"};
    MessageQueue queue;
    const auto id = queue.AllocateId();
    queue.Add(id, envelope, "letter\r\n", TimePoint(5s));
    const auto* const message = queue.Find(id);
    ASSERT_NE(message, nullptr);
    EXPECT_EQ(message->content, "letter\r\n");
    EXPECT_EQ(message->arrival, TimePoint(5s));
    auto once = envelope;
    once.recipients.pop_back();
    EXPECT_EQ(message->MakeEnvelope({BOB, carol}), once);
    ASSERT_EQ(message->recipients.size(), 2U);
    EXPECT_EQ(message->recipients[1].path, carol);
    EXPECT_EQ(queue.Find({99}), nullptr);
}

TEST(MessageQueue, GroupsTheRecipientsOfAMessageByDomain)
{
    MessageQueue queue;
    const auto first = AddMessage(queue, {CAROL, BOB, BILL});
    const auto second = AddMessage(queue, {BOB});
    EXPECT_EQ(Take(queue, {}),
              (std::vector<DeliveryBatch>{{first, "c.net", {CAROL}},
                                          {first, "b.net", {BOB, BILL}},
                                          {second, "b.net", {BOB}}}));
}

TEST(MessageQueue, GivesAMessageOutOnceUntilItsAttemptHasEnded)
{
    MessageQueue queue;
    AddMessage(queue, {BOB});
    EXPECT_EQ(Take(queue, {}).size(), 1U);
    EXPECT_TRUE(Take(queue, TimePoint(240h)).empty());
    EXPECT_EQ(queue.GetNextDue(), std::nullopt);
}

TEST(MessageQueue, RemembersHowEachRecipientEnded)
{
    MessageQueue queue;
    const auto id = AddMessage(queue, {BOB, BILL, CAROL});
    Take(queue, {});
    EXPECT_EQ(queue.Report(id, BOB, MakeOutcome(AttemptStatus::RELAYED, "250 Ok"), {}),
              RecipientState::RELAYED);
    EXPECT_EQ(queue.Report(id, BILL, MakeOutcome(AttemptStatus::REFUSED, "550 No"), {}),
              RecipientState::BOUNCED);
    EXPECT_FALSE(queue.Find(id)->IsFinished());
    EXPECT_EQ(queue.Report(id, CAROL, MakeOutcome(AttemptStatus::DELIVERED, "stored"), {}),
              RecipientState::DELIVERED);
    EXPECT_TRUE(queue.Find(id)->IsFinished());
    EXPECT_EQ(queue.Find(id)->FindRecipient(BILL)->lastOutcome,
              MakeOutcome(AttemptStatus::REFUSED, "550 No"));
    EXPECT_EQ(queue.GetNextDue(), std::nullopt);
}

TEST(MessageQueue, TriesAgainOnlyTheRecipientsThatWereDeferred)
{
    MessageQueue queue;
    const auto id = AddMessage(queue, {BOB, CAROL});
    Take(queue, {});
    queue.Report(id, BOB, MakeOutcome(AttemptStatus::RELAYED, "250 Ok"), TimePoint(1s));
    EXPECT_EQ(
        queue.Report(id, CAROL, MakeOutcome(AttemptStatus::DEFERRED, "450 Busy"), TimePoint(2s)),
        RecipientState::QUEUED);
    EXPECT_EQ(queue.GetNextDue(), TimePoint(2s) + 30min);
    EXPECT_EQ(queue.Find(id)->FindRecipient(CAROL)->nextAttempt, TimePoint(2s) + 30min);
    EXPECT_EQ(queue.Find(id)->FindRecipient(CAROL)->attempts, 1);
    EXPECT_EQ(Take(queue, TimePoint(1h)), (std::vector<DeliveryBatch>{{id, "c.net", {CAROL}}}));
}

TEST(MessageQueue, DoesNotKeepARecipientWaitingForAnother)
{
    MessageQueue queue;
    const auto id = AddMessage(queue, {BOB, CAROL});
    Take(queue, {});
    queue.Report(id, BOB, MakeOutcome(AttemptStatus::DEFERRED, "no connection"), TimePoint(1s));
    EXPECT_EQ(queue.GetNextDue(), TimePoint(1s) + 30min);
    queue.Report(id, CAROL, MakeOutcome(AttemptStatus::DEFERRED, "450 Busy"), TimePoint(5min));
    EXPECT_EQ(queue.GetNextDue(), TimePoint(1s) + 30min);
    EXPECT_EQ(Take(queue, TimePoint(32min)), (std::vector<DeliveryBatch>{{id, "b.net", {BOB}}}));
    EXPECT_EQ(queue.GetNextDue(), TimePoint(35min));
    EXPECT_EQ(Take(queue, TimePoint(35min)), (std::vector<DeliveryBatch>{{id, "c.net", {CAROL}}}));
}

TEST(MessageQueue, GroupsTheRecipientsByTheNextHopThatItIsTold)
{
    MessageQueue queue;
    const auto id = AddMessage(queue, {CAROL, BOB, BILL});
    EXPECT_EQ(queue.TakeDue({}, [](std::string_view) { return "smart.a.net"; }),
              (std::vector<DeliveryBatch>{{id, "smart.a.net", {CAROL, BOB, BILL}}}));
}

TEST(MessageQueue, PutsNoMoreRecipientsIntoABatchThanEveryServerTakes)
{
    std::vector<ForwardPath> crowd;
    for (std::size_t i = 0; i <= BATCH_LIMIT; ++i)
    {
        crowd.push_back({{"user" + std::to_string(i), "b.net"}});
    }
    MessageQueue queue;
    AddMessage(queue, crowd);
    const auto split = Take(queue, {});
    ASSERT_EQ(split.size(), 2U);
    EXPECT_EQ(split[0].recipients.size(), BATCH_LIMIT);
    EXPECT_EQ(split[1].recipients, std::vector<ForwardPath>{crowd.back()});

    crowd.pop_back();
    MessageQueue other;
    AddMessage(other, crowd);
    EXPECT_EQ(Take(other, {}).size(), 1U);
}

TEST(MessageQueue, FollowsTheScheduleUntilItGivesUp)
{
    MessageQueue queue(RetrySchedule{30min, 1h, 3h, 24h});
    const auto id = AddMessage(queue, {BOB}, TimePoint(1h));
    std::vector<TimePoint> times;
    for (auto due = queue.GetNextDue(); due && times.size() < 10; due = queue.GetNextDue())
    {
        times.push_back(*due);
        TryAll(queue, AttemptStatus::DEFERRED, *due);
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
    TryAll(queue, AttemptStatus::DEFERRED, {});
    EXPECT_FALSE(queue.Remove(id));
    TryAll(queue, AttemptStatus::RELAYED, TimePoint(30min));
    EXPECT_EQ(queue.GetSize(), std::string("letter\r\n").size());
    EXPECT_TRUE(queue.Remove(id));
    EXPECT_EQ(queue.GetSize(), 0U);
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

TEST(MessageQueue, WarnsOnceOfEachRecipientThatHasToWait)
{
    MessageQueue queue;
    const auto id = AddMessage(queue, {BOB, CAROL, BILL}, TimePoint(1s));
    Take(queue, TimePoint(1s));
    queue.Report(id, BOB, MakeOutcome(AttemptStatus::RELAYED, "250 Ok"), TimePoint(2s));
    for (const auto& path : {CAROL, BILL})
    {
        queue.Report(id, path, MakeOutcome(AttemptStatus::DEFERRED, "450 Busy"), TimePoint(2s));
    }
    EXPECT_TRUE(queue.TakeWarnings(TimePoint(4h)).empty());
    EXPECT_EQ(queue.TakeWarnings(TimePoint(1s) + 4h),
              (std::vector<RecipientGroup>{{id, {CAROL, BILL}}}));
    EXPECT_TRUE(queue.TakeWarnings(TimePoint(5h)).empty());
    EXPECT_EQ(Take(queue, TimePoint(5h)).size(), 2U) << "they are tried all the same";
}

TEST(MessageQueue, WarnsOfAnAttemptUnderWayOnlyWhenItFails)
{
    MessageQueue queue;
    const auto id = AddMessage(queue, {BOB, CAROL});
    Take(queue, TimePoint(5h));
    EXPECT_TRUE(queue.TakeWarnings(TimePoint(5h)).empty());
    queue.Report(id, BOB, MakeOutcome(AttemptStatus::RELAYED, "250 Ok"), TimePoint(5h + 1s));
    queue.Report(id, CAROL, MakeOutcome(AttemptStatus::DEFERRED, "450 Busy"), TimePoint(5h + 1s));
    EXPECT_EQ(queue.GetNextDue(), TimePoint(4h)) << "overdue";
    EXPECT_EQ(queue.TakeWarnings(TimePoint(5h + 1s)), (std::vector<RecipientGroup>{{id, {CAROL}}}));
}

TEST(MessageQueue, WarnsOfNoDelayWhereItGivesUp)
{
    MessageQueue queue;
    AddMessage(queue, {BOB});
    EXPECT_EQ(TryAll(queue, AttemptStatus::DEFERRED, TimePoint(144h)), 1U);
    EXPECT_TRUE(queue.TakeWarnings(TimePoint(144h)).empty());
}

TEST(MessageQueue, IsDueForAWarningBetweenTwoAttempts)
{
    MessageQueue queue(RetrySchedule{3h, 3h, 24h, 4h});
    AddMessage(queue, {BOB});
    std::vector<TimePoint> times;
    for (auto due = queue.GetNextDue(); due && times.size() < 4; due = queue.GetNextDue())
    {
        times.push_back(*due);
        queue.TakeWarnings(*due);
        TryAll(queue, AttemptStatus::DEFERRED, *due);
    }
    EXPECT_EQ(times,
              (std::vector<TimePoint>{TimePoint(0h), TimePoint(3h), TimePoint(4h), TimePoint(6h)}));
}

TEST(MessageQueue, CountsAttemptsUnderWayAsNotMadeAfterTheHostWasOff)
{
    MessageQueue queue;
    const auto id = AddMessage(queue, {BOB, BILL, CAROL}, TimePoint(1s));
    Take(queue, TimePoint(1s));
    queue.Report(id, BOB, MakeOutcome(AttemptStatus::RELAYED, "250 Ok"), TimePoint(2s));
    queue.Report(id, BILL, MakeOutcome(AttemptStatus::DEFERRED, "450 Busy"), TimePoint(2s));
    const auto disk = queue;

    auto restarted = disk;
    EXPECT_EQ(restarted.Recover(), (std::vector<RecipientGroup>{{id, {CAROL}}}));
    EXPECT_TRUE(restarted.Recover().empty());
    EXPECT_EQ(restarted.Find(id)->FindRecipient(BILL)->attempts, 1);
    EXPECT_EQ(restarted.Find(id)->FindRecipient(CAROL)->attempts, 0);
    EXPECT_EQ(restarted.Find(id)->FindRecipient(CAROL)->lastOutcome, std::nullopt);
    EXPECT_EQ(restarted.GetNextDue(), TimePoint(1s));
    EXPECT_EQ(Take(restarted, TimePoint(3s)), (std::vector<DeliveryBatch>{{id, "c.net", {CAROL}}}));
    EXPECT_EQ(restarted.GetNextDue(), TimePoint(2s) + 30min);
}

TEST(MessageQueue, KeepsItsScheduleWhileTheHostIsOff)
{
    MessageQueue queue;
    AddMessage(queue, {BOB});
    TryAll(queue, AttemptStatus::DEFERRED, {});
    queue.Recover();
    EXPECT_EQ(queue.GetNextDue(), TimePoint(30min));
    EXPECT_EQ(TryAll(queue, AttemptStatus::RELAYED, TimePoint(30min)), 1U);
    EXPECT_EQ(queue.GetNextDue(), std::nullopt);
}

TEST(MessageQueue, RefusesReportsOfAttemptsThatAreNotUnderWay)
{
    MessageQueue queue;
    const auto id = AddMessage(queue, {BOB});
    const auto report = [&queue](QueueId of, const ForwardPath& path) {
        queue.Report(of, path, MakeOutcome(AttemptStatus::RELAYED, "250 Ok"), {});
    };
    EXPECT_THROW(report(id, BOB), std::logic_error);
    Take(queue, {});
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

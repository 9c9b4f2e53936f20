#include "app/queue-runner-fixture.h"

#include <algorithm>

namespace ns3::postroad
{
namespace
{

using namespace std::chrono_literals;
using event::EventKind;
using test::BOB;
using test::CAROL;
using Lines = std::vector<std::string>;

class QueueRunnerTest : public test::QueueRunnerFixture
{
};

TEST_F(QueueRunnerTest, SendsSeveralMessagesOverOneConnection)
{
    InstallServer("mx1.b.test");
    m_sender->config.queue.concurrency = 1;
    for (int i = 0; i < 5; ++i)
    {
        Send({BOB});
    }
    m_network.RunUntil(Minutes(1));
    EXPECT_EQ(m_network.CountMessages("mx1.b.test", "bob@b.test"), 5U);
    EXPECT_EQ(CountConnections("mx1.b.test"), 1U);
}

TEST_F(QueueRunnerTest, LeavesAConnectionAfterManyMessages)
{
    InstallServer("mx1.b.test");
    m_sender->config.queue.concurrency = 1;
    for (std::size_t i = 0; i < SmtpDelivery::MESSAGE_LIMIT; ++i)
    {
        Send({BOB});
    }
    m_network.RunUntil(Minutes(10));
    EXPECT_EQ(CountConnections("mx1.b.test"), 1U);
    for (std::size_t i = 0; i < SmtpDelivery::MESSAGE_LIMIT + 1; ++i)
    {
        Send({BOB});
    }
    m_network.RunUntil(Minutes(20));
    EXPECT_EQ(CountConnections("mx1.b.test"), 3U);
    EXPECT_EQ(m_network.CountMessages("mx1.b.test", "bob@b.test"),
              2 * SmtpDelivery::MESSAGE_LIMIT + 1);
}

TEST_F(QueueRunnerTest, OpensNoMoreConnectionsToADestinationThanItMay)
{
    InstallServer("mx1.b.test");
    m_sender->config.queue.concurrency = 3;
    for (int i = 0; i < 10; ++i)
    {
        Send({BOB});
    }
    m_network.RunUntil(Minutes(1));
    EXPECT_EQ(m_network.CountMessages("mx1.b.test", "bob@b.test"), 10U);
    EXPECT_EQ(CountConnections("mx1.b.test"), 3U);
}

TEST_F(QueueRunnerTest, SendsToAllDomainsOfASmartHostInOneTransaction)
{
    InstallServer("mx1.b.test");
    m_sender->config.route.smartHost = "mx1.b.test";
    Send({BOB, {{"dave", "c.test"}}});
    m_network.RunUntil(Minutes(1));
    EXPECT_EQ(Find(EventKind::MESSAGE_ATTEMPTED).size(), 1U);
    EXPECT_EQ(m_network.CountMessages("mx1.b.test", "dave@c.test"), 1U);
}

TEST_F(QueueRunnerTest, GoesOnWhenAnExchangerIsTooBusyToGreet)
{
    const auto server = InstallScripted("mx1.b.test", {{"", "421 too busy\r\n"}});
    InstallServer("mx2.b.test");
    Send({BOB});
    m_network.RunUntil(Minutes(20));
    EXPECT_EQ(m_network.CountMessages("mx2.b.test", "bob@b.test"), 1U);
    EXPECT_TRUE(Find(EventKind::MESSAGE_DEFERRED).empty());
}

TEST_F(QueueRunnerTest, GoesOnWhenAnExchangerHasNoServiceForAnybody)
{
    const auto server =
        InstallScripted("mx1.b.test",
                        {{"", "554 5.3.2 no mail here\r\n"}, {"QUIT", "221 bye\r\n"}});
    InstallServer("mx2.b.test");
    Send({BOB});
    m_network.RunUntil(Minutes(20));
    EXPECT_EQ(m_network.CountMessages("mx2.b.test", "bob@b.test"), 1U);
}

TEST_F(QueueRunnerTest, TriesAgainWhereNoExchangerHasAServiceNow)
{
    const Answers closed{{"", "554 5.3.2 no mail here\r\n"}, {"QUIT", "221 bye\r\n"}};
    const auto server = InstallScripted("mx1.b.test", closed);
    const auto other = InstallScripted("mx2.b.test", closed);
    Send({BOB});
    m_network.RunUntil(Minutes(20));
    const auto deferred = Find(EventKind::MESSAGE_DEFERRED);
    ASSERT_EQ(deferred.size(), 1U);
    EXPECT_EQ(deferred[0].Get<event::AttemptEnd>().reply, "554 5.3.2 no mail here");
    EXPECT_TRUE(ReadMailbox().empty());
}

TEST_F(QueueRunnerTest, TriesFiveAddressesAnAttemptAndNoMore)
{
    std::vector<std::string> records{"@ IN MX 10 many"};
    for (int i = 1; i <= 7; ++i)
    {
        records.push_back("many IN A 10.99.0." + std::to_string(i)); // nobody has them
    }
    m_network.AddZone("d.test", records);
    Send({{{"bob", "d.test"}}});
    m_network.RunUntil(Minutes(10));
    EXPECT_EQ(Find(EventKind::MESSAGE_ATTEMPTED).size(), 5U);
    EXPECT_EQ(Find(EventKind::MESSAGE_DEFERRED).size(), 1U);
}

TEST_F(QueueRunnerTest, GoesOnWhenAnExchangerDoesNotWelcomeItForNow)
{
    const auto server = InstallScripted(
        "mx1.b.test",
        {{"", "220 mx1\r\n"}, {"EHLO", "450 not now\r\n"}, {"QUIT", "221 bye\r\n"}});
    InstallServer("mx2.b.test");
    Send({BOB});
    m_network.RunUntil(Minutes(20));
    EXPECT_EQ(m_network.CountMessages("mx2.b.test", "bob@b.test"), 1U);
    EXPECT_TRUE(Find(EventKind::MESSAGE_DEFERRED).empty());
}

TEST_F(QueueRunnerTest, TakesOnlyTheRecipientsThatWereDeferredToTheNextExchanger)
{
    auto answers = m_plainServer;
    answers["RCPT"] = "450 busy\r\n";
    const auto server = InstallScripted("mx1.b.test", answers);
    InstallServer("mx2.b.test");
    Send({BOB, CAROL});
    m_network.RunUntil(Minutes(20));
    EXPECT_EQ(m_network.CountMessages("mx2.b.test", "bob@b.test"), 1U);
    EXPECT_EQ(m_network.CountMessages("mx2.b.test", "carol@b.test"), 1U);
}

TEST_F(QueueRunnerTest, TakesNoFriendlyWordOutOfPlaceForADelivery)
{
    auto answers = m_plainServer;
    answers["EHLO"] = "354 go ahead\r\n";
    const auto server = InstallScripted("mx1.b.test", answers);
    answers = m_plainServer;
    answers["DATA"] = "250 go ahead\r\n";
    const auto other = InstallScripted("mx2.b.test", answers);
    Send({BOB});
    m_network.RunUntil(Minutes(20));
    EXPECT_TRUE(Find(EventKind::MESSAGE_RELAYED).empty());
    EXPECT_EQ(m_sender->runner.GetQueue().GetMessages().size(), 1U);
}

TEST_F(QueueRunnerTest, MarksTheMessageThatMayHaveBeenTakenAllTheSame)
{
    auto answers = m_plainServer;
    answers["."] = "";
    const auto server = InstallScripted("mx1.b.test", answers);
    InstallServer("mx2.b.test");
    Send({BOB});
    m_network.RunUntil(Minutes(20));
    const auto deferred = Find(EventKind::MESSAGE_DEFERRED);
    ASSERT_EQ(deferred.size(), 1U);
    EXPECT_TRUE(deferred[0].Get<event::AttemptEnd>().isInDoubt);
    EXPECT_EQ(m_network.CountMessages("mx2.b.test", "bob@b.test"), 0U) << "no copy before its time";
}

TEST_F(QueueRunnerTest, MarksTheMessageWhoseAttemptAPowerCutBrokeOff)
{
    auto answers = m_plainServer;
    answers.erase(".");
    const auto server = InstallScripted("mx1.b.test", answers);
    Send({BOB});
    Simulator::Schedule(Seconds(10), [this] { m_sender->SwitchOff(); });
    Simulator::Schedule(Seconds(20), [this] { m_sender->SwitchOn(); });
    m_network.RunUntil(Seconds(30));
    const auto deferred = Find(EventKind::MESSAGE_DEFERRED);
    ASSERT_EQ(deferred.size(), 1U);
    EXPECT_TRUE(deferred[0].Get<event::AttemptEnd>().isInDoubt);
    EXPECT_EQ(deferred[0].time, wire::TimePoint(20s));
    EXPECT_EQ(Find(EventKind::MESSAGE_ATTEMPTED).size(), 2U);
}

TEST_F(QueueRunnerTest, FindsOutOnceThatADestinationCannotBeReached)
{
    m_sender->config.queue.concurrency = 1;
    for (int i = 0; i < 4; ++i)
    {
        Send({BOB});
    }
    m_network.RunUntil(Minutes(1));
    EXPECT_EQ(Find(EventKind::MESSAGE_ATTEMPTED).size(), 2U) << "one for each exchanger";
    EXPECT_EQ(Find(EventKind::MESSAGE_DEFERRED).size(), 4U);
}

TEST_F(QueueRunnerTest, SaysWhenEachRecipientIsTriedAgain)
{
    Send({BOB, {{"eve", "gone.b.test"}}, {{"dave", "c.test"}}});
    m_network.RunUntil(Minutes(20));
    const auto deferred = Find(EventKind::MESSAGE_DEFERRED);
    ASSERT_EQ(deferred.size(), 2U);
    for (const auto& event : deferred)
    {
        const auto& end = event.Get<event::AttemptEnd>();
        EXPECT_EQ(end.retryAt, event.time + 30min) << end.to.front();
    }
}

} // namespace
} // namespace ns3::postroad

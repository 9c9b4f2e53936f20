#include "app/mail-network.h"
#include "net/test-server.h"

#include "postroad/app/mail/mail-transfer-agent.h"
#include "postroad/app/mail/queue-runner.h"
#include "postroad/mail/mail-message.h"
#include "postroad/net/socket-address.h"
#include "postroad/net/virtual-time.h"
#include "postroad/wire/well-known-ports.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>

namespace ns3::postroad
{
namespace
{

using namespace std::chrono_literals;
using event::EventKind;
using Lines = std::vector<std::string>;

/// An agent that has a queue and nothing else.
class Sender final : public Agent
{
  public:
    static TypeId GetTypeId()
    {
        static TypeId tid = TypeId("ns3::postroad::test::Sender")
                                .SetParent<Agent>()
                                .SetGroupName("Postroad")
                                .AddConstructor<Sender>();
        return tid;
    }

    std::string GetRole() const override
    {
        return "mta";
    }

    int64_t AssignStreams(int64_t stream) override
    {
        return runner.AssignStreams(stream);
    }

    QueueRunner::Config config;
    TracedValue<std::uint32_t> queueLength{0};
    QueueRunner runner{*this, queueLength};

  private:
    void DoStart() override
    {
        runner.Start(config);
    }

    void DoStop() override
    {
        runner.Stop();
    }
};

/// A queue that sends to a domain with two exchangers, for an author whose mailbox is elsewhere.
class QueueRunnerTest : public testing::Test
{
  protected:
    QueueRunnerTest()
        : m_network({"mta.a.test", "mail.a.test", "mx1.b.test", "mx2.b.test"})
    {
        m_network.AddZone("a.test", {"@ IN MX 10 mail", "mail IN A %mail.a.test%"});
        m_network.AddZone(
            "b.test",
            {"@ IN MX 10 mx1", "@ IN MX 20 mx2", "mx1 IN A %mx1.b.test%", "mx2 IN A %mx2.b.test%"});
        m_network.AddZone("c.test", {"@ IN MX 10 mx1.b.test."});
        m_network.AddZone("own.test", {"@ IN MX 10 mta.a.test."});
        m_network.InstallMailServer("mail.a.test", {"alice@a.test"});
        m_sender = m_network.Install<Sender>("mta.a.test");
    }

    ~QueueRunnerTest() override
    {
        m_sender = nullptr;
    }

    void InstallServer(const std::string& host)
    {
        m_network.InstallMailServer(host, {"bob@b.test", "carol@b.test", "dave@c.test"});
    }

    /// A server that answers each line by its first word, others not at all, and hangs up after
    /// an empty answer.
    using Answers = std::map<std::string, std::string>;

    std::unique_ptr<test::TestServer>
    InstallScripted(const std::string& host, const Answers& answers)
    {
        const auto node = m_network.GetNetwork().GetNode(host);
        auto server = std::make_unique<test::TestServer>(node, [answers](auto& dialogue) {
            dialogue.session.greeting = answers.at("");
            dialogue.onProgress = [&dialogue, answers] { Answer(dialogue, answers); };
        });
        server->listener.Listen(GetAnyAddress(*node, wire::SMTP_PORT));
        return server;
    }

    static void Answer(test::TestDialogue& dialogue, const Answers& answers)
    {
        auto& received = dialogue.session.received;
        for (auto end = received.find("\r\n"); end != std::string::npos;
             end = received.find("\r\n"))
        {
            const auto answer = answers.find(received.substr(0, received.find_first_of(" \r")));
            received.erase(0, end + 2);
            if (answer != answers.end() && answer->second.empty())
            {
                dialogue.session.Close();
            }
            else if (answer != answers.end() && !answer->first.empty())
            {
                dialogue.session.Say(answer->second);
            }
        }
        dialogue.connection->Pump();
    }

    /// Queues a letter one second from now.
    void Send(std::vector<mail::ForwardPath> recipients, bool isNotice = false)
    {
        mail::Envelope envelope;
        if (!isNotice)
        {
            envelope.reversePath.mailbox = mail::AddrSpec{"alice", "a.test"};
        }
        envelope.recipients = std::move(recipients);
        Simulator::Schedule(Seconds(1), [this, envelope] {
            auto& runner = m_sender->runner;
            const auto id = runner.AllocateId();
            const auto content = "Message-ID: <" + id.ToString() + "@a.test>\r\n\r\nHello\r\n";
            runner.Enqueue(EventKind::MESSAGE_QUEUED, id, envelope, content, {});
        });
    }

    /// The connections that the sender opened to a host.
    std::size_t CountConnections(const std::string& host) const
    {
        std::size_t count = 0;
        for (const auto& event : m_network.GetEvents())
        {
            count += event.kind == EventKind::CONNECTION_OPENED && event.host == "mta.a.test" &&
                     event.connection->remote.address == m_network.GetAddress(host);
        }
        return count;
    }

    /// The events of a kind at the sender.
    std::vector<event::Event> Find(EventKind kind) const
    {
        std::vector<event::Event> found;
        for (const auto& event : m_network.GetEvents())
        {
            if (event.kind == kind && event.host == "mta.a.test")
            {
                found.push_back(event);
            }
        }
        return found;
    }

    /// What stands in Alice's mailbox.
    std::vector<std::string> ReadMailbox()
    {
        std::vector<std::string> contents;
        const auto host = Host::Of(m_network.GetNetwork().GetNode("mail.a.test"));
        if (const auto* const mailbox = host->GetMailStore().Find("alice@a.test"))
        {
            for (const auto& message : mailbox->GetMessages())
            {
                contents.push_back(message.content);
            }
        }
        return contents;
    }

    /// Alice's one message, which is to hold these texts.
    void ExpectNotification(const Lines& texts)
    {
        const auto contents = ReadMailbox();
        ASSERT_EQ(contents.size(), 1U);
        for (const auto& text : texts)
        {
            EXPECT_NE(contents[0].find(text), std::string::npos) << text << "\n" << contents[0];
        }
    }

    /// Takes every message, without extensions.
    const Answers m_plainServer{{"", "220 plain\r\n"},
                                {"EHLO", "250 plain\r\n"},
                                {"MAIL", "250 Ok\r\n"},
                                {"RCPT", "250 Ok\r\n"},
                                {"DATA", "354 go ahead\r\n"},
                                {".", "250 Ok\r\n"},
                                {"QUIT", "221 bye\r\n"}};

    test::MailNetwork m_network;
    Ptr<Sender> m_sender;
};

const mail::ForwardPath BOB{{"bob", "b.test"}};
const mail::ForwardPath CAROL{{"carol", "b.test"}};
const mail::ForwardPath NOBODY{{"nobody", "b.test"}};

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

TEST_F(QueueRunnerTest, TellsTheSenderOfAFailure)
{
    InstallServer("mx1.b.test");
    Send({BOB, NOBODY});
    m_network.RunUntil(Minutes(1));
    ExpectNotification({"Return-Path: <>\r\n",
                        "Final-Recipient: rfc822; nobody@b.test\r\n",
                        "Action: failed\r\nStatus: 5.1.1\r\nRemote-MTA: dns; mx1.b.test\r\n",
                        "Diagnostic-Code: smtp; 550 5.1.1 "});
    const auto bounced = Find(EventKind::MESSAGE_BOUNCED);
    ASSERT_EQ(bounced.size(), 1U);
    EXPECT_EQ('<' + bounced[0].Get<event::AttemptEnd>().notification.value_or("") + '>',
              mail::FindField(ReadMailbox()[0], "Message-ID")->GetValue());
    EXPECT_TRUE(m_sender->runner.GetQueue().GetMessages().empty());
}

TEST_F(QueueRunnerTest, NamesNoRemoteHostForMailboxesOfItsOwn)
{
    const auto agent = m_network.Install<MailDeliveryAgent>("mta.a.test");
    m_sender->config.route.local.names = {"b.test"};
    m_sender->config.deliver = [agent](const auto&... each) { return agent->Deliver(each...); };
    Send({NOBODY});
    m_network.RunUntil(Minutes(1));
    ExpectNotification({"Action: failed\r\nStatus: 5.1.1\r\nLast-Attempt-Date: "});
}

TEST_F(QueueRunnerTest, PutsNoWordsIntoTheMouthOfAServerThatWasNotAsked)
{
    const auto server = InstallScripted("mx1.b.test", m_plainServer);
    Send({{{"ren\xc3\xa9", "b.test"}}});
    m_network.RunUntil(Minutes(1));
    const auto bounced = Find(EventKind::MESSAGE_BOUNCED);
    ASSERT_EQ(bounced.size(), 1U);
    const auto& end = bounced[0].Get<event::AttemptEnd>();
    EXPECT_EQ(end.reply, std::nullopt);
    EXPECT_EQ(end.reason, "553 5.6.7 Not sent: no SMTPUTF8 at the server");
}

TEST_F(QueueRunnerTest, TellsNobodyOfTheFailureOfANotification)
{
    InstallServer("mx1.b.test");
    Send({NOBODY}, true);
    m_network.RunUntil(Minutes(1));
    EXPECT_TRUE(ReadMailbox().empty());
    const auto bounced = Find(EventKind::MESSAGE_BOUNCED);
    ASSERT_EQ(bounced.size(), 1U);
    EXPECT_EQ(bounced[0].Get<event::AttemptEnd>().notification, std::nullopt);
    EXPECT_TRUE(m_sender->runner.GetQueue().GetMessages().empty());
}

TEST_F(QueueRunnerTest, TellsNothingToASenderWhoDoesNotWantIt)
{
    InstallServer("mx1.b.test");
    auto recipient = NOBODY;
    recipient.notify = mail::Notify{};
    Send({recipient});
    m_network.RunUntil(Minutes(1));
    EXPECT_EQ(Find(EventKind::MESSAGE_BOUNCED).size(), 1U);
    EXPECT_TRUE(ReadMailbox().empty());
}

TEST_F(QueueRunnerTest, TellsOfEveryReasonNotToSend)
{
    const std::pair<std::string, std::string> cases[] = {{"gone.b.test", "5.1.2"},
                                                         {"null.test", "5.1.10"},
                                                         {"own.test", "5.4.6"},
                                                         {"lost.test", "5.4.4"}};
    m_network.AddZone("null.test", {"@ IN MX 0 ."});
    m_network.AddZone("lost.test", {"@ IN MX 0 ghost"});
    for (const auto& [domain, status] : cases)
    {
        Send({{{"bob", domain}}});
    }
    m_network.RunUntil(Minutes(1));
    const auto contents = ReadMailbox();
    ASSERT_EQ(contents.size(), std::size(cases));
    for (const auto& [domain, status] : cases)
    {
        std::string fields = "rfc822; bob@";
        fields.append(domain).append("\r\nAction: failed\r\nStatus: ").append(status);
        EXPECT_EQ(std::count_if(contents.begin(),
                                contents.end(),
                                [&fields](const auto& content) {
                                    return content.find(fields) != std::string::npos;
                                }),
                  1)
            << fields;
    }
}

TEST_F(QueueRunnerTest, WarnsOfADelayAndGivesUpByTheSchedule)
{
    m_sender->config.queue.schedule = {1h, 2h, 9h, 4h};
    Send({BOB});
    m_network.RunUntil(Hours(20));
    std::vector<wire::TimePoint> times;
    for (const auto& event : Find(EventKind::MESSAGE_ATTEMPTED))
    {
        if (event.Get<event::AttemptStart>().nextHop == "mx1.b.test")
        {
            times.push_back(std::chrono::floor<std::chrono::minutes>(event.time));
        }
    }
    EXPECT_EQ(times,
              (std::vector<wire::TimePoint>{wire::TimePoint(0h),
                                            wire::TimePoint(1h),
                                            wire::TimePoint(3h),
                                            wire::TimePoint(5h),
                                            wire::TimePoint(7h),
                                            wire::TimePoint(9h)}));
    const auto delayed = Find(EventKind::MESSAGE_DELAYED);
    ASSERT_EQ(delayed.size(), 1U);
    EXPECT_EQ(delayed[0].time, wire::TimePoint(4h + 1s));
    EXPECT_EQ(delayed[0].Get<event::Delay>().retryUntil, wire::TimePoint(9h + 1s));
    const auto contents = ReadMailbox();
    ASSERT_EQ(contents.size(), 2U);
    EXPECT_NE(contents[0].find("Action: delayed\r\nStatus: 4.4.1"), std::string::npos);
    EXPECT_NE(contents[1].find("Action: failed\r\nStatus: 4.4.7"), std::string::npos);
    EXPECT_TRUE(m_sender->runner.GetQueue().GetMessages().empty());
}

TEST_F(QueueRunnerTest, WarnsOfNoDelayWhenTheFirstAttemptAfterAPowerCutEndsIt)
{
    InstallServer("mx1.b.test");
    Send({BOB});
    Simulator::Schedule(Seconds(1), [this] { m_sender->SwitchOff(); });
    Simulator::Schedule(Hours(6), [this] { m_sender->SwitchOn(); });
    m_network.RunUntil(Hours(7));
    EXPECT_EQ(m_network.CountMessages("mx1.b.test", "bob@b.test"), 1U);
    EXPECT_TRUE(ReadMailbox().empty());
}

TEST_F(QueueRunnerTest, TellsOfASuccessWhenTheNextHopDoesNot)
{
    const auto server = InstallScripted("mx1.b.test", m_plainServer);
    auto recipient = BOB;
    recipient.notify = mail::Notify{true, false, false};
    Send({recipient, CAROL});
    m_network.RunUntil(Minutes(1));
    EXPECT_EQ(Find(EventKind::MESSAGE_RELAYED).size(), 3U) << "Bob's, Carol's, and Alice's";
    ExpectNotification({"rfc822; bob@b.test\r\nAction: relayed\r\nStatus: 2.0.0\r\n"});
    EXPECT_EQ(ReadMailbox()[0].find("carol@b.test"), std::string::npos);
}

TEST_F(QueueRunnerTest, SendsItsNotificationsAlsoAfterThePowerFailed)
{
    InstallServer("mx1.b.test");
    m_sender->config.queue.schedule = {1h, 2h, 9h, 4h};
    Send({NOBODY});
    const auto silence = [this](bool isUp) {
        m_network.GetNetwork().SetHostUp("mail.a.test", isUp);
    };
    silence(false);
    Simulator::Schedule(Minutes(30), [this] { m_sender->SwitchOff(); });
    Simulator::Schedule(Minutes(90), [this] { m_sender->SwitchOn(); });
    Simulator::Schedule(Minutes(80), [silence] { silence(true); });
    m_network.RunUntil(Hours(4));
    ExpectNotification({"Action: failed\r\nStatus: 5.1.1\r\n"});
}

} // namespace
} // namespace ns3::postroad

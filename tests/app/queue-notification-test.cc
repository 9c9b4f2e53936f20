#include "app/queue-runner-fixture.h"

#include "postroad/mail/mail-message.h"

#include <algorithm>

namespace ns3::postroad
{
namespace
{

using namespace std::chrono_literals;
using event::EventKind;
using test::BOB;
using test::CAROL;
using test::NOBODY;
using Lines = std::vector<std::string>;

class QueueNotificationTest : public test::QueueRunnerFixture
{
};

TEST_F(QueueNotificationTest, TellsTheSenderOfAFailure)
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

TEST_F(QueueNotificationTest, NamesNoRemoteHostForMailboxesOfItsOwn)
{
    const auto agent = m_network.Install<MailDeliveryAgent>("mta.a.test");
    m_sender->config.route.local.names = {"b.test"};
    m_sender->config.deliver = [agent](const auto&... each) { return agent->Deliver(each...); };
    Send({NOBODY});
    m_network.RunUntil(Minutes(1));
    ExpectNotification({"Action: failed\r\nStatus: 5.1.1\r\nLast-Attempt-Date: "});
}

TEST_F(QueueNotificationTest, PutsNoWordsIntoTheMouthOfAServerThatWasNotAsked)
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

TEST_F(QueueNotificationTest, TellsNobodyOfTheFailureOfANotification)
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

TEST_F(QueueNotificationTest, TellsNothingToASenderWhoDoesNotWantIt)
{
    InstallServer("mx1.b.test");
    auto recipient = NOBODY;
    recipient.notify = mail::Notify{};
    Send({recipient});
    m_network.RunUntil(Minutes(1));
    EXPECT_EQ(Find(EventKind::MESSAGE_BOUNCED).size(), 1U);
    EXPECT_TRUE(ReadMailbox().empty());
}

TEST_F(QueueNotificationTest, TellsOfEveryReasonNotToSend)
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

TEST_F(QueueNotificationTest, WarnsOfADelayAndGivesUpByTheSchedule)
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

TEST_F(QueueNotificationTest, WarnsOfNoDelayWhenTheFirstAttemptAfterAPowerCutEndsIt)
{
    InstallServer("mx1.b.test");
    Send({BOB});
    Simulator::Schedule(Seconds(1), [this] { m_sender->SwitchOff(); });
    Simulator::Schedule(Hours(6), [this] { m_sender->SwitchOn(); });
    m_network.RunUntil(Hours(7));
    EXPECT_EQ(m_network.CountMessages("mx1.b.test", "bob@b.test"), 1U);
    EXPECT_TRUE(ReadMailbox().empty());
}

TEST_F(QueueNotificationTest, TellsOfASuccessWhenTheNextHopDoesNot)
{
    const auto server = InstallScripted("mx1.b.test", m_plainServer);
    auto recipient = BOB;
    recipient.notify = mail::Notify{.onSuccess = true};
    Send({recipient, CAROL});
    m_network.RunUntil(Minutes(1));
    EXPECT_EQ(Find(EventKind::MESSAGE_RELAYED).size(), 3U) << "Bob's, Carol's, and Alice's";
    ExpectNotification({"rfc822; bob@b.test\r\nAction: relayed\r\nStatus: 2.0.0\r\n"});
    EXPECT_EQ(ReadMailbox()[0].find("carol@b.test"), std::string::npos);
}

TEST_F(QueueNotificationTest, LeavesTheSuccessToANextHopThatTellsOfIt)
{
    InstallServer("mx1.b.test");
    auto recipient = BOB;
    recipient.notify = mail::Notify{.onSuccess = true};
    Send({recipient});
    m_network.RunUntil(Minutes(1));
    EXPECT_EQ(m_network.CountMessages("mx1.b.test", "bob@b.test"), 1U);
    for (const auto& message : ReadMailbox())
    {
        EXPECT_EQ(message.find("Action: relayed"), std::string::npos) << message;
    }
}

TEST_F(QueueNotificationTest, SendsItsNotificationsAlsoAfterThePowerFailed)
{
    InstallServer("mx1.b.test");
    m_sender->config.queue.schedule = {1h, 2h, 9h, 4h};
    Send({NOBODY});
    const auto setState = [this](OperState state) {
        m_network.GetNetwork().SetHostState("mail.a.test", state);
    };
    setState(OperState::DOWN);
    Simulator::Schedule(Minutes(30), [this] { m_sender->SwitchOff(); });
    Simulator::Schedule(Minutes(90), [this] { m_sender->SwitchOn(); });
    Simulator::Schedule(Minutes(80), [setState] { setState(OperState::UP); });
    m_network.RunUntil(Hours(4));
    ExpectNotification({"Action: failed\r\nStatus: 5.1.1\r\n"});
}

} // namespace
} // namespace ns3::postroad

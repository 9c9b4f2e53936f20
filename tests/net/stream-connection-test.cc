#include "net/test-server.h"
#include "net/two-hosts.h"

#include "postroad/net/guarded-tcp-socket.h"

#include "ns3/simulator.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace ns3::postroad
{
namespace
{

using test::TestDialogue;
using test::TestServer;
using test::TwoHosts;

/// Two hosts, a server that stays silent until a test says otherwise, and one client.
class StreamConnectionTest : public testing::Test
{
  protected:
    StreamConnectionTest()
    {
        EXPECT_EQ(m_server.listener.Listen(TwoHosts::GetAny()), SocketStatus::OK);
    }

    void Connect()
    {
        m_client.Connect(m_hosts.GetClient(),
                         GuardedTcpSocketFactory::GetTypeId(),
                         m_hosts.GetServerAddress());
    }

    TwoHosts m_hosts;
    std::function<void(TestDialogue&)> m_prepare{[](TestDialogue&) {}};
    TestServer m_server{m_hosts.GetServer(),
                        [this](TestDialogue& dialogue) { m_prepare(dialogue); }};
    TestDialogue m_client;
};

TEST_F(StreamConnectionTest, TellsBothSidesTheSameTwoEnds)
{
    Connect();
    TwoHosts::RunUntil(1);
    EXPECT_EQ(m_client.connection->GetRemote(), (wire::Endpoint{"192.0.2.2", 25}));
    EXPECT_EQ(m_client.connection->GetLocal().address, "192.0.2.1");
    EXPECT_NE(m_client.connection->GetLocal().port, 0);
    EXPECT_EQ(m_server.First().connection->GetLocal(), m_client.connection->GetRemote());
    EXPECT_EQ(m_server.First().connection->GetRemote(), m_client.connection->GetLocal());
}

TEST_F(StreamConnectionTest, TellsOpenedAndClosedOnceEach)
{
    m_prepare = [](TestDialogue& d) {
        d.session.greeting = "bye";
        d.session.Close();
    };
    Connect();
    TwoHosts::RunUntil(300);
    for (const auto* dialogue : {&m_client, &m_server.First()})
    {
        ASSERT_EQ(dialogue->told.size(), 2U);
        EXPECT_EQ(dialogue->told[0].what, "opened");
        EXPECT_FALSE(dialogue->told[1].isFailure);
    }
    EXPECT_EQ(m_server.First().GetEnd(), "closed");
    EXPECT_EQ(m_client.GetEnd(), "closed by the peer");
}

TEST_F(StreamConnectionTest, SendsALateAnswerWhenPumped)
{
    Connect();
    TwoHosts::At(1, [&] { m_client.session.Say("question"); });
    TwoHosts::At(2, [&] { m_client.own->Pump(); });
    TwoHosts::At(1.9, [&] { EXPECT_EQ(m_server.First().session.received, ""); });
    TwoHosts::RunUntil(3);
    EXPECT_EQ(m_server.First().session.received, "question");
}

TEST_F(StreamConnectionTest, NeverCallsTheDialogueInsideACallToIt)
{
    bool isInside = false;
    const auto check = [&] { EXPECT_FALSE(isInside); };
    m_client.onOpened = check;
    m_client.onProgress = check;
    m_client.onEnded = check;
    const auto inside = [&](const std::function<void()>& call) {
        isInside = true;
        call();
        isInside = false;
    };
    m_prepare = [](TestDialogue& d) { d.session.greeting = "220\r\n"; };
    inside([&] { Connect(); });
    m_client.session.wantsInput = false;
    TwoHosts::At(1, [&] {
        m_client.session.wantsInput = true;
        inside([&] { m_client.own->Pump(); });
        EXPECT_EQ(m_client.session.received, "");
    });
    TwoHosts::At(2, [&] { inside([&] { m_client.own->Cut(); }); });
    TwoHosts::RunUntil(3);
    EXPECT_EQ(m_client.session.received, "220\r\n");
    EXPECT_EQ(m_client.GetEnd(), "cut");
}

TEST_F(StreamConnectionTest, LeavesNoDeadlineToTheSimulatorWhenItIsOver)
{
    m_prepare = [](TestDialogue& d) {
        d.session.ExpireAt(100000);
        d.onProgress = [&d] {
            if (d.session.received == "bye")
            {
                d.session.Close();
            }
        };
    };
    m_client.onOpened = [&] { m_client.session.ExpireAt(100000); };
    Connect();
    TwoHosts::At(1, [&] { m_client.session.Say("bye"); });
    TwoHosts::At(1, [&] { m_client.own->Pump(); });
    Simulator::Run();
    EXPECT_FALSE(m_client.GetEnd().empty());
    EXPECT_LT(TwoHosts::GetSeconds(), 1000);
}

TEST_F(StreamConnectionTest, CallsASessionAtItsDeadlineAlsoWhenItWasMoved)
{
    std::vector<double> expired;
    m_client.onOpened = [&] { m_client.session.ExpireAt(10); };
    m_client.onProgress = [&] {
        const auto& calls = m_client.session.calls;
        if (std::count(calls.begin(), calls.end(), "expire") > std::ssize(expired))
        {
            expired.push_back(TwoHosts::GetSeconds());
        }
    };
    Connect();
    const auto move = [&](double seconds) {
        m_client.session.ExpireAt(seconds);
        m_client.own->Pump();
    };
    TwoHosts::At(5, [&] { move(20); });
    TwoHosts::At(25, [&] { move(40); });
    TwoHosts::At(26, [&] { move(30); });
    TwoHosts::RunUntil(100);
    EXPECT_EQ(expired, (std::vector<double>{20, 30}));
}

TEST_F(StreamConnectionTest, SlowsThePeerDownWhileTheSessionWantsNoInput)
{
    const std::string content(1'000'000, 'x');
    m_prepare = [](TestDialogue& d) { d.session.wantsInput = false; };
    m_client.session.greeting = content;
    m_client.session.Close();
    Connect();
    TwoHosts::At(30, [&] {
        EXPECT_EQ(m_server.First().session.received, "");
        EXPECT_EQ(m_client.GetEnd(), "opened") << "most of it still waits on the client's side";
        m_server.First().session.wantsInput = true;
        m_server.First().connection->Pump();
    });
    TwoHosts::RunUntil(60);
    EXPECT_EQ(m_server.First().session.received.size(), content.size());
    EXPECT_EQ(m_client.GetEnd(), "closed");
    EXPECT_LT(m_client.GetEndTime(), 32) << "the peer is told at once that it may go on";
}

TEST_F(StreamConnectionTest, ReadsNothingMoreFromAPeerThatDoesNotReadItsAnswers)
{
    m_prepare = [](TestDialogue& d) {
        d.onProgress = [&session = d.session, answered = std::size_t(0)]() mutable {
            for (; answered < session.received.size(); ++answered)
            {
                session.Say("an answer to each octet");
            }
        };
    };
    m_client.session.wantsInput = false;
    m_client.session.greeting = std::string(1'000'000, 'x');
    Connect();
    TwoHosts::RunUntil(60);
    const auto read = m_server.First().session.received.size();
    EXPECT_LT(read, 100'000U);
    EXPECT_GT(read, 1000U);
}

TEST_F(StreamConnectionTest, LetsASessionThatIsHeldBackGoOnOnceThePeerHasReadItsOutput)
{
    const std::string answer(1'000'000, 'x');
    m_prepare = [&answer](TestDialogue& d) {
        d.onProgress = [&answer, &session = d.session] {
            if (session.calls.back() == "receive")
            {
                session.Say(answer);
                session.isHeldBack = !session.isHeldBack;
            }
        };
    };
    m_client.session.wantsInput = false;
    m_client.session.greeting = "twice, please";
    Connect();
    TwoHosts::At(30, [&] {
        EXPECT_EQ(m_server.First().session.calls, (std::vector<std::string>{"start", "receive"}));
        m_client.session.wantsInput = true;
        m_client.connection->Pump();
    });
    TwoHosts::RunUntil(60);
    EXPECT_EQ(m_server.First().session.calls,
              (std::vector<std::string>{"start", "receive", "receive"}));
    EXPECT_EQ(m_server.First().session.received, "twice, please");
    EXPECT_EQ(m_client.session.received.size(), 2 * answer.size());
}

TEST_F(StreamConnectionTest, GivesUpFlushingToAPeerThatDoesNotReadAfterTwoMinutes)
{
    m_prepare = [](TestDialogue& d) { d.session.wantsInput = false; };
    m_client.session.greeting = std::string(1'000'000, 'x');
    m_client.session.Close();
    Connect();
    TwoHosts::RunUntil(110);
    EXPECT_EQ(m_client.GetEnd(), "opened");
    TwoHosts::RunUntil(200);
    EXPECT_EQ(m_client.GetEnd(), "timed out");
    EXPECT_NEAR(m_client.GetEndTime(), 120, 10);
}

TEST_F(StreamConnectionTest, AbortsASessionThatWantsNoInputWhenThePeerBreaksOff)
{
    m_prepare = [](TestDialogue& d) {
        d.session.wantsInput = false;
        d.session.greeting = "never read";
    };
    m_client.session.wantsInput = false;
    m_client.session.greeting = "never read either";
    Connect();
    TwoHosts::At(1, [&] { m_server.listener.Close(StreamListener::Live::CUT); });
    TwoHosts::RunUntil(3);
    EXPECT_EQ(m_client.session.calls, (std::vector<std::string>{"start", "abort"}));
    EXPECT_EQ(m_client.GetEnd(), "connection reset by the peer");
}

TEST_F(StreamConnectionTest, MayBeCutBeforeItConnects)
{
    Connect();
    m_client.own->Cut();
    TwoHosts::RunUntil(1);
    ASSERT_EQ(m_client.told.size(), 1U);
    EXPECT_EQ(m_client.GetEnd(), "cut");
    EXPECT_TRUE(m_client.told[0].isFailure);
    EXPECT_TRUE(m_server.dialogues.empty());
}

TEST_F(StreamConnectionTest, MayBeDestroyedBeforeItConnects)
{
    Connect();
    m_client.own.reset();
    TwoHosts::RunUntil(1);
    EXPECT_TRUE(m_client.told.empty());
    EXPECT_TRUE(m_server.dialogues.empty());
}

TEST_F(StreamConnectionTest, MayBeDestroyedWhenOpened)
{
    m_prepare = [](TestDialogue& d) { d.session.greeting = "220\r\n"; };
    Connect();
    m_client.onOpened = [&] { m_client.own.reset(); };
    TwoHosts::RunUntil(10);
    EXPECT_TRUE(m_client.session.calls.empty());
    EXPECT_NE(m_server.First().GetEnd(), "opened");
}

TEST_F(StreamConnectionTest, MayBeDestroyedOnAnyProgress)
{
    for (const std::string call : {"start", "receive", "expire", "abort"})
    {
        SCOPED_TRACE(call);
        TestDialogue other;
        other.onOpened = [&] { other.session.ExpireAt(TwoHosts::GetSeconds() + 5); };
        other.onProgress = [&] {
            if (other.session.calls.back() == call)
            {
                other.own.reset();
            }
        };
        m_prepare = [](TestDialogue& d) { d.session.greeting = "220\r\n"; };
        other.Connect(m_hosts.GetClient(),
                      GuardedTcpSocketFactory::GetTypeId(),
                      m_hosts.GetServerAddress());
        const auto end = TwoHosts::GetSeconds() + 10;
        TwoHosts::At(end - 1, [&] {
            if (other.own)
            {
                other.own->Cut();
            }
        });
        TwoHosts::RunUntil(end);
        EXPECT_FALSE(other.own);
        EXPECT_EQ(other.session.calls.back(), call);
        EXPECT_EQ(other.GetEnd(), "opened");
    }
}

TEST_F(StreamConnectionTest, MayBeDestroyedAtThePeersEnd)
{
    m_prepare = [](TestDialogue& d) { d.session.Close(); };
    m_client.onProgress = [&] {
        if (m_client.session.calls.back() == "end")
        {
            m_client.own.reset();
        }
    };
    Connect();
    TwoHosts::RunUntil(10);
    EXPECT_FALSE(m_client.own);
    EXPECT_EQ(m_client.GetEnd(), "opened");
    EXPECT_EQ(m_server.First().GetEnd(), "closed");
}

TEST_F(StreamConnectionTest, MayBeDestroyedWhenClosed)
{
    m_prepare = [](TestDialogue& d) { d.session.Close(); };
    m_client.onEnded = [&] { m_client.own.reset(); };
    Connect();
    TwoHosts::RunUntil(10);
    EXPECT_FALSE(m_client.own);
    EXPECT_EQ(m_client.GetEnd(), "closed by the peer");
}

TEST_F(StreamConnectionTest, MayBeDestroyedWithItsDialogueWhenItFails)
{
    auto dialogue = std::make_unique<TestDialogue>();
    dialogue->onEnded = [&] { dialogue.reset(); };
    dialogue->Connect(m_hosts.GetClient(),
                      GuardedTcpSocketFactory::GetTypeId(),
                      m_hosts.GetServerAddress(26));
    TwoHosts::RunUntil(10);
    EXPECT_FALSE(dialogue);
}

TEST_F(StreamConnectionTest, MayOutliveTheSimulation)
{
    Connect();
    TwoHosts::RunUntil(1);
    Simulator::Destroy();
    m_client.own.reset();
    EXPECT_EQ(m_client.told.size(), 1U) << "only opened";
}

} // namespace
} // namespace ns3::postroad

#include "app/test-server.h"
#include "app/two-hosts.h"

#include "ns3/simulator.h"

#include <gtest/gtest.h>

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
        EXPECT_EQ(server.listener.Listen(TwoHosts::GetAny()), SocketStatus::OK);
    }

    void Connect()
    {
        client.Connect(hosts.GetClient(), TcpSocketFactory::GetTypeId(), hosts.GetServerAddress());
    }

    TwoHosts hosts;
    std::function<void(TestDialogue&)> prepare{[](TestDialogue&) {}};
    TestServer server{hosts.GetServer(), [this](TestDialogue& dialogue) { prepare(dialogue); }};
    TestDialogue client;
};

TEST_F(StreamConnectionTest, TellsBothSidesTheSameTwoEnds)
{
    Connect();
    TwoHosts::RunUntil(1);
    EXPECT_EQ(client.connection->GetRemote(), (event::Endpoint{"192.0.2.2", 25}));
    EXPECT_EQ(client.connection->GetLocal().address, "192.0.2.1");
    EXPECT_NE(client.connection->GetLocal().port, 0);
    EXPECT_EQ(server.First().connection->GetLocal(), client.connection->GetRemote());
    EXPECT_EQ(server.First().connection->GetRemote(), client.connection->GetLocal());
}

TEST_F(StreamConnectionTest, TellsOpenedAndClosedOnceEach)
{
    prepare = [](TestDialogue& d) {
        d.session.greeting = "bye";
        d.session.Close();
    };
    Connect();
    TwoHosts::RunUntil(300);
    for (const auto* dialogue : {&client, &server.First()})
    {
        ASSERT_EQ(dialogue->told.size(), 2U);
        EXPECT_EQ(dialogue->told[0].what, "opened");
        EXPECT_FALSE(dialogue->told[1].isFailure);
    }
    EXPECT_EQ(server.First().GetEnd(), "closed");
    EXPECT_EQ(client.GetEnd(), "closed by the peer");
}

TEST_F(StreamConnectionTest, SendsALateAnswerWhenPumped)
{
    Connect();
    TwoHosts::At(1, [&] { client.session.Say("question"); });
    TwoHosts::At(2, [&] { client.own->Pump(); });
    TwoHosts::At(1.9, [&] { EXPECT_EQ(server.First().session.received, ""); });
    TwoHosts::RunUntil(3);
    EXPECT_EQ(server.First().session.received, "question");
}

TEST_F(StreamConnectionTest, NeverCallsTheDialogueInsideACallToIt)
{
    bool isInside = false;
    const auto check = [&] { EXPECT_FALSE(isInside); };
    client.onOpened = check;
    client.onProgress = check;
    client.onEnded = check;
    const auto inside = [&](const std::function<void()>& call) {
        isInside = true;
        call();
        isInside = false;
    };
    prepare = [](TestDialogue& d) { d.session.greeting = "220\r\n"; };
    inside([&] { Connect(); });
    client.session.wantsInput = false;
    TwoHosts::At(1, [&] {
        client.session.wantsInput = true;
        inside([&] { client.own->Pump(); });
        EXPECT_EQ(client.session.received, "");
    });
    TwoHosts::At(2, [&] { inside([&] { client.own->Cut(); }); });
    TwoHosts::RunUntil(3);
    EXPECT_EQ(client.session.received, "220\r\n");
    EXPECT_EQ(client.GetEnd(), "cut");
}

TEST_F(StreamConnectionTest, CallsASessionAtItsDeadlineAlsoWhenItWasMoved)
{
    std::vector<double> expired;
    client.onOpened = [&] { client.session.ExpireAt(10); };
    client.onProgress = [&] {
        if (client.session.calls.back() == "expire")
        {
            expired.push_back(TwoHosts::GetSeconds());
        }
    };
    Connect();
    const auto move = [&](double seconds) {
        client.session.ExpireAt(seconds);
        client.own->Pump();
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
    prepare = [](TestDialogue& d) { d.session.wantsInput = false; };
    client.session.greeting = content;
    client.session.Close();
    Connect();
    TwoHosts::At(30, [&] {
        EXPECT_EQ(server.First().session.received, "");
        EXPECT_EQ(client.GetEnd(), "opened") << "most of it still waits on the client's side";
        server.First().session.wantsInput = true;
        server.First().connection->Pump();
    });
    TwoHosts::RunUntil(60);
    EXPECT_EQ(server.First().session.received.size(), content.size());
    EXPECT_EQ(client.GetEnd(), "closed");
    EXPECT_LT(client.GetEndTime(), 32) << "the peer is told at once that it may go on";
}

TEST_F(StreamConnectionTest, ReadsNothingMoreFromAPeerThatDoesNotReadItsAnswers)
{
    prepare = [](TestDialogue& d) {
        d.onProgress = [&session = d.session, answered = std::size_t(0)]() mutable {
            for (; answered < session.received.size(); ++answered)
            {
                session.Say("an answer to each octet");
            }
        };
    };
    client.session.wantsInput = false;
    client.session.greeting = std::string(1'000'000, 'x');
    Connect();
    TwoHosts::RunUntil(60);
    const auto read = server.First().session.received.size();
    EXPECT_LT(read, 100'000U);
    EXPECT_GT(read, 1000U);
}

TEST_F(StreamConnectionTest, LetsASessionThatIsHeldBackGoOnOnceThePeerHasReadItsOutput)
{
    const std::string answer(1'000'000, 'x');
    prepare = [&answer](TestDialogue& d) {
        d.onProgress = [&answer, &session = d.session] {
            if (session.calls.back() == "receive")
            {
                session.Say(answer);
                session.isHeldBack = !session.isHeldBack;
            }
        };
    };
    client.session.wantsInput = false;
    client.session.greeting = "twice, please";
    Connect();
    TwoHosts::At(30, [&] {
        EXPECT_EQ(server.First().session.calls, (std::vector<std::string>{"start", "receive"}));
        client.session.wantsInput = true;
        client.connection->Pump();
    });
    TwoHosts::RunUntil(60);
    EXPECT_EQ(server.First().session.calls,
              (std::vector<std::string>{"start", "receive", "receive"}));
    EXPECT_EQ(server.First().session.received, "twice, please");
    EXPECT_EQ(client.session.received.size(), 2 * answer.size());
}

TEST_F(StreamConnectionTest, GivesUpFlushingToAPeerThatDoesNotReadAfterTwoMinutes)
{
    prepare = [](TestDialogue& d) { d.session.wantsInput = false; };
    client.session.greeting = std::string(1'000'000, 'x');
    client.session.Close();
    Connect();
    TwoHosts::RunUntil(110);
    EXPECT_EQ(client.GetEnd(), "opened");
    TwoHosts::RunUntil(200);
    EXPECT_EQ(client.GetEnd(), "timed out");
    EXPECT_NEAR(client.GetEndTime(), 120, 10);
}

TEST_F(StreamConnectionTest, AbortsASessionThatWantsNoInputWhenThePeerBreaksOff)
{
    prepare = [](TestDialogue& d) {
        d.session.wantsInput = false;
        d.session.greeting = "never read";
    };
    client.session.wantsInput = false;
    client.session.greeting = "never read either";
    Connect();
    TwoHosts::At(1, [&] { server.listener.Close(StreamListener::Live::CUT); });
    TwoHosts::RunUntil(3);
    EXPECT_EQ(client.session.calls, (std::vector<std::string>{"start", "abort"}));
    EXPECT_EQ(client.GetEnd(), "connection reset by the peer");
}

TEST_F(StreamConnectionTest, MayBeCutBeforeItConnects)
{
    Connect();
    client.own->Cut();
    TwoHosts::RunUntil(1);
    ASSERT_EQ(client.told.size(), 1U);
    EXPECT_EQ(client.GetEnd(), "cut");
    EXPECT_TRUE(client.told[0].isFailure);
    EXPECT_TRUE(server.dialogues.empty());
}

TEST_F(StreamConnectionTest, MayBeDestroyedBeforeItConnects)
{
    Connect();
    client.own.reset();
    TwoHosts::RunUntil(1);
    EXPECT_TRUE(client.told.empty());
    EXPECT_TRUE(server.dialogues.empty());
}

TEST_F(StreamConnectionTest, MayBeDestroyedWhenOpened)
{
    prepare = [](TestDialogue& d) { d.session.greeting = "220\r\n"; };
    Connect();
    client.onOpened = [&] { client.own.reset(); };
    TwoHosts::RunUntil(10);
    EXPECT_TRUE(client.session.calls.empty());
    EXPECT_NE(server.First().GetEnd(), "opened");
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
        prepare = [](TestDialogue& d) { d.session.greeting = "220\r\n"; };
        other.Connect(hosts.GetClient(), TcpSocketFactory::GetTypeId(), hosts.GetServerAddress());
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
    prepare = [](TestDialogue& d) { d.session.Close(); };
    client.onProgress = [&] {
        if (client.session.calls.back() == "end")
        {
            client.own.reset();
        }
    };
    Connect();
    TwoHosts::RunUntil(10);
    EXPECT_FALSE(client.own);
    EXPECT_EQ(client.GetEnd(), "opened");
    EXPECT_EQ(server.First().GetEnd(), "closed");
}

TEST_F(StreamConnectionTest, MayBeDestroyedWhenClosed)
{
    prepare = [](TestDialogue& d) { d.session.Close(); };
    client.onEnded = [&] { client.own.reset(); };
    Connect();
    TwoHosts::RunUntil(10);
    EXPECT_FALSE(client.own);
    EXPECT_EQ(client.GetEnd(), "closed by the peer");
}

TEST_F(StreamConnectionTest, MayBeDestroyedWithItsDialogueWhenItFails)
{
    auto dialogue = std::make_unique<TestDialogue>();
    dialogue->onEnded = [&] { dialogue.reset(); };
    dialogue->Connect(hosts.GetClient(), TcpSocketFactory::GetTypeId(), hosts.GetServerAddress(26));
    TwoHosts::RunUntil(10);
    EXPECT_FALSE(dialogue);
}

TEST_F(StreamConnectionTest, MayOutliveTheSimulation)
{
    Connect();
    TwoHosts::RunUntil(1);
    Simulator::Destroy();
    client.own.reset();
    EXPECT_EQ(client.told.size(), 1U) << "only opened";
}

} // namespace
} // namespace ns3::postroad

#include "support/masked-session.h"
#include "support/outlet-session.h"

#include "postroad/wire/line-session.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace ns3::postroad::wire
{
namespace
{

constexpr TimePoint NOW;

/// Says each line back with what secures the stream in front; "STLS" starts TLS, "ask" waits for an
/// answer.
class Upgradable final : public LineSession
{
  public:
    std::vector<std::string> handled;

    void Start(TimePoint /*now*/) override
    {
        SendLine("hello");
    }

    void Answer(TimePoint now)
    {
        m_isAsking = false;
        HandleWaitingLines(now);
    }

  private:
    void HandleLine(const Line& line, TimePoint /*now*/) override
    {
        ReportLine(line);
        handled.emplace_back(line.text);
        SendLine((GetSecurity() ? GetSecurity()->protocol + ' ' : "") + std::string(line.text));
        m_isAsking = line.text == "ask";
        if (line.text == "STLS")
        {
            AskForTls();
        }
    }

    void HandleInputEnd() override
    {
        EndStream();
    }

    void HandleLoss() override
    {
        EndStream();
    }

    void HandleTimeout(TimePoint /*now*/) override
    {
        EndStream();
    }

    bool IsReadyForLine() const override
    {
        return !m_isAsking;
    }

    std::size_t GetLineLimit() const override
    {
        return 1000;
    }

    bool m_isAsking{false};
};

/// A client that says what it is told, and starts TLS when it hears "STLS".
class Asker final : public test::OutletSession
{
  public:
    std::string heard;

    void Start(TimePoint /*now*/) override
    {
    }

    void Receive(std::string_view bytes, TimePoint /*now*/) override
    {
        heard += bytes;
        if (heard.ends_with("STLS\r\n") && !GetOutlet().GetSecurity())
        {
            GetOutlet().SetNextAction(NextAction::START_TLS);
        }
    }

    void ReceiveEnd(TimePoint /*now*/) override
    {
    }

    void Abort(TimePoint /*now*/) override
    {
    }

    void Expire(TimePoint /*now*/) override
    {
    }

    void Say(std::string_view bytes)
    {
        GetOutlet().SendContent(bytes);
    }
};

/// What an observer was told of a line.
struct Seen
{
    Direction direction;
    ByteRange range;
    std::string line;
};

class Notes final : public SessionObserver
{
  public:
    std::vector<Seen> seen;

    void OnLine(Direction direction, const ByteRange& range, std::string_view line) override
    {
        seen.push_back({direction, range, std::string(line)});
    }

    void OnContent(Direction, const ByteRange&, std::string_view) override
    {
    }
};

/// A server and a client, each wrapped, and all octets that went between them.
class WrappedPair : public testing::Test
{
  protected:
    WrappedPair()
    {
        m_outerServer.SetObserver(&m_notes);
        m_outerServer.Start(NOW);
        m_outerClient.Start(NOW);
        Carry();
    }

    /// Carries octets to and fro until both are silent.
    void Carry()
    {
        for (bool isSilent = false; !isSilent;)
        {
            const auto fromServer = m_outerServer.TakeOutput();
            m_fromServer += fromServer;
            m_outerClient.Receive(fromServer, NOW);
            const auto fromClient = m_outerClient.TakeOutput();
            m_fromClient += fromClient;
            m_outerServer.Receive(fromClient, NOW);
            isSilent = fromServer.empty() && fromClient.empty();
        }
    }

    void Say(std::string_view bytes)
    {
        m_client.Say(bytes);
        Carry();
    }

    /// The octets of the wire that a line was told to stand in.
    std::string OnTheWire(const Seen& seen) const
    {
        const auto& wire = seen.direction == Direction::SENT ? m_fromServer : m_fromClient;
        return wire.substr(seen.range.begin, seen.range.end - seen.range.begin);
    }

    Upgradable m_server;
    Asker m_client;
    test::MaskedSession m_outerServer{m_server, test::MaskedSession::Begin::WHEN_ASKED};
    test::MaskedSession m_outerClient{m_client, test::MaskedSession::Begin::WHEN_ASKED};
    Notes m_notes;
    std::string m_fromServer;
    std::string m_fromClient;
};

std::string
Unmask(std::string bytes)
{
    for (auto& c : bytes)
    {
        c = static_cast<char>(c ^ 0x55);
    }
    return bytes;
}

TEST_F(WrappedPair, GoesOnSecurelyInTheMiddleOfASession)
{
    Say("one\r\n");
    Say("STLS\r\n");
    Say("two\r\n");
    EXPECT_EQ(m_client.heard, "hello\r\none\r\nSTLS\r\nMASK two\r\n");
    EXPECT_NE(m_fromClient.find("one\r\n"), std::string::npos);
    EXPECT_EQ(m_fromClient.find("two\r\n"), std::string::npos);
    EXPECT_EQ(m_fromServer.find("MASK two\r\n"), std::string::npos);
    EXPECT_GT(m_outerServer.CountMasked(), 0U);
}

TEST_F(WrappedPair, DropsWhatWasSentInTheClearBehindTheCommand)
{
    Say("STLS\r\nevil\r\nmore");
    Say("two\r\n");
    EXPECT_EQ(m_server.handled, (std::vector<std::string>{"STLS", "two"}));
    EXPECT_EQ(m_outerServer.CountSurrendered(), std::string("evil\r\nmore").size());
}

TEST_F(WrappedPair, NeverShowsADriverThatTlsIsStarted)
{
    m_client.Say("STLS\r\n");
    m_outerServer.Receive(m_outerClient.TakeOutput(), NOW);
    EXPECT_EQ(m_server.GetNextAction(), NextAction::START_TLS);
    EXPECT_EQ(m_outerServer.GetNextAction(), NextAction::CONTINUE);
}

TEST_F(WrappedPair, TellsWhereLinesStandOnTheWire)
{
    Say("one\r\n");
    Say("STLS\r\n");
    Say("two\r\nthree\r\n");
    ASSERT_EQ(m_notes.seen.size(), 9U);
    for (std::size_t i = 0; i < 5; ++i)
    {
        EXPECT_EQ(OnTheWire(m_notes.seen[i]), m_notes.seen[i].line + "\r\n");
    }
    for (std::size_t i = 5; i < 9; ++i)
    {
        EXPECT_EQ(Unmask(OnTheWire(m_notes.seen[i])), m_notes.seen[i].line + "\r\n");
    }
}

TEST_F(WrappedPair, TellsOfALineInSeveralFramesFromItsFirstOctetToItsLast)
{
    Say("STLS\r\n");
    const std::string line(test::MaskedSession::FRAME_LIMIT * 2, 'x');
    Say(line + "\r\n");
    ASSERT_EQ(m_notes.seen.size(), 5U);
    for (std::size_t i = 3; i < 5; ++i)
    {
        const auto wire = Unmask(OnTheWire(m_notes.seen[i]));
        EXPECT_EQ(wire.front(), m_notes.seen[i].line.front());
        EXPECT_TRUE(wire.ends_with("\r\n"));
        EXPECT_EQ(wire.size(), m_notes.seen[i].line.size() + 2 + 4) << "two more headers";
    }
}

TEST_F(WrappedPair, GoesOnSecurelyWhenALateAnswerBringsTheCommand)
{
    Say("ask\r\nSTLS\r\n");
    m_server.Answer(NOW);
    Carry();
    Say("two\r\n");
    EXPECT_TRUE(m_client.heard.ends_with("STLS\r\nMASK two\r\n")) << m_client.heard;
}

TEST_F(WrappedPair, EndsWhenThePeerEndsInPlaceOfStartingTls)
{
    m_client.Say("STLS\r\n");
    m_outerServer.Receive(m_outerClient.TakeOutput(), NOW);
    m_outerServer.ReceiveEnd(NOW);
    EXPECT_EQ(m_outerServer.GetNextAction(), NextAction::CLOSE);
}

TEST(LineSession, IsNotHeldBackByInputThatItGaveUp)
{
    Upgradable session;
    session.Start(NOW);
    const std::string line(900, 'x');
    while (!session.IsHeldBack())
    {
        session.Receive(line + "\r\nSTLS\r\n", NOW);
        session.SecurityEstablished({"TLSv1.3", "", ""}, NOW);
    }
    EXPECT_NE(session.SurrenderInput(), "");
    EXPECT_FALSE(session.IsHeldBack());
}

TEST(LineSession, IsToldNothingOfSecurityAfterItsEnd)
{
    Upgradable session;
    session.Start(NOW);
    session.Abort(NOW);
    session.SecurityEstablished({"TLSv1.3", "", ""}, NOW);
    EXPECT_EQ(session.GetNextAction(), NextAction::CLOSE);
}

TEST(LineSession, ToldOfSecurityBeforeItStartsIsSecureFromTheBeginning)
{
    Upgradable session;
    session.SecurityEstablished({"TLSv1.3", "TLS_AES_256_GCM_SHA384", ""}, NOW);
    session.Start(NOW);
    session.Receive("one\r\n", NOW);
    EXPECT_EQ(session.TakeOutput(), "hello\r\nTLSv1.3 one\r\n");
}

TEST(LineSession, HandlesNoLineWhileItWaitsForTls)
{
    Upgradable session;
    session.Start(NOW);
    session.Receive("STLS\r\n", NOW);
    session.Receive("one\r\n", NOW);
    EXPECT_EQ(session.handled, std::vector<std::string>{"STLS"});
    EXPECT_EQ(session.SurrenderInput(), "one\r\n");
    EXPECT_EQ(session.SurrenderInput(), "");
    session.SecurityEstablished({"TLSv1.3", "", ""}, NOW);
    session.Receive("two\r\n", NOW);
    EXPECT_EQ(session.handled, (std::vector<std::string>{"STLS", "two"}));
}

} // namespace
} // namespace ns3::postroad::wire

#include "postroad/wire/line-session.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>

namespace ns3::postroad::wire
{
namespace
{

constexpr TimePoint LATE{std::chrono::hours(1)};

/// Lines of so many octets in all.
std::string
LinesOf(std::size_t octets)
{
    std::string lines;
    while (lines.size() < octets)
    {
        const auto length = std::min<std::size_t>(octets - lines.size(), 1000);
        lines += std::string(length - 2, 'x') + "\r\n";
    }
    return lines;
}

/// Says each line back, except that "?" makes it wait for Answer(), and that "body" makes it take
/// the next four octets as they are.
class EchoSession final : public LineSession
{
  public:
    std::string body;    ///< all octets between lines
    ByteRange bodyRange; ///< of the last of them
    std::string ends;    ///< how often the session was told of each end: I, L, T

    void Start(TimePoint now) override
    {
        SetDeadline(now + std::chrono::minutes(1));
    }

    void Answer(TimePoint now)
    {
        m_isAsking = false;
        HandleWaitingLines(now);
    }

  private:
    void HandleLine(const Line& line, TimePoint) override
    {
        SendLine(line.text);
        m_isAsking = line.text == "?";
        m_wanted = line.text == "body" ? 4 : 0;
    }

    std::uint64_t GetOctetsWanted() const override
    {
        return m_wanted;
    }

    void HandleOctets(std::string_view octets, const ByteRange& range, TimePoint) override
    {
        m_wanted -= octets.size();
        body += octets;
        bodyRange = range;
    }

    void HandleInputEnd() override
    {
        ends += 'I';
        EndStream();
    }

    void HandleLoss() override
    {
        ends += 'L';
        EndStream();
    }

    void HandleTimeout(TimePoint) override
    {
        ends += 'T';
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
    std::uint64_t m_wanted{0};
};

class LineSessionTest : public testing::Test
{
  protected:
    LineSessionTest()
    {
        m_session.Start({});
    }

    EchoSession m_session;
};

TEST_F(LineSessionTest, KeepsWhatWasSentAheadUntilItIsReadyForIt)
{
    m_session.Receive("a\r\n?\r\nb\r\nc", {});
    EXPECT_EQ(m_session.TakeOutput(), "a\r\n?\r\n");
    m_session.Answer({});
    EXPECT_EQ(m_session.TakeOutput(), "b\r\n");
}

TEST_F(LineSessionTest, TakesOctetsBetweenItsLines)
{
    for (const auto* const piece : {"a\r\nbod", "y\r\n\r", "\n?\nb\r", "\n"})
    {
        m_session.Receive(piece, {});
    }
    EXPECT_EQ(m_session.body, "\r\n?\n");
    EXPECT_EQ(m_session.bodyRange, (ByteRange{10, 13}));
    EXPECT_EQ(m_session.TakeOutput(), "a\r\nbody\r\nb\r\n");
}

TEST_F(LineSessionTest, LearnsOfTheEndOfTheInputBehindTheLastLine)
{
    m_session.Receive("?\r\nb\r\n", {});
    m_session.ReceiveEnd({});
    EXPECT_EQ(m_session.ends, "");
    m_session.Answer({});
    EXPECT_EQ(m_session.TakeOutput(), "?\r\nb\r\n");
    EXPECT_EQ(m_session.ends, "I");
}

TEST_F(LineSessionTest, LearnsOfALossAtOnce)
{
    m_session.Receive("?\r\nb\r\n", {});
    m_session.Abort({});
    EXPECT_EQ(m_session.ends, "L");
    m_session.Answer({});
    EXPECT_EQ(m_session.TakeOutput(), "?\r\n");
}

TEST_F(LineSessionTest, HandlesNoFurtherLineBeyondItsLimitOfOutput)
{
    m_session.Receive(LinesOf(EchoSession::OUTPUT_LIMIT) + "a\r\nb\r\n", {});
    EXPECT_TRUE(m_session.IsHeldBack());
    EXPECT_EQ(m_session.TakeOutput().size(), EchoSession::OUTPUT_LIMIT + 3) << "up to the a";
    m_session.Receive("", {});
    EXPECT_FALSE(m_session.IsHeldBack());
    EXPECT_EQ(m_session.TakeOutput(), "b\r\n");
}

TEST_F(LineSessionTest, IsNotHeldBackWithoutInput)
{
    m_session.Receive(LinesOf(EchoSession::OUTPUT_LIMIT) + "a\r\n", {});
    EXPECT_FALSE(m_session.IsHeldBack());
    m_session.ReceiveEnd({});
    EXPECT_EQ(m_session.ends, "I");
}

TEST_F(LineSessionTest, LearnsOfTheEndOfTheInputBehindTheLinesThatAreHeldBack)
{
    m_session.Receive(LinesOf(EchoSession::OUTPUT_LIMIT) + "a\r\nb\r\n", {});
    m_session.ReceiveEnd({});
    EXPECT_EQ(m_session.ends, "");
    m_session.TakeOutput();
    m_session.Receive("", {});
    EXPECT_EQ(m_session.TakeOutput(), "b\r\n");
    EXPECT_EQ(m_session.ends, "I");
}

TEST_F(LineSessionTest, IsNotHeldBackAfterItsEnd)
{
    m_session.Receive(LinesOf(EchoSession::OUTPUT_LIMIT) + "a\r\nb\r\n", {});
    m_session.Abort({});
    EXPECT_FALSE(m_session.IsHeldBack());
}

TEST_F(LineSessionTest, ExpiresAtItsDeadlineAndNotBefore)
{
    m_session.Expire(*m_session.GetDeadline() - wire::Duration(1));
    EXPECT_EQ(m_session.ends, "");
    m_session.Expire(*m_session.GetDeadline());
    EXPECT_EQ(m_session.ends, "T");
}

TEST_F(LineSessionTest, IsToldNothingAfterItsEnd)
{
    m_session.ReceiveEnd({});
    m_session.Receive("a\r\n", {});
    m_session.ReceiveEnd({});
    m_session.Abort({});
    m_session.Expire(LATE);
    EXPECT_EQ(m_session.TakeOutput(), "");
    EXPECT_EQ(m_session.GetDeadline(), std::nullopt);
    EXPECT_EQ(m_session.ends, "I");
}

} // namespace
} // namespace ns3::postroad::wire

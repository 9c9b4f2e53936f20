#include "postroad/wire/line-session.h"

#include <gtest/gtest.h>

namespace ns3::postroad::wire
{
namespace
{

constexpr TimePoint LATE{std::chrono::hours(1)};

/// Says each line back, except that "?" makes it wait for Answer().
class EchoSession final : public LineSession
{
  public:
    std::string ends; ///< how often the session was told of each end: I, L, T

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
};

class LineSessionTest : public testing::Test
{
  protected:
    LineSessionTest()
    {
        session.Start({});
    }

    EchoSession session;
};

TEST_F(LineSessionTest, KeepsWhatWasSentAheadUntilItIsReadyForIt)
{
    session.Receive("a\r\n?\r\nb\r\nc", {});
    EXPECT_EQ(session.TakeOutput(), "a\r\n?\r\n");
    session.Answer({});
    EXPECT_EQ(session.TakeOutput(), "b\r\n");
}

TEST_F(LineSessionTest, LearnsOfTheEndOfTheInputBehindTheLastLine)
{
    session.Receive("?\r\nb\r\n", {});
    session.ReceiveEnd({});
    EXPECT_EQ(session.ends, "");
    session.Answer({});
    EXPECT_EQ(session.TakeOutput(), "?\r\nb\r\n");
    EXPECT_EQ(session.ends, "I");
}

TEST_F(LineSessionTest, LearnsOfALossAtOnce)
{
    session.Receive("?\r\nb\r\n", {});
    session.Abort({});
    EXPECT_EQ(session.ends, "L");
    session.Answer({});
    EXPECT_EQ(session.TakeOutput(), "?\r\n");
}

TEST_F(LineSessionTest, ExpiresAtItsDeadlineAndNotBefore)
{
    session.Expire(*session.GetDeadline() - wire::Duration(1));
    EXPECT_EQ(session.ends, "");
    session.Expire(*session.GetDeadline());
    EXPECT_EQ(session.ends, "T");
}

TEST_F(LineSessionTest, IsToldNothingAfterItsEnd)
{
    session.ReceiveEnd({});
    session.Receive("a\r\n", {});
    session.ReceiveEnd({});
    session.Abort({});
    session.Expire(LATE);
    EXPECT_EQ(session.TakeOutput(), "");
    EXPECT_EQ(session.GetDeadline(), std::nullopt);
    EXPECT_EQ(session.ends, "I");
}

} // namespace
} // namespace ns3::postroad::wire

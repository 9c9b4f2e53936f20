#include "postroad/wire/table-session.h"

#include <gtest/gtest.h>

#include <array>
#include <variant>
#include <vector>

namespace ns3::postroad::wire
{
namespace
{

enum class State
{
    AWAKE,
    ASLEEP,
};

enum class Input
{
    HAIL,
    REST,
};

using Event = std::variant<std::string, int>;
using Table = TransitionTable<State, Input>;

constexpr auto ROWS = std::to_array<Table::Row>({
    {State::AWAKE, Input::HAIL, State::AWAKE},
    {State::AWAKE, Input::REST, State::ASLEEP},
});
constexpr auto STATES = std::to_array<std::string_view>({"AWAKE", "ASLEEP"});
constexpr auto INPUTS = std::to_array<std::string_view>({"HAIL", "REST"});
constexpr Table TABLE{ROWS, STATES, INPUTS};

/// Tells each line as an event and rests at the end of the input.
class Sentry final : public TableSession<State, Input, Event>
{
  public:
    Sentry()
        : TableSession(TABLE, State::AWAKE)
    {
    }

    using TableSession::End;
    using TableSession::IsInOrder;
    using TableSession::Move;

    void Start(TimePoint) override
    {
    }

  private:
    void HandleLine(const Line& line, TimePoint) override
    {
        Move(Input::HAIL);
        Tell(std::string(line.text));
    }

    void HandleInputEnd() override
    {
        End(Input::REST, 2);
    }

    void HandleLoss() override
    {
    }

    void HandleTimeout(TimePoint) override
    {
    }

    bool IsReadyForLine() const override
    {
        return true;
    }

    std::size_t GetLineLimit() const override
    {
        return 1000;
    }
};

/// Keeps the rows that were taken.
struct RowObserver : SessionObserver
{
    void OnLine(Direction, const ByteRange&, std::string_view) override
    {
    }

    void OnContent(Direction, const ByteRange&, std::string_view) override
    {
    }

    void OnTransition(std::size_t row) override
    {
        rows.push_back(row);
    }

    void OnStateChange(std::string_view from, std::string_view to) override
    {
        changes.push_back(std::string(from) + " -> " + std::string(to));
    }

    std::vector<std::size_t> rows;
    std::vector<std::string> changes;
};

TEST(TableSession, ReportsEachRowThatItTakes)
{
    RowObserver observer;
    Sentry session;
    session.SetObserver(&observer);
    session.Receive("a\r\nb\r\n", {});
    session.ReceiveEnd({});
    EXPECT_EQ(observer.rows, (std::vector<std::size_t>{0, 0, 1}));
    EXPECT_EQ(observer.changes,
              (std::vector<std::string>{"AWAKE -> AWAKE", "AWAKE -> AWAKE", "AWAKE -> ASLEEP"}));
    EXPECT_EQ(session.GetState(), State::ASLEEP);
}

TEST(TableSession, TellsItsEventsInOrderAndItsEndLast)
{
    Sentry session;
    session.Receive("a\r\nb\r\n", {});
    session.ReceiveEnd({});
    EXPECT_EQ(session.NextEvent(), Event("a"));
    EXPECT_EQ(session.NextEvent(), Event("b"));
    EXPECT_EQ(session.NextEvent(), Event(2));
    EXPECT_EQ(session.NextEvent(), std::nullopt);
    EXPECT_EQ(session.GetNextAction(), NextAction::CLOSE);
}

TEST(TableSession, MovesOnlyAlongItsRows)
{
    Sentry session;
    EXPECT_TRUE(session.IsInOrder(Input::REST));
    session.Move(Input::REST);
    EXPECT_FALSE(session.IsInOrder(Input::HAIL));
    EXPECT_THROW(session.Move(Input::HAIL), std::logic_error);
    EXPECT_THROW(session.End(Input::REST, 1), std::logic_error);
    EXPECT_EQ(session.GetState(), State::ASLEEP);
    EXPECT_EQ(session.NextEvent(), std::nullopt);
}

} // namespace
} // namespace ns3::postroad::wire

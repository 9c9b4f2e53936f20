#include "postroad/wire/transition-table.h"

#include <gtest/gtest.h>

#include <array>
#include <vector>

namespace ns3::postroad::wire
{
namespace
{

enum class Door
{
    OPEN,
    SHUT,
    LOCKED,
};

enum class Hand
{
    PUSH,
    TURN_KEY,
};

using Table = TransitionTable<Door, Hand>;
using Names = std::vector<std::string_view>;

constexpr auto ROWS = std::to_array<Table::Row>({
    {Door::OPEN, Hand::PUSH, Door::SHUT},
    {Door::SHUT, Hand::PUSH, Door::OPEN},
    {Door::SHUT, Hand::TURN_KEY, Door::LOCKED},
});
constexpr auto DOORS = std::to_array<std::string_view>({"OPEN", "SHUT", "LOCKED"});
constexpr auto HANDS = std::to_array<std::string_view>({"PUSH", "TURN_KEY"});
constexpr Table TABLE{ROWS, DOORS, HANDS};

TEST(TransitionTable, FindsTheRowForAnInputInAState)
{
    EXPECT_EQ(TABLE.Find(Door::OPEN, Hand::PUSH), 0U);
    EXPECT_EQ(TABLE.Find(Door::SHUT, Hand::TURN_KEY), 2U);
    EXPECT_EQ(TABLE.GetRows()[2].to, Door::LOCKED);
}

TEST(TransitionTable, FindsNothingForAnInputThatIsOutOfOrder)
{
    EXPECT_EQ(TABLE.Find(Door::OPEN, Hand::TURN_KEY), std::nullopt);
    EXPECT_EQ(TABLE.Find(Door::LOCKED, Hand::PUSH), std::nullopt);
}

TEST(TransitionTable, SaysItsRowsInWords)
{
    EXPECT_EQ(TABLE.GetName(Door::LOCKED), "LOCKED");
    EXPECT_EQ(TABLE.GetName(Hand::TURN_KEY), "TURN_KEY");
    EXPECT_EQ(TABLE.Describe(ROWS[2]), "SHUT --TURN_KEY--> LOCKED");
}

TEST(TransitionTable, RefusesTwoRowsForOneInputInOneState)
{
    auto rows = ROWS;
    rows[1] = {Door::OPEN, Hand::PUSH, Door::LOCKED};
    EXPECT_THROW(Table(rows, DOORS, HANDS), std::logic_error);
}

TEST(TransitionTable, RefusesNamesThatAreTooFewOrTooMany)
{
    EXPECT_NO_THROW(Table(ROWS, Names{"a", "b", "c"}, Names{"x", "y"}));
    EXPECT_THROW(Table(ROWS, Names{"a", "b"}, Names{"x", "y"}), std::logic_error);
    EXPECT_THROW(Table(ROWS, Names{"a", "b", "c", "d"}, Names{"x", "y"}), std::logic_error);
    EXPECT_THROW(Table(ROWS, Names{"a", "b", "c"}, Names{"x"}), std::logic_error);
    EXPECT_THROW(Table(ROWS, Names{"a", "b", "c"}, Names{"x", "y", "z"}), std::logic_error);
}

} // namespace
} // namespace ns3::postroad::wire

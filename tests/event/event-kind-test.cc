#include "postroad/event/event-kind.h"

#include <gtest/gtest.h>

#include <set>

namespace ns3::postroad::event
{
namespace
{

TEST(EventKindTable, StandsInTheOrderOfTheEnumeration)
{
    std::size_t index = 0;
    for (const auto& row : GetEventKinds())
    {
        EXPECT_EQ(static_cast<std::size_t>(row.kind), index++) << row.name;
    }
}

TEST(EventKindTable, FindsEachKindByItsName)
{
    for (const auto& row : GetEventKinds())
    {
        EXPECT_EQ(FindEventKind(row.name), row.kind);
        EXPECT_EQ(GetName(row.kind), row.name);
    }
    EXPECT_EQ(FindEventKind("line-lost"), std::nullopt);
}

} // namespace
} // namespace ns3::postroad::event

#include "postroad/wire/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <type_traits>
#include <vector>

namespace ns3::postroad::wire
{
namespace
{

const Error FAULT{ErrorKind::TOO_LONG, 7, "a line of more than 512 octets"};

TEST(Result, IsTheValueOrTheError)
{
    const Result<int> value = 5;
    EXPECT_TRUE(value.IsOk());
    EXPECT_EQ(value.GetValue(), 5);
    EXPECT_THROW(value.GetError(), std::logic_error);
    const Result<int> error = FAULT;
    EXPECT_FALSE(error);
    EXPECT_EQ(error.GetError(), FAULT);
    EXPECT_THROW(error.GetValue(), std::logic_error);
    EXPECT_THROW(*error, std::logic_error);
}

TEST(Result, GivesAwayAValueThatCannotBeCopied)
{
    Result<std::unique_ptr<int>> result = std::make_unique<int>(5);
    EXPECT_EQ(**result, 5);
    EXPECT_EQ(*result->get(), 5);
    const std::unique_ptr<int> taken = *std::move(result);
    EXPECT_EQ(*taken, 5);
    Result<std::unique_ptr<int>> other = std::make_unique<int>(6);
    const std::unique_ptr<int> alsoTaken = std::move(other).GetValue();
    EXPECT_EQ(*alsoTaken, 6);
}

TEST(Result, MovesTheValueOutWhicheverWayItIsAsked)
{
    const auto make = [] { return Result<std::vector<int>>(std::vector<int>{1, 2, 3}); };
    auto first = make();
    const auto* const place = first->data();
    std::vector<int> taken = *std::move(first);
    EXPECT_EQ(taken.data(), place);
    auto second = make();
    const auto* const otherPlace = second->data();
    taken = std::move(*second);
    EXPECT_EQ(taken.data(), otherPlace);
}

TEST(Result, LetsTheValueBeChanged)
{
    Result<std::vector<int>> result = std::vector<int>{1};
    result->push_back(2);
    (*result)[0] = 3;
    EXPECT_EQ(result.GetValue(), (std::vector<int>{3, 2}));
}

TEST(Result, KeepsConstantWhatIsConstant)
{
    using Constant = const Result<int>&;
    static_assert(std::is_same_v<decltype(*std::declval<Constant>()), const int&>);
    static_assert(std::is_same_v<decltype(std::declval<Constant>().GetValue()), const int&>);
    static_assert(std::is_same_v<decltype(std::declval<Constant>().operator->()), const int*>);
}

TEST(Result, GivesAwayTheError)
{
    Result<int> result = FAULT;
    const Error taken = std::move(result).GetError();
    EXPECT_EQ(taken, FAULT);
}

} // namespace
} // namespace ns3::postroad::wire

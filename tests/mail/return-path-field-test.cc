#include "postroad/mail/return-path-field.h"

#include <gtest/gtest.h>

namespace ns3::postroad::mail
{
namespace
{

TEST(ReturnPathField, IsParsedAsItWasMade)
{
    for (const auto& path : {ReversePath{AddrSpec{"alice", "a.net"}}, ReversePath{}})
    {
        const auto parsed = ParseReturnPathField(MakeReturnPathField(path));
        ASSERT_TRUE(parsed.IsOk()) << parsed.GetError().reason;
        EXPECT_EQ(*parsed, path);
    }
}

TEST(ReturnPathField, NamesTheReversePath)
{
    EXPECT_EQ(MakeReturnPathField({AddrSpec{"alice", "a.net"}}).Serialize(),
              "Return-Path: <alice@a.net>\r\n");
    EXPECT_EQ(MakeReturnPathField({}).Serialize(), "Return-Path: <>\r\n");
}

TEST(ReturnPathField, IsRefusedWithoutBrackets)
{
    for (const auto* body : {"", " alice@a.net", " <alice@a.net", " <alice>", " <> x"})
    {
        EXPECT_FALSE(ParseReturnPathField({"Return-Path", body}).IsOk()) << body;
    }
}

} // namespace
} // namespace ns3::postroad::mail

#include "postroad/mail/enhanced-code.h"

#include <gtest/gtest.h>

namespace ns3::postroad::mail
{
namespace
{

TEST(EnhancedCode, IsWrittenAsItIsRead)
{
    for (const EnhancedCode code : {EnhancedCode{2, 0, 0}, {4, 4, 7}, {5, 999, 999}})
    {
        EXPECT_EQ(ParseEnhancedCode(code.ToString()), code) << code.ToString();
    }
    EXPECT_EQ((EnhancedCode{5, 1, 10}.ToString()), "5.1.10");
}

TEST(EnhancedCode, IsThreeNumbersOfKnownClassAndNothingElse)
{
    for (const auto* const text : {"",
                                   "5",
                                   "5.1",
                                   "5.1.",
                                   "5..1",
                                   ".1.1",
                                   "5.1.1.",
                                   "5.1.1 ",
                                   "3.1.1",
                                   "1.0.0",
                                   "5.01.1",
                                   "5.1.01",
                                   "5.1000.1",
                                   "5.1.1000",
                                   "5.-1.1",
                                   "5,1,1",
                                   "a.b.c"})
    {
        EXPECT_EQ(ParseEnhancedCode(text), std::nullopt) << text;
    }
}

} // namespace
} // namespace ns3::postroad::mail

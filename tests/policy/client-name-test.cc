#include "postroad/policy/client-name.h"

#include <gtest/gtest.h>

namespace ns3::postroad::policy
{
namespace
{

std::string
Judge(ClientNameStatus status, const std::string& name)
{
    const auto reply = JudgeClientName({status, name}, "192.0.2.1");
    return reply ? reply->ToString() : "";
}

TEST(JudgeClientName, TakesAClientWhoseNameLeadsBack)
{
    EXPECT_EQ(Judge(ClientNameStatus::CONFIRMED, "mail.a.net"), "");
}

TEST(JudgeClientName, RefusesForGoodWhatTheNameServersDeny)
{
    EXPECT_EQ(Judge(ClientNameStatus::NO_NAME, ""),
              "550 5.7.25 Your address [192.0.2.1] has no name");
    EXPECT_EQ(Judge(ClientNameStatus::NOT_CONFIRMED, "mail.a.net"),
              "550 5.7.25 The name of your address, mail.a.net, does not lead back to "
              "[192.0.2.1]");
}

TEST(JudgeClientName, RefusesForNowWhatNobodyKnows)
{
    EXPECT_EQ(Judge(ClientNameStatus::UNKNOWN, ""),
              "450 4.7.25 Cannot look up the name of your address [192.0.2.1] now, try later");
}

} // namespace
} // namespace ns3::postroad::policy

#include "postroad/dns/dig/dns-dig-date.h"

#include <gtest/gtest.h>

namespace ns3::postroad::dns
{
namespace
{

TEST(DnsDigDate, IsWrittenInTheHostsZone)
{
    EXPECT_EQ(FormatDigDate({1268042401, {60, "CET"}}), "Mon Mar 08 11:00:01 CET 2010");
    EXPECT_EQ(FormatDigDate({1268042401, {-300, ""}}), "Mon Mar 08 05:00:01 -0500 2010");
    EXPECT_EQ(FormatDigDate({1268042401, {330, ""}}), "Mon Mar 08 15:30:01 +0530 2010");
    EXPECT_EQ(FormatDigDate({951782399, {0, ""}}), "Mon Feb 28 23:59:59 UTC 2000");
    EXPECT_EQ(FormatDigDate({951782400, {0, ""}}), "Tue Feb 29 00:00:00 UTC 2000");
    EXPECT_EQ(FormatDigDate({-1, {0, ""}}), "Wed Dec 31 23:59:59 UTC 1969");
}

} // namespace
} // namespace ns3::postroad::dns

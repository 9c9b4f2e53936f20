#include "postroad/route/next-hop.h"

#include <gtest/gtest.h>

namespace ns3::postroad::route
{
namespace
{

const RoutePolicy MAIL_SERVER{{{"b.net"}}, ""};
const RoutePolicy SUBMISSION_SERVER{{}, "mta.a.net"};

TEST(FindNextHop, KeepsMailForItsOwnDomainsWhateverTheCase)
{
    EXPECT_EQ(FindNextHop(MAIL_SERVER, "B.Net"), (NextHop{NextHopKind::LOCAL, ""}));
}

TEST(FindNextHop, KeepsMailForPostmasterWithoutDomain)
{
    EXPECT_EQ(FindNextHop(MAIL_SERVER, ""), (NextHop{NextHopKind::LOCAL, ""}));
}

TEST(FindNextHop, SendsOtherDomainsToTheirExchangers)
{
    EXPECT_EQ(FindNextHop(MAIL_SERVER, "a.net"), (NextHop{NextHopKind::EXCHANGERS, "a.net"}));
    EXPECT_EQ(FindNextHop(MAIL_SERVER, "sub.b.net"),
              (NextHop{NextHopKind::EXCHANGERS, "sub.b.net"}));
}

TEST(FindNextHop, SendsEverythingElseToTheSmartHost)
{
    const NextHop smartHost{NextHopKind::SMART_HOST, "mta.a.net"};
    EXPECT_EQ(FindNextHop(SUBMISSION_SERVER, "b.net"), smartHost);
    EXPECT_EQ(FindNextHop(SUBMISSION_SERVER, "[192.0.2.1]"), smartHost);
}

TEST(FindNextHop, KeepsEverythingWhereTheHostIsACatchAll)
{
    const RoutePolicy practice{{{"b.net"}, true}, "mta.a.net"};
    for (const auto* const domain : {"b.net", "a.net", "[192.0.2.1]", ""})
    {
        EXPECT_EQ(FindNextHop(practice, domain), (NextHop{NextHopKind::LOCAL, ""})) << domain;
    }
}

TEST(FindNextHop, TakesAnAddressLiteralAtItsWord)
{
    EXPECT_EQ(FindNextHop(MAIL_SERVER, "[192.0.2.25]"),
              (NextHop{NextHopKind::ADDRESS_LITERAL, "192.0.2.25"}));
    EXPECT_EQ(FindNextHop(MAIL_SERVER, "[ipv6:2001:db8::25]"),
              (NextHop{NextHopKind::ADDRESS_LITERAL, "2001:db8::25"}));
}

TEST(FindNextHop, IsTheHostThatADomainIsRoutedTo)
{
    RoutePolicy policy{{{"b.net"}}, "relay.a.net", {{"c.net", "mail.c.net"}}};
    EXPECT_EQ(FindNextHop(policy, "C.net"), (NextHop{NextHopKind::SMART_HOST, "mail.c.net"}));
    EXPECT_EQ(FindNextHop(policy, "d.net"), (NextHop{NextHopKind::SMART_HOST, "relay.a.net"}));
    EXPECT_EQ(FindNextHop(policy, "b.net").kind, NextHopKind::LOCAL);
}

} // namespace
} // namespace ns3::postroad::route

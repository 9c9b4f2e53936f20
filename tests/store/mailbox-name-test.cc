#include "postroad/store/mailbox-name.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace ns3::postroad::store
{
namespace
{

TEST(MailboxName, IsOneForAllAddressesOfAMailbox)
{
    const MailboxName name("bob@b.net");
    EXPECT_EQ(MailboxName("Bob@B.NET"), name);
    EXPECT_EQ(MailboxName("\"bob\"@b.net"), name);
    EXPECT_EQ(MailboxName(mail::AddrSpec{"BOB", "b.net."}), name);
    EXPECT_NE(MailboxName("bob@c.net"), name);
    EXPECT_NE(MailboxName("rob@b.net"), name);
    EXPECT_EQ(MailboxName("max@m\xc3\xbcnchen.de"), MailboxName("max@xn--mnchen-3ya.de"));
}

TEST(MailboxName, IsWrittenAsAnAddress)
{
    EXPECT_EQ(MailboxName("Bob@B.net").ToString(), "bob@b.net");
    EXPECT_EQ(MailboxName(mail::AddrSpec{"odd user", "b.net"}).ToString(), "\"odd user\"@b.net");
    EXPECT_EQ(MailboxName(mail::AddrSpec{"postmaster", ""}).ToString(), "postmaster");
}

TEST(MailboxName, IsFoundByItsLocalPartAlone)
{
    EXPECT_TRUE(MailboxName("\"odd user\"@b.net").HasLocalPart("Odd User"));
    EXPECT_FALSE(MailboxName("bob@b.net").HasLocalPart("bo"));
}

TEST(MailboxName, IsRefusedWhereItIsNoAddress)
{
    EXPECT_THROW(MailboxName("bob"), std::invalid_argument);
    EXPECT_THROW(MailboxName("bob@b.net, carol@b.net"), std::invalid_argument);
}

} // namespace
} // namespace ns3::postroad::store

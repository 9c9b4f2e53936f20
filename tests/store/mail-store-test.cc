#include "postroad/store/mail-store.h"

#include <gtest/gtest.h>

#include <utility>

namespace ns3::postroad::store
{
namespace
{

TEST(MailStore, CreatesAMailboxOnce)
{
    MailStore store;
    store.FindOrCreate("bob@b.net").Append("letter");
    EXPECT_EQ(store.FindOrCreate("bob@b.net").GetMessages().size(), 1U);
    EXPECT_EQ(store.GetMailboxes().size(), 1U);
}

TEST(MailStore, FindsAMailboxByEachSpellingOfItsName)
{
    MailStore store;
    store.FindOrCreate("bob@b.net");
    EXPECT_NE(store.Find("bob@b.net"), nullptr);
    EXPECT_EQ(store.Find("Bob@B.net"), store.Find("bob@b.net"));
    EXPECT_EQ(std::as_const(store).Find("bob@b.net"), store.Find("bob@b.net"));
    EXPECT_EQ(std::as_const(store).Find("alice@b.net"), nullptr);
}

TEST(MailStore, ListsMailboxesByName)
{
    MailStore store;
    store.FindOrCreate("bob@b.net");
    store.FindOrCreate("alice@b.net");
    EXPECT_EQ(store.GetMailboxes().begin()->first, "alice@b.net");
}

TEST(MailStore, KeepsMessagesButNoLocksWhileTheHostIsOff)
{
    MailStore store;
    store.FindOrCreate("bob@b.net").Append("letter");
    ASSERT_TRUE(store.Find("bob@b.net")->TryLock());
    store.UnlockAll();
    EXPECT_TRUE(store.Find("bob@b.net")->TryLock());
    EXPECT_EQ(store.Find("bob@b.net")->GetMessages().size(), 1U);
}

} // namespace
} // namespace ns3::postroad::store

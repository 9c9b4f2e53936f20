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
    store.FindOrCreate("bob").Append("letter");
    EXPECT_EQ(store.FindOrCreate("bob").GetMessages().size(), 1U);
    EXPECT_EQ(store.GetMailboxes().size(), 1U);
}

TEST(MailStore, FindsMailboxesByTheirExactName)
{
    MailStore store;
    store.FindOrCreate("bob");
    EXPECT_NE(store.Find("bob"), nullptr);
    EXPECT_EQ(store.Find("Bob"), nullptr);
    EXPECT_EQ(std::as_const(store).Find("bob"), store.Find("bob"));
    EXPECT_EQ(std::as_const(store).Find("alice"), nullptr);
}

TEST(MailStore, ListsMailboxesByName)
{
    MailStore store;
    store.FindOrCreate("bob");
    store.FindOrCreate("alice");
    EXPECT_EQ(store.GetMailboxes().begin()->first, "alice");
}

TEST(MailStore, KeepsMessagesButNoLocksWhileTheHostIsOff)
{
    MailStore store;
    store.FindOrCreate("bob").Append("letter");
    ASSERT_TRUE(store.Find("bob")->TryLock());
    store.UnlockAll();
    EXPECT_TRUE(store.Find("bob")->TryLock());
    EXPECT_EQ(store.Find("bob")->GetMessages().size(), 1U);
}

} // namespace
} // namespace ns3::postroad::store

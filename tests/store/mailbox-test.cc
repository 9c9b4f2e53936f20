#include "postroad/store/mailbox.h"

#include <gtest/gtest.h>

namespace ns3::postroad::store
{
namespace
{

TEST(Mailbox, KeepsMessagesInTheOrderOfTheirArrival)
{
    Mailbox mailbox;
    const auto first = mailbox.Append("first");
    const auto second = mailbox.Append("second");
    EXPECT_EQ(mailbox.GetMessages(),
              (std::vector<StoredMessage>{{first, "first"}, {second, "second"}}));
}

TEST(Mailbox, RemovesTheMessageOfThatNameOnly)
{
    Mailbox mailbox;
    const auto first = mailbox.Append("first");
    const auto second = mailbox.Append("second");
    EXPECT_TRUE(mailbox.Remove(first));
    EXPECT_FALSE(mailbox.Remove(first));
    EXPECT_EQ(mailbox.GetMessages(), (std::vector<StoredMessage>{{second, "second"}}));
}

TEST(Mailbox, NeverGivesAUniqueIdTwice)
{
    Mailbox mailbox;
    const auto first = mailbox.Append("first");
    const auto last = mailbox.Append("last");
    mailbox.Remove(last);
    mailbox.Remove(first);
    EXPECT_LT(last, mailbox.Append("next"));
}

TEST(Mailbox, HasOneReaderAtATime)
{
    Mailbox mailbox;
    EXPECT_TRUE(mailbox.TryLock());
    EXPECT_FALSE(mailbox.TryLock());
    mailbox.Append("delivery goes on");
    mailbox.Unlock();
    EXPECT_TRUE(mailbox.TryLock());
    EXPECT_EQ(mailbox.GetMessages().size(), 1U);
}

} // namespace
} // namespace ns3::postroad::store

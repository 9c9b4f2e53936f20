#include "scenario/finished-run.h"

#include "postroad/scenario/folder-lock.h"

#include <gtest/gtest.h>

#include <memory>
#include <sys/wait.h>
#include <unistd.h>

namespace ns3::postroad::scenario
{
namespace
{

using test::TemporaryFolder;

TEST(FolderLock, IsHeldByOneAtATime)
{
    const TemporaryFolder folder;
    auto first = std::make_unique<FolderLock>(folder.GetPath());
    EXPECT_FALSE(first->IsHeld());
    EXPECT_TRUE(FolderLock(folder.GetPath()).IsHeld());
    EXPECT_TRUE(FolderLock(folder.GetPath()).IsHeld()) << "one that was refused takes nothing";
    first.reset();
    EXPECT_FALSE(FolderLock(folder.GetPath()).IsHeld());
}

TEST(FolderLock, IsOfOneFolder)
{
    const TemporaryFolder folder;
    const TemporaryFolder other;
    const FolderLock lock(folder.GetPath());
    EXPECT_FALSE(FolderLock(other.GetPath()).IsHeld());
}

TEST(FolderLock, WritesNothing)
{
    const TemporaryFolder folder;
    const FolderLock lock(folder.GetPath());
    EXPECT_TRUE(folder.List().empty());
}

TEST(FolderLock, TakesWhatCannotBeLockedForFree)
{
    EXPECT_FALSE(FolderLock("/nonexistent").IsHeld());
    const TemporaryFolder folder;
    folder.Write("file", "");
    EXPECT_FALSE(FolderLock(folder.GetPath() / "file").IsHeld());
}

TEST(FolderLock, EndsWithTheProgramThatHeldIt)
{
    const TemporaryFolder folder;
    const auto child = fork();
    if (child == 0)
    {
        const FolderLock lock(folder.GetPath());
        _exit(lock.IsHeld() ? 1 : 0); // as if killed: no destructor runs
    }
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_EQ(WEXITSTATUS(status), 0);
    EXPECT_FALSE(FolderLock(folder.GetPath()).IsHeld());
}

} // namespace
} // namespace ns3::postroad::scenario

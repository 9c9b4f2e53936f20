#include "support/leak-check-pause.h"

#include "postroad/net/completion.h"
#include "postroad/net/pause.h"
#include "postroad/net/task.h"

#include "ns3/simulator.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace ns3::postroad
{
namespace
{

/// Says when it is destroyed, as a connection in a task's frame would close.
class Guard
{
  public:
    explicit Guard(bool& isGone)
        : m_isGone(isGone)
    {
    }

    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;

    ~Guard()
    {
        m_isGone = true;
    }

  private:
    bool& m_isGone;
};

class TaskTest : public testing::Test
{
  protected:
    void TearDown() override
    {
        Simulator::Destroy();
    }

    TaskGroup m_tasks;
    std::vector<std::string> m_said;
};

Task<int>
Double(int number)
{
    co_await Pause(Seconds(1));
    co_return 2 * number;
}

Task<int>
Fail()
{
    co_await Pause(Seconds(1));
    throw std::runtime_error("it failed");
}

TEST_F(TaskTest, ReadsFromTopToBottomWhileTimePasses)
{
    const auto work = [](std::vector<std::string>& said) -> Task<> {
        const auto two = co_await Double(1);
        const auto four = co_await Double(two);
        said.push_back(std::to_string(four) + " at " +
                       std::to_string(Simulator::Now().GetSeconds()));
    };
    m_tasks.Start(work(m_said));
    Simulator::Run();
    EXPECT_EQ(m_said, (std::vector<std::string>{"4 at 2.000000"}));
}

TEST_F(TaskTest, GivesAnExceptionToTheOneWhoAwaits)
{
    const auto work = [](std::vector<std::string>& said) -> Task<> {
        try
        {
            co_await Fail();
        }
        catch (const std::runtime_error& error)
        {
            said.emplace_back(error.what());
        }
    };
    m_tasks.Start(work(m_said));
    Simulator::Run();
    EXPECT_EQ(m_said, (std::vector<std::string>{"it failed"}));
}

TEST_F(TaskTest, LetsAnExceptionThatNobodyAwaitsOutOfTheSimulation)
{
    const test::LeakCheckPause pause; // ns-3 never frees the event that an exception comes from
    const auto work = []() -> Task<> { co_await Fail(); };
    m_tasks.Start(work());
    EXPECT_THROW(Simulator::Run(), std::runtime_error);
}

TEST_F(TaskTest, DestroysWhatStandsInItsFramesWhenItIsCancelled)
{
    bool isGone = false;
    const auto work = [](bool& gone) -> Task<> {
        const Guard guard(gone);
        co_await Double(1);
        ADD_FAILURE() << "a cancelled task went on";
    };
    m_tasks.Start(work(isGone));
    EXPECT_FALSE(isGone);
    m_tasks.CancelAll();
    EXPECT_TRUE(isGone);
    Simulator::Run();
}

TEST_F(TaskTest, GoesOnInAnEventOfItsOwnWhenACompletionIsSet)
{
    Completion<int> completion;
    const auto work = [](Completion<int>& number, std::vector<std::string>& said) -> Task<> {
        said.push_back("got " + std::to_string(co_await number));
    };
    m_tasks.Start(work(completion, m_said));
    completion.Set(7);
    completion.Set(8);
    EXPECT_TRUE(m_said.empty());
    Simulator::Run();
    EXPECT_EQ(m_said, (std::vector<std::string>{"got 7"}));
}

TEST_F(TaskTest, TakesACompletionThatWasSetBefore)
{
    Completion<int> completion;
    completion.Set(7);
    const auto work = [](Completion<int>& number, std::vector<std::string>& said) -> Task<> {
        said.push_back("got " + std::to_string(co_await number));
    };
    m_tasks.Start(work(completion, m_said));
    EXPECT_EQ(m_said, (std::vector<std::string>{"got 7"}));
}

} // namespace
} // namespace ns3::postroad

#include "postroad/app/agent/agent.h"

#include "ns3/simulator.h"

#include <gtest/gtest.h>

#include <vector>

namespace ns3::postroad
{
namespace
{

/// An agent that does nothing by itself.
class IdleAgent : public Agent
{
  public:
    std::string GetRole() const override
    {
        return "idler";
    }

  private:
    void DoStart() override
    {
    }

    void DoStop() override
    {
    }
};

template <typename Argument>
concept Reportable = requires(IdleAgent agent, Argument argument)
{
    agent.Report(argument);
};

// An event that is made before anybody has asked for it cannot be reported.
static_assert(!Reportable<event::Event>);
static_assert(Reportable<event::Event (*)()>);

/// Keeps what it hears.
struct Listener
{
    void OnEvent(const event::Event& event)
    {
        heard.push_back(event);
    }

    std::vector<event::Event> heard;
};

class AgentReportTest : public testing::Test
{
  protected:
    AgentReportTest()
        : m_node(CreateObject<Node>())
        , m_agent(CreateObject<IdleAgent>())
    {
        Host::Of(m_node)->SetName("mail.a.test");
        m_node->AddApplication(m_agent);
        m_agent->Initialize();
    }

    ~AgentReportTest() override
    {
        Simulator::Destroy();
    }

    void Report()
    {
        m_agent->Report([this] {
            ++m_made;
            return event::Event(event::EventKind::LINK_UP, event::LinkChange{"backbone"});
        });
    }

    void Listen()
    {
        m_agent->TraceConnectWithoutContext("Event", MakeCallback(&Listener::OnEvent, &m_listener));
    }

    Ptr<Node> m_node;
    Ptr<IdleAgent> m_agent;
    int m_made{0};
    Listener m_listener;
};

TEST_F(AgentReportTest, MakesNoEventThatNobodyHears)
{
    Report();
    EXPECT_EQ(m_made, 0);
    EXPECT_FALSE(m_agent->IsObserved());
}

TEST_F(AgentReportTest, MakesAnEventOnceForAllWhoListen)
{
    Listen();
    Listen();
    EXPECT_TRUE(m_agent->IsObserved());
    Report();
    EXPECT_EQ(m_made, 1);
    ASSERT_EQ(m_listener.heard.size(), 2U);
    EXPECT_EQ(m_listener.heard[1].details, m_listener.heard[0].details);
}

TEST_F(AgentReportTest, StopsMakingThemWhenTheListenerHasGone)
{
    Listen();
    m_agent->TraceDisconnectWithoutContext("Event", MakeCallback(&Listener::OnEvent, &m_listener));
    Report();
    EXPECT_EQ(m_made, 0);
}

TEST_F(AgentReportTest, FillsInWhenAndWhereItWas)
{
    Listen();
    Simulator::Schedule(Seconds(5), [this] { Report(); });
    Simulator::Run();
    ASSERT_EQ(m_listener.heard.size(), 1U);
    EXPECT_EQ(m_listener.heard[0].time, wire::TimePoint(std::chrono::seconds(5)));
    EXPECT_EQ(m_listener.heard[0].host, "mail.a.test");
    EXPECT_EQ(m_listener.heard[0].agent, "idler");
    EXPECT_EQ(m_listener.heard[0].Get<event::LinkChange>().link, "backbone");
}

} // namespace
} // namespace ns3::postroad

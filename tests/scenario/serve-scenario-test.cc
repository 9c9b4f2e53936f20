// What serving refuses before anything is opened, run or cleared away; what it does is tested with
// real clients (tests/gateway).
#include "scenario/finished-run.h"
#include "spec/scenario-text.h"

#include "postroad/scenario/serve-scenario.h"
#include "postroad/spec/read/loader.h"
#include "postroad/spec/value/config-error.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/udp.hpp>
#include <gtest/gtest.h>

namespace ns3::postroad::scenario
{
namespace
{

using boost::asio::ip::tcp;
using boost::asio::ip::udp;
using test::SMALL;
using test::TemporaryFolder;

/// What is said instead of serving the small scenario at these ports.
std::string
GetRefusal(const ServedPorts& ports, const TemporaryFolder& folder)
{
    std::vector<std::string> told;
    const auto tell = [&told](const std::string& line) { told.push_back(line); };
    try
    {
        ServeScenario(LoadScenarioText(SMALL, "s.yaml"), folder.GetPath(), {}, ports, tell);
    }
    catch (const ConfigError& error)
    {
        EXPECT_TRUE(told.empty()) << told.front();
        return error.what();
    }
    return "";
}

class ServeScenarioTest : public testing::Test
{
  protected:
    ServeScenarioTest()
    {
        m_folder.Write("events.jsonl", "an earlier run");
    }

    ~ServeScenarioTest() override
    {
        EXPECT_EQ(m_folder.Read("events.jsonl"), "an earlier run") << "nothing was cleared away";
    }

    TemporaryFolder m_folder;
    boost::asio::io_context m_context;
};

TEST_F(ServeScenarioTest, RefusesAPortThatAnotherProgramHas)
{
    const auto loopback = boost::asio::ip::address_v4::loopback();
    const tcp::acceptor taken(m_context, {loopback, 0});
    const auto port = taken.local_endpoint().port();
    EXPECT_EQ(GetRefusal({{{"127.0.0.1", port, false, "mail.b.net", 25}}, {}}, m_folder),
              "--listen: expected a port that is free, got 127.0.0.1:" + std::to_string(port) +
                  ", which gives \"Address already in use\"; choose another port, or 0 for any "
                  "that is free");
}

TEST_F(ServeScenarioTest, RefusesADatagramPortThatAnotherProgramHas)
{
    const auto loopback = boost::asio::ip::address_v4::loopback();
    const udp::socket taken(m_context, {loopback, 0});
    const auto port = taken.local_endpoint().port();
    EXPECT_NE(GetRefusal({{{"127.0.0.1", port, true, "ns.net", 53}}, {}}, m_folder)
                  .find("which gives \"Address already in use\""),
              std::string::npos);
}

TEST_F(ServeScenarioTest, RefusesAnAddressThatIsNotOfThisMachine)
{
    EXPECT_EQ(GetRefusal({{{"192.0.2.77", 2525, false, "mail.b.net", 25}}, {}}, m_folder),
              "--listen: expected a port that is free, got 192.0.2.77:2525, which gives \"Cannot "
              "assign requested address\"; choose an address of this machine");
}

TEST_F(ServeScenarioTest, RefusesToServeNothing)
{
    EXPECT_EQ(GetRefusal({}, m_folder),
              "--listen: expected at least one port, got none; such as --listen "
              "2525=mail.b.net:25");
}

TEST_F(ServeScenarioTest, RefusesAFolderThatAnotherRunHas)
{
    const FolderLock other(m_folder.GetPath());
    EXPECT_NE(GetRefusal({{{"127.0.0.1", 0, false, "mail.b.net", 25}}, {}}, m_folder)
                  .find("--out: expected a folder that no other run is writing to"),
              std::string::npos);
}

} // namespace
} // namespace ns3::postroad::scenario

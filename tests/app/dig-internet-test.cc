#include "app/dns-internet.h"

#include "postroad/dns/dig/dns-dig-text.h"
#include "postroad/helper/agent-helper.h"

#include "ns3/simulator.h"

#include <gtest/gtest.h>

namespace ns3::postroad
{
namespace
{

using Lines = std::vector<std::string>;

/// dig at client.test, before root, top-level domain, domain and recursive resolver.
class DigInternetTest : public testing::Test
{
  protected:
    DigInternetTest()
    {
        Install("client.test");
        Add("root.test", ".", ". 86400 NS root.test.");
        Add("tld.test", "test", "root.test. 86400 A " + m_internet.GetAddress("root.test"));
    }

    /// Adds a record to the zone of a server.
    void Add(const std::string& server, std::string_view origin, const std::string& line)
    {
        auto* const zone =
            m_internet.GetServer(server)->GetAuthority().FindZone(*dns::Name::Parse(origin));
        EXPECT_FALSE(zone->Add(*dns::Record::Parse(line, {})));
    }

    void Install(const std::string& host)
    {
        m_client = DigClientHelper().InstallAgent(m_internet.GetNetwork().GetNode(host));
    }

    /// Asks the resolver at a time, and gives what dig prints.
    std::string Dig(const Time& time, dns::DigQuery query)
    {
        query.servers = {{m_internet.GetAddress(m_internet.RESOLVER), m_internet.RESOLVER}};
        std::string text;
        Simulator::Schedule(time - Simulator::Now(), [this, query, &text] {
            m_client->Dig(query, [query, &text](const DigClient::Events& events) {
                text = dns::FormatDig(query, events);
            });
        });
        m_internet.RunUntil(time + Seconds(30));
        return text;
    }

    static dns::DigQuery MakeDigQuery()
    {
        dns::DigQuery query;
        query.question = {*dns::Name::Parse("b.test"), dns::RecordType::MX};
        return query;
    }

    test::DnsInternet m_internet;
    Ptr<DigClient> m_client;
};

/// The lines of a text that contain these words.
Lines
FindLines(const std::string& text, const std::string& words)
{
    Lines lines;
    for (std::size_t begin = 0; begin < text.size();)
    {
        const auto end = text.find('\n', begin);
        const auto line = text.substr(begin, end - begin);
        if (line.find(words) != std::string::npos)
        {
            lines.push_back(line);
        }
        begin = end + 1;
    }
    return lines;
}

TEST_F(DigInternetTest, SeesTheTimeToLiveCountDownInTheCache)
{
    EXPECT_EQ(FindLines(Dig(Seconds(1), MakeDigQuery()), "10 mail"),
              Lines{"b.test.\t\t\t300\tIN\tMX\t10 mail.b.test."});
    EXPECT_EQ(FindLines(Dig(Seconds(101.5), MakeDigQuery()), "10 mail"),
              Lines{"b.test.\t\t\t200\tIN\tMX\t10 mail.b.test."});
    const auto afterItsEnd = Dig(Seconds(401), MakeDigQuery());
    EXPECT_EQ(FindLines(afterItsEnd, "10 mail"),
              Lines{"b.test.\t\t\t300\tIN\tMX\t10 mail.b.test."});
    EXPECT_EQ(FindLines(afterItsEnd, ";; flags"),
              Lines{";; flags: qr rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1"});
    EXPECT_TRUE(FindLines(afterItsEnd, "WARNING").empty());
}

TEST_F(DigInternetTest, TracesTheWayOfAColdResolver)
{
    auto query = MakeDigQuery();
    query.isTrace = true;
    query.display.ShowSteps();
    const auto text = Dig(Seconds(1), query);
    EXPECT_EQ(FindLines(text, "NS\t"),
              (Lines{".\t\t\t86400\tIN\tNS\troot.test.",
                     "test.\t\t\t86400\tIN\tNS\ttld.test.",
                     "b.test.\t\t\t3600\tIN\tNS\tns1.b.test.",
                     "b.test.\t\t\t3600\tIN\tNS\tns2.b.test."}));
    EXPECT_EQ(FindLines(text, "MX\t"), Lines{"b.test.\t\t\t300\tIN\tMX\t10 mail.b.test."});
    const auto steps = FindLines(text, ";; Received ");
    ASSERT_EQ(steps.size(), 4U);
    const Lines servers{"resolver.test", "root.test", "tld.test", "ns1.b.test"};
    for (std::size_t i = 0; i < servers.size(); ++i)
    {
        EXPECT_NE(steps[i].find('(' + servers[i] + ')'), std::string::npos) << steps[i];
    }
}

TEST_F(DigInternetTest, ShowsAStrangerThatItIsRefused)
{
    Install("stranger.test");
    EXPECT_EQ(FindLines(Dig(Seconds(1), MakeDigQuery()), "status: REFUSED").size(), 1U);
}

} // namespace
} // namespace ns3::postroad

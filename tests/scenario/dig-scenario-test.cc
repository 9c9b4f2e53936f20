#include "spec/scenario-text.h"

#include "postroad/dns/dig/dns-dig-text.h"
#include "postroad/scenario/dig-arguments.h"
#include "postroad/scenario/dig-scenario.h"
#include "postroad/spec/read/loader.h"

#include <gtest/gtest.h>

namespace ns3::postroad::scenario
{
namespace
{

using Words = std::vector<std::string>;
using std::chrono::milliseconds;

/// What comes of a question in a scenario; the name server is ns.net.
std::vector<std::vector<dns::DigEvent>>
Dig(const DigArguments& arguments, const std::string& text = std::string(test::SMALL))
{
    const auto spec = LoadScenarioText(text, "s.yaml");
    return DigInScenario(spec, ReadDigArguments(spec, arguments));
}

/// The one response to a question.
dns::DigResponse
DigOnce(const std::string& host, const Words& words)
{
    const auto answers = Dig({.host = host, .words = words});
    EXPECT_EQ(answers.size(), 1U);
    EXPECT_EQ(answers.at(0).size(), 1U);
    return std::get<dns::DigResponse>(answers.at(0).at(0));
}

TEST(DigScenario, BringsTheAnswerOfTheHostsResolver)
{
    const auto response = DigOnce("mail.a.net", {"b.net", "MX"});
    EXPECT_EQ(response.server.name, "ns.net");
    ASSERT_EQ(response.message.answers.size(), 1U);
    EXPECT_EQ(dns::ToString(response.message.answers[0].data), "10 mail.b.net.");
    EXPECT_TRUE(response.message.header.isAuthoritative);
    EXPECT_EQ(response.message.edns, dns::Edns{});
}

TEST(DigScenario, TakesAsLongAsThePacketsTake)
{
    const auto near = DigOnce("mail.a.net", {"b.net", "MX"}).queryTime;
    const auto far = DigOnce("pc.a.net", {"b.net", "MX"}).queryTime;
    EXPECT_GE(near, milliseconds(4)); // four links of 1 ms
    EXPECT_LT(near, milliseconds(5));
    EXPECT_EQ(far - near, milliseconds(8)); // two of 5 ms instead
}

TEST(DigScenario, AsksTheServerThatIsNamed)
{
    const auto byName = DigOnce("pc.a.net", {"b.net", "MX", "@ns.net"});
    EXPECT_EQ(byName.server.name, "ns.net");
    const auto byAddress = DigOnce("pc.a.net", {"b.net", "MX", "@" + byName.server.address});
    EXPECT_EQ(byAddress.server.address, byName.server.address);
    EXPECT_EQ(byAddress.message.answers, byName.message.answers);
}

TEST(DigScenario, AsksAtThatTimeAndAgain)
{
    const auto answers =
        Dig({.host = "pc.a.net", .words = {"b.net"}, .time = "1h", .again = {"60s", "0s"}});
    ASSERT_EQ(answers.size(), 3U);
    const auto when = [&answers](std::size_t index) {
        return std::get<dns::DigResponse>(answers.at(index).at(0)).when.unixSeconds;
    };
    EXPECT_EQ(when(0), DEFAULT_EPOCH + 3600);
    EXPECT_EQ(when(1), DEFAULT_EPOCH + 3660);
    EXPECT_EQ(when(2), DEFAULT_EPOCH + 3660);
}

TEST(DigScenario, SeesWhatTheScenarioMakesHappen)
{
    const auto text = test::Replace(test::SMALL,
                                    "  - at: 2s\n    fetch: {user: alice@a.net}\n",
                                    "  - at: 10s\n    fail: {host: ns.net}\n"
                                    "  - at: 1m\n    restore: {host: ns.net}\n");
    const DigArguments arguments{.host = "pc.a.net",
                                 .words = {"b.net"},
                                 .time = "9s",
                                 .again = {"2s", "1m"}};
    const auto answers = Dig(arguments, text);
    ASSERT_EQ(answers.size(), 3U);
    EXPECT_TRUE(dns::IsAnswered(answers[0]));
    EXPECT_FALSE(dns::IsAnswered(answers[1]));
    EXPECT_EQ(answers[1].size(), 3U);
    EXPECT_TRUE(dns::IsAnswered(answers[2]));
}

TEST(DigScenario, AsksSeveralQuestionsOneAfterTheOther)
{
    const auto answers = Dig({.host = "pc.a.net",
                              .words = {"b.net", "MX", "version.bind", "CH", "TXT"},
                              .again = {"60s"}});
    ASSERT_EQ(answers.size(), 4U);
    const auto get = [&answers](std::size_t index) {
        return std::get<dns::DigResponse>(answers.at(index).at(0));
    };
    for (const std::size_t first : {0, 2})
    {
        EXPECT_EQ(get(first).message.questions.at(0).ToString(), "b.net. IN MX");
        EXPECT_EQ(get(first + 1).message.questions.at(0).ToString(), "version.bind. CH TXT");
        EXPECT_EQ(get(first + 1).message.GetCode(), dns::ResponseCode::REFUSED);
        EXPECT_EQ(get(first + 1).when.unixSeconds, get(first).when.unixSeconds);
    }
    EXPECT_EQ(get(2).when.unixSeconds, get(0).when.unixSeconds + 60);
}

TEST(DigScenario, AsksASilentServerAsOftenAndAsLongAsToldBeforeItGoesOn)
{
    const auto text = test::Replace(test::SMALL,
                                    "  - at: 2s\n    fetch: {user: alice@a.net}\n",
                                    "  - {at: 1s, fail: {host: mail.b.net}}\n"
                                    "  - {at: 1s, fail: {host: ns.net, service: dns}}\n"
                                    "  - {at: 80s, restore: {host: ns.net, service: dns}}\n");
    const DigArguments arguments{.host = "pc.a.net",
                                 .words = {"+tries=4",
                                           "b.net",
                                           "@mail.b.net",
                                           "b.net",
                                           "@ns.net",
                                           "b.net",
                                           "@ns.net",
                                           "+retry=1",
                                           "+time=15",
                                           "b.net",
                                           "MX"},
                                 .time = "2s"};
    const auto answers = Dig(arguments, text);
    ASSERT_EQ(answers.size(), 4U);
    const auto getReasons = [&answers](std::size_t index) {
        std::vector<std::string> reasons;
        for (const auto& event : answers.at(index))
        {
            reasons.push_back(std::get<dns::DigFailure>(event).reason);
        }
        return reasons;
    };
    EXPECT_EQ(getReasons(0), std::vector<std::string>(4, "no route to host"));
    EXPECT_EQ(getReasons(1), std::vector<std::string>(4, "timed out"));
    EXPECT_EQ(getReasons(2), std::vector<std::string>(2, "timed out"));
    const auto& last = std::get<dns::DigResponse>(answers.at(3).at(0));
    EXPECT_EQ(last.when.unixSeconds, DEFAULT_EPOCH + 2 + 4 * 15 + 2 * 15);
}

TEST(DigScenario, AsksAfterTheEndOfTheScenarioToo)
{
    const auto text = "duration: 1m\n" + std::string(test::SMALL);
    EXPECT_TRUE(dns::IsAnswered(
        Dig({.host = "pc.a.net", .words = {"b.net"}, .time = "1 day"}, text).at(0)));
}

TEST(DigScenario, GivesTheSameBytesTwice)
{
    const auto print = [] {
        return dns::FormatDig({}, Dig({.host = "pc.a.net", .words = {"b.net"}}).at(0));
    };
    const auto first = print();
    EXPECT_NE(first.find("id: "), std::string::npos);
    EXPECT_EQ(print(), first);
}

} // namespace
} // namespace ns3::postroad::scenario

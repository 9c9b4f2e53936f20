// What may stand behind the keys of a scenario: the values on both sides of each bound, and what is
// said of those beyond it.
#include "spec/scenario-text.h"

#include <gtest/gtest.h>

#include <functional>

namespace ns3::postroad::scenario
{
namespace
{

using test::GetErrors;
using test::Replace;
using test::SMALL;

/// A key, the values that it takes, those that it does not, and the words for these.
struct Values
{
    const char* key;
    std::vector<std::string> good;
    std::vector<std::string> bad;
    const char* expected;
};

/// \param makeText gives the scenario with a key and its value
/// \param place where the key stands, as messages have it: "s.yaml:17: links[3]."
void
ExpectValues(const std::vector<Values>& table,
             const std::function<std::string(const std::string& key, const std::string&)>& makeText,
             const std::string& place)
{
    for (const auto& [key, good, bad, expected] : table)
    {
        for (const auto& value : good)
        {
            EXPECT_EQ(GetErrors(makeText(key, value)), "") << key << ": " << value;
        }
        for (const auto& value : bad)
        {
            const auto quoted = value.front() == '\'' ? value.substr(1, value.size() - 2) : value;
            auto told = place;
            told.append(key).append(": expected ").append(expected);
            told.append(", got \"").append(quoted).append("\"");
            EXPECT_EQ(GetErrors(makeText(key, value)), told);
        }
    }
}

constexpr auto DURATION = "a duration such as 5ms, 90s, 2h30m or 5 days (units ns, us, ms, s, m, "
                          "h, d)";

TEST(ScenarioValues, OfTheWhole)
{
    ExpectValues(
        {
            {"seed",
             {"1", "4294944442"},
             {"0", "-1", "4294944443", "1.5", "one", "0x1"},
             "a number from 1 to 4294944442"},
            {"run", {"1", "7"}, {"0", "x"}, "a number from 1 to 4294944442"},
            {"duration", {"3s", "7 days", "36600d"}, {"3", "soon", "-1s"}, DURATION},
            {"duration", {}, {"0s", "0ms"}, "a duration above 0s"},
            {"duration", {}, {"36601d"}, "a duration of at most 100 years"},
            {"epoch",
             {"1970-01-01", "9899-12-31", "2012-02-29", "2010-03-08 10:00:00+01:00"},
             {"2011-02-29", "2010-3-8", "08.03.2010", "2010-03-08T25:00:00Z"},
             "a date such as \"Mon, 8 Mar 2010 10:00:00 +0000\" or \"2010-03-08T10:00:00Z\""},
            {"epoch", {}, {"1969-12-31", "9900-01-01"}, "a date from 1970 to 9899"},
            {"dns",
             {},
             {"none", "Full", "'full '"},
             "full (root, top-level and domain servers, resolvers) or single (one name server for "
             "all)"},
        },
        [](const std::string& key, const std::string& value) {
            const std::string line = key + ": " + value + "\n";
            return key == "dns" ? Replace(Replace(SMALL, "dns: single\n", ""),
                                          "title: Small\n",
                                          "title: Small\n" + line)
                                : Replace(SMALL, "title: Small\n", "title: Small\n" + line);
        },
        "s.yaml:2: ");
}

TEST(ScenarioValues, OfAHost)
{
    ExpectValues(
        {
            {"address",
             {"192.0.2.9", "10.1.2.3"},
             {"192.0.2.256", "192.0.2", "1.2.3.4.5", "2001:db8::1", "mail.a.net"},
             "an IPv4 address such as 192.0.2.1"},
            {"zone",
             {"UTC", "+0000", "-1200", "+1400", "+0530 IST"},
             {"+1401x", "+1500", "0100", "Europe/Vienna", "+01"},
             "a time zone such as +0100, +0100 CET or UTC"},
            {"clock",
             {"0s", "+2m", "-1h30m", "5 days"},
             {"2", "--1s", "slow", "+ -1s"},
             "a duration with a sign such as -2s or +1h (units ns, us, ms, s, m, h, d)"},
            {"resolver",
             {"ns.net", "NS.net"},
             {"ns_1.net", "-ns.net", "'ns net'"},
             "a name such as mail.a.net (letters, digits, hyphens, dots)"},
        },
        [](const std::string& key, const std::string& value) {
            return Replace(SMALL,
                           "  mail.b.net: {roles: [mta, mda, pop3]}",
                           "  mail.b.net: {roles: [mta, mda, pop3], " + key + ": " + value + "}");
        },
        "s.yaml:7: hosts.mail.b.net.");
}

TEST(ScenarioValues, OfServers)
{
    ExpectValues(
        {
            {"mta.port", {"1", "65535"}, {"0", "65536", "smtp", "-25"}, "a number from 1 to 65535"},
            {"pop3.port", {"995"}, {"0", "1e3"}, "a number from 1 to 65535"},
            {"mta.smart-host",
             {"mail.a.net"},
             {"192.0.2.1", "'a b'"},
             "a name such as mail.a.net (letters, digits, hyphens, dots)"},
            {"policy.open-relay", {"true", "false"}, {"yes", "True", "1"}, "true or false"},
            {"policy.tarpit", {"1ns", "1h"}, {"0s"}, "a duration above 0s"},
            {"policy.tarpit", {}, {"1"}, DURATION},
            {"policy.catch-all",
             {"bob@b.net"},
             {"bob", "bob@", "'bob@b.net, carol@b.net'"},
             "a mail address such as alice@a.net"},
            {"queue.concurrency", {"1", "1000"}, {"0", "1001", "many"}, "a number from 1 to 1000"},
            {"queue.warn-after", {"1s", "5d"}, {"0s", "999ms"}, "a duration of at least 1s"},
            {"queue.warn-after", {}, {"never"}, DURATION},
        },
        [](const std::string& key, const std::string& value) {
            const auto dot = key.find('.');
            return Replace(SMALL,
                           "  mail.b.net: {roles: [mta, mda, pop3]}",
                           "  mail.b.net: {roles: [mta, mda, pop3], " + key.substr(0, dot) + ": {" +
                               key.substr(dot + 1) + ": " + value + "}}");
        },
        "s.yaml:7: hosts.mail.b.net.");
}

TEST(ScenarioValues, OfALink)
{
    ExpectValues(
        {
            {"rate",
             {"1bps", "9.6kbps", "1000Gbps"},
             {"0bps", "1001Gbps", "10", "10MB", "10mbps"},
             "a rate such as 10Mbps (units bps, kbps, Mbps, Gbps; at most 1000Gbps)"},
            {"delay", {"0s", "1ns", "600ms"}, {"1", "-1ms", "ms"}, DURATION},
            {"loss",
             {"0%", "0.5%", "100%"},
             {"0.5", "101%", "-1%"},
             "a percentage from 0% to 100%"},
            {"queue",
             {"1 packet", "1000000 packets"},
             {"0 packets", "1000001 packets", "50", "50kB"},
             "a queue length such as 50 packets (1 to 1000000)"},
        },
        [](const std::string& key, const std::string& value) {
            return Replace(SMALL,
                           "{between: [ns.net, r.net]}",
                           "{between: [ns.net, r.net], " + key + ": " + value + "}");
        },
        "s.yaml:17: links[3].");
}

TEST(ScenarioValues, OfADomain)
{
    ExpectValues(
        {
            {"mx",
             {"mail.b.net", "0 mail.b.net", "65535 mail.b.net"},
             {"-1 mail.b.net", "65536 mail.b.net", "x mail.b.net", "'10  mail.b.net'", "'10 '"},
             "a host name, or a preference and a host name such as 10 mail.b.net"},
            {"ttl", {"0s", "1d", "2147483647s"}, {"2147483648s"}, "at most 2147483647 seconds"},
            {"ttl", {}, {"3600"}, DURATION},
            {"mailboxes",
             {"mail.b.net"},
             {"192.0.2.1"},
             "a name such as mail.a.net (letters, digits, hyphens, dots)"},
        },
        [](const std::string& key, const std::string& value) {
            const std::string mx = key == "mx" ? "" : "mx: mail.b.net, ";
            return Replace(SMALL,
                           "{users: bob, mx: mail.b.net}",
                           "{users: bob, " + mx + key + ": " + value + "}");
        },
        "s.yaml:12: domains.b.net.");
}

TEST(ScenarioValues, OfUsers)
{
    const auto check = [](const std::string& users) {
        return GetErrors(Replace(SMALL,
                                 "{users: bob, mx: mail.b.net}",
                                 "{users: " + users + ", mx: mail.b.net}"));
    };
    for (const auto* const users :
         {"bob", "[bob, carol]", "[bob, first.last, o'neil, a+b]", "{bob: , carol: {password: x}}"})
    {
        EXPECT_EQ(check(users), "") << users;
    }
    const std::string place = "s.yaml:12: domains.b.net.users";
    EXPECT_EQ(check("[bob, 'a b']"),
              place + "[1]: expected a user name such as alice, without @ and domain, got \"a b\"");
    EXPECT_EQ(check("[bob, bob@b.net]"),
              place + "[1]: expected a user name such as alice, without @ and domain, got "
                      "\"bob@b.net\"");
    EXPECT_EQ(check("{bob: , carol@b.net: }"),
              place + ".carol@b.net: expected a user name such as alice, without @ and domain, "
                      "before the colon, got nothing");
    EXPECT_EQ(check("{bob: secret}"),
              place + ".bob: expected keys of a user (name or password), got \"secret\"");
}

TEST(ScenarioValues, OfAMessage)
{
    ExpectValues(
        {
            {"size",
             {"0B", "2B", "1 kB", "64KiB"},
             {"1", "101MB", "1kb", "-1B"},
             "a size up to 100MB such as 12kB (units B, kB, MB, GB, KiB, MiB, GiB)"},
            {"cc",
             {"carol@c.test", "[carol@c.test, dave@d.test]"},
             {"carol", "carol@", "'@c.test'"},
             "a mail address such as alice@a.net"},
        },
        [](const std::string& key, const std::string& value) {
            return Replace(SMALL,
                           "to: bob@b.net}\n  - at",
                           "to: bob@b.net, " + key + ": " + value + "}\n  - at");
        },
        "s.yaml:20: events[0].send.");
}

TEST(ScenarioValues, OfWhatAClientSays)
{
    const auto text = Replace(SMALL, "roles: mua\n", "roles: [mua, client]\n");
    const auto make = [&text](const std::string& key, const std::string& value) {
        const std::string to = key == "to" ? "" : "to: mail.b.net, ";
        return Replace(text,
                       "fetch: {user: alice@a.net}",
                       "say: {host: pc.a.net, " + to + "lines: QUIT, " + key + ": " + value + "}");
    };
    ExpectValues(
        {{"to",
          {"mail.b.net", "mail.b.net:587", "192.0.2.1", "192.0.2.1:65535"},
          {"mail.b.net:0", "mail.b.net:65536", "mail.b.net:smtp", "'mail.b.net:'", "'a b:25'"},
          "a host and a port such as smtp.example.com:25"},
         {"pace", {"0s", "1h"}, {"1", "-1s"}, DURATION}},
        make,
        "s.yaml:22: events[1].say.");
}

TEST(ScenarioValues, OfExpectations)
{
    const auto make = [](const std::string& key, const std::string& value) {
        const auto dot = key.find('.');
        const auto kind = key.substr(0, dot);
        const std::string first = key == "mailbox.messages"  ? "user: bob@b.net, fetched: 0, "
                                  : key == "mailbox.fetched" ? "user: bob@b.net, messages: 0, "
                                  : kind == "query"          ? "from: mail.a.net, "
                                  : kind == "attempts"       ? "by: mail.a.net, hosts: mail.b.net, "
                                                             : "by: [mail.a.net, mail.b.net], ";
        return Replace(SMALL,
                       "outcome: {to: bob@b.net, is: delivered}",
                       kind + ": {" + first + key.substr(dot + 1) + ": " + value + "}");
    };
    ExpectValues(
        {
            {"mailbox.messages",
             {"0", "4294967295"},
             {"-1", "4294967296", "one"},
             "a number from 0 to 4294967295"},
            {"mailbox.fetched", {"0"}, {"x"}, "a number from 0 to 4294967295"},
            {"query.count", {"0", "3"}, {"1.5"}, "a number from 0 to 4294967295"},
            {"query.type", {"MX", "TYPE65280"}, {"MXX", "'M X'"}, "a record type such as MX"},
            {"query.after", {"0s", "2h"}, {"2"}, DURATION},
            {"attempts.count", {"1", "33"}, {"x"}, "a number from 0 to 4294967295"},
            {"attempts.at", {"1s", "[1s, 30m]"}, {"1"}, DURATION},
            {"received.hops", {"2"}, {"two"}, "a number from 0 to 4294967295"},
        },
        make,
        "s.yaml:24: expect[0].");
}

} // namespace
} // namespace ns3::postroad::scenario

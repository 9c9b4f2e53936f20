// Each key that a scenario file may have, put wrong in each of the ways in which a hand puts it
// wrong: misspelt, written twice, left empty, given a value of another kind. Whatever it is, the
// message names the line and the key.
#include "spec/scenario-text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

namespace ns3::postroad::scenario
{
namespace
{

using test::GetErrors;

/// A line of a scenario, and the path of the key on it; none where it has no key to put wrong.
struct Line
{
    const char* text;
    const char* path;
};

const std::vector<Line> EVERY_KEY{
    {"title: Every key", "title"},
    {"about: A text", "about"},
    {"lecture: L02", "lecture"},
    {"epoch: 2010-03-08", "epoch"},
    {"seed: 2", "seed"},
    {"run: 3", "run"},
    {"duration: 2h", "duration"},
    {"dns: single", "dns"},
    {"hosts:", "hosts"},
    {"  pc.a.net:", nullptr},
    {"    roles: [mua, client]", "hosts.pc.a.net.roles"},
    {"    zone: +0100 CET", "hosts.pc.a.net.zone"},
    {"    clock: -2s", "hosts.pc.a.net.clock"},
    {"    resolver: cache.net", "hosts.pc.a.net.resolver"},
    {"    mua:", "hosts.pc.a.net.mua"},
    {"      user: alice@a.net", "hosts.pc.a.net.mua.user"},
    {"      submit-to: mail.a.net", "hosts.pc.a.net.mua.submit-to"},
    {"      fetch-from: mail.a.net", "hosts.pc.a.net.mua.fetch-from"},
    {"      keep: true", "hosts.pc.a.net.mua.keep"},
    {"  mail.a.net:", nullptr},
    {"    roles: [msa, mta, mda, pop3]", "hosts.mail.a.net.roles"},
    {"    address: 192.0.2.7", "hosts.mail.a.net.address"},
    {"    msa:", "hosts.mail.a.net.msa"},
    {"      port: 1587", "hosts.mail.a.net.msa.port"},
    {"      smart-host: mail.b.net", "hosts.mail.a.net.msa.smart-host"},
    {"    mta:", "hosts.mail.a.net.mta"},
    {"      port: 1025", "hosts.mail.a.net.mta.port"},
    {"      smart-host: mail.b.net", "hosts.mail.a.net.mta.smart-host"},
    {"    pop3:", "hosts.mail.a.net.pop3"},
    {"      port: 1110", "hosts.mail.a.net.pop3.port"},
    {"    policy:", "hosts.mail.a.net.policy"},
    {"      open-relay: false", "hosts.mail.a.net.policy.open-relay"},
    {"      relay-for: 198.51.100.0/24", "hosts.mail.a.net.policy.relay-for"},
    {"      catch-all: alice@a.net", "hosts.mail.a.net.policy.catch-all"},
    {"      busy:", "hosts.mail.a.net.policy.busy"},
    {"        mailbox: alice@a.net", "hosts.mail.a.net.policy.busy.mailbox"},
    {"        times: 2", "hosts.mail.a.net.policy.busy.times"},
    {"      over-quota: alice@a.net", "hosts.mail.a.net.policy.over-quota"},
    {"      unknown: alice@a.net", "hosts.mail.a.net.policy.unknown"},
    {"      greylist: 5m", "hosts.mail.a.net.policy.greylist"},
    {"      rate-limit:", "hosts.mail.a.net.policy.rate-limit"},
    {"        connections: 3", "hosts.mail.a.net.policy.rate-limit.connections"},
    {"        per: 1h", "hosts.mail.a.net.policy.rate-limit.per"},
    {"      tarpit: 1s", "hosts.mail.a.net.policy.tarpit"},
    {"      disconnect:", "hosts.mail.a.net.policy.disconnect"},
    {"        after: RCPT", "hosts.mail.a.net.policy.disconnect.after"},
    {"        times: 1", "hosts.mail.a.net.policy.disconnect.times"},
    {"    queue:", "hosts.mail.a.net.queue"},
    {"      first-wait: 2m", "hosts.mail.a.net.queue.first-wait"},
    {"      longest-wait: 1h", "hosts.mail.a.net.queue.longest-wait"},
    {"      give-up-after: 1d", "hosts.mail.a.net.queue.give-up-after"},
    {"      warn-after: 4h", "hosts.mail.a.net.queue.warn-after"},
    {"      concurrency: 3", "hosts.mail.a.net.queue.concurrency"},
    {"  mail.b.net: {roles: [mta, mda, pop3]}", nullptr},
    {"  ns.net: {roles: dns}", nullptr},
    {"  cache.net:", nullptr},
    {"    roles: resolver", "hosts.cache.net.roles"},
    {"    resolve-for: 10.0.0.0/8", "hosts.cache.net.resolve-for"},
    {"  r.net: {roles: router}", nullptr},
    {"domains:", "domains"},
    {"  a.net: {users: alice, mx: mail.a.net}", nullptr},
    {"  b.net:", nullptr},
    {"    users:", "domains.b.net.users"},
    {"      bob:", nullptr},
    {"        name: Bob Smith", "domains.b.net.users.bob.name"},
    {"        password: secret", "domains.b.net.users.bob.password"},
    {"    mx: 10 mail.b.net", "domains.b.net.mx"},
    {"    mailboxes: mail.b.net", "domains.b.net.mailboxes"},
    {"    name-server: ns.net", "domains.b.net.name-server"},
    {"    ttl: 5m", "domains.b.net.ttl"},
    {"    remove-records: '@ MX'", "domains.b.net.remove-records"},
    {"    records: '@ MX 5 mail'", "domains.b.net.records"},
    {"links:", "links"},
    {"  - between: [pc.a.net, r.net]", "links[0].between"},
    {"    name: up", "links[0].name"},
    {"    rate: 2Mbps", "links[0].rate"},
    {"    delay: 7ms", "links[0].delay"},
    {"    loss: 0%", "links[0].loss"},
    {"    queue: 9 packets", "links[0].queue"},
    {"  - {between: [mail.a.net, r.net]}", nullptr},
    {"  - {between: [mail.b.net, r.net]}", nullptr},
    {"  - {between: [ns.net, r.net]}", nullptr},
    {"  - {between: [cache.net, r.net]}", nullptr},
    {"events:", "events"},
    {"  - at: 1s", "events[0].at"},
    {"    send:", "events[0].send"},
    {"      id: letter", "events[0].send.id"},
    {"      from: alice@a.net", "events[0].send.from"},
    {"      to: bob@b.net", "events[0].send.to"},
    {"      cc: carol@c.test", "events[0].send.cc"},
    {"      bcc: dave@d.test", "events[0].send.bcc"},
    {"      subject: Hello", "events[0].send.subject"},
    {"      body: Hello", "events[0].send.body"},
    {"      host: pc.a.net", "events[0].send.host"},
    {"  - at: 2s", "events[1].at"},
    {"    fetch:", "events[1].fetch"},
    {"      user: alice@a.net", "events[1].fetch.user"},
    {"      host: pc.a.net", "events[1].fetch.host"},
    {"  - at: 3s", "events[2].at"},
    {"    say:", "events[2].say"},
    {"      host: pc.a.net", "events[2].say.host"},
    {"      to: mail.b.net:26", "events[2].say.to"},
    {"      lines: QUIT", "events[2].say.lines"},
    {"      pace: 4s", "events[2].say.pace"},
    {"  - at: 4s", "events[3].at"},
    {"    fail:", "events[3].fail"},
    {"      link: up", "events[3].fail.link"},
    {"  - at: 5s", "events[4].at"},
    {"    restore:", "events[4].restore"},
    {"      host: mail.b.net", "events[4].restore.host"},
    {"  - at: 6s", "events[5].at"},
    {"    edit-zone:", "events[5].edit-zone"},
    {"      zone: b.net", "events[5].edit-zone.zone"},
    {"      remove: '@ MX'", "events[5].edit-zone.remove"},
    {"      add: '@ MX 5 mail'", "events[5].edit-zone.add"},
    {"expect:", "expect"},
    {"  - outcome:", "expect[0].outcome"},
    {"      message: letter", "expect[0].outcome.message"},
    {"      to: bob@b.net", "expect[0].outcome.to"},
    {"      is: delivered", "expect[0].outcome.is"},
    {"  - received:", "expect[1].received"},
    {"      message: letter", "expect[1].received.message"},
    {"      hops: 1", "expect[1].received.hops"},
    {"      by: mail.a.net", "expect[1].received.by"},
    {"  - dialogue:", "expect[2].dialogue"},
    {"      between: [pc.a.net, mail.a.net]", "expect[2].dialogue.between"},
    {"      contains: \"C: QUIT\"", "expect[2].dialogue.contains"},
    {"  - mailbox:", "expect[3].mailbox"},
    {"      user: bob@b.net", "expect[3].mailbox.user"},
    {"      messages: 1", "expect[3].mailbox.messages"},
    {"      fetched: 0", "expect[3].mailbox.fetched"},
    {"  - query:", "expect[4].query"},
    {"      from: pc.a.net", "expect[4].query.from"},
    {"      to: ns.net", "expect[4].query.to"},
    {"      name: a.net", "expect[4].query.name"},
    {"      type: MX", "expect[4].query.type"},
    {"      count: 1", "expect[4].query.count"},
    {"      after: 1s", "expect[4].query.after"},
    {"      before: 9s", "expect[4].query.before"},
    {"  - duration:", "expect[5].duration"},
    {"      below: 1h", "expect[5].duration.below"},
    {"  - attempts:", "expect[6].attempts"},
    {"      message: letter", "expect[6].attempts.message"},
    {"      by: mail.a.net", "expect[6].attempts.by"},
    {"      count: 1", "expect[6].attempts.count"},
    {"      hosts: mail.b.net", "expect[6].attempts.hosts"},
    {"      at: 1s", "expect[6].attempts.at"},
    {"      within: 2s", "expect[6].attempts.within"},
};

/// The scenario with another line in place of one, or as it is.
std::string
WithLine(std::size_t index, const std::string& line)
{
    std::string text;
    for (std::size_t i = 0; i < EVERY_KEY.size(); ++i)
    {
        text += i == index ? line : EVERY_KEY[i].text;
        text += '\n';
    }
    return text;
}

/// A line in its three parts.
struct Parts
{
    std::string indent; ///< with the dash of an item
    std::string key;
    std::string value;
};

Parts
Split(const std::string& line)
{
    const auto begin = line.find_first_not_of(" -");
    const auto colon = line.find(':', begin);
    return {line.substr(0, begin), line.substr(begin, colon - begin), line.substr(colon + 1)};
}

/// Whether the line has the only key of its map.
bool
IsAlone(std::size_t index)
{
    const auto indent = Split(EVERY_KEY[index].text).indent.size();
    const bool isFirst = index > 0 && std::string_view(EVERY_KEY[index - 1].text).ends_with(':');
    const bool isLast =
        index + 1 == EVERY_KEY.size() || Split(EVERY_KEY[index + 1].text).indent.size() < indent;
    return isFirst && isLast;
}

/// "s.yaml:12: links[0].delay", or its beginning, as messages have it.
std::string
MakePlace(std::size_t index, const std::string& path)
{
    return "s.yaml:" + std::to_string(index + 1) + ": " + path;
}

/// The messages without the numbers of their lines: what is missing is told at the nearest line.
std::string
WithoutLines(const std::string& messages)
{
    return std::regex_replace(messages, std::regex("s\\.yaml:[0-9]+: "), "");
}

/// Whether one of the messages begins so.
bool
HasMessage(const std::string& messages, const std::string& beginning)
{
    return messages.starts_with(beginning) || messages.find('\n' + beginning) != std::string::npos;
}

/// Calls `test` for each line that has a key of the format, with its number and its parts.
template <typename Test>
void
ForEachKey(Test test)
{
    for (std::size_t i = 0; i < EVERY_KEY.size(); ++i)
    {
        if (EVERY_KEY[i].path)
        {
            SCOPED_TRACE(EVERY_KEY[i].path);
            test(i, Split(EVERY_KEY[i].text));
        }
    }
}

TEST(EveryKey, IsKnown)
{
    EXPECT_EQ(GetErrors(WithLine(EVERY_KEY.size(), "")), "");
}

TEST(EveryKey, IsToldByItsNearestNameWhenItIsMisspelt)
{
    ForEachKey([](std::size_t index, const Parts& parts) {
        // Two letters in each other's place; short keys get a letter more.
        auto wrong = parts.key;
        wrong.size() > 3 ? std::swap(wrong[1], wrong[2]) : static_cast<void>(wrong += 'x');
        if (wrong == parts.key)
        {
            wrong += 'x';
        }
        const std::string path = EVERY_KEY[index].path;
        const auto wrongPath = path.substr(0, path.size() - parts.key.size()) + wrong;
        const auto messages = GetErrors(WithLine(index, parts.indent + wrong + ':' + parts.value));
        const auto begin = MakePlace(index, wrongPath + ": expected a key of ");
        ASSERT_TRUE(HasMessage(messages, begin)) << messages;
        const auto message = messages.substr(messages.find(begin));
        EXPECT_TRUE(message.substr(0, message.find('\n'))
                        .ends_with("got \"" + wrong + "\"; did you mean \"" + parts.key + "\"?"))
            << message;
    });
}

TEST(EveryKey, StandsOnce)
{
    ForEachKey([](std::size_t index, const Parts& parts) {
        const std::string blanks(parts.indent.size(), ' ');
        const auto twice =
            parts.indent + parts.key + ": x\n" + blanks + parts.key + ':' + parts.value;
        const auto messages = GetErrors(WithLine(index, twice));
        EXPECT_TRUE(HasMessage(messages,
                               MakePlace(index + 1, EVERY_KEY[index].path) +
                                   ": expected each key once, got a second \"" + parts.key + '"'))
            << messages;
    });
}

TEST(EveryKey, IsRefusedWithAMapThatItDoesNotHave)
{
    ForEachKey([](std::size_t index, const Parts& parts) {
        if (parts.value.empty())
        {
            return;
        }
        const auto messages = GetErrors(WithLine(index, parts.indent + parts.key + ": {odd: [1]}"));
        EXPECT_TRUE(HasMessage(messages, MakePlace(index, EVERY_KEY[index].path)))
            << "no word about it: " << messages;
    });
}

TEST(EveryKey, WithoutAValueIsAsIfItWereNotThere)
{
    ForEachKey([](std::size_t index, const Parts& parts) {
        const bool beginsAnItem = parts.indent.find('-') != std::string::npos;
        if (parts.value.empty() || beginsAnItem || IsAlone(index))
        {
            return;
        }
        EXPECT_EQ(WithoutLines(GetErrors(WithLine(index, parts.indent + parts.key + ':'))),
                  WithoutLines(GetErrors(WithLine(index, "#"))));
    });
}

} // namespace
} // namespace ns3::postroad::scenario

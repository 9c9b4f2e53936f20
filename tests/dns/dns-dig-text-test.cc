#include "dns/dns-samples.h"

#include "postroad/dns/dig/dns-dig-text.h"

#include <gtest/gtest.h>

namespace ns3::postroad::dns
{
namespace
{

using std::chrono::microseconds;

const DigServer RESOLVER{"10.0.0.9", "resolver.a.net"};

/// Mon, 8 Mar 2010 11:00:01 +0100.
const wire::WallTime WHEN{1268042401, {60, "CET"}};

/// What gmail.com's MX is, and how to ask for it.
DigQuery
MakeDigQuery()
{
    DigQuery query;
    query.question = {MakeName("gmail.com."), RecordType::MX};
    query.servers = {RESOLVER};
    return query;
}

DigResponse
MakeDigResponse(Message message)
{
    return {RESOLVER, Transport::UDP, microseconds(40999), WHEN, 239, std::move(message)};
}

/// A response with a header alone.
Message
MakeBareResponse(ResponseCode code)
{
    Message message;
    message.header.id = 7;
    message.header.isResponse = true;
    message.header.code = code;
    return message;
}

/// The line of the text that contains these words.
std::string
FindLine(const std::string& text, std::string_view words)
{
    const auto found = text.find(words);
    if (found == std::string::npos)
    {
        return "no line with " + std::string(words);
    }
    const auto begin = text.rfind('\n', found) + 1;
    return text.substr(begin, text.find('\n', found) - begin);
}

std::string
FormatMessage(Message message)
{
    return FormatDig(MakeDigQuery(), {MakeDigResponse(std::move(message))});
}

TEST(DnsDigText, ShowsAnAnswerAsTheLectureDoes)
{
    EXPECT_EQ(FormatMessage(MakeGmailResponse()),
              ";; Got answer:\n"
              ";; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 4660\n"
              ";; flags: qr rd ra; QUERY: 1, ANSWER: 5, AUTHORITY: 1, ADDITIONAL: 3\n"
              "\n"
              ";; OPT PSEUDOSECTION:\n"
              "; EDNS: version: 0, flags:; udp: 1232\n"
              ";; QUESTION SECTION:\n"
              ";gmail.com.\t\t\tIN\tMX\n"
              "\n"
              ";; ANSWER SECTION:\n"
              "gmail.com.\t\t2696\tIN\tMX\t5 gmail-smtp-in.l.google.com.\n"
              "gmail.com.\t\t2696\tIN\tMX\t10 alt1.gmail-smtp-in.l.google.com.\n"
              "gmail.com.\t\t2696\tIN\tMX\t20 alt2.gmail-smtp-in.l.google.com.\n"
              "gmail.com.\t\t2696\tIN\tMX\t30 alt3.gmail-smtp-in.l.google.com.\n"
              "gmail.com.\t\t2696\tIN\tMX\t40 alt4.gmail-smtp-in.l.google.com.\n"
              "\n"
              ";; AUTHORITY SECTION:\n"
              "com.\t\t\t60\tIN\tSOA\ta.nic.com. b.com. 7 6 5 4 3\n"
              "\n"
              ";; ADDITIONAL SECTION:\n"
              "gmail-smtp-in.l.google.com. 300\tIN\tA\t108.177.127.27\n"
              "alt1.gmail-smtp-in.l.google.com. 300 IN\tTYPE65280 \\# 3 ABCDEF\n"
              "\n"
              ";; Query time: 40 msec\n"
              ";; SERVER: 10.0.0.9#53(resolver.a.net) (UDP)\n"
              ";; WHEN: Mon Mar 08 11:00:01 CET 2010\n"
              ";; MSG SIZE  rcvd: 239\n"
              "\n");
}

TEST(DnsDigText, GreetsWithTheWordsThatWereTyped)
{
    EXPECT_EQ(FormatDigGreeting("gmail.com MX +tcp"),
              "\n; <<>> Postroad dig <<>> gmail.com MX +tcp\n;; global options: +cmd\n");
}

TEST(DnsDigText, LeavesOutSectionsThatAreEmpty)
{
    const auto text = FormatMessage(MakeBareResponse(ResponseCode::REFUSED));
    EXPECT_EQ(text.find("SECTION"), std::string::npos);
    EXPECT_NE(text.find("status: REFUSED, id: 7\n"
                        ";; flags: qr; QUERY: 0, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 0\n"
                        "\n"
                        ";; Query time: "),
              std::string::npos)
        << text;
}

TEST(DnsDigText, ShowsEveryFlag)
{
    auto message = MakeBareResponse(ResponseCode::NO_ERROR);
    message.header.isAuthoritative = true;
    message.header.isTruncated = true;
    message.header.isRecursionDesired = true;
    message.header.isRecursionAvailable = true;
    EXPECT_EQ(FindLine(FormatMessage(message), ";; flags"),
              ";; flags: qr aa tc rd ra; QUERY: 0, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 0");
}

TEST(DnsDigText, WarnsOfAServerThatDoesNotRecurse)
{
    auto message = MakeBareResponse(ResponseCode::NO_ERROR);
    EXPECT_EQ(FormatMessage(message).find("WARNING"), std::string::npos);
    message.header.isRecursionDesired = true;
    EXPECT_EQ(FindLine(FormatMessage(message), "WARNING"),
              ";; WARNING: recursion requested but not available");
}

TEST(DnsDigText, TakesTheResponseCodesUpperBitsFromEdns)
{
    auto message = MakeBareResponse(ResponseCode::NO_ERROR);
    message.edns.emplace();
    message.SetCode(ResponseCode::BAD_VERSION);
    EXPECT_EQ(FindLine(FormatMessage(message), "HEADER"),
              ";; ->>HEADER<<- opcode: QUERY, status: BADVERS, id: 7");
    message.SetCode(ResponseCode::BAD_COOKIE);
    EXPECT_EQ(FindLine(FormatMessage(message), "HEADER"),
              ";; ->>HEADER<<- opcode: QUERY, status: BADCOOKIE, id: 7");
    message.SetCode(ResponseCode{4095});
    EXPECT_EQ(FindLine(FormatMessage(message), "HEADER"),
              ";; ->>HEADER<<- opcode: QUERY, status: RCODE4095, id: 7");
}

TEST(DnsDigText, ShowsWhatAPeerMayPutIntoEdnsAndOpcode)
{
    auto message = MakeBareResponse(ResponseCode::NO_ERROR);
    message.header.opcode = Opcode{9};
    auto& edns = message.edns.emplace();
    edns.udpSize = 4096;
    edns.version = 3;
    edns.isDnssecOk = true;
    const auto text = FormatMessage(message);
    EXPECT_EQ(FindLine(text, "HEADER"), ";; ->>HEADER<<- opcode: OPCODE9, status: NOERROR, id: 7");
    EXPECT_EQ(FindLine(text, "EDNS"), "; EDNS: version: 3, flags: do; udp: 4096");
}

TEST(DnsDigText, TellsTheTransport)
{
    auto response = MakeDigResponse(MakeGmailResponse());
    response.transport = Transport::TCP;
    const auto text =
        FormatDig(MakeDigQuery(), {DigNote{"Truncated, retrying in TCP mode."}, response});
    EXPECT_EQ(FindLine(text, "SERVER"), ";; SERVER: 10.0.0.9#53(resolver.a.net) (TCP)");
    EXPECT_EQ(text.find(";; Truncated, retrying in TCP mode.\n;; Got answer:\n"), 0U);
}

TEST(DnsDigText, ShowsTheDataAloneInShort)
{
    auto query = MakeDigQuery();
    query.display.ShowData();
    EXPECT_EQ(FormatDig(query, {MakeDigResponse(MakeGmailResponse())}),
              "5 gmail-smtp-in.l.google.com.\n"
              "10 alt1.gmail-smtp-in.l.google.com.\n"
              "20 alt2.gmail-smtp-in.l.google.com.\n"
              "30 alt3.gmail-smtp-in.l.google.com.\n"
              "40 alt4.gmail-smtp-in.l.google.com.\n");
}

/// The names of the parts that a text has, in their order.
std::string
ListParts(const std::string& text)
{
    const std::pair<std::string_view, std::string_view> parts[] = {
        {";; Got answer:\n;; ->>HEADER<<-", "header"},
        {"\n\n;; OPT PSEUDOSECTION:\n", "opt"},
        {";gmail.com.\t\t\tIN\tMX\n", "question"},
        {"gmail.com.\t\t2696\tIN\tMX\t5 ", "answer"},
        {"com.\t\t\t60\tIN\tSOA\t", "authority"},
        {"gmail-smtp-in.l.google.com. 300\tIN\tA", "additional"},
        {";; Query time: 40 msec\n", "statistics"},
        {";; Received 239 bytes from 10.0.0.9#53(resolver.a.net) in 40 ms\n\n", "origin"},
    };
    std::string found;
    for (const auto& [words, name] : parts)
    {
        if (text.find(words) != std::string::npos)
        {
            found += found.empty() ? "" : " ";
            found += name;
        }
    }
    return found;
}

TEST(DnsDigText, ShowsThePartsThatAreWanted)
{
    struct Row
    {
        void (*choose)(DigDisplay& display);
        std::string_view parts;
    };

    const Row table[] = {
        {[](DigDisplay&) {}, "header opt question answer authority additional statistics"},
        {[](DigDisplay& display) { display.ShowAll(false); }, ""},
        {[](DigDisplay& display) { display.ShowSteps(); }, "answer authority origin"},
        {[](DigDisplay& display) { display.hasComments = false; },
         "question answer authority additional statistics"},
        {[](DigDisplay& display) { display.hasQuestion = false; },
         "header opt answer authority additional statistics"},
        {[](DigDisplay& display) { display.hasAnswer = false; },
         "header opt question authority additional statistics"},
        {[](DigDisplay& display) { display.hasAuthority = false; },
         "header opt question answer additional statistics"},
        {[](DigDisplay& display) { display.hasAdditional = false; },
         "header opt question answer authority statistics"},
        {[](DigDisplay& display) { display.hasStatistics = false; },
         "header opt question answer authority additional"},
        {[](DigDisplay& display) { display.isIdentified = true; },
         "header opt question answer authority additional statistics"},
    };
    for (const auto& row : table)
    {
        auto query = MakeDigQuery();
        row.choose(query.display);
        EXPECT_EQ(ListParts(FormatDig(query, {MakeDigResponse(MakeGmailResponse())})), row.parts);
    }
}

TEST(DnsDigText, ShowsEverythingAgainAfterNothing)
{
    DigDisplay display;
    display.ShowAll(false);
    EXPECT_FALSE(display.hasCommand);
    display.ShowAll(true);
    EXPECT_EQ(display, DigDisplay());
}

// What "dig +nocomments" and "dig +noall +comments" print.
TEST(DnsDigText, HasNoEmptyLinesBetweenRecordsWithoutComments)
{
    auto message = MakeBareResponse(ResponseCode::NO_ERROR);
    message.questions = {{MakeName("b.net."), RecordType::MX}};
    message.answers = MakeRecords({"b.net. 3600 MX 10 mail.b.net."});
    message.additionals = MakeRecords({"mail.b.net. 0 A 10.0.0.2"});
    message.edns.emplace();
    auto query = MakeDigQuery();
    query.display.hasComments = false;
    EXPECT_EQ(FormatDig(query, {MakeDigResponse(message)}),
              ";b.net.\t\t\t\tIN\tMX\n"
              "b.net.\t\t\t3600\tIN\tMX\t10 mail.b.net.\n"
              "mail.b.net.\t\t0\tIN\tA\t10.0.0.2\n"
              ";; Query time: 40 msec\n"
              ";; SERVER: 10.0.0.9#53(resolver.a.net) (UDP)\n"
              ";; WHEN: Mon Mar 08 11:00:01 CET 2010\n"
              ";; MSG SIZE  rcvd: 239\n"
              "\n");
    query.display.ShowAll(false);
    query.display.hasComments = true;
    EXPECT_EQ(FormatDig(query, {MakeDigResponse(message)}),
              ";; Got answer:\n"
              ";; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 7\n"
              ";; flags: qr; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 2\n"
              "\n"
              ";; OPT PSEUDOSECTION:\n"
              "; EDNS: version: 0, flags:; udp: 1232\n");
}

// What "dig +noall +question +answer" prints with these options besides.
TEST(DnsDigText, ShowsRecordsWithoutTtlOrClass)
{
    struct Row
    {
        RecordStyle style;
        std::string_view text;
    };

    const Row table[] = {
        {{.hasTtl = false}, ";b.net.\t\t\tIN\tMX\nb.net.\t\t\tIN\tMX\t10 mail.b.net.\n"},
        {{.hasClass = false}, ";b.net.\t\t\tIN\tMX\nb.net.\t\t\t3600\tMX\t10 mail.b.net.\n"},
        {{.hasTtl = false, .hasClass = false},
         ";b.net.\t\t\tIN MX\nb.net.\t\t\tMX\t10 mail.b.net.\n"},
        {{.hasTtlUnits = true}, ";b.net.\t\t\t\tIN\tMX\nb.net.\t\t\t1h\tIN\tMX\t10 mail.b.net.\n"},
    };
    auto message = MakeBareResponse(ResponseCode::NO_ERROR);
    message.questions = {{MakeName("b.net."), RecordType::MX}};
    message.answers = MakeRecords({"b.net. 3600 MX 10 mail.b.net."});
    for (const auto& row : table)
    {
        auto query = MakeDigQuery();
        query.display.ShowAll(false);
        query.display.hasQuestion = true;
        query.display.hasAnswer = true;
        query.display.records = row.style;
        EXPECT_EQ(FormatDig(query, {MakeDigResponse(message)}), row.text);
    }
}

TEST(DnsDigText, ShowsTheClassOfAQuestionThatIsNotOfTheInternet)
{
    auto message = MakeBareResponse(ResponseCode::REFUSED);
    message.questions = {{MakeName("version.bind."), RecordType::TXT, RecordClass::CH}};
    EXPECT_EQ(FindLine(FormatMessage(message), ";version"), ";version.bind.\t\t\tCH\tTXT");
}

TEST(DnsDigText, KeepsARemarkButNoFaultFromWhomWantsNoComments)
{
    auto query = MakeDigQuery();
    query.display.ShowAll(false);
    const std::vector<DigEvent> events{DigNote{"Truncated, retrying in TCP mode."},
                                       MakeDigResponse(MakeGmailResponse()),
                                       DigNote{"ns.b.net answers REFUSED", true}};
    EXPECT_EQ(FormatDig(query, events), ";; ns.b.net answers REFUSED\n");
}

TEST(DnsDigText, TellsWhoGaveTheDataInShortWhereThatIsWanted)
{
    Message message;
    message.answers = MakeRecords({". 3600 IN NS a.root-servers.net."});
    auto query = MakeDigQuery();
    query.display.ShowData();
    query.display.isIdentified = true;
    EXPECT_EQ(FormatDig(query, {MakeDigResponse(message)}),
              "a.root-servers.net. from server 10.0.0.9 in 40 ms.\n");
    query.isTrace = true;
    EXPECT_EQ(FormatDig(query, {MakeDigResponse(message)}),
              "NS a.root-servers.net. from server 10.0.0.9 in 40 ms.\n");
    query.display.hasAnswer = false;
    EXPECT_EQ(FormatDig(query, {MakeDigResponse(message)}), "");
}

TEST(DnsDigText, ShowsATraceStepByStep)
{
    auto query = MakeDigQuery();
    query.isTrace = true;
    query.display.ShowSteps();
    Message root;
    root.answers = MakeRecords({". 3600 IN NS a.root-servers.net."});
    root.additionals = MakeRecords({"a.root-servers.net. 3600 IN A 198.51.100.1"});
    Message referral;
    referral.authorities = MakeRecords({"com. 3600 IN NS a.nic.com."});
    auto step = MakeDigResponse(referral);
    step.server = {"198.51.100.1", "a.root-servers.net"};
    EXPECT_EQ(FormatDig(query, {MakeDigResponse(root), step}),
              ".\t\t\t3600\tIN\tNS\ta.root-servers.net.\n"
              ";; Received 239 bytes from 10.0.0.9#53(resolver.a.net) in 40 ms\n"
              "\n"
              "com.\t\t\t3600\tIN\tNS\ta.nic.com.\n"
              ";; Received 239 bytes from 198.51.100.1#53(a.root-servers.net) in 40 ms\n"
              "\n");
}

TEST(DnsDigText, SaysThatNoServerCouldBeReached)
{
    const DigFailure failure{RESOLVER, "timed out"};
    const std::string expected =
        ";; communications error to 10.0.0.9#53(resolver.a.net): timed out\n"
        ";; communications error to 10.0.0.9#53(resolver.a.net): timed out\n"
        ";; connection timed out; no servers could be reached\n";
    auto query = MakeDigQuery();
    EXPECT_EQ(FormatDig(query, {failure, failure}), expected);
    query.display.ShowData();
    EXPECT_EQ(FormatDig(query, {failure, failure}), expected);
}

TEST(DnsDigText, SpeaksOfATimeOutOnlyWhereNothingElseWentWrong)
{
    const DigFailure silent{RESOLVER, "timed out"};
    const DigFailure refused{RESOLVER, "connection refused"};
    EXPECT_EQ(FindLine(FormatDig(MakeDigQuery(), {silent, refused}), "no servers"),
              ";; no servers could be reached");
    EXPECT_EQ(FindLine(FormatDig(MakeDigQuery(), {silent}), "no servers"),
              ";; connection timed out; no servers could be reached");
}

TEST(DnsDigText, NamesAServerWithoutAddressByItsNameAlone)
{
    const DigFailure failure{{"", "ns.b.org"}, "its address is not known"};
    EXPECT_EQ(FindLine(FormatDig(MakeDigQuery(), {failure}), "communications"),
              ";; communications error to ns.b.org: its address is not known");
}

} // namespace
} // namespace ns3::postroad::dns

// Each kind of expectation, written as in a scenario file, against one run: what holds, what fails,
// and what a user reads then: "what was expected / what happened".
#include "scenario/finished-run.h"

#include <gtest/gtest.h>

namespace ns3::postroad::scenario
{
namespace
{

using test::Check;
using test::GetThreeLetters;

struct Row
{
    const char* expectation;
    const char* result;
};

void
ExpectResults(const std::vector<Row>& rows)
{
    for (const auto& [expectation, result] : rows)
    {
        EXPECT_EQ(Check(GetThreeLetters(), expectation), result) << expectation;
    }
}

TEST(Expectations, OnOutcomes)
{
    ExpectResults({
        {"outcome: {message: good, is: delivered}",
         "good to be delivered / <4b94caa1.f4d983d8@pc.a.net>: alice@a.net -> bob@b.net, "
         "carol@b.net: delivered to bob@b.net at mail.b.net after 0.06 s, 2 hops; delivered to "
         "carol@b.net at mail.b.net after 0.06 s, 2 hops"},
        {"outcome: {message: good, to: carol@b.net, is: delivered}",
         "good to be delivered for carol@b.net / <4b94caa1.f4d983d8@pc.a.net>: alice@a.net -> "
         "bob@b.net, carol@b.net: delivered to bob@b.net at mail.b.net after 0.06 s, 2 hops; "
         "delivered to carol@b.net at mail.b.net after 0.06 s, 2 hops"},
        {"outcome: {message: good, is: queued}",
         "FAILED good to be queued / <4b94caa1.f4d983d8@pc.a.net>: alice@a.net -> bob@b.net, "
         "carol@b.net: delivered to bob@b.net at mail.b.net after 0.06 s, 2 hops; delivered to "
         "carol@b.net at mail.b.net after 0.06 s, 2 hops"},
        {"outcome: {message: bad, is: bounced}",
         "bad to be bounced / <4b94caa2.e8cf8f11@pc.a.net>: alice@a.net -> nobody@b.net: bounced "
         "for nobody@b.net at mail.a.net after 1 attempt: 550 5.1.1 <nobody@b.net>: No such "
         "mailbox here"},
        {"outcome: {message: bad, is: delivered}",
         "FAILED bad to be delivered / <4b94caa2.e8cf8f11@pc.a.net>: alice@a.net -> nobody@b.net: "
         "bounced for nobody@b.net at mail.a.net after 1 attempt: 550 5.1.1 <nobody@b.net>: No "
         "such mailbox here"},
        {"outcome: {message: waiting, is: queued}",
         "waiting to be queued / <4b94cab5.8c86ff59@pc.a.net>: alice@a.net -> bob@b.net: still "
         "queued for bob@b.net at mail.a.net after 1 attempt: no route to host"},
        {"outcome: {message: waiting, is: delivered}",
         "FAILED waiting to be delivered / <4b94cab5.8c86ff59@pc.a.net>: alice@a.net -> bob@b.net: "
         "still queued for bob@b.net at mail.a.net after 1 attempt: no route to host"},
    });
}

TEST(Expectations, OnReceivedFields)
{
    ExpectResults({
        {"received: {message: good, hops: 2}",
         "good to carry 2 Received fields / 2: mail.a.net, mail.b.net"},
        {"received: {message: good, by: [mail.a.net, mail.b.net]}",
         "good to carry Received fields by mail.a.net, mail.b.net / 2: mail.a.net, mail.b.net"},
        {"received: {message: good, hops: 3}",
         "FAILED good to carry 3 Received fields / 2: mail.a.net, mail.b.net"},
        {"received: {message: good, by: [mail.b.net, mail.a.net]}",
         "FAILED good to carry Received fields by mail.b.net, mail.a.net / 2: mail.a.net, "
         "mail.b.net"},
        {"received: {message: waiting, hops: 1}",
         "FAILED waiting to carry 1 Received field / no such message in any mailbox"},
    });
}

TEST(Expectations, OnDialogues)
{
    ExpectResults({
        {"dialogue: {between: [pc.a.net, mail.a.net], contains: [\"C: EHLO\", \"C: MAIL FROM\"]}",
         "the lines given between pc.a.net and mail.a.net / a dialogue with all of them"},
        {"dialogue: {between: [mail.a.net, mail.b.net], contains: [\"C: RCPT TO:<nobody@b.net>\", "
         "\"S: 550\"]}",
         "the lines given between mail.a.net and mail.b.net / a dialogue with all of them"},
        {"dialogue: {between: [mail.a.net, mail.b.net], contains: [\"S: 999\"]}",
         "FAILED \"S: 999\" between mail.a.net and mail.b.net / no such line in 21 lines, the last "
         "line being \"S: 221 2.0.0 Bye\""},
        {"dialogue: {between: [mail.a.net, mail.b.net], contains: [\"C: QUIT\", \"C: EHLO\"]}",
         "FAILED \"C: EHLO\" between mail.a.net and mail.b.net / none behind \"C: QUIT\" in 21 "
         "lines, the last line being \"S: 221 2.0.0 Bye\""},
        {"dialogue: {between: [mail.b.net, mail.a.net], contains: [\"S: 220\"]}",
         "FAILED the lines given between mail.b.net and mail.a.net / no dialogue"},
    });
}

TEST(Expectations, OnMailboxes)
{
    ExpectResults({
        {"mailbox: {user: bob@b.net, messages: 1}",
         "messages of bob@b.net: 1 on the server / 1 on the server and 0 fetched"},
        {"mailbox: {user: bob@b.net, messages: 2}",
         "FAILED messages of bob@b.net: 2 on the server / 1 on the server and 0 fetched"},
        {"mailbox: {user: alice@a.net, messages: 0, fetched: 1}",
         "messages of alice@a.net: 0 on the server and 1 fetched / 0 on the server and 1 fetched"},
        {"mailbox: {user: alice@a.net, fetched: 0}",
         "FAILED messages of alice@a.net: 0 fetched / 0 on the server and 1 fetched"},
        {"mailbox: {user: alice@a.net, messages: 1, fetched: 1}",
         "FAILED messages of alice@a.net: 1 on the server and 1 fetched / 0 on the server and 1 "
         "fetched"},
    });
}

TEST(Expectations, OnQueries)
{
    ExpectResults({
        {"query: {from: mail.a.net, name: b.net, type: MX}",
         "at least 1 DNS queries of mail.a.net for b.net MX / 3"},
        {"query: {from: mail.a.net, name: b.net, type: MX, count: 3}",
         "3 DNS queries of mail.a.net for b.net MX / 3"},
        {"query: {from: mail.a.net, name: b.net, type: MX, count: 7}",
         "FAILED 7 DNS queries of mail.a.net for b.net MX / 3"},
        {"query: {from: mail.a.net, to: ns.net, name: b.net, type: MX, after: 20s}",
         "at least 1 DNS queries of mail.a.net to ns.net for b.net MX from 20.000 s on / 1"},
        {"query: {from: mail.a.net, name: b.net, type: MX, before: 1s}",
         "FAILED at least 1 DNS queries of mail.a.net for b.net MX before 1.000 s / 0"},
        {"query: {from: mail.b.net, name: a.net, type: MX, count: 0}",
         "0 DNS queries of mail.b.net for a.net MX / 0"},
        {"query: {from: mail.b.net, type: MX}",
         "FAILED at least 1 DNS queries of mail.b.net MX / 0"},
    });
}

TEST(Expectations, OnDurations)
{
    ExpectResults({
        {"duration: {below: 90s}", "the run to end before 90.000 s / its end at 21.038 s"},
        {"duration: {below: 10s}", "FAILED the run to end before 10.000 s / its end at 21.038 s"},
    });
}

TEST(Expectations, OnAttempts)
{
    ExpectResults({
        {"attempts: {message: good, by: mail.a.net, count: 1}",
         "1 attempt of mail.a.net for good / 1"},
        {"attempts: {message: good, by: mail.a.net, count: 2}",
         "FAILED 2 attempts of mail.a.net for good / 1"},
        {"attempts: {message: waiting, by: mail.a.net, hosts: [mail.b.net], at: [21s], within: 5s}",
         "attempts of mail.a.net for waiting, first at mail.b.net, first after 21.00 s / 1, at "
         "mail.b.net (21.03 s)"},
        {"attempts: {message: waiting, by: mail.a.net, at: [21s, 30m], within: 5s}",
         "FAILED attempts of mail.a.net for waiting, first after 21.00 s, 30 min / 1, at "
         "mail.b.net (21.03 s)"},
        {"attempts: {message: waiting, by: mail.a.net, hosts: [ns.net]}",
         "FAILED attempts of mail.a.net for waiting, first at ns.net / 1, at mail.b.net (21.03 s)"},
    });
}

TEST(Expectations, NameTheirPlaceInTheFile)
{
    const auto result = test::RunText(GetThreeLetters().text + "  - duration: {below: 1s}\n"
                                                               "  - duration: {below: 1h}\n");
    EXPECT_FALSE(result.IsAsExpected());
    ASSERT_EQ(result.expectations.size(), 2U);
    EXPECT_EQ(result.expectations[0].place.line, result.expectations[1].place.line - 1);
    EXPECT_TRUE(result.expectations[0].ToString().starts_with("s.yaml:"));
    EXPECT_TRUE(result.expectations[1].ToString().ends_with(", and so it was"));
}

TEST(Outcomes, AreToldInALineForEachMessage)
{
    const auto result = test::RunText(GetThreeLetters().text + "  - duration: {below: 1h}\n");
    std::string told;
    for (const auto& line : result.outcomes)
    {
        told += line;
        told += '\n';
    }
    EXPECT_EQ(
        told,
        "good <4b94caa1.f4d983d8@pc.a.net>: alice@a.net -> bob@b.net, carol@b.net: delivered "
        "to bob@b.net at mail.b.net after 0.06 s, 2 hops; delivered to carol@b.net at "
        "mail.b.net after 0.06 s, 2 hops\n"
        "bad <4b94caa2.e8cf8f11@pc.a.net>: alice@a.net -> nobody@b.net: bounced for "
        "nobody@b.net at mail.a.net after 1 attempt: 550 5.1.1 <nobody@b.net>: No such mailbox "
        "here\n"
        "<1268042402.2E4A7@mail.a.net>: <> -> alice@a.net: delivered to alice@a.net at "
        "mail.a.net after 0.00 s, 1 hop\n"
        "waiting <4b94cab5.8c86ff59@pc.a.net>: alice@a.net -> bob@b.net: still queued for "
        "bob@b.net at mail.a.net after 1 attempt: no route to host\n");
}

} // namespace
} // namespace ns3::postroad::scenario

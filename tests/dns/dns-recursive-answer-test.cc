#include "dns/dns-samples.h"

#include "postroad/dns/resolver/dns-answer-reading.h"
#include "postroad/dns/resolver/dns-recursive-answer.h"

#include <gtest/gtest.h>

namespace ns3::postroad::dns
{
namespace
{

using Lines = std::vector<std::string>;

const Question EXCHANGERS{MakeName("www.b.net."), RecordType::MX};

LookupEnded
MakeEnded(LookupStatus status)
{
    LookupEnded ended;
    ended.question = EXCHANGERS;
    ended.status = status;
    ended.aliases = MakeRecords({"www.b.net. 300 CNAME b.net."});
    return ended;
}

TEST(DnsRecursiveAnswer, TellsWhatWasFound)
{
    auto query = MakeQuery(7, EXCHANGERS);
    query.edns = Edns{4096, 0, 0, false, ""};
    auto ended = MakeEnded(LookupStatus::ANSWERED);
    ended.records = MakeRecords({"b.net. 200 MX 10 mail.b.net."});
    const auto response = MakeRecursiveResponse(query, ended);
    EXPECT_EQ(Describe(response),
              (Lines{"NOERROR",
                     "answer www.b.net. 300 IN CNAME b.net.",
                     "answer b.net. 200 IN MX 10 mail.b.net."}));
    EXPECT_EQ(response.header.id, 7);
    EXPECT_TRUE(response.header.isRecursionDesired);
    EXPECT_TRUE(response.header.isRecursionAvailable);
    EXPECT_EQ(response.edns, Edns{});
    EXPECT_TRUE(IsAnswerTo(response, EXCHANGERS));
}

TEST(DnsRecursiveAnswer, TellsNegativeAnswersApartAndHowLongTheyHold)
{
    const std::pair<LookupStatus, AnswerKind> table[] = {
        {LookupStatus::NO_DATA, AnswerKind::NO_DATA},
        {LookupStatus::NO_SUCH_NAME, AnswerKind::NO_SUCH_NAME},
    };
    for (const auto& [status, kind] : table)
    {
        auto ended = MakeEnded(status);
        ended.soa = MakeRecord("b.net. 77 SOA ns.b.net. root.b.net. 1 2 3 4 600");
        const auto response = MakeRecursiveResponse(MakeQuery(7, EXCHANGERS), ended);
        EXPECT_EQ(ReadAnswer(response, EXCHANGERS, 8).kind, kind);
        EXPECT_EQ(response.authorities.at(0).ttl, 77U);
        EXPECT_EQ(response.edns, std::nullopt);
    }
}

TEST(DnsRecursiveAnswer, SaysServfailWhenNothingIsKnown)
{
    for (const auto status : {LookupStatus::SERVER_FAILURE, LookupStatus::TIMED_OUT})
    {
        const auto response = MakeRecursiveResponse(MakeQuery(7, EXCHANGERS), MakeEnded(status));
        EXPECT_EQ(Describe(response), Lines{"SERVFAIL"});
    }
}

TEST(DnsRecursiveAnswer, SaysYxdomainWhereTheNameGetsTooLong)
{
    auto ended = MakeEnded(LookupStatus::NAME_TOO_LONG);
    ended.aliases = MakeRecords({"b.net. 300 DNAME c.net."});
    EXPECT_EQ(Describe(MakeRecursiveResponse(MakeQuery(7, EXCHANGERS), ended)),
              (Lines{"YXDOMAIN", "answer b.net. 300 IN DNAME c.net."}));
}

TEST(DnsRecursiveAnswer, TakesStandardQueries)
{
    const auto query = MakeQuery(7, EXCHANGERS);
    EXPECT_EQ(RefuseRecursion(query), std::nullopt);
    auto iterative = query;
    iterative.header.isRecursionDesired = false;
    EXPECT_EQ(RefuseRecursion(iterative), std::nullopt);
    auto any = query;
    any.questions.front().type = RecordType::ANY;
    EXPECT_EQ(RefuseRecursion(any), std::nullopt);
    auto transfer = query;
    transfer.questions.front().type = RecordType::AXFR;
    EXPECT_EQ(RefuseRecursion(transfer), ResponseCode::REFUSED);
    auto chaos = query;
    chaos.questions.front().recordClass = RecordClass::CH;
    EXPECT_EQ(RefuseRecursion(chaos), ResponseCode::REFUSED);
    auto twice = query;
    twice.questions.push_back(EXCHANGERS);
    EXPECT_EQ(RefuseRecursion(twice), ResponseCode::FORMAT_ERROR);
    auto update = query;
    update.header.opcode = Opcode::UPDATE;
    EXPECT_EQ(RefuseRecursion(update), ResponseCode::NOT_IMPLEMENTED);
    EXPECT_EQ(Describe(MakeRecursiveResponse(query, ResponseCode::REFUSED)), Lines{"REFUSED"});
}

} // namespace
} // namespace ns3::postroad::dns

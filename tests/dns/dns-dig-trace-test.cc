#include "dns/dns-samples.h"

#include "postroad/dns/dig/dns-dig-trace.h"

#include <gtest/gtest.h>

namespace ns3::postroad::dns
{
namespace
{

using Servers = std::vector<DigServer>;

const Question EXCHANGERS{MakeName("b.net."), RecordType::MX};
const Question ROOT{Name(), RecordType::NS};

Message
MakeResponse(const Question& question)
{
    Message message;
    message.header.isResponse = true;
    message.questions = {question};
    return message;
}

Message
MakeReferral(const std::vector<std::string>& servers, const std::vector<std::string>& glue)
{
    auto message = MakeResponse(EXCHANGERS);
    message.authorities = MakeRecords(servers);
    message.additionals = MakeRecords(glue);
    return message;
}

TEST(DnsDigTrace, BeginsWithTheRootServersThatTheResolverTells)
{
    auto response = MakeResponse(ROOT);
    response.answers = MakeRecords({". 60 NS a.root-servers.net.", ". 60 NS b.root-servers.net."});
    response.additionals = MakeRecords({"b.root-servers.net. 60 A 198.51.100.2"});
    const auto step = ReadDigRoot(response);
    ASSERT_TRUE(step.next);
    EXPECT_TRUE(step.next->name.IsRoot());
    EXPECT_EQ(step.next->servers,
              (Servers{{"", "a.root-servers.net"}, {"198.51.100.2", "b.root-servers.net"}}));
}

TEST(DnsDigTrace, CannotBeginWithoutRootServers)
{
    auto response = MakeResponse(ROOT);
    response.header.code = ResponseCode::REFUSED;
    const auto step = ReadDigRoot(response);
    EXPECT_FALSE(step.next);
    EXPECT_EQ(step.fault, "answers REFUSED");

    response.header.code = ResponseCode::NO_ERROR;
    EXPECT_EQ(ReadDigRoot(response).fault, "names no root server");
}

TEST(DnsDigTrace, GoesDownWhereAReferralLeads)
{
    const auto step =
        ReadDigStep(MakeReferral({"net. 60 NS a.nic.net.", "net. 60 NS ns.b.org."},
                                 {"a.nic.net. 60 A 10.0.0.1", "a.nic.net. 60 A 10.0.0.2"}),
                    EXCHANGERS,
                    Name());
    ASSERT_TRUE(step.next);
    EXPECT_EQ(step.next->name, MakeName("net."));
    EXPECT_EQ(step.next->servers,
              (Servers{{"10.0.0.1", "a.nic.net"}, {"10.0.0.2", "a.nic.net"}, {"", "ns.b.org"}}));
}

TEST(DnsDigTrace, TakesOnlySoManyServersOfAZone)
{
    std::vector<std::string> records;
    for (std::size_t i = 0; i <= DigZone::SERVER_LIMIT; ++i)
    {
        const auto step = ReadDigStep(MakeReferral(records, {}), EXCHANGERS, Name());
        EXPECT_EQ(step.next ? step.next->servers.size() : 0, i);
        records.push_back("net. 60 NS s" + std::to_string(i) + ".nic.net.");
    }
    const auto step = ReadDigStep(MakeReferral(records, {}), EXCHANGERS, Name());
    EXPECT_EQ(step.next->servers.size(), DigZone::SERVER_LIMIT);
}

TEST(DnsDigTrace, EndsWithoutFaultAtAnAnswerOrItsAbsence)
{
    auto response = MakeResponse(EXCHANGERS);
    response.header.isAuthoritative = true;
    response.answers = MakeRecords({"b.net. 60 MX 10 mail.b.net."});
    const auto answered = ReadDigStep(response, EXCHANGERS, MakeName("b.net."));
    EXPECT_FALSE(answered.next);
    EXPECT_EQ(answered.fault, "");

    response.answers.clear();
    response.header.code = ResponseCode::NAME_ERROR;
    response.authorities = MakeRecords({"b.net. 60 SOA ns.b.net. root.b.net. 1 2 3 4 5"});
    const auto denied = ReadDigStep(response, EXCHANGERS, MakeName("b.net."));
    EXPECT_FALSE(denied.next);
    EXPECT_EQ(denied.fault, "");
}

TEST(DnsDigTrace, EndsAtAReferralThatLeadsNowhere)
{
    for (const auto* const record : {"net. 60 NS a.nic.net.", ". 60 NS a.root-servers.net."})
    {
        const auto step = ReadDigStep(MakeReferral({record}, {}), EXCHANGERS, MakeName("net."));
        EXPECT_FALSE(step.next);
        EXPECT_EQ(step.fault.find("does not serve net. and refers to "), 0U) << step.fault;
    }
}

TEST(DnsDigTrace, EndsAtAServerThatDoesNotHelp)
{
    auto response = MakeResponse(EXCHANGERS);
    response.header.code = ResponseCode::SERVER_FAILURE;
    const auto step = ReadDigStep(response, EXCHANGERS, MakeName("net."));
    EXPECT_FALSE(step.next);
    EXPECT_EQ(step.fault, "answers SERVFAIL");
}

} // namespace
} // namespace ns3::postroad::dns

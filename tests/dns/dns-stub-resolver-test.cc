#include "dns/dns-samples.h"
#include "dns/resolver-transcript.h"

#include "postroad/dns/resolver/dns-stub-resolver.h"
#include "postroad/dns/zone/dns-authority.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace ns3::postroad::dns
{
namespace
{

using namespace std::chrono_literals;

const Question EXCHANGERS{MakeName("b.net."), RecordType::MX};

TEST(DnsStubResolver, PlaysItsTranscripts)
{
    for (const auto& path : FindTranscripts())
    {
        const auto transcript = LoadTranscript(path);
        ASSERT_FALSE(transcript.empty()) << path;
        TranscriptPlayer player(transcript);
        for (const auto& step : transcript)
        {
            player.Play(step);
        }
        SCOPED_TRACE(path.filename());
        player.ExpectNothingLeft();
    }
}

/// What goes into the resolver in the course of a transcript.
struct Input
{
    TranscriptStep step;
    std::string octets; ///< of a RECEIVED step, otherwise empty
};

std::vector<Input>
LoadInputs(const Transcript& transcript)
{
    std::vector<Input> inputs;
    for (const auto& step : transcript)
    {
        if (IsInput(step))
        {
            const bool isReceived = step.keyword == "RECEIVED";
            inputs.push_back({step, isReceived ? MakeReceived(step).Serialize() : ""});
        }
    }
    return inputs;
}

/// Plays the inputs, and expects that every look-up ends once.
void
PlayToTheEnd(const Transcript& transcript, const std::vector<Input>& inputs)
{
    TranscriptPlayer player(transcript);
    for (const auto& input : inputs)
    {
        player.PlayInput(input.step, input.octets);
    }
    player.LetAllTimePass();
    EXPECT_EQ(player.CountOpenLookups(), 0);
}

// Step failure: from any step on no answer comes any more.
TEST(DnsStubResolver, EndsEachLookupOnceWhenTheNetworkBreaks)
{
    for (const auto& path : FindTranscripts())
    {
        const auto transcript = LoadTranscript(path);
        auto inputs = LoadInputs(transcript);
        for (std::size_t cut = inputs.size(); cut-- > 0;)
        {
            if (inputs[cut].step.keyword == "RECEIVED")
            {
                SCOPED_TRACE("cut before " + inputs[cut].step.title);
                inputs.erase(inputs.begin() + static_cast<std::ptrdiff_t>(cut));
                PlayToTheEnd(transcript, inputs);
            }
        }
    }
}

TEST(DnsStubResolver, EndsEachLookupOnceWhenAnyOctetOfAnAnswerIsChanged)
{
    for (const auto& path : FindTranscripts())
    {
        const auto transcript = LoadTranscript(path);
        auto inputs = LoadInputs(transcript);
        for (auto& input : inputs)
        {
            SCOPED_TRACE(input.step.title);
            for (char& octet : input.octets)
            {
                const char original = octet;
                for (const char mask : {'\x01', '\xff'})
                {
                    octet = static_cast<char>(original ^ mask);
                    PlayToTheEnd(transcript, inputs);
                }
                octet = original;
            }
        }
    }
}

StubResolver
MakeResolver()
{
    return StubResolver({{"10.0.0.53"}}, [] { return std::uint16_t{7}; });
}

// Pair: our resolver against our authority.
TEST(DnsStubResolver, IsAnsweredByTheAuthority)
{
    Authority authority;
    ASSERT_FALSE(authority.AddZone(
        MakeZone("b.net.", {"@ 300 MX 10 mail", "mail 300 CNAME host", "host 300 A 10.0.2.1"})));
    auto resolver = MakeResolver();
    const auto handle = resolver.Ask({MakeName("mail.b.net."), RecordType::A}, {});
    const auto query = resolver.NextQuery();
    ASSERT_TRUE(query);
    const auto response = authority.Answer(query->octets);
    ASSERT_TRUE(response);
    resolver.Receive(query->path, response->Serialize(UDP_LIMIT), wire::TimePoint(20ms));

    const auto received = resolver.NextEvent();
    ASSERT_TRUE(received);
    const auto& answer = std::get<AnswerReceived>(*received);
    EXPECT_EQ(answer.handle, handle);
    EXPECT_EQ(answer.server, "10.0.0.53");
    EXPECT_EQ(answer.question, query->question);
    EXPECT_EQ(answer.message, *response);

    const auto last = resolver.NextEvent();
    ASSERT_TRUE(last);
    const auto& ended = std::get<LookupEnded>(*last);
    EXPECT_EQ(ended.handle, handle);
    EXPECT_EQ(ended.status, LookupStatus::ANSWERED);
    EXPECT_EQ(ended.records, MakeRecords({"host.b.net. 300 IN A 10.0.2.1"}));
    EXPECT_EQ(ended.aliases, MakeRecords({"mail.b.net. 300 IN CNAME host.b.net."}));
}

TEST(DnsStubResolver, TellsTheNextDeadlineOnly)
{
    auto resolver = MakeResolver();
    EXPECT_EQ(resolver.GetDeadline(), std::nullopt);
    resolver.Ask(EXCHANGERS, wire::TimePoint(2s));
    resolver.Ask(EXCHANGERS, wire::TimePoint(1s));
    EXPECT_EQ(resolver.GetDeadline(), wire::TimePoint(6s));
    resolver.Expire(wire::TimePoint(6s));
    EXPECT_EQ(resolver.GetDeadline(), wire::TimePoint(7s));
}

TEST(DnsStubResolver, KeepsEqualQuestionsWithEqualIdsApart)
{
    auto resolver = MakeResolver();
    const auto first = resolver.Ask(EXCHANGERS, {});
    const auto second = resolver.Ask(EXCHANGERS, {});
    EXPECT_NE(first, second);
    auto response = MakeQuery(7, EXCHANGERS);
    response.header.isResponse = true;
    for (const auto expected : {first, second})
    {
        resolver.Receive({"10.0.0.53"}, response.Serialize(), {});
        EXPECT_EQ(std::get<AnswerReceived>(*resolver.NextEvent()).handle, expected);
        EXPECT_EQ(std::get<LookupEnded>(*resolver.NextEvent()).handle, expected);
    }
    resolver.Receive({"10.0.0.53"}, response.Serialize(), {});
    EXPECT_FALSE(resolver.NextEvent());
    EXPECT_FALSE(resolver.GetDeadline());
}

TEST(DnsStubResolver, GoesOnToTheNextServerWhenOneIsNotReachedOverTcp)
{
    StubResolverConfig config;
    config.servers = {"10.0.0.53", "10.0.0.54"};
    config.hasTcp = true;
    StubResolver resolver(config, [] { return 7; });
    resolver.Ask(EXCHANGERS, {});
    EXPECT_EQ(resolver.NextQuery()->path.transport, Transport::UDP);
    auto cut = MakeQuery(7, EXCHANGERS);
    cut.header.isResponse = true;
    cut.header.isTruncated = true;
    resolver.Receive({"10.0.0.53"}, cut.Serialize(), {});
    EXPECT_EQ(resolver.NextQuery()->path.transport, Transport::TCP);
    resolver.Fail({"10.0.0.53", Transport::TCP}, 8, "another id", {});
    resolver.Fail({"10.0.0.53"}, 7, "not heard of over UDP", {});
    resolver.Fail({"10.0.0.54", Transport::TCP}, 7, "not asked over TCP", {});
    resolver.Fail({"10.0.0.55", Transport::TCP}, 7, "not asked at all", {});
    EXPECT_FALSE(resolver.NextQuery());
    resolver.Fail({"10.0.0.53", Transport::TCP}, 7, "connection refused", {});
    const auto next = resolver.NextQuery();
    ASSERT_TRUE(next);
    EXPECT_EQ(next->path.server, "10.0.0.54");
    EXPECT_EQ(next->path.transport, Transport::UDP);
    resolver.Fail({"10.0.0.53", Transport::TCP}, 7, "connection refused", {});
    EXPECT_FALSE(resolver.NextQuery());
}

TEST(DnsStubResolver, TellsTheDriverHowLongItWaits)
{
    StubResolverConfig config{{"10.0.0.53"}};
    config.timeout = 3s;
    StubResolver resolver(config, [] { return 7; });
    resolver.Ask(EXCHANGERS, {});
    EXPECT_EQ(resolver.NextQuery()->timeout, 3s);
    EXPECT_EQ(resolver.GetDeadline(), wire::TimePoint(3s));
}

TEST(DnsStubResolver, DropsQueriesAndGarbage)
{
    auto resolver = MakeResolver();
    resolver.Ask(EXCHANGERS, {});
    resolver.Receive({"10.0.0.53"}, MakeQuery(7, EXCHANGERS).Serialize(), {});
    resolver.Receive({"10.0.0.53"}, FromHex("0007 8000 0001 0000 0000 0000"), {});
    auto notice = MakeQuery(7, EXCHANGERS);
    notice.header.isResponse = true;
    notice.header.opcode = Opcode::NOTIFY;
    resolver.Receive({"10.0.0.53"}, notice.Serialize(), {});
    EXPECT_FALSE(resolver.NextEvent());
    EXPECT_TRUE(resolver.GetDeadline());
}

} // namespace
} // namespace ns3::postroad::dns

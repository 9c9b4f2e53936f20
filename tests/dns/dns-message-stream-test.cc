#include "dns/dns-samples.h"
#include "support/split-input.h"

#include "postroad/dns/record/dns-message-stream.h"

#include <gtest/gtest.h>

namespace ns3::postroad::dns
{
namespace
{

using namespace std::chrono_literals;

/// What a stream tells: each message's size, and how it ended.
std::vector<std::string>
TakeEvents(MessageStream& stream)
{
    std::vector<std::string> events;
    while (const auto event = stream.NextEvent())
    {
        const auto* const message = std::get_if<MessageArrived>(&*event);
        events.push_back(message != nullptr ? message->octets
                                            : "END " + std::get<MessageStreamEnded>(*event).reason);
    }
    return events;
}

std::string
Frame(std::string_view octets)
{
    MessageStream sender(std::nullopt);
    sender.SendMessage(octets);
    return sender.TakeOutput();
}

const std::string QUERY = MakeQuery(1, {MakeName("b.net."), RecordType::MX}).Serialize();

TEST(DnsMessageStream, PutsTheLengthInFront)
{
    EXPECT_EQ(Frame(QUERY), FromHex("0017") + QUERY);
    EXPECT_EQ(Frame(std::string(65535, 'x')).size(), 65537U);
    EXPECT_THROW(Frame(std::string(65536, 'x')), std::logic_error);
}

TEST(DnsMessageStream, GivesEachMessageHoweverItIsCut)
{
    const auto response = MakeGmailResponse().Serialize();
    test::ForEachSplit(Frame(QUERY) + Frame(response) + Frame(QUERY),
                       [&response](const test::Pieces& pieces) {
                           MessageStream stream(std::nullopt);
                           stream.Start({});
                           for (const auto piece : pieces)
                           {
                               stream.Receive(piece, {});
                           }
                           stream.ReceiveEnd({});
                           EXPECT_EQ(TakeEvents(stream),
                                     (std::vector{QUERY, response, QUERY, std::string("END ")}));
                       });
}

TEST(DnsMessageStream, EndsAtALengthThatNoMessageHas)
{
    for (const auto* const hex : {"0000", "000b"})
    {
        MessageStream stream(std::nullopt);
        stream.Receive(FromHex(hex), {});
        EXPECT_EQ(stream.GetNextAction(), wire::NextAction::CLOSE);
        EXPECT_EQ(TakeEvents(stream).at(0).substr(0, 16), "END a message of");
        stream.Receive(Frame(QUERY), {});
        stream.Abort({});
        EXPECT_TRUE(TakeEvents(stream).empty());
    }
    MessageStream stream(std::nullopt);
    stream.Receive(FromHex("000c") + std::string(12, '\0'), {});
    EXPECT_EQ(TakeEvents(stream), std::vector{std::string(12, '\0')});
}

TEST(DnsMessageStream, TellsHowItEnded)
{
    MessageStream cut(std::nullopt);
    cut.Receive(Frame(QUERY).substr(0, 5), {});
    cut.ReceiveEnd({});
    EXPECT_EQ(TakeEvents(cut), std::vector<std::string>{"END the stream ends inside of a message"});
    MessageStream lost(std::nullopt);
    lost.Abort({});
    EXPECT_EQ(TakeEvents(lost), std::vector<std::string>{"END the connection is lost"});
    MessageStream closed(std::nullopt);
    closed.Close();
    closed.SendMessage(QUERY);
    EXPECT_FALSE(closed.HasOutput());
    EXPECT_TRUE(TakeEvents(closed).empty());
}

TEST(DnsMessageStream, WaitsALimitedTimeForEachMessage)
{
    MessageStream stream(10s);
    stream.Start(wire::TimePoint(1s));
    EXPECT_EQ(stream.GetDeadline(), wire::TimePoint(11s));
    stream.Receive(Frame(QUERY), wire::TimePoint(5s));
    stream.Expire(wire::TimePoint(14s));
    EXPECT_EQ(TakeEvents(stream), std::vector{QUERY});
    stream.Expire(wire::TimePoint(15s));
    EXPECT_EQ(TakeEvents(stream), std::vector<std::string>{"END nothing came for too long"});
    EXPECT_FALSE(stream.GetDeadline());
    MessageStream client(std::nullopt);
    client.Start({});
    EXPECT_FALSE(client.GetDeadline());
}

TEST(DnsMessageStream, ReadsOnOnlyWhileItsMessagesAreTaken)
{
    MessageStream stream(std::nullopt);
    for (std::size_t i = 0; i < MessageStream::WAITING_LIMIT; ++i)
    {
        EXPECT_TRUE(stream.WantsInput());
        stream.Receive(Frame(QUERY), {});
    }
    EXPECT_FALSE(stream.WantsInput());
    stream.NextEvent();
    EXPECT_TRUE(stream.WantsInput());
}

} // namespace
} // namespace ns3::postroad::dns

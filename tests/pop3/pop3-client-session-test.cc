#include "postroad/pop3/pop3-client-session.h"

#include <gtest/gtest.h>

namespace ns3::postroad::pop3
{
namespace
{

/// Keeps the last message that passed.
struct ContentObserver : wire::SessionObserver
{
    void OnLine(wire::Direction, const wire::ByteRange&, std::string_view) override
    {
    }

    void OnContent(wire::Direction, const wire::ByteRange& range, std::string_view octets) override
    {
        EXPECT_EQ(range.end - range.begin, octets.size());
        content = octets;
    }

    std::string content;
};

/// Brings a client to the point where the content of a message is to come.
void
StartFetch(ClientSession& client)
{
    client.Start({});
    client.Receive("+OK\r\n+OK\r\n+OK\r\n+OK 1 9\r\n+OK\r\n1 9\r\n.\r\n+OK\r\n", {});
    ASSERT_EQ(client.GetState(), ClientState::RETR);
}

TEST(Pop3ClientSession, LimitsTheLinesOfAMessage)
{
    const std::string longest(CONTENT_LINE_LIMIT - 2, 'a');
    ClientSession reads{ClientConfig{}};
    StartFetch(reads);
    reads.Receive(longest + "\r\n.\r\n", {});
    const auto fetched = reads.NextEvent();
    ASSERT_TRUE(fetched);
    EXPECT_EQ(std::get<MessageFetched>(*fetched).content, longest + "\r\n");

    ClientSession refuses{ClientConfig{}};
    StartFetch(refuses);
    refuses.Receive(longest + "a\r\n.\r\n", {});
    const auto failed = refuses.NextEvent();
    ASSERT_TRUE(failed);
    EXPECT_EQ(std::get<SessionFailed>(*failed).reason,
              "the server sent a line of more than 32768 octets, in state RETR");
}

TEST(Pop3ClientSession, TellsOfTheMessageAsItStandsOnTheWire)
{
    const std::string wire = "Subject: dots\r\n\r\n..\r\n...a\r\nb.\r\n.\r\n";
    ContentObserver observer;
    ClientSession session{ClientConfig{}};
    session.SetObserver(&observer);
    StartFetch(session);
    session.Receive(wire, {});
    EXPECT_EQ(observer.content, wire);
}

} // namespace
} // namespace ns3::postroad::pop3

#include "net/two-hosts.h"

#include "postroad/net/datagram-endpoint.h"
#include "postroad/net/socket-address.h"

#include "ns3/udp-socket-factory.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ns3::postroad
{
namespace
{

using test::TwoHosts;

/// An endpoint that keeps what it receives.
struct Keeper
{
    explicit Keeper(Ptr<Node> node)
        : endpoint(node,
                   UdpSocketFactory::GetTypeId(),
                   [this](std::string_view bytes, const Address& sender) {
                       received.emplace_back(bytes);
                       from = sender;
                   })
    {
    }

    std::vector<std::string> received;
    Address from;
    DatagramEndpoint endpoint;
};

constexpr std::uint16_t PORT = 53;

TEST(DatagramEndpoint, CarriesAQuestionAndItsAnswer)
{
    TwoHosts hosts;
    Keeper server(hosts.GetServer());
    Keeper client(hosts.GetClient());
    ASSERT_EQ(server.endpoint.Bind(TwoHosts::GetAny(PORT)), SocketStatus::OK);
    ASSERT_EQ(client.endpoint.Bind(TwoHosts::GetAny(0)), SocketStatus::OK);
    TwoHosts::At(1, [&] {
        EXPECT_EQ(client.endpoint.Send(std::string("who\0is", 6), hosts.GetServerAddress(PORT)),
                  SocketStatus::OK);
    });
    TwoHosts::At(2,
                 [&] { EXPECT_EQ(server.endpoint.Send("I am", server.from), SocketStatus::OK); });
    TwoHosts::RunUntil(3);
    EXPECT_EQ(server.received, (std::vector<std::string>{std::string("who\0is", 6)}));
    EXPECT_EQ(client.received, (std::vector<std::string>{"I am"}));
    EXPECT_EQ(ToEndpoint(server.from).address, "192.0.2.1");
    EXPECT_EQ(ToEndpoint(server.from).port, client.endpoint.GetLocal().port);
    EXPECT_NE(client.endpoint.GetLocal().port, 0);
    EXPECT_EQ(ToEndpoint(client.from), (wire::Endpoint{"192.0.2.2", PORT}));
}

TEST(DatagramEndpoint, TellsWhyItCannotBeOpened)
{
    TwoHosts hosts;
    Keeper first(hosts.GetServer());
    Keeper second(hosts.GetServer());
    Keeper nowhere(CreateObject<Node>());
    EXPECT_EQ(first.endpoint.Bind(TwoHosts::GetAny(PORT)), SocketStatus::OK);
    EXPECT_EQ(second.endpoint.Bind(TwoHosts::GetAny(PORT)), SocketStatus::PORT_IN_USE);
    EXPECT_EQ(second.endpoint.GetLocal(), wire::Endpoint());
    EXPECT_EQ(nowhere.endpoint.Bind(TwoHosts::GetAny(PORT)), SocketStatus::NO_PROTOCOL);
}

TEST(DatagramEndpoint, TellsWhyItCannotSend)
{
    TwoHosts hosts;
    Keeper client(hosts.GetClient());
    TwoHosts::At(1, [&] {
        const auto server = hosts.GetServerAddress(PORT);
        EXPECT_EQ(client.endpoint.Send("not bound", server), SocketStatus::FAILED);
        ASSERT_EQ(client.endpoint.Bind(TwoHosts::GetAny(0)), SocketStatus::OK);
        EXPECT_EQ(client.endpoint.Send("x", *ToAddress({"198.51.100.1", PORT})),
                  SocketStatus::NO_ROUTE);
        EXPECT_EQ(client.endpoint.Send(std::string(65507, 'x'), server), SocketStatus::OK);
        EXPECT_EQ(client.endpoint.Send(std::string(65508, 'x'), server), SocketStatus::TOO_LARGE);
    });
    TwoHosts::RunUntil(2);
}

TEST(DatagramEndpoint, IsSilentOnceClosedAndMayBeOpenedAgain)
{
    TwoHosts hosts;
    Keeper server(hosts.GetServer());
    Keeper client(hosts.GetClient());
    ASSERT_EQ(server.endpoint.Bind(TwoHosts::GetAny(PORT)), SocketStatus::OK);
    ASSERT_EQ(client.endpoint.Bind(TwoHosts::GetAny(0)), SocketStatus::OK);
    const auto send = [&](const char* text) {
        EXPECT_EQ(client.endpoint.Send(text, hosts.GetServerAddress(PORT)), SocketStatus::OK);
    };
    TwoHosts::At(1, [&] { send("lost"); });
    TwoHosts::At(1.001, [&] { server.endpoint.Close(); });
    TwoHosts::At(2, [&] {
        EXPECT_EQ(server.endpoint.Bind(TwoHosts::GetAny(PORT)), SocketStatus::OK);
        send("kept");
    });
    TwoHosts::RunUntil(3);
    EXPECT_EQ(server.received, (std::vector<std::string>{"kept"}));
}

TEST(DatagramEndpoint, MayBeDestroyedByItsReceiver)
{
    TwoHosts hosts;
    std::optional<DatagramEndpoint> server;
    int received = 0;
    server.emplace(hosts.GetServer(),
                   UdpSocketFactory::GetTypeId(),
                   [&](std::string_view, const Address&) {
                       ++received;
                       server.reset();
                   });
    Keeper client(hosts.GetClient());
    ASSERT_EQ(server->Bind(TwoHosts::GetAny(PORT)), SocketStatus::OK);
    ASSERT_EQ(client.endpoint.Bind(TwoHosts::GetAny(0)), SocketStatus::OK);
    TwoHosts::At(1, [&] {
        client.endpoint.Send("one", hosts.GetServerAddress(PORT));
        client.endpoint.Send("two", hosts.GetServerAddress(PORT));
    });
    TwoHosts::RunUntil(2);
    EXPECT_EQ(received, 1);
}

} // namespace
} // namespace ns3::postroad

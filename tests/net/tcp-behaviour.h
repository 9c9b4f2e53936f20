/**
 * What the tests of ns-3's TCP share. There is one test for each way in which it differs from what
 * a mail program expects of TCP, in the words of what the program sees: nothing of it. The numbers
 * above the tests count these ways; those that concern the opening of a connection stand in one
 * file, those that concern its use and its end in another.
 */
#ifndef POSTROAD_TESTS_NET_TCP_BEHAVIOUR_H
#define POSTROAD_TESTS_NET_TCP_BEHAVIOUR_H

#include "net/test-server.h"
#include "net/two-hosts.h"

#include "postroad/net/guarded-tcp-socket.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <utility>

namespace ns3::postroad::test
{

inline const auto NOTHING = [](TestDialogue&) {};

/// The time of a round trip over the link, with a little for the bytes.
constexpr double ROUND_TRIP = 0.0205;

inline void
ConnectTo(TestDialogue& dialogue, const TwoHosts& hosts, std::uint16_t port = TwoHosts::PORT)
{
    dialogue.Connect(hosts.GetClient(),
                     GuardedTcpSocketFactory::GetTypeId(),
                     hosts.GetServerAddress(port));
}

inline void
ListenAt(TestServer& server)
{
    ASSERT_EQ(server.listener.Listen(TwoHosts::GetAny()), SocketStatus::OK);
}

/// A server as ns-3 gives it; `accept` gets the connected socket.
inline Ptr<Socket>
ListenBare(const TwoHosts& hosts, std::function<void(Ptr<Socket>)> accept)
{
    const auto socket = TwoHosts::MakeBareSocket(hosts.GetServer());
    socket->Bind(TwoHosts::GetAny());
    socket->Listen();
    socket->SetAcceptCallback(
        MakeNullCallback<bool, Ptr<Socket>, const Address&>(),
        Callback<void, Ptr<Socket>, const Address&>(
            [accept = std::move(accept)](Ptr<Socket> accepted, const Address&) {
                accept(accepted);
            }));
    return socket;
}

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_NET_TCP_BEHAVIOUR_H

/*
 * 5. A client goes on sending after it has closed its side, while data of before wait to be sent.
 *
 * RFC 9293 (3.10.2): after CLOSE a SEND is answered with "connection closing". In ns-3 Send() after
 * ShutdownSend() says so, and yet has put the octets into the stream; after Close() it takes them.
 */
#include "ns3-findings/two-nodes.h"

#include <cstdint>

using namespace ns3;
using namespace ns3::findings;

namespace
{

/// Sends 50000 octets, ends the stream by `end`, and sends 1000 more.
void
SendBehind(const std::string& name, int (Socket::*end)())
{
    const TwoNodes net;
    std::uint32_t received = 0;
    const auto listener = net.Listen([&received](Ptr<Socket> accepted) {
        accepted->SetRecvCallback(Callback<void, Ptr<Socket>>(
            [&received](Ptr<Socket> socket) { received += Read(socket); }));
    });
    const auto client = net.Connect();
    TwoNodes::At(1, [&] {
        Say("client: Send(50000) gives ", Send(client, 50000));
        Say("client: ", name, "() gives ", ResultOf(client, ((*client).*end)()));
        Say("client: Send(1000) gives ", Send(client, 1000));
    });
    TwoNodes::RunUntil(10);
    Say("server: has ", received, " octets");
}

} // namespace

int
main()
{
    SendBehind("ShutdownSend", &Socket::ShutdownSend);
    SendBehind("Close", &Socket::Close);
}

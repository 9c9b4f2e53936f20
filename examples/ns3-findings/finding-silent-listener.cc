/*
 * 24. A server breaks a connection off, its RST is lost, and the client goes on.
 *
 * RFC 9293 (3.10.7.2, the second step): a listener answers an ACK by a RST, so that the client
 * learns of the end with the next segment that it sends. In ns-3 it does where nobody listens any
 * more, and a listener is silent.
 */
#include "ns3-findings/two-nodes.h"

using namespace ns3;
using namespace ns3::findings;

namespace
{

/// Sends to a connection that is no more, with and without a listener at the same port.
void
SendToNobody(bool isListening)
{
    const TwoNodes net;
    TwoNodes::Lose(net.client, {2}); // behind SYN+ACK and the ACK of the data
    const auto listener = net.Listen([](Ptr<Socket> accepted) {
        TwoNodes::At(1, [accepted] { // with input that it has not read
            Say("server: Close() gives ", ResultOf(accepted, accepted->Close()));
        });
    });
    const auto client = net.Connect();
    TwoNodes::At(0.5, [client] { Send(client, 10); });
    TwoNodes::At(2, [&] {
        if (!isListening)
        {
            Say("listener: Close() gives ", ResultOf(listener, listener->Close()));
        }
        Say("client: Send(10) gives ", Send(client, 10));
    });
    TraceSegments(client, "Rx", [](const TcpHeader& header) {
        Say("client: gets ", TcpHeader::FlagsToString(header.GetFlags()));
    });
    TwoNodes::RunUntil(86400);
}

} // namespace

int
main()
{
    SendToNobody(true);
    SendToNobody(false);
}

/*
 * 6. A server closes a connection with input that it has not read, which resets the connection.
 *
 * The RST is right (RFC 9293, 3.6.1). Its receiver is to be told "connection reset" (3.10.7.4), and
 * the documentation of Socket::SetCloseCallbacks() names a reset as a case of ErrorClose. ns-3
 * tells it as NormalClose, which is what the peer's FIN is told as.
 */
#include "ns3-findings/two-nodes.h"

using namespace ns3;
using namespace ns3::findings;

int
main()
{
    const TwoNodes net;
    const auto listener = net.Listen([](Ptr<Socket> accepted) {
        Watch(accepted, "server");
        accepted->SetRecvCallback(MakeNullCallback<void, Ptr<Socket>>());
        TwoNodes::At(1, [accepted] {
            Say("server: Close() gives ", ResultOf(accepted, accepted->Close()));
        });
    });
    const auto client = net.Connect();
    TraceSegments(client, "Rx", [](const TcpHeader& header) {
        Say("client: gets ", TcpHeader::FlagsToString(header.GetFlags()));
    });
    TwoNodes::At(0.5, [client] { Say("client: Send(100) gives ", Send(client, 100)); });
    TwoNodes::RunUntil(10);
}

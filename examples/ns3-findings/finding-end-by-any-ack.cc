/*
 * 23. A client closes its side; the server answers in two segments and closes; the second is lost.
 *
 * RFC 9293 (3.10.7.4, the fifth step): in LAST-ACK the connection ends by the ACK of the own FIN.
 * In ns-3 it ends by any ACK. That of the first segment has the server forget the second.
 */
#include "ns3-findings/two-nodes.h"

using namespace ns3;
using namespace ns3::findings;

int
main()
{
    const TwoNodes net;
    TwoNodes::Lose(net.client, {3}); // behind SYN+ACK, the ACK of the client's FIN, and a segment
    const auto listener = net.Listen([](Ptr<Socket> accepted) {
        Watch(accepted, "server");
        TraceSegments(accepted, "Rx", [](const TcpHeader& header) {
            Say("server: gets ",
                TcpHeader::FlagsToString(header.GetFlags()),
                " ",
                header.GetAckNumber());
        });
        accepted->TraceConnectWithoutContext(
            "State",
            Callback<void, TcpSocket::TcpStates_t, TcpSocket::TcpStates_t>(
                [](TcpSocket::TcpStates_t, TcpSocket::TcpStates_t state) {
                    Say("server: ", TcpSocket::TcpStateName[state]);
                }));
        TwoNodes::At(2, [accepted] {
            Say("server: Send(1000) gives ", Send(accepted, 1000));
            Say("server: Close() gives ", ResultOf(accepted, accepted->Close()));
        });
    });
    const auto client = net.Connect();
    TwoNodes::At(1, [client] { Say("client: Close() gives ", ResultOf(client, client->Close())); });
    TwoNodes::RunUntil(86400);
    Say("client: waits for the rest");
}

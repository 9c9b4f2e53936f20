/*
 * 7. A client asks, ends its side, and the server answers and closes.
 *
 * NormalClose tells, as its documentation says, that the peer has closed, which is half of the
 * connection. RFC 9293 (3.10.7.4, the fifth step) has the user told too when the own FIN is
 * acknowledged. In ns-3 no callback does; the trace source State shows it.
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
    TwoNodes::At(1, [client] {
        Say("client: Send(10) gives ", Send(client, 10));
        Say("client: Close() gives ", ResultOf(client, client->Close()));
    });
    TwoNodes::RunUntil(86400);
}

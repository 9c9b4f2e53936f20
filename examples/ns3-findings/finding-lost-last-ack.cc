/*
 * 1. The last ACK of a handshake is lost, and the server speaks first.
 *
 * RFC 9293 (3.10.7.4): a segment that is not acceptable, as the repeated SYN+ACK, is answered with
 * an ACK. ns-3 overlooks a SYN+ACK in ESTABLISHED: the server gives up, and the client waits for
 * ever.
 */
#include "ns3-findings/two-nodes.h"

using namespace ns3;
using namespace ns3::findings;

int
main()
{
    const TwoNodes net;
    TwoNodes::Lose(net.server, {1}); // behind the SYN
    const auto listener = net.Listen([](Ptr<Socket> accepted) {
        Say("server: accepts, and greets");
        Send(accepted, 20);
    });
    const auto client = net.Connect();
    TraceSegments(client, "Rx", [](const TcpHeader& header) {
        Say("client: gets ", TcpHeader::FlagsToString(header.GetFlags()));
    });
    TwoNodes::RunUntil(86400);
    Say("client: waits for the greeting");
}

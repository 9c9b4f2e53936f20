/*
 * 22. Both sides send ten octets and close at the same time, so that each FIN comes behind data.
 *
 * RFC 9293 (3.10.7.4, the eighth step): a FIN is acknowledged, by an ACK one higher than that of
 * the data before it. A socket of ns-3's that has sent its own FIN takes the peer's for one that
 * stands before the data of its segment, and acknowledges the data alone.
 */
#include "ns3-findings/two-nodes.h"

using namespace ns3;
using namespace ns3::findings;

int
main()
{
    const TwoNodes net;
    Ptr<Socket> server;
    const auto listener = net.Listen([&server](Ptr<Socket> accepted) {
        Watch(accepted, "server");
        server = accepted;
    });
    const auto client = net.Connect();
    TraceSegments(client, "Rx", [](const TcpHeader& header) {
        Say("client: gets ",
            TcpHeader::FlagsToString(header.GetFlags()),
            " ",
            header.GetAckNumber());
    });
    TraceSegments(client, "Tx", [](const TcpHeader& header) {
        if (header.GetFlags() & TcpHeader::FIN)
        {
            Say("client: sends FIN");
        }
    });
    TwoNodes::At(1, [&] {
        for (const auto& socket : {client, server})
        {
            const auto name = socket == client ? "client" : "server";
            Say(name, ": Send(10) gives ", Send(socket, 10));
            Say(name, ": Close() gives ", ResultOf(socket, socket->Close()));
        }
    });
    TwoNodes::RunUntil(86400);
}

/*
 * 18. A server vanishes, and then the client closes.
 *
 * A FIN is repeated as data are, each time after twice as long (RFC 6298, 5.5), and given up as
 * data are (RFC 9293, 3.8.3). ns-3 repeats it each second for as long as the simulation runs.
 */
#include "ns3-findings/two-nodes.h"

using namespace ns3;
using namespace ns3::findings;

int
main()
{
    const TwoNodes net;
    const auto listener = net.Listen([](Ptr<Socket>) {});
    const auto client = net.Connect();
    int fins = 0;
    TraceSegments(client, "Tx", [&fins](const TcpHeader& header) {
        if ((header.GetFlags() & TcpHeader::FIN) && ++fins <= 4)
        {
            Say("client: sends FIN ", fins);
        }
    });
    TwoNodes::At(1, [&] {
        TwoNodes::TakeDown(net.server);
        client->Close();
    });
    TwoNodes::RunUntil(86400);
    Say("client: has sent ", fins, " FINs");
}

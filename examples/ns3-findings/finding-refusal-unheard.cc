/*
 * 2. A client connects to a port where nobody listens.
 *
 * RFC 9293 (3.10.7.3, second step): in SYN-SENT a RST whose ACK is acceptable ends the connection
 * with "connection reset". ns-3 overlooks it, and tells of a failure when the last SYN has timed
 * out, as when nobody is there at all.
 */
#include "ns3-findings/two-nodes.h"

using namespace ns3;
using namespace ns3::findings;

int
main()
{
    const TwoNodes net;
    const auto client = net.Connect();
    TraceSegments(client, "Tx", [](const TcpHeader& header) {
        Say("client: sends ", TcpHeader::FlagsToString(header.GetFlags()));
    });
    TraceSegments(client, "Rx", [](const TcpHeader& header) {
        Say("client: gets ", TcpHeader::FlagsToString(header.GetFlags()));
    });
    TwoNodes::RunUntil(1000);
}

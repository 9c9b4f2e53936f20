/*
 * 17. One segment is lost while the receiver's window is full.
 *
 * RFC 6675 (4, NextSeg, rule 2): new data are sent if the window allows. Up to ns-3.40 a window
 * that is exactly full counts as one that allows: a segment of no octets is made of a null pointer.
 * ns-3.41 has it mended (ns-3's issue 991). The client is a process of its own here.
 */
#include "ns3-findings/two-nodes.h"

#include "ns3/config.h"
#include "ns3/uinteger.h"

using namespace ns3;
using namespace ns3::findings;

int
main()
{
    // Less than the 131072 octets that the sender holds, so that it has data for a full window.
    Config::SetDefault("ns3::TcpSocket::RcvBufSize", UintegerValue(32768));
    for (const bool isLossy : {false, true})
    {
        const auto end = RunInChild([isLossy] {
            const TwoNodes net;
            if (isLossy)
            {
                TwoNodes::Lose(net.server, {100});
            }
            const auto listener = net.Listen([](Ptr<Socket> accepted) {
                accepted->SetRecvCallback(Callback<void, Ptr<Socket>>(&Read));
            });
            const auto client = TwoNodes::MakeSocket(net.client);
            client->Connect(TwoNodes::GetServerAddress());
            client->Send(Create<Packet>(100000));
            TwoNodes::RunUntil(100);
        });
        Say(isLossy ? "a segment is lost: " : "all segments arrive: ", end);
    }
}

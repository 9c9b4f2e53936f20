/*
 * 4. A client hands over more than its socket has room for.
 *
 * send() of POSIX, to which the documentation of Socket::Send() likens it, takes what there is room
 * for. ns-3 takes all or nothing, as the same documentation says further down.
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
    TwoNodes::At(1, [client] {
        Say("client: has room for ", client->GetTxAvailable(), " octets");
        Say("client: Send(200000) gives ", Send(client, 200000));
        Say("client: Send(131072) gives ", Send(client, 131072));
        Say("client: Send(1) gives ", Send(client, 1));
    });
    TwoNodes::RunUntil(2);
}

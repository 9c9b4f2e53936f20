/*
 * 25. The first of two segments is lost, and the server closes before or after the second comes.
 *
 * ns-3's manual: Close() sends a FIN and does not keep the socket from receiving; it is a RST where
 * there is input that was not read. Octets behind a hole nobody can have read, and ns-3 takes them
 * for such input.
 */
#include "ns3-findings/two-nodes.h"

using namespace ns3;
using namespace ns3::findings;

namespace
{

/// Sends 1000 octets at 1 s; the first 536 of them come at the second try, at 2 s.
void
CloseAt(double seconds)
{
    const TwoNodes net;
    TwoNodes::Lose(net.server, {2}); // behind SYN and ACK
    Ptr<Socket> server;
    const auto listener = net.Listen([&server](Ptr<Socket> accepted) {
        Watch(accepted, "server");
        server = accepted;
    });
    const auto client = net.Connect();
    TwoNodes::At(1, [client] { Say("client: Send(1000) gives ", Send(client, 1000)); });
    TwoNodes::At(seconds, [&server] {
        Say("server: has ", server->GetRxAvailable(), " octets to read");
        Say("server: Close() gives ", ResultOf(server, server->Close()));
    });
    TwoNodes::RunUntil(86400);
}

} // namespace

int
main()
{
    CloseAt(1.005);
    CloseAt(1.5);
}

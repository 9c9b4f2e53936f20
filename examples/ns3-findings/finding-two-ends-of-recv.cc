/*
 * 9. Both ends of a connection read past its end.
 *
 * recv() of POSIX tells "nothing yet" and "the peer has closed" apart. So does ns-3, by no packet
 * and an empty one, but only on the side that has not closed itself: in TIME-WAIT the end of the
 * peer's stream looks like "nothing yet".
 */
#include "ns3-findings/two-nodes.h"

using namespace ns3;
using namespace ns3::findings;

namespace
{

void
TellRecv(const std::string& name, const Ptr<Socket>& socket)
{
    const auto packet = socket->Recv();
    Say(name, ": Recv() gives ", packet ? std::to_string(packet->GetSize()) : "no packet");
}

} // namespace

int
main()
{
    const TwoNodes net;
    Ptr<Socket> server;
    const auto listener = net.Listen([&server](Ptr<Socket> accepted) { server = accepted; });
    const auto client = net.Connect();
    const auto tell = [&] {
        TellRecv("client", client);
        TellRecv("server", server);
    };
    TwoNodes::At(1, tell);
    TwoNodes::At(2, [client] { client->Close(); });
    TwoNodes::At(3, tell);
    TwoNodes::At(4, [&server] { server->Close(); });
    TwoNodes::At(5, tell);
    TwoNodes::RunUntil(6);
}

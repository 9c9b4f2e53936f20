/*
 * 15. A client connects before Simulator::Run(), on a link with a queue disc.
 *
 * Nodes are initialised at time 0, and the traffic control layer learns only then which queue discs
 * to wake. A packet before that reads past the end of an empty vector. The client is a process of
 * its own here.
 */
#include "ns3-findings/two-nodes.h"

using namespace ns3;
using namespace ns3::findings;

int
main()
{
    for (const bool hasQueueDisc : {false, true})
    {
        const auto end = RunInChild([hasQueueDisc] {
            const TwoNodes net(hasQueueDisc);
            const auto socket = TwoNodes::MakeSocket(net.client);
            socket->Connect(TwoNodes::GetServerAddress());
        });
        Say(hasQueueDisc ? "with" : "without", " a queue disc: ", end);
    }
}

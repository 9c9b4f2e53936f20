/*
 * 13. A server turns a connection down in the first callback of Socket::SetAcceptCallback().
 *
 * The documentation says "refused"; a TCP that refuses sends a RST (RFC 9293, 3.5.2). ns-3 drops
 * the SYN without a word. And without that callback all are accepted, where the documentation has
 * all refused.
 */
#include "ns3-findings/two-nodes.h"

using namespace ns3;
using namespace ns3::findings;

int
main()
{
    const TwoNodes net;
    const auto listener = net.Listen([](Ptr<Socket>) { Say("server: accepts"); });
    const auto accept = [](Ptr<Socket>, const Address&) { Say("server: accepts"); };
    const auto refuse = [](Ptr<Socket>, const Address&) {
        Say("server: refuses");
        return false;
    };
    TwoNodes::At(1, [&] {
        listener->SetAcceptCallback(Callback<bool, Ptr<Socket>, const Address&>(refuse),
                                    Callback<void, Ptr<Socket>, const Address&>(accept));
    });
    const auto first = net.Connect("first client");
    Ptr<Socket> second;
    TwoNodes::At(2, [&] { second = net.Connect("second client"); });
    TwoNodes::RunUntil(1000);
}

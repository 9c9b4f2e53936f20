/*
 * 16. An application lets go of its socket, and is gone itself.
 *
 * TcpL4Protocol keeps a socket as long as its connection lives, and the socket its callbacks. One
 * that was made by MakeCallback(&Reader::Read, this) would be called on an object that is gone.
 */
#include "ns3-findings/two-nodes.h"

#include <memory>

using namespace ns3;
using namespace ns3::findings;

int
main()
{
    const TwoNodes net;
    const auto listener = net.Listen([](Ptr<Socket> accepted) {
        TwoNodes::At(2, [accepted] { Say("server: Send(10) gives ", Send(accepted, 10)); });
    });
    auto application = std::make_shared<std::string>("the application");
    auto socket = TwoNodes::MakeSocket(net.client);
    socket->SetRecvCallback(
        Callback<void, Ptr<Socket>>([self = std::weak_ptr(application)](Ptr<Socket> readable) {
            Say("client: DataRecv, ", Read(readable), " octets");
            Say("client: ", self.expired() ? "the application is gone" : "the application reads");
        }));
    TwoNodes::At(0, [&] { socket->Connect(TwoNodes::GetServerAddress()); });
    TwoNodes::At(1, [&] {
        Say("client: the application lets go");
        socket = nullptr;
        application.reset();
    });
    TwoNodes::RunUntil(3);
}

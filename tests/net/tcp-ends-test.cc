// Both ends of a stream end in every order: each side says something and closes at its own time,
// packets are lost, and yet all octets arrive, both sides learn of the end, and nothing is left.
#include "net/two-hosts.h"

#include "postroad/net/guarded-tcp-socket.h"
#include "postroad/net/stream-acceptor.h"
#include "postroad/net/stream-socket.h"

#include "ns3/ipv4-header.h"
#include "ns3/object-vector.h"
#include "ns3/ppp-header.h"
#include "ns3/tcp-header.h"
#include "ns3/tcp-l4-protocol.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <list>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace ns3::postroad
{
namespace
{

using test::TwoHosts;

/// What one side does: so many octets, and behind them the end, at a time in milliseconds.
struct Part
{
    std::size_t octets;
    int at;
};

/// One end of the stream.
class End
{
  public:
    explicit End(char letter)
        : m_letter(letter)
    {
    }

    void Use(std::unique_ptr<StreamSocket> socket, const Part& part)
    {
        m_socket = std::move(socket);
        m_socket->SetWake([this] { Wake(); });
        m_toSay = std::string(part.octets, m_letter);
        TwoHosts::At(part.at / 1000.0, [this] {
            m_isDone = true;
            Wake();
        });
        Wake();
    }

    StreamSocket& GetSocket()
    {
        return *m_socket;
    }

    /// "20 x, end at 0.12", or what else became of it.
    std::string Tell() const
    {
        std::string told = std::to_string(m_received.size()) + ' ' + m_received.substr(0, 1);
        if (m_received.find_first_not_of(m_received.substr(0, 1)) != std::string::npos)
        {
            told += " and others";
        }
        return told + (m_failure ? ", " + std::string(GetText(*m_failure))
                                 : std::string(m_ended ? ", end" : ", no end"));
    }

    std::optional<double> m_ended; ///< when the other side's end was heard

  private:
    /// The socket is looked at from an event of its own, as those do that use one.
    void Wake()
    {
        TwoHosts::At(TwoHosts::GetSeconds(), [this] { Look(); });
    }

    void Look()
    {
        if (!m_socket)
        {
            return;
        }
        while (m_socket->HasInput())
        {
            m_received += m_socket->Read();
        }
        if (m_socket->IsInputOver() && !m_ended)
        {
            m_ended = TwoHosts::GetSeconds();
        }
        m_failure = m_socket->GetFailure();
        if (m_isDone && m_socket->IsConnected() && !m_failure)
        {
            m_socket->Write(std::exchange(m_toSay, {}));
            if (m_socket->GetUnsent() == 0 && !std::exchange(m_isClosed, true))
            {
                m_socket->Close();
            }
        }
        if (m_failure || (m_isClosed && m_ended))
        {
            m_socket.reset();
        }
    }

    char m_letter;
    std::unique_ptr<StreamSocket> m_socket;
    std::string m_toSay;
    std::string m_received;
    std::optional<SocketStatus> m_failure;
    bool m_isDone{false};
    bool m_isClosed{false};
};

/// One stream between two hosts from its beginning to its end.
class Stream
{
  public:
    Stream(const Part& client, const Part& server)
        : m_acceptor(m_hosts.GetServer(),
                     GuardedTcpSocketFactory::GetTypeId(),
                     [this, server](auto socket) { m_server.Use(std::move(socket), server); })
    {
        EXPECT_EQ(m_acceptor.Listen(TwoHosts::GetAny()), SocketStatus::OK);
        TwoHosts::At(0, [this, client] {
            m_client.Use(std::make_unique<StreamSocket>(), client);
            m_client.GetSocket().Connect(m_hosts.GetClient(),
                                         GuardedTcpSocketFactory::GetTypeId(),
                                         m_hosts.GetServerAddress());
        });
        for (const auto& node : {m_hosts.GetClient(), m_hosts.GetServer()})
        {
            node->GetDevice(1)->TraceConnectWithoutContext(
                "PhyTxBegin",
                Callback<void, Ptr<const Packet>>(
                    [this, node](Ptr<const Packet> packet) { Note(node, *packet); }));
        }
    }

    TwoHosts& GetHosts()
    {
        return m_hosts;
    }

    End& GetServer()
    {
        return m_server;
    }

    /// What both ends have heard, and what is left after so many seconds.
    std::string Run(double seconds)
    {
        TwoHosts::RunUntil(seconds);
        const auto told = "client: " + m_client.Tell() + "; server: " + m_server.Tell();
        const auto left = Count(m_hosts.GetClient()) + Count(m_hosts.GetServer()) - 1;
        return told + (left > 0 ? "; " + std::to_string(left) + " sockets left" : "");
    }

    /// The segments that a side has sent with a flag.
    std::vector<TcpHeader> Find(Ptr<Node> sender, std::uint8_t flag) const
    {
        std::vector<TcpHeader> found;
        for (const auto& [node, header] : m_sent)
        {
            if (node == sender && (header.GetFlags() & flag))
            {
                found.push_back(header);
            }
        }
        return found;
    }

    std::size_t CountResets() const
    {
        return Find(m_hosts.GetClient(), TcpHeader::RST).size() +
               Find(m_hosts.GetServer(), TcpHeader::RST).size();
    }

    /// When the later of the two has heard the end, in seconds.
    double GetEnd() const
    {
        return std::max(m_client.m_ended.value_or(300), m_server.m_ended.value_or(300));
    }

  private:
    static std::size_t Count(Ptr<Node> node)
    {
        ObjectVectorValue sockets;
        node->GetObject<TcpL4Protocol>()->GetAttribute("SocketList", sockets);
        return sockets.GetN();
    }

    void Note(Ptr<Node> sender, const Packet& sent)
    {
        const auto packet = sent.Copy();
        PppHeader frame;
        Ipv4Header datagram;
        TcpHeader segment;
        packet->RemoveHeader(frame);
        packet->RemoveHeader(datagram);
        packet->RemoveHeader(segment);
        m_sent.emplace_back(sender, segment);
    }

    TwoHosts m_hosts;
    End m_client{'c'};
    End m_server{'s'};
    std::vector<std::pair<Ptr<Node>, TcpHeader>> m_sent;
    StreamAcceptor m_acceptor;
};

std::string
Expect(const Part& client, const Part& server)
{
    const auto heard = [](std::size_t octets, char letter) {
        return std::to_string(octets) + ' ' + (octets > 0 ? std::string(1, letter) : "") + ", end";
    };
    return "client: " + heard(server.octets, 's') + "; server: " + heard(client.octets, 'c');
}

std::string
Describe(const Part& client, const Part& server)
{
    const auto describe = [](const Part& part) {
        return std::to_string(part.octets) + " octets and the end at " + std::to_string(part.at) +
               " ms";
    };
    return "client " + describe(client) + ", server " + describe(server);
}

constexpr std::size_t NOTHING = 0;
constexpr std::size_t A_LINE = 6;
constexpr std::size_t MANY = 20000; // in more segments than are sent at once

constexpr std::size_t SIZES[]{NOTHING, A_LINE, MANY};

// The link takes 10 ms: what is sent meets, crosses, or comes before or after the other.
TEST(TcpEnds, ComeInEveryOrder)
{
    for (const auto clientSize : SIZES)
    {
        for (const auto serverSize : SIZES)
        {
            for (int clientAt = 60; clientAt <= 160; clientAt += 5)
            {
                const Part client{clientSize, clientAt};
                const Part server{serverSize, 110};
                Stream stream(client, server);
                EXPECT_EQ(stream.Run(5), Expect(client, server)) << Describe(client, server);
                EXPECT_LT(stream.GetEnd(), 0.3) << Describe(client, server);
                EXPECT_EQ(stream.CountResets(), 0U) << Describe(client, server);
            }
        }
    }
}

/// Which side loses the packet that arrives there with a number.
enum class Loser
{
    CLIENT,
    SERVER,
};

TEST(TcpEnds, ComeThoughAnyPacketIsLost)
{
    for (const auto clientSize : SIZES)
    {
        for (const auto serverSize : SIZES)
        {
            for (int clientAt = 85; clientAt <= 135; clientAt += 5)
            {
                for (const auto loser : {Loser::CLIENT, Loser::SERVER})
                {
                    for (std::uint32_t lost = 1; lost < 6; ++lost)
                    {
                        const Part client{clientSize, clientAt};
                        const Part server{serverSize, 110};
                        Stream stream(client, server);
                        loser == Loser::CLIENT ? stream.GetHosts().LoseAtClient({lost})
                                               : stream.GetHosts().LoseAtServer({lost});
                        EXPECT_EQ(stream.Run(4), Expect(client, server))
                            << Describe(client, server) << "; the "
                            << (loser == Loser::CLIENT ? "client" : "server")
                            << " does not hear packet " << lost;
                    }
                }
            }
        }
    }
}

// The client ends first, so it is the client that waits for repetitions when all is over.
TEST(TcpEnds, AreAcknowledgedAgainWhileTheyAreRepeated)
{
    Stream stream({NOTHING, 100}, {NOTHING, 200});
    stream.GetHosts().LoseAtServer({3, 4, 5}); // the ACKs of the server's FIN
    const auto& hosts = stream.GetHosts();
    EXPECT_EQ(stream.Run(10), "client: 0 , end; server: 0 , end");
    EXPECT_EQ(stream.Find(hosts.GetServer(), TcpHeader::FIN).size(), 4U);
    EXPECT_EQ(stream.CountResets(), 0U) << "the client still knows of it after 3 s";
    const auto acks = stream.Find(hosts.GetClient(), TcpHeader::ACK);
    EXPECT_EQ(acks.back().GetSequenceNumber(), SequenceNumber32(2)) << "behind its FIN";
    EXPECT_EQ(acks.back().GetAckNumber(), SequenceNumber32(2));
}

TEST(TcpEnds, AreNotRepeatedOnceTheyWereAcknowledgedAgain)
{
    Stream stream({NOTHING, 100}, {A_LINE, 9000});
    stream.GetHosts().LoseAtClient({1}); // the ACK of the client's FIN
    EXPECT_EQ(stream.Run(20), "client: 6 s, end; server: 0 , end");
    EXPECT_EQ(stream.Find(stream.GetHosts().GetClient(), TcpHeader::FIN).size(), 2U);
}

TEST(TcpEnds, AreToldToWhoBelievesInAConnectionThatIsOver)
{
    Stream stream({A_LINE, 2000}, {NOTHING, 9000});
    stream.GetHosts().LoseAtClient({1}); // the RST
    TwoHosts::At(1, [&stream] { stream.GetServer().GetSocket().Reset(); });
    EXPECT_EQ(stream.Run(3).substr(0, 40), "client: 0 , connection reset by the peer");
}

// The first packets are the handshake, which has tests of its own. POSTROAD_STREAMS says how many
// streams there are; CONTRIBUTING.md tells when to run the twenty thousand.
TEST(TcpEnds, ComeThoughManyPacketsAreLost)
{
    std::mt19937 random(1);
    const auto draw = [&random](std::uint32_t limit) { return random() % limit; };
    const char* const count = std::getenv("POSTROAD_STREAMS");
    for (int run = 0; run < std::stoi(count ? count : "1000"); ++run)
    {
        const Part client{SIZES[draw(3)], static_cast<int>(80 + draw(60))};
        const Part server{SIZES[draw(3)], static_cast<int>(80 + draw(60))};
        Stream stream(client, server);
        std::list<std::uint32_t> lost[2];
        for (std::uint32_t packet = 2; packet < 18; ++packet)
        {
            for (auto& numbers : lost)
            {
                if (draw(4) == 0)
                {
                    numbers.push_back(packet);
                }
            }
        }
        stream.GetHosts().LoseAtClient(lost[0]);
        stream.GetHosts().LoseAtServer(lost[1]);
        EXPECT_EQ(stream.Run(300), Expect(client, server))
            << Describe(client, server) << ", run " << run;
    }
}

} // namespace
} // namespace ns3::postroad

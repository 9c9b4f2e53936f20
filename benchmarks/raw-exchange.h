/**
 * The same bytes in the same turns without any protocol: what ns-3 itself costs.
 *
 * A script is a list of exchanges that were read off the record of a real run: who connected to
 * whom and when, and how many octets went in which direction in which turn. The replay sends as
 * many octets of filling in the same order over the same network, with as little code as sockets
 * allow.
 */
#ifndef POSTROAD_BENCHMARKS_RAW_EXCHANGE_H
#define POSTROAD_BENCHMARKS_RAW_EXCHANGE_H

#include "ns3/inet-socket-address.h"
#include "ns3/node.h"
#include "ns3/nstime.h"
#include "ns3/ptr.h"
#include "ns3/socket.h"

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace ns3::postroad::bench
{

/// A run of octets in one direction of a stream.
struct Turn
{
    bool fromClient{false};
    std::uint32_t octets{0};
};

/// One connection, or one question and its answer by datagrams.
struct Exchange
{
    Time start;                         ///< when the client connects or asks
    Ptr<Node> client;                   ///< who does
    Ptr<Node> server;                   ///< whom it connects to
    InetSocketAddress serverAddress{0}; ///< where
    bool isDatagram{false};             ///< UDP, not TCP
    std::vector<Turn> turns;            ///< in order
};

/// Plays a script of exchanges on nodes that are there already.
class RawReplay
{
  public:
    /// Schedules all of it. The object must outlive the simulation.
    explicit RawReplay(std::vector<Exchange> exchanges);

    /// How many exchanges went through to their last octet.
    std::size_t
    GetCompleted() const
    {
        return m_completed;
    }

  private:
    /// How far one end has come in its exchange.
    struct Peer
    {
        const Exchange* exchange;
        bool isClient;
        std::size_t turn{0};
        std::uint32_t received{0};
    };

    using Key = std::pair<std::uint32_t, std::uint16_t>; ///< an address and a port

    void Listen(const Exchange& exchange);
    void Begin(const Exchange& exchange);
    void Accept(Ptr<Socket> socket, const Address& from);
    void ReceiveStream(Ptr<Socket> socket);
    void ReceiveDatagram(Ptr<Socket> socket);
    void Close(Ptr<Socket> socket);
    void Hook(Ptr<Socket> socket, Peer peer);
    bool Speak(Ptr<Socket> socket, Peer& peer, const Address* to);

    std::vector<Exchange> m_exchanges;
    std::map<std::pair<Ptr<Node>, Key>, Ptr<Socket>> m_listeners;
    std::map<Key, const Exchange*> m_expected; ///< by the client's end
    std::map<Ptr<Socket>, Peer> m_peers;
    std::size_t m_completed{0};
};

} // namespace ns3::postroad::bench

#endif // POSTROAD_BENCHMARKS_RAW_EXCHANGE_H

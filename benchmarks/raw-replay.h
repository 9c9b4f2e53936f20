/**
 * The same bytes in the same turns without any protocol: what ns-3 itself costs.
 *
 * Connections are opened and datagrams sent at the times of the script, as many octets of filling
 * go in each turn; whoever has the last word closes, and the other end when it hears of that. It is
 * done with as little code as sockets allow, and with none of the guards of StreamSocket.
 */
#ifndef POSTROAD_BENCHMARKS_RAW_REPLAY_H
#define POSTROAD_BENCHMARKS_RAW_REPLAY_H

#include "wire-tap.h"

#include "ns3/node.h"
#include "ns3/socket.h"

#include <cstddef>
#include <deque>
#include <map>
#include <memory>
#include <vector>

namespace ns3::postroad::bench
{

/// Plays a script on nodes that are there already, with the addresses that the script names.
class RawReplay
{
  public:
    /// Schedules all of it. \param script must outlive the replay, and the replay the simulation
    explicit RawReplay(const std::vector<Exchange>& script);
    ~RawReplay();

    RawReplay(const RawReplay&) = delete;
    RawReplay& operator=(const RawReplay&) = delete;

    /// How many exchanges the client has brought to their last octet.
    std::size_t CountCompleted() const
    {
        return m_completed;
    }

  private:
    class StreamEnd;
    using DatagramQueue = std::deque<const Exchange*>;

    void Listen(const Exchange& exchange);
    void Bind(Ptr<Node> node, const WireEnd& end);
    void Connect(Ptr<Node> node, const Exchange& exchange);
    void Accept(Ptr<Socket> socket, const Address& from);
    void Ask(const Exchange& exchange);
    void ReceiveDatagram(Ptr<Socket> socket);

    std::map<WireEnd, Ptr<Socket>> m_sockets;          ///< those that no connection has, by port
    std::map<WireEnd, const Exchange*> m_expected;     ///< connections, by the client's end
    std::vector<std::unique_ptr<StreamEnd>> m_streams; ///< both ends of each connection
    std::map<WireEnd, DatagramQueue> m_questions;      ///< on their way, by the client's end
    std::size_t m_completed{0};
};

} // namespace ns3::postroad::bench

#endif // POSTROAD_BENCHMARKS_RAW_REPLAY_H

#include "postroad/net/tcp-settings.h"

#include "ns3/config.h"
#include "ns3/double.h"
#include "ns3/nstime.h"
#include "ns3/uinteger.h"

#include <cstdint>

namespace ns3::postroad
{

namespace
{

/// Fills an Ethernet's 1500 octets: 20 of IP, 20 of TCP and 12 of its timestamps leave this. ns-3's
/// own 536 doubles the packets, and 1460 makes IP cut each packet in two.
constexpr std::uint64_t SEGMENT_SIZE = 1448;

/// Seconds. A closed connection holds its port for twice this; with ns-3's own 120 a busy relay has
/// used up its 16384 ports after as many messages, and looks through all of them for each packet.
constexpr double SEGMENT_LIFETIME = 1;

/// A lost SYN is sent again after 1 s and after 2 s more, as RFC 6298 section 2 has it, and silence
/// for 7 s tells that nobody is there. ns-3's own values are 3 s, and 189 s until it gives up.
constexpr double HANDSHAKE_TIMEOUT = 1;
constexpr std::uint64_t HANDSHAKE_RETRIES = 3;

/// Octets that a host holds for a reader. Twice what it holds to be sent (131072): with both alike
/// a sender fills the receiver's window to the last octet again and again (see GuardedTcpSocket).
constexpr std::uint64_t RECEIVE_BUFFER = 262144;

} // namespace

void
ApplyTcpSettings()
{
    Config::SetDefault("ns3::TcpSocket::SegmentSize", UintegerValue(SEGMENT_SIZE));
    Config::SetDefault("ns3::TcpSocket::RcvBufSize", UintegerValue(RECEIVE_BUFFER));
    Config::SetDefault("ns3::TcpSocket::ConnTimeout", TimeValue(Seconds(HANDSHAKE_TIMEOUT)));
    Config::SetDefault("ns3::TcpSocket::ConnCount", UintegerValue(HANDSHAKE_RETRIES));
    Config::SetDefault("ns3::TcpSocketBase::MaxSegLifetime", DoubleValue(SEGMENT_LIFETIME));
}

} // namespace ns3::postroad

#include "postroad/topology/interface-capture.h"

#include "ns3/callback.h"
#include "ns3/channel.h"
#include "ns3/node.h"
#include "ns3/point-to-point-net-device.h"
#include "ns3/queue.h"
#include "ns3/simulator.h"

#include <cstdint>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace ns3::postroad
{

namespace
{

// In the registry of pcap's link types.
constexpr std::uint32_t LINK_TYPE_ETHERNET = 1;
constexpr std::uint32_t LINK_TYPE_PPP = 9;

constexpr std::uint32_t MAGIC = 0xa1b2c3d4; ///< stamps in microseconds, in the writer's byte order
constexpr std::uint32_t SNAP_LENGTH = 65535;

constexpr std::uint32_t PPP_HEADER_SIZE = 2;
constexpr std::int64_t NANOSECONDS = 1'000'000'000;

/// Least significant octet first, on every machine.
void
Append(std::string& out, std::uint32_t number, int octets = 4)
{
    for (; octets > 0; --octets, number >>= 8)
    {
        out += static_cast<char>(number & 0xff);
    }
}

/// magic, version 2.4, no time zone, no accuracy, snap length, link type
std::string
MakeFileHeader(std::uint32_t linkType)
{
    std::string header;
    Append(header, MAGIC);
    Append(header, 2, 2);
    Append(header, 4, 2);
    Append(header, 0);
    Append(header, 0);
    Append(header, SNAP_LENGTH);
    Append(header, linkType);
    return header;
}

/// A locally administered address (IEEE 802) of a device.
void
AppendHardwareAddress(std::string& out, const NetDevice& device)
{
    out.push_back('\x02');
    out.push_back('\0');
    const auto node = device.GetNode()->GetId();
    const auto interface = device.GetIfIndex();
    for (const auto number : {node >> 8, node, interface >> 8, interface})
    {
        out += static_cast<char>(number & 0xff);
    }
}

/// Whom a device of a point-to-point link speaks with.
Ptr<NetDevice>
GetPeer(const NetDevice& device)
{
    const auto channel = device.GetChannel();
    const auto first = channel->GetDevice(0);
    return PeekPointer(first) == &device ? channel->GetDevice(1) : first;
}

} // namespace

InterfaceCapture::InterfaceCapture(Ptr<NetDevice> device,
                                   std::filesystem::path path,
                                   std::int64_t epoch,
                                   CaptureFraming framing)
    : m_device(device)
    , m_path(std::move(path))
    , m_epoch(epoch)
    , m_framing(framing)
    , m_buffer(MakeFileHeader(framing == CaptureFraming::PPP ? LINK_TYPE_PPP : LINK_TYPE_ETHERNET))
{
    if (!Flush(std::ios::trunc))
    {
        throw std::runtime_error("cannot write " + m_path.string() +
                                 ": check the folder's rights and the space on its disk");
    }
    m_device->TraceConnectWithoutContext("PromiscSniffer",
                                         MakeCallback(&InterfaceCapture::Write, this));
    if (m_framing == CaptureFraming::ETHERNET)
    {
        const auto queue = DynamicCast<PointToPointNetDevice>(m_device)->GetQueue();
        queue->TraceConnectWithoutContext("Dequeue",
                                          MakeCallback(&InterfaceCapture::NoteSending, this));
    }
}

InterfaceCapture::~InterfaceCapture()
{
    Detach();
}

void
InterfaceCapture::Close()
{
    if (!Detach())
    {
        throw std::runtime_error("not all of " + m_path.string() +
                                 " could be written: check the space on its disk");
    }
}

/// A device shows what it sends right after it took it out of its queue.
void
InterfaceCapture::NoteSending(Ptr<const Packet> /*packet*/)
{
    m_isSending = true;
}

void
InterfaceCapture::Write(Ptr<const Packet> frame)
{
    const bool isSent = std::exchange(m_isSending, false);
    const auto header = m_framing == CaptureFraming::PPP ? "" : MakeEthernetHeader(isSent);
    const std::uint32_t skipped = m_framing == CaptureFraming::PPP ? 0 : PPP_HEADER_SIZE;
    const auto now = Simulator::Now().GetNanoSeconds();
    const auto size = static_cast<std::uint32_t>(header.size()) + frame->GetSize() - skipped;
    Append(m_buffer, static_cast<std::uint32_t>(m_epoch + now / NANOSECONDS));
    Append(m_buffer, static_cast<std::uint32_t>(now % NANOSECONDS / 1000));
    Append(m_buffer, size);
    Append(m_buffer, size);
    m_buffer += header;
    const auto begin = m_buffer.size();
    m_buffer.resize(begin + frame->GetSize());
    frame->CopyData(reinterpret_cast<std::uint8_t*>(m_buffer.data()) + begin, frame->GetSize());
    m_buffer.erase(begin, skipped);
    if (m_buffer.size() >= BUFFER_SIZE)
    {
        Flush(std::ios::app);
    }
}

/// destination, source, type: IPv4
std::string
InterfaceCapture::MakeEthernetHeader(bool isSent) const
{
    const auto peer = GetPeer(*m_device);
    std::string header;
    AppendHardwareAddress(header, isSent ? *peer : *m_device);
    AppendHardwareAddress(header, isSent ? *m_device : *peer);
    header.push_back('\x08');
    header.push_back('\0');
    return header;
}

/// Writes what was gathered, into the new file or behind what is there.
bool
InterfaceCapture::Flush(std::ios::openmode mode)
{
    std::ofstream file(m_path, std::ios::binary | mode);
    file << std::exchange(m_buffer, {});
    file.close();
    m_hasFailed |= !file;
    return !m_hasFailed;
}

/// Returns whether all went well. Does nothing the second time.
bool
InterfaceCapture::Detach()
{
    if (!m_device)
    {
        return true;
    }
    m_device->TraceDisconnectWithoutContext("PromiscSniffer",
                                            MakeCallback(&InterfaceCapture::Write, this));
    if (m_framing == CaptureFraming::ETHERNET)
    {
        const auto queue = DynamicCast<PointToPointNetDevice>(m_device)->GetQueue();
        queue->TraceDisconnectWithoutContext("Dequeue",
                                             MakeCallback(&InterfaceCapture::NoteSending, this));
    }
    m_device = nullptr;
    return Flush(std::ios::app);
}

} // namespace ns3::postroad

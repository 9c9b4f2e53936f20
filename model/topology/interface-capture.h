/**
 * A pcap file of one interface, as tcpdump on that host would write it.
 *
 * Classic pcap with microsecond stamps and PPP frames. The stamps are dates: the scenario's epoch
 * plus virtual time. Frames that the link loses are in the sender's file only. Packets over a
 * host's loopback interface are not captured.
 */
#ifndef POSTROAD_TOPOLOGY_INTERFACE_CAPTURE_H
#define POSTROAD_TOPOLOGY_INTERFACE_CAPTURE_H

#include "ns3/net-device.h"
#include "ns3/nstime.h"
#include "ns3/packet.h"
#include "ns3/pcap-file-wrapper.h"

#include <cstdint>
#include <filesystem>

namespace ns3::postroad
{

/// Writes from its construction to Close() or to its end.
class InterfaceCapture
{
  public:
    /// Captures a point-to-point device into a new file; the epoch is in Unix seconds. Throws
    /// std::runtime_error when the file cannot be written.
    InterfaceCapture(Ptr<NetDevice> device, std::filesystem::path path, std::int64_t epoch);
    InterfaceCapture(const InterfaceCapture&) = delete;
    InterfaceCapture& operator=(const InterfaceCapture&) = delete;
    ~InterfaceCapture();

    /// Ends the capture. Throws std::runtime_error when not all of it could be written.
    void Close();

  private:
    void Write(Ptr<const Packet> frame);
    bool Detach();

    Ptr<NetDevice> m_device; // null after Detach()
    std::filesystem::path m_path;
    Time m_epoch;
    Ptr<PcapFileWrapper> m_file;
};

} // namespace ns3::postroad

#endif // POSTROAD_TOPOLOGY_INTERFACE_CAPTURE_H

/**
 * A pcap file of one interface, as tcpdump on that host would write it.
 *
 * Classic pcap with microsecond stamps, and PPP frames, or the same packets in Ethernet frames for
 * programs that read no PPP: there the hardware addresses are made up, of the numbers of host and
 * interface. The stamps are dates: the scenario's epoch plus virtual time. Frames that the link
 * loses are in the sender's file only. Packets over a host's loopback interface are not captured.
 *
 * The file is open only while a piece is written to it, so that there may be as many captures as a
 * network has interfaces, whatever the limit of open files.
 */
#ifndef POSTROAD_TOPOLOGY_INTERFACE_CAPTURE_H
#define POSTROAD_TOPOLOGY_INTERFACE_CAPTURE_H

#include "ns3/net-device.h"
#include "ns3/packet.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

namespace ns3::postroad
{

/// How a captured packet is framed.
enum class CaptureFraming
{
    PPP,      ///< as it passes the point-to-point link
    ETHERNET, ///< with an Ethernet header in place of PPP's
};

/// Writes from its construction to Close() or to its end.
class InterfaceCapture
{
  public:
    /// Octets that are gathered before they are written.
    static constexpr std::size_t BUFFER_SIZE = 16384;

    /// Captures a point-to-point device into a new file; the epoch is in Unix seconds. Throws
    /// std::runtime_error when the file cannot be written.
    InterfaceCapture(Ptr<NetDevice> device,
                     std::filesystem::path path,
                     std::int64_t epoch,
                     CaptureFraming framing = CaptureFraming::PPP);
    InterfaceCapture(const InterfaceCapture&) = delete;
    InterfaceCapture& operator=(const InterfaceCapture&) = delete;
    ~InterfaceCapture();

    /// Ends the capture. Throws std::runtime_error when not all of it could be written.
    void Close();

  private:
    void NoteSending(Ptr<const Packet> packet);
    void Write(Ptr<const Packet> frame);
    std::string MakeEthernetHeader(bool isSent) const;
    bool Flush(std::ios::openmode mode);
    bool Detach();

    Ptr<NetDevice> m_device; // null after Detach()
    std::filesystem::path m_path;
    std::int64_t m_epoch; // Unix seconds
    CaptureFraming m_framing;
    std::string m_buffer;    // what was not written yet
    bool m_isSending{false}; // the next frame is one that leaves
    bool m_hasFailed{false}; // a piece could not be written
};

} // namespace ns3::postroad

#endif // POSTROAD_TOPOLOGY_INTERFACE_CAPTURE_H

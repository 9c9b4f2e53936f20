#include "postroad/topology/interface-capture.h"

#include "ns3/callback.h"
#include "ns3/simulator.h"

#include <cstdint>
#include <stdexcept>
#include <utility>

namespace ns3::postroad
{

namespace
{

/// LINKTYPE_PPP in the registry of pcap's link types.
constexpr std::uint32_t LINK_TYPE_PPP = 9;

} // namespace

InterfaceCapture::InterfaceCapture(Ptr<NetDevice> device,
                                   std::filesystem::path path,
                                   std::int64_t epoch)
    : m_device(device)
    , m_path(std::move(path))
    , m_epoch(Time::FromInteger(static_cast<std::uint64_t>(epoch), Time::S))
    , m_file(CreateObject<PcapFileWrapper>())
{
    m_file->Open(m_path.string(), std::ios::out);
    if (m_file->Fail())
    {
        throw std::runtime_error("cannot write " + m_path.string() +
                                 ": check the folder's rights and the limit of open files");
    }
    m_file->Init(LINK_TYPE_PPP);
    m_device->TraceConnectWithoutContext("PromiscSniffer",
                                         MakeCallback(&InterfaceCapture::Write, this));
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

void
InterfaceCapture::Write(Ptr<const Packet> frame)
{
    m_file->Write(m_epoch + Simulator::Now(), frame);
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
    m_device = nullptr;
    m_file->Close();
    return !m_file->Fail();
}

} // namespace ns3::postroad

#include "postroad/topology/link-error-model.h"

#include "ns3/log.h"
#include "ns3/packet.h"
#include "ns3/pointer.h"
#include "ns3/simulator.h"

namespace ns3::postroad
{

NS_LOG_COMPONENT_DEFINE("PostroadLinkErrorModel");
NS_OBJECT_ENSURE_REGISTERED(LinkErrorModel);

TypeId
LinkErrorModel::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::postroad::LinkErrorModel")
            .SetParent<ErrorModel>()
            .SetGroupName("Postroad")
            .AddConstructor<LinkErrorModel>()
            .AddAttribute("Chance",
                          "What is lost while the link is not cut; null: nothing.",
                          PointerValue(),
                          MakePointerAccessor(&LinkErrorModel::m_chance),
                          MakePointerChecker<RateErrorModel>())
            .AddAttribute("DataRate",
                          "The rate of the sending device, to know when a frame's sending began.",
                          DataRateValue(DataRate("10Mbps")),
                          MakeDataRateAccessor(&LinkErrorModel::m_rate),
                          MakeDataRateChecker())
            .AddAttribute("Delay",
                          "The delay of the link, to know when a frame's sending began.",
                          TimeValue(Seconds(0)),
                          MakeTimeAccessor(&LinkErrorModel::m_delay),
                          MakeTimeChecker(Seconds(0)));
    return tid;
}

void
LinkErrorModel::Cut()
{
    NS_LOG_FUNCTION(this);
    m_isCut = true;
}

void
LinkErrorModel::SetLoss(double loss)
{
    NS_LOG_FUNCTION(this << loss);
    m_chance->SetRate(loss);
    loss > 0 ? m_chance->Enable() : m_chance->Disable();
}

void
LinkErrorModel::SetTiming(const DataRate& rate, const Time& delay)
{
    NS_LOG_FUNCTION(this << rate << delay);
    m_rate = rate;
    m_delay = delay;
}

void
LinkErrorModel::Restore()
{
    NS_LOG_FUNCTION(this);
    m_isCut = false;
    m_restoredAt = Simulator::Now();
}

void
LinkErrorModel::DoDispose()
{
    m_chance = nullptr;
    ErrorModel::DoDispose();
}

bool
LinkErrorModel::DoCorrupt(Ptr<Packet> frame)
{
    NS_LOG_FUNCTION(this << frame);
    const auto sentAt = Simulator::Now() - m_delay - m_rate.CalculateBytesTxTime(frame->GetSize());
    return m_isCut || sentAt < m_restoredAt || (m_chance && m_chance->IsCorrupt(frame));
}

void
LinkErrorModel::DoReset()
{
    m_isCut = false;
    m_restoredAt = Time(0);
}

} // namespace ns3::postroad

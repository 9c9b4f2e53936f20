#include "postroad/gateway/real-time.h"

#include "postroad/gateway/real-time-simulator.h"

#include "ns3/global-value.h"
#include "ns3/realtime-simulator-impl.h"
#include "ns3/simulator.h"
#include "ns3/string.h"

namespace ns3::postroad
{

namespace
{

constexpr auto CHOICE = "SimulatorImplementationType";

} // namespace

RealTime::RealTime()
{
    GlobalValue::Bind(CHOICE, StringValue(RealTimeSimulator::GetTypeId().GetName()));
}

RealTime::~RealTime()
{
    GlobalValue::Bind(CHOICE, StringValue("ns3::DefaultSimulatorImpl"));
}

Time
RealTime::GetLag()
{
    const auto simulator = DynamicCast<RealtimeSimulatorImpl>(Simulator::GetImplementation());
    return simulator ? simulator->RealtimeNow() - Simulator::Now() : Time(0);
}

} // namespace ns3::postroad

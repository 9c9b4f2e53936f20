#include "postroad/view/ladder.h"

#include "postroad/view/ladder-builder.h"

namespace ns3::postroad::view
{

Ladder
MakeLadder(std::span<const event::Event> events, const LadderOptions& options)
{
    trace::HostNames hosts;
    event::Replay(events, hosts);
    LadderBuilder builder(options, std::move(hosts));
    event::Replay(events, builder);
    return std::move(builder).Build();
}

} // namespace ns3::postroad::view

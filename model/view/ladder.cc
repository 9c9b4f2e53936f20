#include "postroad/view/ladder.h"

#include "postroad/view/ladder-builder.h"

namespace ns3::postroad::view
{

Ladder
MakeLadder(std::span<const event::Event> events, const LadderOptions& options)
{
    LadderBuilder builder(options);
    event::Replay(events, builder);
    return std::move(builder).Build();
}

} // namespace ns3::postroad::view

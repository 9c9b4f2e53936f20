#include "postroad/wire/wall-clock.h"

namespace ns3::postroad::wire
{

WallTime
WallClock::At(TimePoint now) const
{
    const auto shown = now.time_since_epoch() + offset;
    return {epoch + std::chrono::floor<std::chrono::seconds>(shown).count(), zone};
}

} // namespace ns3::postroad::wire

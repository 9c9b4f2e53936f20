#include "postroad/route/attempt-outcome.h"

namespace ns3::postroad::route
{

AttemptStatus
GetStatus(const smtp::Reply& reply)
{
    switch (reply.code / 100)
    {
    case 2:
        return AttemptStatus::RELAYED;
    case 5:
        return AttemptStatus::REFUSED;
    default:
        return AttemptStatus::DEFERRED;
    }
}

} // namespace ns3::postroad::route

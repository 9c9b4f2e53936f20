#include "postroad/route/reply-outcome.h"

#include <utility>

namespace ns3::postroad::route
{

store::AttemptStatus
GetStatus(const smtp::Reply& reply)
{
    switch (reply.code / 100)
    {
    case 2:
        return store::AttemptStatus::RELAYED;
    case 5:
        return store::AttemptStatus::REFUSED;
    default:
        return store::AttemptStatus::DEFERRED;
    }
}

store::AttemptOutcome
MakeOutcome(const smtp::Reply& reply, std::string nextHop, std::string address)
{
    store::AttemptOutcome outcome{GetStatus(reply), std::move(nextHop), std::move(address)};
    outcome.reason = reply.ToString();
    outcome.isReply = true;
    outcome.code = reply.enhanced;
    return outcome;
}

} // namespace ns3::postroad::route

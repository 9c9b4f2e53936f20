#include "postroad/route/attempt-outcome.h"

#include <utility>

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

AttemptResult
MakeResult(const smtp::Reply& reply, std::string nextHop, std::string address)
{
    AttemptResult result{GetStatus(reply), std::move(nextHop), std::move(address)};
    result.reason = reply.ToString();
    result.isReply = true;
    result.code = reply.enhanced;
    return result;
}

smtp::EnhancedCode
AttemptResult::GetCode() const
{
    if (code)
    {
        return *code;
    }
    switch (status)
    {
    case AttemptStatus::DEFERRED:
        return {4, 0, 0};
    case AttemptStatus::REFUSED:
        return {5, 0, 0};
    default:
        return smtp::SUCCESS;
    }
}

} // namespace ns3::postroad::route

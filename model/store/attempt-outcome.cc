#include "postroad/store/attempt-outcome.h"

namespace ns3::postroad::store
{

mail::EnhancedCode
AttemptOutcome::GetCode() const
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
        return {2, 0, 0};
    }
}

} // namespace ns3::postroad::store

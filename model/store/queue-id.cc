#include "postroad/store/queue-id.h"

#include <algorithm>

namespace ns3::postroad::store
{

std::string
QueueId::ToString() const
{
    std::string digits;
    auto rest = number;
    do
    {
        digits += "0123456789ABCDEF"[rest % 16];
        rest /= 16;
    } while (rest > 0);
    std::reverse(digits.begin(), digits.end());
    return digits;
}

} // namespace ns3::postroad::store

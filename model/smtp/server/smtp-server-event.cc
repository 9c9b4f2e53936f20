#include "postroad/smtp/server/smtp-server-event.h"

#include <array>

namespace ns3::postroad::smtp
{

namespace
{

// In the order of the enumeration.
constexpr std::array<std::string_view, 6> REASON_NAMES{"quit",
                                                       "time-out",
                                                       "closed by this side",
                                                       "misconduct",
                                                       "closed by the peer",
                                                       "stream lost"};

} // namespace

std::string_view
GetName(EndReason reason)
{
    return REASON_NAMES.at(static_cast<std::size_t>(reason));
}

} // namespace ns3::postroad::smtp

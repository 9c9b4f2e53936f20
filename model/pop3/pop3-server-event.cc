#include "postroad/pop3/pop3-server-event.h"

#include <array>

namespace ns3::postroad::pop3
{

namespace
{

// In the order of the enumeration.
constexpr std::array<std::string_view, 6> REASON_NAMES{"quit",
                                                       "time-out",
                                                       "too many failed logins",
                                                       "closed by this side",
                                                       "closed by the peer",
                                                       "stream lost"};

} // namespace

std::string_view
GetName(EndReason reason)
{
    return REASON_NAMES.at(static_cast<std::size_t>(reason));
}

} // namespace ns3::postroad::pop3

#include "postroad/scenario/warnings.h"

#include <algorithm>

namespace ns3::postroad::scenario
{

namespace
{

constexpr auto OPEN_RELAY = "an open relay: anybody may send anything to anywhere through this "
                            "host, as spammers wish; leave it out unless that is the lesson";

} // namespace

std::string
ConfigWarning::ToString() const
{
    const auto where = place.ToString();
    return (where.empty() ? "" : where + ": ") + "warning: " + field + ": " + text;
}

std::vector<ConfigWarning>
FindWarnings(const Spec& spec)
{
    std::vector<ConfigWarning> warnings;
    const auto warn = [&spec, &warnings](const std::string& field) {
        warnings.push_back({spec.places.Find(field), field, OPEN_RELAY});
    };
    for (const auto& host : spec.hosts)
    {
        const auto path = "hosts." + host.name + ".policy.";
        const auto& networks = host.policy.relayFor;
        if (host.policy.openRelay)
        {
            warn(path + "open_relay");
        }
        if (std::any_of(networks.begin(), networks.end(), [](const auto& network) {
                return network.length == 0;
            }))
        {
            warn(path + "relay-for");
        }
    }
    return warnings;
}

} // namespace ns3::postroad::scenario

#include "postroad/helper/zone-helper.h"

#include <stdexcept>
#include <utility>

namespace ns3::postroad
{

namespace
{

template <typename T>
T
Require(const std::string& line, wire::Result<T> result)
{
    if (!result)
    {
        throw std::invalid_argument(line + ": " + result.GetError().reason);
    }
    return std::move(result).GetValue();
}

void
RequireNone(const std::string& line, const std::optional<wire::Error>& error)
{
    if (error)
    {
        throw std::invalid_argument(line + ": " + error->reason);
    }
}

} // namespace

void
AddZone(DnsServer& server, const std::string& origin, const std::vector<std::string>& records)
{
    dns::RecordDefaults defaults;
    defaults.origin = Require(origin, dns::Name::Parse(origin));
    dns::Zone zone(defaults.origin);
    for (const auto& line : records)
    {
        RequireNone(line, zone.Add(Require(line, dns::Record::Parse(line, defaults))));
    }
    RequireNone(origin, server.GetAuthority().AddZone(std::move(zone)));
}

} // namespace ns3::postroad

// Reads any text as a master file. A zone that can be read must be the same when written and read
// again, and bears every check.
#include "postroad/dns/zone/dns-master-file.h"
#include "postroad/dns/zone/dns-zone-check.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace ns3::postroad::dns;

extern "C" int
LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) // NOLINT(*-naming)
{
    const std::string text(data, data + size);
    const auto zone = ParseZone(text, {Name::Parse("a.net.").GetValue()});
    if (!zone)
    {
        return 0;
    }
    const auto again = ParseZone(SerializeZone(*zone), {zone->GetOrigin()});
    if (!again || again->GetRecords() != zone->GetRecords())
    {
        std::abort();
    }
    CheckZone(zone->GetOrigin(), zone->GetRecords());
    return 0;
}

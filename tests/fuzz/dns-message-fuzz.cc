// Reads any octets as a DNS message. What can be read must be the same when written and read again;
// it is also put before an authority and a resolver, which may drop it and nothing worse.
#include "postroad/dns/resolver/dns-upstream-reading.h"
#include "postroad/dns/zone/dns-authority.h"
#include "postroad/dns/zone/dns-response.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace
{

using namespace ns3::postroad::dns;

const Authority&
GetAuthority()
{
    static const Authority authority = [] {
        Authority made;
        Zone zone(Name::Parse("a.net.").GetValue());
        for (const auto* const line :
             {"a.net. MX 10 a.net.", "*.a.net. CNAME a.net.", "d.a.net. DNAME x.a.net."})
        {
            if (zone.Add(Record::Parse(line, {}).GetValue()))
            {
                std::abort();
            }
        }
        if (made.AddZone(zone))
        {
            std::abort();
        }
        return made;
    }();
    return authority;
}

void
Check(const Message& message)
{
    const auto again = Message::Parse(message.Serialize());
    if (!again || !(*again == message))
    {
        std::abort();
    }
    for (const auto& question : message.questions)
    {
        ReadUpstream(message, question, Name(), 8);
    }
}

} // namespace

extern "C" int
LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) // NOLINT(*-naming)
{
    const std::string octets(data, data + size);
    if (const auto message = Message::Parse(octets); message && size <= MESSAGE_LIMIT)
    {
        Check(*message);
    }
    const auto served = GetAuthority().Serve(octets, Transport::UDP);
    if (served && served->octets.size() > DATAGRAM_LIMIT)
    {
        std::abort();
    }
    return 0;
}

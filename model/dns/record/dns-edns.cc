#include "postroad/dns/record/dns-edns.h"

#include <cstdint>

namespace ns3::postroad::dns
{

namespace
{

constexpr std::uint32_t DNSSEC_OK = 0x8000;

/// RFC 6891 section 6.1.2: OPTION-CODE OPTION-LENGTH OPTION-DATA
bool
AreOptions(std::string_view octets)
{
    wire::ByteReader reader(octets);
    while (reader.IsOk() && reader.GetRemaining() > 0)
    {
        reader.ReadU16();
        reader.Read(reader.ReadU16());
    }
    return reader.IsOk();
}

} // namespace

/// RFC 6891 section 6.1.3: the class is the size; the TTL is EXTENDED-RCODE VERSION DO Z.
wire::Result<Edns>
Edns::FromRecord(const Record& record)
{
    const auto* const data = std::get_if<RawData>(&record.data);
    if (!record.name.IsRoot() || data == nullptr || !AreOptions(data->octets))
    {
        return wire::Error{wire::ErrorKind::SYNTAX, 0, "expected an OPT record of whole options"};
    }
    Edns edns;
    edns.udpSize = static_cast<std::uint16_t>(record.recordClass);
    edns.extendedCode = static_cast<std::uint8_t>(record.ttl >> 24);
    edns.version = static_cast<std::uint8_t>(record.ttl >> 16);
    edns.isDnssecOk = (record.ttl & DNSSEC_OK) != 0;
    edns.options = data->octets;
    return edns;
}

Record
Edns::ToRecord() const
{
    const std::uint32_t ttl = std::uint32_t{extendedCode} << 24 | std::uint32_t{version} << 16 |
                              (isDnssecOk ? DNSSEC_OK : 0);
    return {Name(), ttl, RawData{RecordType::OPT, options}, RecordClass{udpSize}};
}

} // namespace ns3::postroad::dns

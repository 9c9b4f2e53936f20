/**
 * A resource record (RFC 1035 section 3.2.1), on the wire and as a line of a master file (section
 * 5.1).
 */
#ifndef POSTROAD_DNS_RECORD_DNS_RECORD_H
#define POSTROAD_DNS_RECORD_DNS_RECORD_H

#include "postroad/dns/data/dns-record-data.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace ns3::postroad::dns
{

/// What a line of a master file takes from those before it.
struct RecordDefaults
{
    Name origin;                 ///< completes names that do not end with a dot
    std::uint32_t ttl{3600};     ///< the time to live of a record that tells none, in seconds
    std::optional<Name> owner{}; ///< of a record whose line begins with a blank; none for no such
};

/// What of a record's line is wanted, as the tool dig lets its user choose.
struct RecordStyle
{
    bool hasTtl{true};       ///< the time to live
    bool hasTtlUnits{false}; ///< the time to live in weeks, days, hours, minutes and seconds
    bool hasClass{true};     ///< the class

    bool operator==(const RecordStyle&) const = default;
};

/// One record.
struct Record
{
    /// The longest time to live, in seconds (RFC 2181 section 8).
    static constexpr std::uint32_t TTL_LIMIT = 0x7fffffff;

    /// How a time to live is written, for messages.
    static constexpr std::string_view EXPECTED_TTL =
        "a TTL from 0 to 2147483647 seconds, or such as 1h30m";

    Name name;                                ///< the owner: what the record is about
    std::uint32_t ttl{0};                     ///< how long it may be kept, in seconds
    RecordData data;                          ///< what it tells; this is also its type
    RecordClass recordClass{RecordClass::IN}; ///< the family of protocols

    /// Reads a line such as "@ 300 IN MX 10 mail.b.net."; the TTL and the class may be left out or
    /// change places. The TTL may have units: "1h30m". Without a default owner, blanks in front of
    /// the name do not matter.
    static wire::Result<Record> Parse(std::string_view line, const RecordDefaults& defaults);

    /// The line in the columns of the tool dig.
    std::string ToString(const RecordStyle& style = {}) const;

    /// Reads one record off the wire, its data length included.
    static Record Read(MessageReader& reader);
    void Write(MessageWriter& writer) const;

    RecordType GetType() const
    {
        return dns::GetType(data);
    }

    bool operator==(const Record&) const = default;
};

/// True when the two belong to one set: same name, type and class (RFC 2181 section 5).
bool IsSameSet(const Record& a, const Record& b);

/// Adds records to a section, behind those that are there.
void Append(std::span<const Record> records, std::vector<Record>& section);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_RECORD_DNS_RECORD_H

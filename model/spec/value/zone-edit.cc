#include "postroad/spec/value/zone-edit.h"

#include "postroad/dns/zone/dns-master-file.h"

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <utility>

namespace ns3::postroad::scenario
{

namespace
{

wire::Error
MakeError(std::string reason)
{
    return {wire::ErrorKind::SYNTAX, 0, std::move(reason)};
}

constexpr auto ANOTHER_SOA =
    "a zone keeps its SOA record; write the whole `zone` to give it another";

/// So many sets a message lists.
constexpr std::size_t LISTED_SETS = 10;

/// The sets of a zone that may be removed, as a sentence lists them.
std::string
ListSets(const dns::Zone& zone)
{
    std::string list;
    std::set<std::string> seen;
    for (const auto& record : zone.GetRecords())
    {
        auto set = record.name.ToString() + ' ' + dns::ToString(record.GetType());
        if (record.GetType() != dns::RecordType::SOA && seen.insert(set).second &&
            seen.size() <= LISTED_SETS)
        {
            list += list.empty() ? "" : ", ";
            list += set;
        }
    }
    if (seen.size() > LISTED_SETS)
    {
        list += " and " + std::to_string(seen.size() - LISTED_SETS) + " more";
    }
    return list;
}

} // namespace

/// set = name 1*SP type
std::optional<wire::Error>
RemoveRecords(dns::Zone& zone, std::string_view set)
{
    const auto blank = set.find_first_of(" \t");
    const auto behind = std::min(set.find_first_not_of(" \t", blank), set.size());
    const auto type = dns::FindRecordType(set.substr(behind));
    const auto name = dns::Name::Parse(set.substr(0, blank), zone.GetOrigin());
    if (blank == std::string_view::npos || !type || !name)
    {
        return MakeError("expected a name and a type, such as \"www A\" or \"@ MX\"");
    }
    if (*type == dns::RecordType::SOA)
    {
        return MakeError(ANOTHER_SOA);
    }
    if (zone.Remove(*name, *type) == 0)
    {
        return MakeError("the zone has no " + dns::ToString(*type) + " record at " +
                         name->ToString() + " that could go; it has " + ListSets(zone));
    }
    return std::nullopt;
}

std::optional<wire::Error>
AddRecord(dns::Zone& zone, std::string_view line, std::uint32_t ttl)
{
    if (line.find_first_of("\r\n") != std::string_view::npos)
    {
        return MakeError("a record is one line: write a list with an item for each");
    }
    const auto record = dns::Record::Parse(line, {zone.GetOrigin(), ttl});
    if (!record)
    {
        return record.GetError();
    }
    auto fault = zone.Add(*record);
    const bool isSecondSoa = fault && record->GetType() == dns::RecordType::SOA;
    return isSecondSoa ? MakeError(ANOTHER_SOA) : fault;
}

std::optional<wire::Error>
ReplaceRecords(dns::Zone& zone, std::string_view text, std::uint32_t ttl)
{
    auto read = dns::ParseZone(text, {zone.GetOrigin(), ttl});
    if (!read)
    {
        return read.GetError();
    }
    zone = std::move(read).GetValue();
    return std::nullopt;
}

} // namespace ns3::postroad::scenario

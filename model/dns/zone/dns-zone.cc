#include "postroad/dns/zone/dns-zone.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace ns3::postroad::dns
{

namespace
{

constexpr std::uint32_t HOUR = 3600;
constexpr std::uint32_t DAY = 24 * HOUR;

/// The SOA record of a zone whose author gave none. The times of a secondary are those that
/// RIPE-203 recommends for small and stable zones.
Record
MakePlainSoa(const Name& origin)
{
    const SoaData data{origin, origin, 1, DAY, 2 * HOUR, 1000 * HOUR, HOUR};
    return {origin, HOUR, data};
}

} // namespace

Zone::Zone(Name origin)
    : m_origin(std::move(origin))
{
    m_nodes[m_origin][RecordType::SOA] = {MakePlainSoa(m_origin)};
}

std::optional<wire::Error>
Zone::Add(const Record& record)
{
    if (auto fault = FindFault(record))
    {
        return wire::Error{wire::ErrorKind::SYNTAX, 0, std::move(*fault)};
    }
    auto& records = m_nodes[record.name][record.GetType()];
    if (record.GetType() == RecordType::SOA)
    {
        records.clear();
        m_hasGivenSoa = true;
    }
    if (std::none_of(records.begin(), records.end(), [&record](const Record& other) {
            return other.data == record.data;
        }))
    {
        records.push_back(record);
    }
    return std::nullopt;
}

std::optional<std::string>
Zone::FindFault(const Record& record) const
{
    const auto name = record.name.ToString();
    const auto origin = m_origin.ToString();
    if (!record.name.IsAtOrBelow(m_origin))
    {
        return name + " is outside of the zone " + origin + ": expected a name that ends with " +
               origin + ", or add the record to the zone that the name belongs to";
    }
    if (record.recordClass != RecordClass::IN)
    {
        return "expected a record of class IN at " + name + ", got class " +
               dns::ToString(record.recordClass);
    }
    if (record.GetType() == RecordType::SOA && record.name != m_origin)
    {
        return "expected the SOA record at the zone's own name " + origin + ", got it at " + name;
    }
    if (record.GetType() == RecordType::SOA && m_hasGivenSoa)
    {
        return "the zone " + origin + " has an SOA record already: remove one of the two";
    }
    auto fault = FindRedirectionFault(record);
    return fault ? fault : FindAliasFault(record);
}

/// RFC 6672 section 2.4: a name has at most one DNAME record.
std::optional<std::string>
Zone::FindRedirectionFault(const Record& record) const
{
    const auto others = Find(record.name, RecordType::DNAME);
    if (record.GetType() != RecordType::DNAME || others.empty() ||
        others.front().data == record.data)
    {
        return std::nullopt;
    }
    return record.name.ToString() + " has a DNAME record already (DNAME " +
           dns::ToString(others.front().data) + "), and can have no other: remove one of the two";
}

/// RFC 1034 section 3.6.2: if a CNAME record is present at a node, no other data should be present.
std::optional<std::string>
Zone::FindAliasFault(const Record& record) const
{
    const auto node = m_nodes.find(record.name);
    if (node == m_nodes.end())
    {
        return std::nullopt;
    }
    const auto name = record.name.ToString();
    const auto alias = Find(record.name, RecordType::CNAME);
    const bool isAlias = record.GetType() == RecordType::CNAME;
    if (!alias.empty() && !(isAlias && alias.front().data == record.data))
    {
        return name + " is an alias already (CNAME " + dns::ToString(alias.front().data) +
               "), so it can have no " + dns::ToString(record.GetType()) +
               " record beside that: put the record at the canonical name, or remove the CNAME";
    }
    if (alias.empty() && isAlias)
    {
        return name + " has a record of type " + dns::ToString(node->second.begin()->first) +
               ", so it can be no alias: remove that record, or put the CNAME at another name";
    }
    return std::nullopt;
}

const Record&
Zone::GetSoa() const
{
    return Find(m_origin, RecordType::SOA).front();
}

std::vector<Record>
Zone::GetRecords() const
{
    std::vector<Record> all{GetSoa()};
    for (const auto& [name, node] : m_nodes)
    {
        for (const auto& [type, records] : node)
        {
            if (type != RecordType::SOA)
            {
                all.insert(all.end(), records.begin(), records.end());
            }
        }
    }
    return all;
}

std::span<const Record>
Zone::Find(const Name& name, RecordType type) const
{
    const auto node = m_nodes.find(name);
    if (node == m_nodes.end())
    {
        return {};
    }
    const auto records = node->second.find(type);
    return records == node->second.end() ? std::span<const Record>() : records->second;
}

std::span<const Record>
Zone::FindAny(const Name& name) const
{
    const auto node = m_nodes.find(name);
    return node == m_nodes.end() ? std::span<const Record>() : node->second.begin()->second;
}

std::size_t
Zone::Remove(const Name& name, RecordType type)
{
    const std::size_t count = Find(name, type).size();
    if (count == 0 || type == RecordType::SOA)
    {
        return 0;
    }
    const auto node = m_nodes.find(name);
    node->second.erase(type);
    if (node->second.empty())
    {
        m_nodes.erase(node);
    }
    return count;
}

void
Zone::IncrementSerial()
{
    ++std::get<SoaData>(m_nodes[m_origin][RecordType::SOA].front().data).serial;
}

/// RFC 4592 section 3.3.1: the source of synthesis is the asterisk label below the closest
/// encloser, the longest existing ancestor.
std::optional<Name>
Zone::FindSource(const Name& name) const
{
    if (HasName(name))
    {
        return name;
    }
    std::size_t count = name.GetLabels().size() - 1;
    while (!HasName(name.GetAncestor(count)))
    {
        --count;
    }
    auto labels = name.GetAncestor(count).GetLabels();
    labels.insert(labels.begin(), "*");
    const auto wildcard = Name::FromLabels(std::move(labels));
    return wildcard && HasName(*wildcard) ? std::optional(*wildcard) : std::nullopt;
}

bool
Zone::HasName(const Name& name) const
{
    const auto next = m_nodes.lower_bound(name);
    return next != m_nodes.end() && next->first.IsAtOrBelow(name);
}

const Record*
Zone::FindRedirection(const Name& name) const
{
    const std::size_t depth = name.GetLabels().size();
    for (std::size_t count = m_origin.GetLabels().size(); count < depth; ++count)
    {
        const auto found = Find(name.GetAncestor(count), RecordType::DNAME);
        if (!found.empty())
        {
            return &found.front();
        }
    }
    return nullptr;
}

std::span<const Record>
Zone::FindDelegation(const Name& name) const
{
    const std::size_t depth = name.GetLabels().size();
    for (std::size_t count = m_origin.GetLabels().size() + 1; count <= depth; ++count)
    {
        if (const auto servers = Find(name.GetAncestor(count), RecordType::NS); !servers.empty())
        {
            return servers;
        }
    }
    return {};
}

} // namespace ns3::postroad::dns

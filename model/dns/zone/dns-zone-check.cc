#include "postroad/dns/zone/dns-zone-check.h"

#include "postroad/dns/data/dns-target.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace ns3::postroad::dns
{

namespace
{

/// The first labels of a name, down to those of the origin, as text without a final dot.
std::string
GetRelativeText(const Name& name, const Name& origin)
{
    auto labels = name.GetLabels();
    labels.resize(labels.size() - origin.GetLabels().size());
    return Name::FromLabels(std::move(labels)).GetValue().ToHostName();
}

/// True for a name that ends with the zone's name twice.
bool
LacksDot(const Name& name, const Name& origin)
{
    if (origin.IsRoot() || !name.IsAtOrBelow(origin) || name == origin)
    {
        return false;
    }
    return Name::Parse(GetRelativeText(name, origin))->IsAtOrBelow(origin);
}

/// Looks at the records of one zone.
class ZoneChecker
{
  public:
    ZoneChecker(const Name& origin, std::span<const Record> records)
        : m_origin(origin)
    {
        for (const auto& record : records)
        {
            m_types[record.name].insert(record.GetType());
            NoteNames(record.name);
        }
        for (const auto& record : records)
        {
            CheckNames(record);
            CheckAlias(record);
            CheckNullExchanger(record, records);
            CheckExchanger(record);
            CheckServer(record);
            CheckRedirection(record);
            CheckSpf(record);
            CheckTtl(record, records);
        }
    }

    std::vector<ZoneFinding> TakeFindings()
    {
        return std::move(m_findings);
    }

  private:
    /// A name exists when records stand at it or below it (RFC 4592 section 2.2.2).
    void NoteNames(const Name& name)
    {
        for (auto count = m_origin.GetLabels().size();
             name.IsAtOrBelow(m_origin) && count <= name.GetLabels().size();
             ++count)
        {
            m_names.insert(name.GetAncestor(count));
        }
    }

    void CheckNames(const Record& record)
    {
        CheckDot(record, record.name);
        if (const auto* const target = FindTarget(record.data))
        {
            CheckDot(record, *target);
        }
    }

    /// RFC 1912 section 2.2: names that lack their final dot are completed with the origin.
    void CheckDot(const Record& record, const Name& name)
    {
        if (LacksDot(name, m_origin))
        {
            Add(ZoneFault::FORGOTTEN_DOT,
                record,
                "the name " + name.ToString() + " ends with the zone's name twice",
                "write '" + GetRelativeText(name, m_origin) +
                    ".' with a dot at its end, or leave the zone's name out");
        }
    }

    /// RFC 1034 section 3.6.2.
    void CheckAlias(const Record& record)
    {
        if (record.GetType() == RecordType::CNAME && m_types[record.name].size() > 1)
        {
            Add(ZoneFault::ALIAS_WITH_OTHER_DATA,
                record,
                record.name.ToString() + " is an alias and has other records beside its CNAME",
                "move the other records to " + FindTarget(record.data)->ToString() +
                    ", or remove the CNAME");
        }
    }

    /// RFC 7505 section 3: a null MX record stands alone.
    void CheckNullExchanger(const Record& record, std::span<const Record> records)
    {
        const auto* const data = std::get_if<MxData>(&record.data);
        if (data == nullptr || !data->exchange.IsRoot() ||
            std::none_of(records.begin(), records.end(), [&record](const auto& other) {
                const auto* const mx = std::get_if<MxData>(&other.data);
                return mx != nullptr && other.name == record.name && !mx->exchange.IsRoot();
            }))
        {
            return;
        }
        Add(ZoneFault::NULL_MX_BESIDE_OTHERS,
            record,
            record.name.ToString() + " says by its null MX record that it takes no mail, and has "
                                     "other MX records beside it",
            "remove the null MX record, or the others (RFC 7505 section 3)");
    }

    /// RFC 2181 section 10.3: an exchanger has an address, and is no alias.
    void CheckExchanger(const Record& record)
    {
        const auto* const data = std::get_if<MxData>(&record.data);
        if (data == nullptr || data->exchange.IsRoot())
        {
            return;
        }
        const auto host = data->exchange.ToString();
        if (BeginsWithAddress(data->exchange))
        {
            Add(ZoneFault::EXCHANGER_IS_ADDRESS,
                record,
                "the MX record of " + record.name.ToString() +
                    " names an address where a host's name belongs: " + host,
                "give the host an A record, and its name to the MX record: 'MX 10 mail'");
        }
        else if (SourceHasType(data->exchange, RecordType::CNAME))
        {
            Add(ZoneFault::EXCHANGER_IS_ALIAS,
                record,
                "the MX record of " + record.name.ToString() + " names " + host +
                    ", which is an alias",
                "let the MX record name the host that the alias stands for");
        }
        else if (IsOwn(data->exchange) && !HasAddress(data->exchange) &&
                 !LacksDot(data->exchange, m_origin))
        {
            Add(ZoneFault::EXCHANGER_WITHOUT_ADDRESS,
                record,
                "the MX record of " + record.name.ToString() + " names " + host +
                    ", which has no address" + ExplainWildcard(data->exchange),
                "add an A record for " + host + AdviseDot(data->exchange));
        }
    }

    /// Why a wildcard that seems to cover a name does not: names below it make it exist.
    std::string ExplainWildcard(const Name& name) const
    {
        const auto source = FindWildcard(name);
        return m_names.contains(name) && !m_types.contains(name) && source
                   ? ": " + source->ToString() +
                         " does not stand for it, since it exists by the names below it"
                   : std::string();
    }

    /// What else may be meant by a name of several labels in front of the zone's.
    std::string AdviseDot(const Name& name) const
    {
        const auto text = GetRelativeText(name, m_origin);
        return text.find('.') == std::string::npos
                   ? std::string()
                   : "; if you meant '" + text + ".', write the dot at its end";
    }

    /// RFC 1912 section 2.3: who serves a zone from inside of it is found by glue only.
    void CheckServer(const Record& record)
    {
        const auto* const data = std::get_if<NsData>(&record.data);
        if (data != nullptr && data->nameServer.IsAtOrBelow(record.name) &&
            !HasAddress(data->nameServer) && !LacksDot(data->nameServer, m_origin))
        {
            const auto host = data->nameServer.ToString();
            Add(ZoneFault::MISSING_GLUE,
                record,
                "the name server " + host + " of " + record.name.ToString() +
                    " lies inside of what it serves and has no address here",
                "add an A record for " + host + " to this zone: nobody can find it otherwise");
        }
    }

    /// RFC 6672 sections 2.3 and 2.4: nothing stands below a DNAME record, and none beside the
    /// NS records of a delegation.
    void CheckRedirection(const Record& record)
    {
        for (std::size_t count = m_origin.GetLabels().size();
             record.name.IsAtOrBelow(m_origin) && count < record.name.GetLabels().size();
             ++count)
        {
            const auto above = record.name.GetAncestor(count);
            if (HasType(above, RecordType::DNAME))
            {
                Add(ZoneFault::BELOW_REDIRECTION,
                    record,
                    record.name.ToString() + " lies below the DNAME record of " + above.ToString() +
                        ", so its own records are never given out",
                    "move the record below the name that the DNAME record tells, or remove that "
                    "DNAME record");
                return;
            }
        }
        if (record.GetType() == RecordType::DNAME && record.name != m_origin &&
            HasType(record.name, RecordType::NS))
        {
            Add(ZoneFault::REDIRECTION_AT_DELEGATION,
                record,
                record.name.ToString() + " is given away by NS records and has a DNAME record too",
                "remove the NS records of " + record.name.ToString() + ", or its DNAME record");
        }
    }

    /// RFC 7208 section 3.1: SPF records are published as TXT only.
    void CheckSpf(const Record& record)
    {
        if (record.GetType() == RecordType::SPF)
        {
            Add(ZoneFault::SPF_TYPE,
                record,
                record.name.ToString() + " has a record of type SPF, which nobody asks for",
                "write TXT in place of SPF (RFC 7208 section 3.1)");
        }
    }

    /// RFC 2181 section 5.2: the records of one name and type have one TTL.
    void CheckTtl(const Record& record, std::span<const Record> records)
    {
        const auto first = std::find_if(records.begin(), records.end(), [&](const auto& other) {
            return other.name == record.name && other.GetType() == record.GetType();
        });
        if (first->ttl != record.ttl)
        {
            const auto set = record.name.ToString() + ' ' + ToString(record.GetType());
            Add(ZoneFault::DIFFERENT_TTLS,
                record,
                "the records of " + set + " have TTLs of " + std::to_string(first->ttl) +
                    " s and " + std::to_string(record.ttl) + " s, and all of them have one",
                "give them all the same (RFC 2181 section 5.2)");
        }
    }

    bool HasType(const Name& name, RecordType type) const
    {
        const auto types = m_types.find(name);
        return types != m_types.end() && types->second.count(type) > 0;
    }

    bool HasAddress(const Name& name) const
    {
        return SourceHasType(name, RecordType::A) || SourceHasType(name, RecordType::AAAA);
    }

    /// Whether the name has such a record, of its own or by a wildcard.
    bool SourceHasType(const Name& name, RecordType type) const
    {
        const auto source = m_names.contains(name) ? name : FindWildcard(name);
        return source && HasType(*source, type);
    }

    /// The wildcard right below the nearest name above that exists (RFC 4592 section 3.3.1).
    std::optional<Name> FindWildcard(const Name& name) const
    {
        auto count = name.GetLabels().size();
        if (!name.IsAtOrBelow(m_origin) || name == m_origin)
        {
            return std::nullopt;
        }
        do
        {
            --count;
        } while (!m_names.contains(name.GetAncestor(count)) && count > m_origin.GetLabels().size());
        auto labels = name.GetAncestor(count).GetLabels();
        labels.insert(labels.begin(), "*");
        const auto wildcard = Name::FromLabels(std::move(labels));
        return wildcard && m_types.contains(*wildcard) ? std::optional<Name>(*wildcard)
                                                       : std::nullopt;
    }

    /// True for names in the zone that are not given away to another.
    bool IsOwn(const Name& name) const
    {
        if (!name.IsAtOrBelow(m_origin))
        {
            return false;
        }
        for (std::size_t count = m_origin.GetLabels().size() + 1; count <= name.GetLabels().size();
             ++count)
        {
            if (HasType(name.GetAncestor(count), RecordType::NS))
            {
                return false;
            }
        }
        return true;
    }

    void Add(ZoneFault fault, const Record& record, std::string problem, std::string advice)
    {
        m_findings.push_back({fault, record, std::move(problem), std::move(advice)});
    }

    const Name& m_origin;
    std::map<Name, std::set<RecordType>> m_types;
    std::set<Name> m_names; ///< those that exist, with or without records
    std::vector<ZoneFinding> m_findings;
};

ZoneFinding
MakeLameFinding(const Record& record, const std::string& host)
{
    const auto zone = record.name.ToString();
    return {ZoneFault::LAME_DELEGATION,
            record,
            zone + " is delegated to " + host + ", which does not serve it",
            "let " + host + " serve the zone " + zone +
                ", or name in the NS record a server that does"};
}

} // namespace

std::vector<ZoneFinding>
CheckZone(const Name& origin, std::span<const Record> records)
{
    return ZoneChecker(origin, records).TakeFindings();
}

std::vector<ZoneFinding>
CheckDelegations(const Name& origin, std::span<const Record> records, const ServesZone& servesZone)
{
    std::vector<ZoneFinding> findings;
    for (const auto& record : records)
    {
        const auto* const data = std::get_if<NsData>(&record.data);
        if (data == nullptr || LacksDot(data->nameServer, origin) ||
            servesZone(data->nameServer, record.name))
        {
            continue;
        }
        findings.push_back(MakeLameFinding(record, data->nameServer.ToString()));
    }
    return findings;
}

bool
BeginsWithAddress(const Name& name)
{
    const auto& labels = name.GetLabels();
    return labels.size() >= 4 && std::all_of(labels.begin(), labels.begin() + 4, [](const auto& l) {
               return l.size() <= 3 && l.find_first_not_of("0123456789") == std::string::npos;
           });
}

} // namespace ns3::postroad::dns

/**
 * A zone: the records of one part of the tree, from its origin down to where other zones begin
 * (RFC 1034 section 4.2).
 *
 * Records may be added in any order. What can never be right is refused in words for the author of
 * a scenario. A zone always has an SOA record: until one is added, one that names the origin
 * itself.
 *
 * A name "*.lab.a.net." is a wildcard (RFC 4592).
 *
 * Left out: classes other than IN, and checks that need several records or zones.
 */
#ifndef POSTROAD_DNS_ZONE_DNS_ZONE_H
#define POSTROAD_DNS_ZONE_DNS_ZONE_H

#include "postroad/dns/record/dns-record.h"

#include <map>
#include <optional>
#include <span>

namespace ns3::postroad::dns
{

/// The authoritative data of one zone.
class Zone
{
  public:
    explicit Zone(Name origin);

    /// Adds a record, or tells why it cannot stand here. One that is there already is not doubled.
    [[nodiscard]] std::optional<wire::Error> Add(const Record& record);

    const Name& GetOrigin() const
    {
        return m_origin;
    }

    /// The SOA record.
    const Record& GetSoa() const;

    /// Whether that is one that was added.
    bool HasGivenSoa() const
    {
        return m_hasGivenSoa;
    }

    /// All records, the SOA record first, the others in the order of names and types.
    std::vector<Record> GetRecords() const;

    /// The records of that name and type, in the order in which they were added; may be none.
    std::span<const Record> Find(const Name& name, RecordType type) const;

    /// The records of one type at the name, whichever comes first; none if it has none.
    std::span<const Record> FindAny(const Name& name) const;

    /// Removes the records of that name and type, and tells how many. The SOA record stays.
    std::size_t Remove(const Name& name, RecordType type);

    /// Counts the SOA record's serial up, as whoever changes a zone must (RFC 1982 arithmetic).
    void IncrementSerial();

    /// Where the records of a name stand: the name itself if it exists, else the wildcard that
    /// covers it, if there is one (RFC 4592 section 3.3.1).
    std::optional<Name> FindSource(const Name& name) const;

    /// True when there is a record at the name or below it.
    bool HasName(const Name& name) const;

    /// The NS records by which this zone gives away the part of the tree that the name is in; none
    /// when the name belongs to this zone itself.
    std::span<const Record> FindDelegation(const Name& name) const;

    /// The DNAME record that gives the name another one: the one that stands highest above it;
    /// nullptr if there is none.
    const Record* FindRedirection(const Name& name) const;

  private:
    using Node = std::map<RecordType, std::vector<Record>>;

    std::optional<std::string> FindFault(const Record& record) const;
    std::optional<std::string> FindRedirectionFault(const Record& record) const;
    std::optional<std::string> FindAliasFault(const Record& record) const;

    Name m_origin;
    std::map<Name, Node> m_nodes;
    bool m_hasGivenSoa{false}; ///< an SOA record was added
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_ZONE_DNS_ZONE_H

/**
 * An authoritative name server: answers from its zones, and from nothing else (RFC 1034 section
 * 4.3.2 without the cache, RFC 2308 for negative answers, RFC 6604 for the code at an alias, RFC
 * 4592 for wildcards, RFC 6672 for DNAME, RFC 6891 for EDNS). To a question for ANY it gives one of
 * the sets that there are (RFC 8482 section 4.1).
 *
 * Left out: recursion and zone transfers. The other types that only a question may have are
 * refused.
 */
#ifndef POSTROAD_DNS_ZONE_DNS_AUTHORITY_H
#define POSTROAD_DNS_ZONE_DNS_AUTHORITY_H

#include "postroad/dns/record/dns-message.h"
#include "postroad/dns/record/dns-transport.h"
#include "postroad/dns/zone/dns-zone.h"

#include <map>
#include <optional>

namespace ns3::postroad::dns
{

/// A response and its octets.
struct ServedAnswer
{
    Message message;    ///< as it is sent: cut where it did not fit
    std::string octets; ///< to be sent
};

/// The engine of one name server.
class Authority
{
  public:
    /// Takes a zone, or tells why it cannot: there is one of this origin.
    [[nodiscard]] std::optional<wire::Error> AddZone(Zone zone);

    /// The zone of exactly that origin, to edit it; nullptr if there is none.
    Zone* FindZone(const Name& origin);

    /// The response to what came from a peer, in as many octets as the transport and the peer take;
    /// none when nothing is to be sent.
    std::optional<ServedAnswer> Serve(std::string_view octets, Transport transport) const;

    /**
     * The response to what came from a peer, to be sent with Serialize(UDP_LIMIT); none when
     * nothing is to be sent: to a response, and to what is too short to hold an id and flags.
     */
    std::optional<Message> Answer(std::string_view octets) const;

    /// The response to a query; none when it is a response itself.
    std::optional<Message> Answer(const Message& query) const;

  private:
    const Zone* FindZoneFor(const Name& name, RecordType type) const;
    const Zone* FindClosestZone(const Name& name) const;
    void AnswerQuestion(const Question& question, Message& response) const;
    void AddAddresses(Message& response) const;
    void AddAddresses(const Name& host, std::vector<Record>& additionals) const;

    std::map<Name, Zone> m_zones;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_ZONE_DNS_AUTHORITY_H

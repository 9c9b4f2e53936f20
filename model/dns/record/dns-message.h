/**
 * A DNS message, query or response (RFC 1035 section 4.1).
 *
 * Whatever a peer sends is either read whole or refused: counts that tell more or fewer records
 * than there are, data that end early or late, names that break a limit.
 *
 * An OPT record among the additional ones is the member `edns`; two of them are refused (RFC 6891
 * section 6.1.1).
 */
#ifndef POSTROAD_DNS_RECORD_DNS_MESSAGE_H
#define POSTROAD_DNS_RECORD_DNS_MESSAGE_H

#include "postroad/dns/record/dns-edns.h"
#include "postroad/dns/record/dns-header.h"

#include <cstdint>
#include <optional>

namespace ns3::postroad::dns
{

/// The largest message over UDP without EDNS, in octets (RFC 1035 section 2.3.4).
inline constexpr std::size_t UDP_LIMIT = 512;

/// The largest message at all, in octets: its length has 16 bits over TCP.
inline constexpr std::size_t MESSAGE_LIMIT = 65535;

/// What is asked.
struct Question
{
    Name name;                                ///< about what
    RecordType type{RecordType::A};           ///< for which records
    RecordClass recordClass{RecordClass::IN}; ///< in which family of protocols

    /// "a.net. IN MX".
    std::string ToString() const;

    bool operator==(const Question&) const = default;
};

/// One message.
struct Message
{
    Header header;                   ///< identity and flags
    std::vector<Question> questions; ///< in practice exactly one
    std::vector<Record> answers;     ///< what answers the question
    std::vector<Record> authorities; ///< who knows, or why there is no answer
    std::vector<Record> additionals; ///< what the asker will want to know next
    std::optional<Edns> edns;        ///< what the OPT record says; none without one

    /// How the query ended: the bits of the header and of the OPT record (RFC 6891 section 6.1.3).
    ResponseCode GetCode() const;

    /// Sets the bits of the header, and those of the OPT record if there is one. A code above 15
    /// without an OPT record throws std::logic_error.
    void SetCode(ResponseCode code);

    static wire::Result<Message> Parse(std::string_view octets);

    /**
     * The message in at most `limit` octets. What does not fit is left out from the end, record by
     * record; TC is set once a record of the answer or authority section is missing (RFC 2181
     * section 9), or glue (RFC 9471). Of the additional records only whole sets are kept, and the
     * OPT record always.
     */
    std::string Serialize(std::size_t limit = MESSAGE_LIMIT) const;

    bool operator==(const Message&) const = default;
};

/// True for the address of a name server that lies in what it serves, as the NS records of a
/// referral tell: nobody can go on without (RFC 9471 section 3.1).
bool IsGlue(const Record& address, std::span<const Record> servers);

/// A standard query that asks for recursion.
Message MakeQuery(std::uint16_t id, const Question& question);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_RECORD_DNS_MESSAGE_H

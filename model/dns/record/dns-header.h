/**
 * The header of a DNS message without its counts (RFC 1035 section 4.1.1).
 *
 * Left out: the bits Z, AD and CD. They are written as zero, and nobody here looks at them.
 */
#ifndef POSTROAD_DNS_RECORD_DNS_HEADER_H
#define POSTROAD_DNS_RECORD_DNS_HEADER_H

#include "postroad/dns/codec/dns-message-reader.h"
#include "postroad/dns/codec/dns-message-writer.h"

#include <cstdint>

namespace ns3::postroad::dns
{

/// The kind of query, of four bits. Any of the sixteen may come from a peer.
enum class Opcode : std::uint8_t
{
    QUERY = 0,  ///< a standard query
    STATUS = 2, ///< what a server is doing
    NOTIFY = 4, ///< a zone has changed (RFC 1996)
    UPDATE = 5, ///< a change to a zone (RFC 2136)
};

/// How a query ended: four bits of the header, and with EDNS eight more (RFC 6891 section 6.1.3).
/// Any of these may come from a peer.
enum class ResponseCode : std::uint16_t
{
    NO_ERROR = 0,          ///< NOERROR: look into the answer
    FORMAT_ERROR = 1,      ///< FORMERR: the server could not read the query
    SERVER_FAILURE = 2,    ///< SERVFAIL: the server has a problem
    NAME_ERROR = 3,        ///< NXDOMAIN: there is no such name
    NOT_IMPLEMENTED = 4,   ///< NOTIMP: the server does not know this kind of query
    REFUSED = 5,           ///< REFUSED: the server will not answer this to this asker
    NAME_TOO_LONG = 6,     ///< YXDOMAIN: a DNAME record leads to too long a name (RFC 6672)
    NOT_AUTHORITATIVE = 9, ///< NOTAUTH: the server does not serve the zone
    BAD_VERSION = 16,      ///< BADVERS: the server does not know this version of EDNS
    BAD_COOKIE = 23,       ///< BADCOOKIE: the query has no cookie, or a wrong one (RFC 7873)
};

/// "NXDOMAIN", or "RCODE12" for a code without a name.
std::string ToString(ResponseCode code);

/// The code of that name, in upper case; none if there is none.
std::optional<ResponseCode> FindResponseCode(std::string_view name);

/// Identity and flags of a message.
struct Header
{
    std::uint16_t id{0};                       ///< chosen by the asker, copied by the server
    bool isResponse{false};                    ///< QR
    Opcode opcode{Opcode::QUERY};              ///< copied by the server
    bool isAuthoritative{false};               ///< AA: the server is one of the zone's own
    bool isTruncated{false};                   ///< TC: the transport was too small for the answer
    bool isRecursionDesired{false};            ///< RD: copied by the server
    bool isRecursionAvailable{false};          ///< RA
    ResponseCode code{ResponseCode::NO_ERROR}; ///< only in responses; its lower four bits

    /// Reads the id and the flags.
    static Header Read(wire::ByteReader& reader);
    void Write(wire::ByteWriter& writer) const;

    bool operator==(const Header&) const = default;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_RECORD_DNS_HEADER_H

/**
 * The numbers of record types and classes, and their names (RFC 1035 sections 3.2.2 to 3.2.5;
 * RFC 3597 section 5 for those without a name of their own).
 *
 * A type that is listed here has a name; whether its data are understood is the matter of
 * dns-record-data.h.
 */
#ifndef POSTROAD_DNS_CODEC_DNS_RECORD_TYPE_H
#define POSTROAD_DNS_CODEC_DNS_RECORD_TYPE_H

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::dns
{

/// What a record tells about its name. Any 16-bit number may come from a peer.
enum class RecordType : std::uint16_t
{
    A = 1,           ///< a host's IPv4 address
    NS = 2,          ///< an authoritative name server
    CNAME = 5,       ///< the canonical name of an alias
    SOA = 6,         ///< the start of a zone of authority
    PTR = 12,        ///< the name that belongs to an address
    HINFO = 13,      ///< a host's processor and operating system
    MX = 15,         ///< a mail exchanger
    TXT = 16,        ///< text strings
    AAAA = 28,       ///< a host's IPv6 address
    SRV = 33,        ///< where a service is to be had
    NAPTR = 35,      ///< a rule that makes another name or a URI
    DNAME = 39,      ///< another name for all names below
    OPT = 41,        ///< the options of EDNS
    DS = 43,         ///< the digest of a delegated zone's key
    SSHFP = 44,      ///< the fingerprint of a host's SSH key
    TLSA = 52,       ///< the certificate of a TLS server
    OPENPGPKEY = 61, ///< somebody's OpenPGP key
    SVCB = 64,       ///< how a service is reached
    HTTPS = 65,      ///< how a web server is reached
    SPF = 99,        ///< what belongs into TXT (RFC 7208 section 3.1)
    AXFR = 252,      ///< in questions: a whole zone
    ANY = 255,       ///< in questions: whatever there is
    CAA = 257,       ///< who may issue certificates
};

/// The family of protocols. Any 16-bit number may come from a peer.
enum class RecordClass : std::uint16_t
{
    IN = 1,    ///< the Internet
    CH = 3,    ///< Chaosnet
    HS = 4,    ///< Hesiod
    ANY = 255, ///< in questions: any class
};

/// True for types that only a question may have (RFC 6895 section 3.1: 128 to 255).
bool IsQuestionOnly(RecordType type);

/// "MX", or "TYPE65280" for a type without a name.
std::string ToString(RecordType type);

/// The types that have a name, without OPT, in the order of their numbers.
std::vector<RecordType> GetNamedTypes();

/// "IN", or "CLASS32" for a class without a name.
std::string ToString(RecordClass recordClass);

/// The type of that name, in any case: "mx", "TYPE15".
std::optional<RecordType> FindRecordType(std::string_view name);

/// The classes that have a name, each once, in the order of their numbers.
std::vector<RecordClass> GetNamedClasses();

/// The class of that name, in any case: "in", "CLASS1", "chaos" for CH.
std::optional<RecordClass> FindRecordClass(std::string_view name);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_CODEC_DNS_RECORD_TYPE_H

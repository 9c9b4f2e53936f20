/**
 * The data of an OPENPGPKEY record: somebody's OpenPGP key (RFC 7929 section 2).
 *
 * Left out: what the octets of a key mean, and how an address becomes the name.
 */
#ifndef POSTROAD_DNS_DATA_DNS_OPENPGPKEY_DATA_H
#define POSTROAD_DNS_DATA_DNS_OPENPGPKEY_DATA_H

#include "postroad/dns/codec/dns-field-reader.h"
#include "postroad/dns/codec/dns-message-reader.h"
#include "postroad/dns/codec/dns-message-writer.h"
#include "postroad/dns/codec/dns-record-type.h"

#include <string>

namespace ns3::postroad::dns
{

/// OPENPGPKEY mQENBF...
struct OpenpgpkeyData
{
    static constexpr RecordType TYPE = RecordType::OPENPGPKEY;

    std::string key; ///< a transferable public key (RFC 4880 section 11.1); at least one octet

    static OpenpgpkeyData Read(MessageReader& reader);
    void Write(MessageWriter& writer) const;
    static OpenpgpkeyData Parse(FieldReader& fields);

    /// The key in base 64.
    std::string ToString() const;

    bool operator==(const OpenpgpkeyData&) const = default;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DATA_DNS_OPENPGPKEY_DATA_H

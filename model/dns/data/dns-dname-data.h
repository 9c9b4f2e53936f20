/**
 * The data of a DNAME record: another name for all names below its owner (RFC 6672).
 *
 * What it makes of a name is the matter of record/dns-redirection.h.
 */
#ifndef POSTROAD_DNS_DATA_DNS_DNAME_DATA_H
#define POSTROAD_DNS_DATA_DNS_DNAME_DATA_H

#include "postroad/dns/codec/dns-field-reader.h"
#include "postroad/dns/codec/dns-message-reader.h"
#include "postroad/dns/codec/dns-message-writer.h"
#include "postroad/dns/codec/dns-record-type.h"

#include <string>

namespace ns3::postroad::dns
{

/// DNAME b.net.
struct DnameData
{
    static constexpr RecordType TYPE = RecordType::DNAME;

    Name target; ///< what takes the place of the owner at the end of names

    static DnameData Read(MessageReader& reader);
    void Write(MessageWriter& writer) const;
    static DnameData Parse(FieldReader& fields);

    /// "b.net.".
    std::string ToString() const;

    bool operator==(const DnameData&) const = default;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DATA_DNS_DNAME_DATA_H

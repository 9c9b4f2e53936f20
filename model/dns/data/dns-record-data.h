/**
 * The data of a record, whatever its type.
 *
 * A type is added by a struct of its own file with Read, Write, Parse and ToString, an alternative
 * here and a row in dns-record-data.cc. The types are those of the class IN; data of any other
 * class stay raw.
 */
#ifndef POSTROAD_DNS_DATA_DNS_RECORD_DATA_H
#define POSTROAD_DNS_DATA_DNS_RECORD_DATA_H

#include "postroad/dns/data/dns-a-data.h"
#include "postroad/dns/data/dns-aaaa-data.h"
#include "postroad/dns/data/dns-caa-data.h"
#include "postroad/dns/data/dns-cname-data.h"
#include "postroad/dns/data/dns-dname-data.h"
#include "postroad/dns/data/dns-ds-data.h"
#include "postroad/dns/data/dns-hinfo-data.h"
#include "postroad/dns/data/dns-https-data.h"
#include "postroad/dns/data/dns-mx-data.h"
#include "postroad/dns/data/dns-naptr-data.h"
#include "postroad/dns/data/dns-ns-data.h"
#include "postroad/dns/data/dns-openpgpkey-data.h"
#include "postroad/dns/data/dns-ptr-data.h"
#include "postroad/dns/data/dns-raw-data.h"
#include "postroad/dns/data/dns-soa-data.h"
#include "postroad/dns/data/dns-spf-data.h"
#include "postroad/dns/data/dns-srv-data.h"
#include "postroad/dns/data/dns-sshfp-data.h"
#include "postroad/dns/data/dns-svcb-data.h"
#include "postroad/dns/data/dns-tlsa-data.h"
#include "postroad/dns/data/dns-txt-data.h"

#include <cstddef>
#include <variant>

namespace ns3::postroad::dns
{

using RecordData = std::variant<AData,
                                NsData,
                                CnameData,
                                SoaData,
                                PtrData,
                                HinfoData,
                                MxData,
                                TxtData,
                                AaaaData,
                                SrvData,
                                NaptrData,
                                DnameData,
                                DsData,
                                SshfpData,
                                TlsaData,
                                OpenpgpkeyData,
                                SvcbData,
                                HttpsData,
                                SpfData,
                                CaaData,
                                RawData>;

/// The longest data of a record, in octets: their length has 16 bits.
inline constexpr std::size_t RECORD_DATA_LIMIT = 65535;

/// The type that these data make a record of.
RecordType GetType(const RecordData& data);

/// Reads the data off the wire; the reader ends where they end.
RecordData ReadRecordData(RecordType type, RecordClass recordClass, MessageReader& reader);

/// Writes the data without their length.
void WriteRecordData(const RecordData& data, MessageWriter& writer);

/// Reads the fields behind the type in a line of a master file.
RecordData ParseRecordData(RecordType type, RecordClass recordClass, FieldReader& fields);

/// The fields behind the type in a line of a master file: "10 mail.a.net.".
std::string ToString(const RecordData& data);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DATA_DNS_RECORD_DATA_H

#include "postroad/dns/data/dns-record-data.h"

#include <algorithm>
#include <array>
#include <type_traits>

namespace ns3::postroad::dns
{

namespace
{

/// How the data of one type come into being.
struct DataCodec
{
    RecordType type;
    RecordData (*read)(MessageReader&);
    RecordData (*parse)(FieldReader&);
};

template <typename Data>
constexpr DataCodec
MakeCodec()
{
    return {Data::TYPE,
            [](MessageReader& reader) { return RecordData(Data::Read(reader)); },
            [](FieldReader& fields) { return RecordData(Data::Parse(fields)); }};
}

/// The types that are understood.
constexpr std::array CODECS{
    MakeCodec<AData>(),          MakeCodec<NsData>(),    MakeCodec<CnameData>(),
    MakeCodec<SoaData>(),        MakeCodec<PtrData>(),   MakeCodec<HinfoData>(),
    MakeCodec<MxData>(),         MakeCodec<TxtData>(),   MakeCodec<AaaaData>(),
    MakeCodec<SrvData>(),        MakeCodec<NaptrData>(), MakeCodec<DnameData>(),
    MakeCodec<DsData>(),         MakeCodec<SshfpData>(), MakeCodec<TlsaData>(),
    MakeCodec<OpenpgpkeyData>(), MakeCodec<SvcbData>(),  MakeCodec<HttpsData>(),
    MakeCodec<SpfData>(),        MakeCodec<CaaData>(),
};
static_assert(CODECS.size() + 1 == std::variant_size_v<RecordData>, "a type lacks its row");

const DataCodec*
FindCodec(RecordType type, RecordClass recordClass)
{
    if (recordClass != RecordClass::IN)
    {
        return nullptr;
    }
    const auto* const codec = std::find_if(CODECS.begin(), CODECS.end(), [type](const auto& row) {
        return row.type == type;
    });
    return codec == CODECS.end() ? nullptr : codec;
}

/// RFC 3597 section 5: the raw form of a type that is understood means the same as its own form.
RecordData
ParseRawData(RecordType type, RecordClass recordClass, FieldReader& fields)
{
    const auto raw = RawData::Parse(type, fields);
    MessageReader reader(raw.octets);
    auto data = ReadRecordData(type, recordClass, reader);
    if (!reader.IsOk() || reader.GetRemaining() != 0)
    {
        fields.FailExpecting("the octets of a record of type " + ToString(type));
    }
    return data;
}

} // namespace

RecordType
GetType(const RecordData& data)
{
    return std::visit(
        [](const auto& alternative) {
            using Data = std::decay_t<decltype(alternative)>;
            if constexpr (std::is_same_v<Data, RawData>)
            {
                return alternative.type;
            }
            else
            {
                return Data::TYPE;
            }
        },
        data);
}

RecordData
ReadRecordData(RecordType type, RecordClass recordClass, MessageReader& reader)
{
    const auto* const codec = FindCodec(type, recordClass);
    return codec != nullptr ? codec->read(reader) : RawData::Read(type, reader);
}

void
WriteRecordData(const RecordData& data, MessageWriter& writer)
{
    std::visit([&writer](const auto& alternative) { alternative.Write(writer); }, data);
}

namespace
{

/// Reads the fields, whatever the length of what they tell.
RecordData
ParseFields(RecordType type, RecordClass recordClass, FieldReader& fields)
{
    if (fields.Peek() == RawData::MARK)
    {
        return ParseRawData(type, recordClass, fields);
    }
    if (const auto* const codec = FindCodec(type, recordClass))
    {
        return codec->parse(fields);
    }
    const std::string expected = "data of type " + ToString(type) + " in the form '\\# 2 0A0B'";
    fields.ReadField(expected);
    fields.FailExpecting(expected, wire::ErrorKind::UNSUPPORTED);
    return RawData{type, {}};
}

} // namespace

RecordData
ParseRecordData(RecordType type, RecordClass recordClass, FieldReader& fields)
{
    auto data = ParseFields(type, recordClass, fields);
    MessageWriter writer;
    WriteRecordData(data, writer);
    if (writer.GetSize() > RECORD_DATA_LIMIT)
    {
        fields.FailExpecting("data of at most 65535 octets", wire::ErrorKind::TOO_LONG);
    }
    return data;
}

std::string
ToString(const RecordData& data)
{
    return std::visit([](const auto& alternative) { return alternative.ToString(); }, data);
}

} // namespace ns3::postroad::dns

#include "postroad/dns/record/dns-record.h"

#include "postroad/dns/codec/dns-period.h"
#include "postroad/dns/record/dns-column-line.h"
#include "postroad/text/ascii.h"

#include <cstdint>

namespace ns3::postroad::dns
{

namespace
{

/// [<TTL>] [<class>], or the class before the TTL.
void
ParseTtlAndClass(FieldReader& fields, Record& record)
{
    bool hasTtl = false;
    bool hasClass = false;
    while (fields.IsOk())
    {
        const auto next = fields.Peek();
        const auto recordClass = FindRecordClass(next);
        if (!hasTtl && !next.empty() && text::IsDigit(next.front()))
        {
            hasTtl = true;
            record.ttl = fields.ReadPeriod(Record::EXPECTED_TTL, Record::TTL_LIMIT);
        }
        else if (!hasClass && recordClass && recordClass != RecordClass::ANY)
        {
            hasClass = true;
            record.recordClass = *recordClass;
            fields.ReadField("a class");
        }
        else
        {
            return;
        }
    }
}

/// "a record type: A, NS, ...", for messages.
std::string
DescribeTypes()
{
    std::string types;
    for (const auto type : GetNamedTypes())
    {
        if (!IsQuestionOnly(type))
        {
            types += types.empty() ? "" : ", ";
            types += ToString(type);
        }
    }
    return "a record type (" + types + "; a record reads 'name TTL IN type data')";
}

RecordType
ParseType(FieldReader& fields)
{
    static const std::string expected = DescribeTypes();
    const auto type = FindRecordType(fields.ReadField(expected));
    if (!type || IsQuestionOnly(*type))
    {
        fields.FailExpecting(expected);
    }
    return type.value_or(RecordType::A);
}

} // namespace

/// RFC 1035 section 5.1: <domain-name> [<TTL>] [<class>] <type> <RDATA>, or <blank> instead of the
/// name.
wire::Result<Record>
Record::Parse(std::string_view line, const RecordDefaults& defaults)
{
    FieldReader fields(line, defaults.origin);
    Record record;
    const bool hasOwner = line.empty() || !text::IsBlank(line.front()) || !defaults.owner;
    record.name =
        hasOwner ? fields.ReadName("the name that the record is about, or '@' for the zone's own")
                 : *defaults.owner;
    record.ttl = defaults.ttl;
    ParseTtlAndClass(fields, record);
    const auto type = ParseType(fields);
    record.data = ParseRecordData(type, record.recordClass, fields);
    fields.ExpectEnd();
    if (!fields.IsOk())
    {
        return fields.GetError();
    }
    return record;
}

std::string
Record::ToString(const RecordStyle& style) const
{
    const auto columns = MakeLineColumns(style.hasTtl, style.hasClass);
    ColumnLine line;
    line.Append(name.ToString());
    if (style.hasTtl)
    {
        line.AppendAt(columns.ttl, style.hasTtlUnits ? FormatPeriod(ttl) : std::to_string(ttl));
    }
    if (style.hasClass)
    {
        line.AppendAt(columns.recordClass, dns::ToString(recordClass));
    }
    line.AppendAt(columns.type, dns::ToString(GetType()));
    line.AppendAt(columns.data, dns::ToString(data));
    return line.TakeText();
}

/// RFC 1035 section 4.1.3: NAME TYPE CLASS TTL RDLENGTH RDATA
Record
Record::Read(MessageReader& reader)
{
    Record record;
    record.name = reader.ReadName();
    const auto type = RecordType{reader.ReadU16()};
    record.recordClass = RecordClass{reader.ReadU16()};
    const auto ttl = reader.ReadU32();
    // An OPT record has other things in this place.
    record.ttl = ttl <= TTL_LIMIT || type == RecordType::OPT ? ttl : 0;
    const std::size_t begin = reader.GetOffset() + 2;
    const auto octets = reader.Read(reader.ReadU16());
    if (!reader.IsOk())
    {
        return record;
    }
    MessageReader dataReader(reader.GetMessage().substr(0, begin + octets.size()), begin);
    record.data = ReadRecordData(type, record.recordClass, dataReader);
    if (!dataReader.IsOk())
    {
        reader.Fail(dataReader.GetError().kind, dataReader.GetError().reason);
    }
    else if (dataReader.GetRemaining() != 0)
    {
        reader.Fail(wire::ErrorKind::OUT_OF_RANGE,
                    "expected the end of the record's data, got " +
                        std::to_string(dataReader.GetRemaining()) + " more octets");
    }
    return record;
}

void
Record::Write(MessageWriter& writer) const
{
    writer.WriteName(name);
    writer.WriteU16(static_cast<std::uint16_t>(GetType()));
    writer.WriteU16(static_cast<std::uint16_t>(recordClass));
    writer.WriteU32(ttl);
    const std::size_t lengthOffset = writer.GetSize();
    writer.WriteU16(0);
    WriteRecordData(data, writer);
    const std::size_t length = writer.GetSize() - lengthOffset - 2;
    writer.OverwriteU16(lengthOffset, static_cast<std::uint16_t>(length));
}

bool
IsSameSet(const Record& a, const Record& b)
{
    return a.GetType() == b.GetType() && a.recordClass == b.recordClass && a.name == b.name;
}

void
Append(std::span<const Record> records, std::vector<Record>& section)
{
    section.insert(section.end(), records.begin(), records.end());
}

} // namespace ns3::postroad::dns

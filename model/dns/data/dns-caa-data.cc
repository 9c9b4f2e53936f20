#include "postroad/dns/data/dns-caa-data.h"

#include "postroad/dns/codec/dns-character-string.h"
#include "postroad/text/ascii.h"

#include <algorithm>
#include <string_view>

namespace ns3::postroad::dns
{

namespace
{

/// RFC 8659 section 4.1: tag = 1*( ALPHA / DIGIT )
bool
IsTag(std::string_view tag)
{
    return !tag.empty() && tag.size() <= FieldReader::STRING_LIMIT &&
           std::all_of(tag.begin(), tag.end(), text::IsAlphaNumeric);
}

constexpr std::string_view EXPECTED_TAG = "a tag of letters and digits: issue, issuewild or iodef";

} // namespace

/// RFC 8659 section 4.1: Flags, Tag Length, Tag, Value; the value ends with the data.
CaaData
CaaData::Read(MessageReader& reader)
{
    CaaData data;
    data.flags = reader.ReadU8();
    data.tag = ReadString(reader);
    if (!IsTag(data.tag))
    {
        reader.Fail(wire::ErrorKind::SYNTAX, "expected " + std::string(EXPECTED_TAG));
    }
    data.value = reader.Read(reader.GetRemaining());
    return data;
}

void
CaaData::Write(MessageWriter& writer) const
{
    writer.WriteU8(flags);
    WriteString(tag, writer);
    writer.Write(value);
}

/// RFC 8659 section 4.1.1: the value is written as a character string, but of any length.
CaaData
CaaData::Parse(FieldReader& fields)
{
    CaaData data;
    data.flags = fields.ReadU8("flags, 0 or 128, then tag and value: '0 issue \"ca.a.net\"'");
    data.tag = fields.ReadField(EXPECTED_TAG);
    if (!IsTag(data.tag))
    {
        fields.FailExpecting(EXPECTED_TAG);
    }
    data.value = fields.ReadText("the tag's value in quotes, such as \"ca.a.net\"");
    return data;
}

std::string
CaaData::ToString() const
{
    return std::to_string(flags) + ' ' + tag + ' ' + Quote(value);
}

} // namespace ns3::postroad::dns

#include "postroad/dns/data/dns-ds-data.h"

#include "postroad/dns/codec/dns-hex.h"
#include "postroad/text/ascii.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace ns3::postroad::dns
{

namespace
{

/// How many octets a digest of the type has; 0 for an unknown type.
std::size_t
GetDigestSize(std::uint8_t type)
{
    constexpr std::array<std::size_t, 5> SIZES{0, 20, 32, 32, 48};
    return type < SIZES.size() ? SIZES.at(type) : 0;
}

bool
IsWhole(const DsData& data)
{
    const auto size = GetDigestSize(data.digestType);
    return size == 0 ? !data.digest.empty() : data.digest.size() == size;
}

struct Algorithm
{
    std::string_view mnemonic;
    std::uint8_t number;
};

/// RFC 4034 appendix A.1, and what was assigned since.
constexpr std::array<Algorithm, 15> ALGORITHMS{{
    {"RSAMD5", 1},
    {"DH", 2},
    {"DSA", 3},
    {"RSASHA1", 5},
    {"DSA-NSEC3-SHA1", 6},
    {"RSASHA1-NSEC3-SHA1", 7},
    {"RSASHA256", 8},
    {"RSASHA512", 10},
    {"ECDSAP256SHA256", 13},
    {"ECDSAP384SHA384", 14},
    {"ED25519", 15},
    {"ED448", 16},
    {"INDIRECT", 252},
    {"PRIVATEDNS", 253},
    {"PRIVATEOID", 254},
}};

constexpr std::string_view EXPECTED_ALGORITHM =
    "the key's algorithm, a number or a name such as RSASHA256";

/// RFC 4034 section 5.3: an unsigned decimal integer, or an algorithm mnemonic.
std::uint8_t
ParseAlgorithm(FieldReader& fields)
{
    const auto* const row =
        std::find_if(ALGORITHMS.begin(), ALGORITHMS.end(), [&fields](const auto& each) {
            return text::EqualsIgnoringCase(each.mnemonic, fields.Peek());
        });
    if (row == ALGORITHMS.end())
    {
        return fields.ReadU8(EXPECTED_ALGORITHM);
    }
    fields.ReadField(EXPECTED_ALGORITHM);
    return row->number;
}

} // namespace

/// RFC 4034 section 5.1: Key Tag, Algorithm, Digest Type, Digest
DsData
DsData::Read(MessageReader& reader)
{
    DsData data;
    data.keyTag = reader.ReadU16();
    data.algorithm = reader.ReadU8();
    data.digestType = reader.ReadU8();
    data.digest = reader.Read(reader.GetRemaining());
    if (!IsWhole(data))
    {
        reader.Fail(wire::ErrorKind::SYNTAX, "expected a digest of its type's length");
    }
    return data;
}

void
DsData::Write(MessageWriter& writer) const
{
    writer.WriteU16(keyTag);
    writer.WriteU8(algorithm);
    writer.WriteU8(digestType);
    writer.Write(digest);
}

DsData
DsData::Parse(FieldReader& fields)
{
    DsData data;
    data.keyTag =
        fields.ReadU16("a key tag from 0 to 65535, then algorithm, digest type and digest");
    data.algorithm = ParseAlgorithm(fields);
    data.digestType = fields.ReadU8("a digest type (1 SHA-1, 2 SHA-256, 4 SHA-384)");
    data.digest = fields.ReadHex("a digest in hexadecimal digits");
    if (!IsWhole(data))
    {
        fields.FailExpecting(
            "a digest of 40 hexadecimal digits for SHA-1, 64 for SHA-256, 96 for SHA-384");
    }
    return data;
}

std::string
DsData::ToString() const
{
    std::string text = std::to_string(keyTag) + ' ';
    for (const auto number : {algorithm, digestType})
    {
        text += std::to_string(number) + ' ';
    }
    return text + ToHex(digest);
}

} // namespace ns3::postroad::dns

#include "postroad/dns/data/dns-sshfp-data.h"

#include "postroad/dns/codec/dns-hex.h"

#include <array>
#include <cstdint>

namespace ns3::postroad::dns
{

namespace
{

/// How many octets a fingerprint of the type has; 0 for an unknown type.
std::size_t
GetFingerprintSize(std::uint8_t type)
{
    constexpr std::array<std::size_t, 3> SIZES{0, 20, 32};
    return type < SIZES.size() ? SIZES.at(type) : 0;
}

bool
IsWhole(const SshfpData& data)
{
    const auto size = GetFingerprintSize(data.fingerprintType);
    return size == 0 ? !data.fingerprint.empty() : data.fingerprint.size() == size;
}

} // namespace

/// RFC 4255 section 3.1: algorithm, fp type, fingerprint
SshfpData
SshfpData::Read(MessageReader& reader)
{
    SshfpData data;
    data.algorithm = reader.ReadU8();
    data.fingerprintType = reader.ReadU8();
    data.fingerprint = reader.Read(reader.GetRemaining());
    if (!IsWhole(data))
    {
        reader.Fail(wire::ErrorKind::SYNTAX, "expected a fingerprint of its type's length");
    }
    return data;
}

void
SshfpData::Write(MessageWriter& writer) const
{
    writer.WriteU8(algorithm);
    writer.WriteU8(fingerprintType);
    writer.Write(fingerprint);
}

SshfpData
SshfpData::Parse(FieldReader& fields)
{
    SshfpData data;
    data.algorithm = fields.ReadU8(
        "the key's algorithm (1 RSA, 2 DSA, 3 ECDSA, 4 Ed25519), then the fingerprint's type");
    data.fingerprintType = fields.ReadU8("the fingerprint's type (1 SHA-1, 2 SHA-256), then it");
    data.fingerprint = fields.ReadHex("a fingerprint in hexadecimal digits");
    if (!IsWhole(data))
    {
        fields.FailExpecting("a fingerprint of 40 hexadecimal digits for SHA-1, 64 for SHA-256");
    }
    return data;
}

std::string
SshfpData::ToString() const
{
    return std::to_string(algorithm) + ' ' + std::to_string(fingerprintType) + ' ' +
           ToHex(fingerprint);
}

} // namespace ns3::postroad::dns

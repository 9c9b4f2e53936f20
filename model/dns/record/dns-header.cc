#include "postroad/dns/record/dns-header.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace ns3::postroad::dns
{

namespace
{

constexpr std::uint16_t QR = 0x8000;
constexpr int OPCODE_SHIFT = 11;
constexpr std::uint16_t AA = 0x0400;
constexpr std::uint16_t TC = 0x0200;
constexpr std::uint16_t RD = 0x0100;
constexpr std::uint16_t RA = 0x0080;
constexpr std::uint16_t NIBBLE = 0x000f;

struct NamedCode
{
    ResponseCode code;
    std::string_view name;
};

/// RFC 6895 section 2.3, and RFC 7873.
constexpr std::array<NamedCode, 19> CODES{{
    {ResponseCode::NO_ERROR, "NOERROR"},
    {ResponseCode::FORMAT_ERROR, "FORMERR"},
    {ResponseCode::SERVER_FAILURE, "SERVFAIL"},
    {ResponseCode::NAME_ERROR, "NXDOMAIN"},
    {ResponseCode::NOT_IMPLEMENTED, "NOTIMP"},
    {ResponseCode::REFUSED, "REFUSED"},
    {ResponseCode::NAME_TOO_LONG, "YXDOMAIN"},
    {ResponseCode{7}, "YXRRSET"},
    {ResponseCode{8}, "NXRRSET"},
    {ResponseCode::NOT_AUTHORITATIVE, "NOTAUTH"},
    {ResponseCode{10}, "NOTZONE"},
    {ResponseCode::BAD_VERSION, "BADVERS"},
    {ResponseCode{17}, "BADKEY"},
    {ResponseCode{18}, "BADTIME"},
    {ResponseCode{19}, "BADMODE"},
    {ResponseCode{20}, "BADNAME"},
    {ResponseCode{21}, "BADALG"},
    {ResponseCode{22}, "BADTRUNC"},
    {ResponseCode::BAD_COOKIE, "BADCOOKIE"},
}};

} // namespace

std::string
ToString(ResponseCode code)
{
    const auto* const row = std::find_if(CODES.begin(), CODES.end(), [code](const auto& each) {
        return each.code == code;
    });
    return row == CODES.end() ? "RCODE" + std::to_string(static_cast<unsigned>(code))
                              : std::string(row->name);
}

std::optional<ResponseCode>
FindResponseCode(std::string_view name)
{
    const auto* const row = std::find_if(CODES.begin(), CODES.end(), [name](const auto& each) {
        return each.name == name;
    });
    return row == CODES.end() ? std::nullopt : std::optional(row->code);
}

Header
Header::Read(wire::ByteReader& reader)
{
    Header header;
    header.id = reader.ReadU16();
    const std::uint16_t flags = reader.ReadU16();
    header.isResponse = (flags & QR) != 0;
    header.opcode = static_cast<Opcode>(flags >> OPCODE_SHIFT & NIBBLE);
    header.isAuthoritative = (flags & AA) != 0;
    header.isTruncated = (flags & TC) != 0;
    header.isRecursionDesired = (flags & RD) != 0;
    header.isRecursionAvailable = (flags & RA) != 0;
    header.code = static_cast<ResponseCode>(flags & NIBBLE);
    return header;
}

void
Header::Write(wire::ByteWriter& writer) const
{
    const int flags = (isResponse ? QR : 0) | static_cast<int>(opcode) << OPCODE_SHIFT |
                      (isAuthoritative ? AA : 0) | (isTruncated ? TC : 0) |
                      (isRecursionDesired ? RD : 0) | (isRecursionAvailable ? RA : 0) |
                      (static_cast<int>(code) & NIBBLE);
    writer.WriteU16(id);
    writer.WriteU16(static_cast<std::uint16_t>(flags));
}

} // namespace ns3::postroad::dns

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

/// In the order of the numbers.
constexpr std::array<std::string_view, 6> CODE_NAMES{"NOERROR",
                                                     "FORMERR",
                                                     "SERVFAIL",
                                                     "NXDOMAIN",
                                                     "NOTIMP",
                                                     "REFUSED"};

} // namespace

std::string
ToString(ResponseCode code)
{
    const auto number = static_cast<std::size_t>(code);
    return number < CODE_NAMES.size() ? std::string(CODE_NAMES.at(number))
                                      : "RCODE" + std::to_string(number);
}

std::optional<ResponseCode>
FindResponseCode(std::string_view name)
{
    const auto* const found = std::find(CODE_NAMES.begin(), CODE_NAMES.end(), name);
    return found == CODE_NAMES.end()
               ? std::nullopt
               : std::optional(static_cast<ResponseCode>(found - CODE_NAMES.begin()));
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
                      static_cast<int>(code);
    writer.WriteU16(id);
    writer.WriteU16(static_cast<std::uint16_t>(flags));
}

} // namespace ns3::postroad::dns

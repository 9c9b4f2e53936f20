#include "postroad/dns/data/dns-aaaa-data.h"

#include "postroad/dns/data/dns-a-data.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

namespace ns3::postroad::dns
{

namespace
{

constexpr std::string_view EXPECTED = "an IPv6 address such as 2001:db8::1";
constexpr std::size_t PIECE_COUNT = 8;

using Pieces = std::vector<std::uint16_t>;

/// RFC 3986 section 3.2.2: h16 = 1*4HEXDIG
bool
AppendPiece(std::string_view text, Pieces& pieces)
{
    std::uint16_t piece = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, piece, 16);
    pieces.push_back(piece);
    return text.size() <= 4 && read.ec == std::errc() && read.ptr == end;
}

/// RFC 4291 section 2.2 (3): the two low-order pieces as an IPv4 address.
bool
AppendIpv4(std::string_view text, Pieces& pieces)
{
    FieldReader field(text, {});
    const auto& octets = AData::Parse(field).address;
    pieces.push_back(static_cast<std::uint16_t>(octets[0] << 8 | octets[1]));
    pieces.push_back(static_cast<std::uint16_t>(octets[2] << 8 | octets[3]));
    return field.IsOk();
}

/// Where pieces stand in an address.
enum class Position
{
    HEAD, ///< before the "::"
    TAIL, ///< at the end, where the last piece may be an IPv4 address
};

/// Pieces with a colon between them; none for an empty text.
std::optional<Pieces>
ParsePieces(std::string_view text, Position position)
{
    Pieces pieces;
    while (!text.empty())
    {
        const auto colon = text.find(':');
        const auto piece = text.substr(0, colon);
        const bool isLast = colon == std::string_view::npos;
        const bool isIpv4 =
            position == Position::TAIL && isLast && piece.find('.') != std::string_view::npos;
        if (isIpv4 ? !AppendIpv4(piece, pieces) : !AppendPiece(piece, pieces))
        {
            return std::nullopt;
        }
        text.remove_prefix(isLast ? text.size() : colon + 1);
        if (!isLast && text.empty())
        {
            return std::nullopt;
        }
    }
    return pieces;
}

/// RFC 4291 section 2.2: eight pieces, or fewer around one "::" that stands for zeros.
std::optional<AaaaData>
ParseAddress(std::string_view text)
{
    const auto gap = text.find("::");
    const bool hasGap = gap != std::string_view::npos;
    const auto head = ParsePieces(text.substr(0, gap), hasGap ? Position::HEAD : Position::TAIL);
    const auto tail = ParsePieces(hasGap ? text.substr(gap + 2) : "", Position::TAIL);
    if (!head || !tail)
    {
        return std::nullopt;
    }
    const std::size_t count = head->size() + tail->size();
    if (hasGap ? count >= PIECE_COUNT : count != PIECE_COUNT)
    {
        return std::nullopt;
    }
    AaaaData data;
    std::copy(head->begin(), head->end(), data.pieces.begin());
    std::copy_backward(tail->begin(), tail->end(), data.pieces.end());
    return data;
}

/// RFC 5952 section 4.2: the longest run of zeros, the first of equal ones, none of a single piece.
std::pair<std::size_t, std::size_t>
FindGap(const std::array<std::uint16_t, PIECE_COUNT>& pieces)
{
    std::pair<std::size_t, std::size_t> gap{PIECE_COUNT, PIECE_COUNT};
    std::size_t longest = 1;
    for (std::size_t begin = 0; begin < PIECE_COUNT; ++begin)
    {
        std::size_t end = begin;
        while (end < PIECE_COUNT && pieces.at(end) == 0)
        {
            ++end;
        }
        if (end - begin > longest)
        {
            longest = end - begin;
            gap = {begin, end};
        }
    }
    return gap;
}

std::string
ToHex(std::uint16_t piece)
{
    std::array<char, 4> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), piece, 16);
    return {digits.data(), written.ptr};
}

} // namespace

AaaaData
AaaaData::Read(MessageReader& reader)
{
    AaaaData data;
    for (auto& piece : data.pieces)
    {
        piece = reader.ReadU16();
    }
    return data;
}

void
AaaaData::Write(MessageWriter& writer) const
{
    for (const auto piece : pieces)
    {
        writer.WriteU16(piece);
    }
}

AaaaData
AaaaData::Parse(FieldReader& fields)
{
    const auto data = ParseAddress(fields.ReadField(EXPECTED));
    if (!data)
    {
        fields.FailExpecting(EXPECTED);
    }
    return data.value_or(AaaaData());
}

std::string
AaaaData::ToString() const
{
    const auto [gapBegin, gapEnd] = FindGap(pieces);
    std::string text;
    for (std::size_t i = 0; i < PIECE_COUNT; ++i)
    {
        if (i == gapBegin)
        {
            text += "::";
            i = gapEnd - 1;
            continue;
        }
        text += text.empty() || text.back() == ':' ? "" : ":";
        text += ToHex(pieces.at(i));
    }
    return text;
}

} // namespace ns3::postroad::dns

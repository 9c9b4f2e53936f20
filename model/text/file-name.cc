#include "postroad/text/file-name.h"

#include "postroad/text/ascii.h"

#include <algorithm>
#include <cstdint>

namespace ns3::postroad::text
{

namespace
{

constexpr std::size_t DIGITS = 8;

/// FNV-1a of 32 bits, in hexadecimal: the same everywhere, unlike std::hash.
std::string
MakeDigest(std::string_view text)
{
    std::uint32_t hash = 2166136261;
    for (const char c : text)
    {
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619;
    }
    std::string digest(DIGITS, '0');
    for (auto digit = digest.rbegin(); digit != digest.rend(); ++digit, hash >>= 4)
    {
        *digit = "0123456789abcdef"[hash & 0xf];
    }
    return digest;
}

} // namespace

std::string
MakeFileNamePart(std::string_view text)
{
    auto part = ToLower(text);
    std::replace_if(
        part.begin(),
        part.end(),
        [](char c) { return !IsAlphaNumeric(c) && c != '.' && c != '-' && c != '@'; },
        '-');
    if (part.size() > FILE_NAME_PART_LIMIT)
    {
        part.resize(FILE_NAME_PART_LIMIT - DIGITS - 1);
        part += '~' + MakeDigest(text);
    }
    return part;
}

} // namespace ns3::postroad::text

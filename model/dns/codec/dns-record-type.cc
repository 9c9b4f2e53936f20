#include "postroad/dns/codec/dns-record-type.h"

#include "postroad/text/ascii.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <span>

namespace ns3::postroad::dns
{

namespace
{

template <typename Code>
struct NamedCode
{
    Code code;
    std::string_view name;
};

constexpr std::array<NamedCode<RecordType>, 23> TYPES{{
    {RecordType::A, "A"},
    {RecordType::NS, "NS"},
    {RecordType::CNAME, "CNAME"},
    {RecordType::SOA, "SOA"},
    {RecordType::PTR, "PTR"},
    {RecordType::HINFO, "HINFO"},
    {RecordType::MX, "MX"},
    {RecordType::TXT, "TXT"},
    {RecordType::AAAA, "AAAA"},
    {RecordType::SRV, "SRV"},
    {RecordType::NAPTR, "NAPTR"},
    {RecordType::DNAME, "DNAME"},
    {RecordType::OPT, "OPT"},
    {RecordType::DS, "DS"},
    {RecordType::SSHFP, "SSHFP"},
    {RecordType::TLSA, "TLSA"},
    {RecordType::OPENPGPKEY, "OPENPGPKEY"},
    {RecordType::SVCB, "SVCB"},
    {RecordType::HTTPS, "HTTPS"},
    {RecordType::SPF, "SPF"},
    {RecordType::AXFR, "AXFR"},
    {RecordType::ANY, "ANY"},
    {RecordType::CAA, "CAA"},
}};

constexpr std::array<NamedCode<RecordClass>, 4> CLASSES{{
    {RecordClass::IN, "IN"},
    {RecordClass::CH, "CH"},
    {RecordClass::HS, "HS"},
    {RecordClass::ANY, "ANY"},
}};

/// Names that are read, too, as BIND does.
constexpr std::array<NamedCode<RecordClass>, 2> LONG_CLASSES{{
    {RecordClass::CH, "CHAOS"},
    {RecordClass::HS, "HESIOD"},
}};

template <typename Code>
std::string
GetName(std::span<const NamedCode<Code>> table, std::string_view prefix, Code code)
{
    for (const auto& row : table)
    {
        if (row.code == code)
        {
            return std::string(row.name);
        }
    }
    return std::string(prefix) + std::to_string(static_cast<std::uint16_t>(code));
}

template <typename Code>
std::optional<Code>
FindCode(std::span<const NamedCode<Code>> table, std::string_view prefix, std::string_view name)
{
    for (const auto& row : table)
    {
        if (text::EqualsIgnoringCase(row.name, name))
        {
            return row.code;
        }
    }
    if (!text::StartsWithIgnoringCase(name, prefix))
    {
        return std::nullopt;
    }
    std::uint16_t number = 0;
    const char* const end = name.data() + name.size();
    const auto read = std::from_chars(name.data() + prefix.size(), end, number);
    return read.ec == std::errc() && read.ptr == end ? std::optional(Code{number}) : std::nullopt;
}

} // namespace

bool
IsQuestionOnly(RecordType type)
{
    const auto number = static_cast<std::uint16_t>(type);
    return number >= 128 && number <= 255;
}

std::string
ToString(RecordType type)
{
    return GetName<RecordType>(TYPES, "TYPE", type);
}

std::vector<RecordType>
GetNamedTypes()
{
    std::vector<RecordType> types;
    for (const auto& row : TYPES)
    {
        if (row.code != RecordType::OPT)
        {
            types.push_back(row.code);
        }
    }
    return types;
}

std::string
ToString(RecordClass recordClass)
{
    return GetName<RecordClass>(CLASSES, "CLASS", recordClass);
}

std::vector<RecordClass>
GetNamedClasses()
{
    std::vector<RecordClass> classes;
    std::transform(std::begin(CLASSES),
                   std::end(CLASSES),
                   std::back_inserter(classes),
                   [](const auto& row) { return row.code; });
    return classes;
}

std::optional<RecordType>
FindRecordType(std::string_view name)
{
    return FindCode<RecordType>(TYPES, "TYPE", name);
}

std::optional<RecordClass>
FindRecordClass(std::string_view name)
{
    for (const auto& row : LONG_CLASSES)
    {
        if (text::EqualsIgnoringCase(row.name, name))
        {
            return row.code;
        }
    }
    return FindCode<RecordClass>(CLASSES, "CLASS", name);
}

} // namespace ns3::postroad::dns

/**
 * The directive $GENERATE of master files, in BIND's form: lines that differ in a number.
 *
 *     $GENERATE 1-20/2 host${0,3} A 10.0.0.$
 *
 * '$' stands for the number, "${offset,width,base}" for the number plus an offset, filled up with
 * zeros to a width, in the base d, o, x or X, or as hexadecimal digits with dots between them, the
 * last first (n, N). A '$' behind a backslash or another '$' stands for itself. Where the data are
 * one string in quotes, its content is meant, as with BIND.
 *
 * Left out: lines that begin with a blank or make another directive.
 */
#ifndef POSTROAD_DNS_ZONE_DNS_GENERATE_H
#define POSTROAD_DNS_ZONE_DNS_GENERATE_H

#include "postroad/wire/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace ns3::postroad::dns
{

/// How many lines the directives of one file may make.
inline constexpr std::size_t GENERATE_LIMIT = 10000;

/// One directive.
struct Generate
{
    /// The highest number, as BIND has it.
    static constexpr std::uint32_t NUMBER_LIMIT = 0x7fffffff;

    /// The largest width: no name is longer.
    static constexpr std::uint32_t WIDTH_LIMIT = 255;

    std::uint32_t start{0}; ///< the first number
    std::uint32_t stop{0};  ///< no number is above it
    std::uint32_t step{1};  ///< from number to number
    std::string line;       ///< what stands behind the range: a record with '$' in it

    /// Reads an entry that begins with $GENERATE; an error tells what was expected.
    static wire::Result<Generate> Parse(std::string_view entry);

    /// How many lines it makes.
    std::size_t Count() const;

    /// The line for a number; an error when a '$' is not followed as it must be.
    wire::Result<std::string> MakeLine(std::uint32_t number) const;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_ZONE_DNS_GENERATE_H

/**
 * The ways in which a session reads its input, as one std::variant: it is in one of them at a time.
 *
 * A mode that reads lines has GetLineLimit() and HandleLine(context, line); one that reads a told
 * number of octets has GetOctetsWanted() and HandleOctets(context, octets, range). The context is
 * what the mode may use of its session. A mode may put another in its place; as it is gone then,
 * that has to be the last thing that it does with itself.
 */
#ifndef POSTROAD_WIRE_INPUT_MODE_H
#define POSTROAD_WIRE_INPUT_MODE_H

#include "postroad/wire/input-buffer.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <variant>

namespace ns3::postroad::wire
{

/// The longest line that the present mode takes, in octets with its CRLF; 0 when it reads octets.
template <typename... Modes>
std::size_t
GetLineLimit(const std::variant<Modes...>& modes)
{
    const auto get = [](const auto& mode) -> std::size_t {
        if constexpr (requires { mode.GetLineLimit(); })
        {
            return mode.GetLineLimit();
        }
        return 0;
    };
    return std::visit(get, modes);
}

/// How many octets the present mode waits for; 0 when it reads lines.
template <typename... Modes>
std::uint64_t
GetOctetsWanted(const std::variant<Modes...>& modes)
{
    const auto get = [](const auto& mode) -> std::uint64_t {
        if constexpr (requires { mode.GetOctetsWanted(); })
        {
            return mode.GetOctetsWanted();
        }
        return 0;
    };
    return std::visit(get, modes);
}

/// Gives the present mode a line.
template <typename Context, typename... Modes>
void
HandleLine(std::variant<Modes...>& modes, Context& context, const Line& line)
{
    const auto handle = [&](auto& mode) {
        if constexpr (requires { mode.HandleLine(context, line); })
        {
            mode.HandleLine(context, line);
        }
    };
    std::visit(handle, modes);
}

/// Gives the present mode octets that it waited for.
template <typename Context, typename... Modes>
void
HandleOctets(std::variant<Modes...>& modes,
             Context& context,
             std::string_view octets,
             const ByteRange& range)
{
    const auto handle = [&](auto& mode) {
        if constexpr (requires { mode.HandleOctets(context, octets, range); })
        {
            mode.HandleOctets(context, octets, range);
        }
    };
    std::visit(handle, modes);
}

} // namespace ns3::postroad::wire

#endif // POSTROAD_WIRE_INPUT_MODE_H

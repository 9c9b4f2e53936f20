#include "postroad/event/event.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <utility>

namespace ns3::postroad::event
{

std::string_view
GetName(Role role)
{
    return role == Role::CLIENT ? "client" : "server";
}

std::optional<Role>
FindRole(std::string_view name)
{
    for (const auto role : {Role::CLIENT, Role::SERVER})
    {
        if (name == GetName(role))
        {
            return role;
        }
    }
    return std::nullopt;
}

Event::Event(EventKind ofKind)
    : kind(ofKind)
    , details(MakeDetails(ofKind))
{
}

Event::Event(EventKind ofKind, Details withDetails)
    : kind(ofKind)
    , details(std::move(withDetails))
{
    if (details.index() != GetInfo(kind).details)
    {
        ThrowMismatch();
    }
}

void
Event::ThrowMismatch() const
{
    throw std::logic_error("not the details of a " + std::string(GetName(kind)));
}

Details
MakeDetails(EventKind kind)
{
    constexpr auto MAKERS = []<std::size_t... Index>(std::index_sequence<Index...>)
    {
        return std::array{+[] { return Details(std::in_place_index<Index>); }...};
    }
    (std::make_index_sequence<std::variant_size_v<Details>>());
    return MAKERS.at(GetInfo(kind).details)();
}

const Texts&
GetRecipients(const Event& event)
{
    static const Texts none;
    return std::visit(
        [](const auto& details) -> const Texts& {
            if constexpr (requires { details.to; })
            {
                return details.to;
            }
            return none;
        },
        event.details);
}

const std::string&
GetServer(const Event& event)
{
    static const std::string none;
    return std::visit(
        [](const auto& details) -> const std::string& {
            if constexpr (requires { details.server; })
            {
                return details.server;
            }
            return none;
        },
        event.details);
}

std::string_view
GetCause(const AttemptEnd& end)
{
    const bool hasReply = end.reply && !end.reply->empty();
    return hasReply ? *end.reply : end.reason ? *end.reason : std::string_view();
}

} // namespace ns3::postroad::event

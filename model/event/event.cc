#include "postroad/event/event.h"

#include <algorithm>
#include <cstdint>

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

const FieldValue*
Event::FindField(std::string_view name) const
{
    const auto field = std::find_if(fields.begin(), fields.end(), [name](const Field& candidate) {
        return candidate.first == name;
    });
    return field == fields.end() ? nullptr : &field->second;
}

std::string_view
Event::GetText(std::string_view name) const
{
    const auto* const value = FindField(name);
    const auto* const text = value ? std::get_if<std::string>(value) : nullptr;
    return text ? std::string_view(*text) : std::string_view();
}

std::int64_t
Event::GetNumber(std::string_view name) const
{
    const auto* const value = FindField(name);
    const auto* const number = value ? std::get_if<std::int64_t>(value) : nullptr;
    return number ? *number : 0;
}

std::vector<std::string>
Event::GetTexts(std::string_view name) const
{
    const auto* const value = FindField(name);
    if (const auto* const texts = value ? std::get_if<std::vector<std::string>>(value) : nullptr)
    {
        return *texts;
    }
    const auto* const text = value ? std::get_if<std::string>(value) : nullptr;
    return text ? std::vector{*text} : std::vector<std::string>();
}

std::optional<wire::TimePoint>
Event::GetTime(std::string_view name) const
{
    const auto* const value = FindField(name);
    const auto* const moment = value ? std::get_if<wire::TimePoint>(value) : nullptr;
    return moment ? std::optional(*moment) : std::nullopt;
}

} // namespace ns3::postroad::event

#include "postroad/event/event.h"

#include <algorithm>

namespace ns3::postroad::event
{

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

} // namespace ns3::postroad::event

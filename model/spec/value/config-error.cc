#include "postroad/spec/value/config-error.h"

#include "postroad/text/utf8.h"

#include <algorithm>
#include <utility>

namespace ns3::postroad::scenario
{

namespace
{

constexpr std::size_t MAX_QUOTED = 60;

std::string
Join(const std::vector<ConfigFault>& faults)
{
    std::string text;
    for (const auto& fault : faults)
    {
        text += (text.empty() ? "" : "\n") + fault.ToString();
    }
    return text;
}

} // namespace

std::string
ConfigFault::ToString() const
{
    std::string text = place.ToString();
    for (const auto& part : {text::MakePrintable(field), "expected " + expected + ", got " + came})
    {
        text += text.empty() || part.empty() ? part : ": " + part;
    }
    if (!nearest.empty())
    {
        text += "; did you mean " + Quote(nearest) + "?";
    }
    return advice.empty() ? text : text + "; " + advice;
}

ConfigError::ConfigError(std::vector<ConfigFault> faults)
    : std::runtime_error(Join(faults))
    , m_faults(std::move(faults))
{
}

ConfigError::ConfigError(ConfigFault fault)
    : ConfigError(std::vector{std::move(fault)})
{
}

void
FaultList::Add(ConfigFault fault)
{
    if (m_faults.size() < MAX_FAULTS)
    {
        m_faults.push_back(std::move(fault));
    }
}

namespace
{

/// "events[1]" of "events[1].say.to", the whole field where it lies in no list.
std::string_view
GetItem(std::string_view field)
{
    const auto end = field.find(']');
    return end == std::string_view::npos ? field : field.substr(0, end + 1);
}

} // namespace

void
FaultList::Merge(const FaultList& others)
{
    const auto known = m_faults;
    for (const auto& fault : others.m_faults)
    {
        const auto isInSameItem = [&fault](const auto& each) {
            return GetItem(each.field) == GetItem(fault.field);
        };
        if (std::none_of(known.begin(), known.end(), isInSameItem))
        {
            Add(fault);
        }
    }
}

bool
FaultList::AreInItemsOf(std::string_view one, std::string_view other) const
{
    return std::all_of(m_faults.begin(), m_faults.end(), [one, other](const auto& fault) {
        const auto list = std::string_view(fault.field).substr(0, fault.field.find('['));
        return list.size() < fault.field.size() && (list == one || list == other);
    });
}

void
FaultList::ThrowIfAny() const
{
    if (m_faults.empty())
    {
        return;
    }
    auto faults = m_faults;
    std::stable_sort(faults.begin(), faults.end(), [](const auto& a, const auto& b) {
        return std::pair(a.place.source, a.place.line) < std::pair(b.place.source, b.place.line);
    });
    throw ConfigError(std::move(faults));
}

std::string
Quote(std::string_view text)
{
    std::string quoted = "\"";
    for (const char c : text.substr(0, MAX_QUOTED))
    {
        const auto isControl = static_cast<unsigned char>(c) < ' ' || c == '\x7f';
        quoted += isControl ? ' ' : c;
    }
    return quoted + (text.size() > MAX_QUOTED ? "...\"" : "\"");
}

} // namespace ns3::postroad::scenario

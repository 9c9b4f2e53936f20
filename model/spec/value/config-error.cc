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

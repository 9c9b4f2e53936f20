#include "postroad/scenario/evaluate.h"
#include "postroad/wire/ascii.h"

#include <algorithm>
#include <string_view>

namespace ns3::postroad::scenario
{

namespace
{

std::string_view
WithoutFinalDot(std::string_view name)
{
    return name.ends_with('.') ? name.substr(0, name.size() - 1) : name;
}

bool
IsAsked(const ExpectQuery& expected, const event::Event& event)
{
    return event.kind == event::EventKind::DNS_QUERY_SENT &&
           wire::EqualsIgnoringCase(event.host, expected.from) &&
           wire::EqualsIgnoringCase(WithoutFinalDot(event.GetText("name")),
                                    WithoutFinalDot(expected.name)) &&
           wire::EqualsIgnoringCase(event.GetText("type"), expected.type);
}

} // namespace

Verdict
Evaluate(const ExpectQuery& expected, const RunFacts& facts)
{
    const auto& events = facts.events;
    const auto asked = static_cast<std::size_t>(
        std::count_if(events.begin(), events.end(), [&expected](const auto& event) {
            return IsAsked(expected, event);
        }));
    const auto often = expected.count ? std::to_string(*expected.count) : "at least 1";
    return {expected.count ? asked == *expected.count : asked > 0,
            often + " DNS queries of " + expected.from + " for " + expected.name + " " +
                expected.type,
            std::to_string(asked)};
}

} // namespace ns3::postroad::scenario

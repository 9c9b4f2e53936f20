#include "postroad/scenario/evaluate.h"
#include "postroad/text/ascii.h"
#include "postroad/text/time-text.h"
#include "postroad/trace/host-names.h"

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

/// Whether a text is the wanted one, case aside; an empty wish wants any.
bool
Fits(std::string_view wanted, std::string_view text)
{
    return wanted.empty() || text::EqualsIgnoringCase(wanted, text);
}

bool
IsInTime(const ExpectQuery& expected, wire::TimePoint time)
{
    return time >= wire::TimePoint(expected.after) &&
           (!expected.before || time < wire::TimePoint(*expected.before));
}

bool
IsAsked(const ExpectQuery& expected, const event::Event& event, const trace::HostNames& names)
{
    if (event.kind != event::EventKind::DNS_QUERY_SENT)
    {
        return false;
    }
    const auto& question = event.Get<event::DnsQuestion>();
    return event.host == expected.from.ToString() &&
           Fits(expected.to, names.Find(question.server)) &&
           Fits(WithoutFinalDot(expected.name), WithoutFinalDot(question.name)) &&
           Fits(expected.type, question.type) && IsInTime(expected, event.time);
}

/// "DNS queries of mta.a.net to ns.b.net for b.net MX from 60 s on before 90 s"
std::string
Describe(const ExpectQuery& expected)
{
    auto words = "DNS queries of " + expected.from.ToString();
    words += expected.to.IsEmpty() ? "" : " to " + expected.to.ToString();
    words += expected.name.empty() ? "" : " for " + expected.name;
    words += expected.type.empty() ? "" : " " + expected.type;
    if (expected.after > wire::Duration(0))
    {
        words += " from " + text::FormatSeconds(wire::TimePoint(expected.after), 3) + " s on";
    }
    if (expected.before)
    {
        words += " before " + text::FormatSeconds(wire::TimePoint(*expected.before), 3) + " s";
    }
    return words;
}

} // namespace

Verdict
Evaluate(const ExpectQuery& expected, const RunFacts& facts)
{
    trace::HostNames names;
    std::size_t asked = 0;
    for (const auto& event : facts.events)
    {
        names.OnEvent(event);
        asked += IsAsked(expected, event, names) ? 1 : 0;
    }
    const auto often = expected.count ? std::to_string(*expected.count) : "at least 1";
    return {expected.count ? asked == *expected.count : asked > 0,
            often + ' ' + Describe(expected),
            std::to_string(asked)};
}

} // namespace ns3::postroad::scenario

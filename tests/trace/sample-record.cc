#include "trace/sample-record.h"

#include "postroad/event/event-fields.h"
#include "postroad/trace/event-log.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <fstream>
#include <string_view>
#include <type_traits>

namespace ns3::postroad::test
{

std::vector<event::Event>
LoadFirstLetter()
{
    const std::string path = "trace/first-letter.jsonl";
    std::ifstream file(POSTROAD_TESTS_DIR "/" + path, std::ios::binary);
    auto events = trace::ReadEventLog(file, path);
    EXPECT_TRUE(events) << events.GetError().reason;
    return std::move(events).GetValue();
}

event::Event
MakeCacheHit()
{
    event::Event event(
        event::EventKind::DNS_CACHE_HIT,
        event::DnsCacheHit{"b.net", "MX", "NOERROR", {"b.net.\t212\tIN\tMX\t10 mail.b.net."}, 212});
    event.host = "resolver.a.net";
    event.time = wire::TimePoint(std::chrono::seconds(15));
    return event;
}

event::Event
MakeDnsConnection()
{
    event::Event event(event::EventKind::CONNECTION_OPENED);
    event.host = "resolver.a.net";
    event.connection = std::make_shared<const event::Connection>(
        event::Connection{1, event::Role::CLIENT, "DNS", {"192.0.2.9", 49153}, {"192.0.2.53", 53}});
    return event;
}

void
FillTexts(event::Event& event, const std::string& text)
{
    const auto fill = [&text](std::string_view, auto& member) {
        if constexpr (std::is_assignable_v<decltype(member), const std::string&>)
        {
            member = text;
        }
    };
    std::visit([&fill](auto& details) { event::VisitFields(details, fill); }, event.details);
}

} // namespace ns3::postroad::test

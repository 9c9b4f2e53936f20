#include "trace/sample-record.h"

#include "postroad/trace/event-log.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <fstream>

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
    event::Event event;
    event.kind = event::EventKind::DNS_CACHE_HIT;
    event.host = "resolver.a.net";
    event.time = wire::TimePoint(std::chrono::seconds(15));
    event.fields = {{"name", std::string("b.net")},
                    {"type", std::string("MX")},
                    {"status", std::string("NOERROR")},
                    {"answers", std::vector<std::string>{"b.net.\t212\tIN\tMX\t10 mail.b.net."}},
                    {"ttl", std::int64_t{212}}};
    return event;
}

event::Event
MakeDnsConnection()
{
    event::Event event;
    event.kind = event::EventKind::CONNECTION_OPENED;
    event.host = "resolver.a.net";
    event.connection = std::make_shared<const event::Connection>(
        event::Connection{1, event::Role::CLIENT, "DNS", {"192.0.2.9", 49153}, {"192.0.2.53", 53}});
    return event;
}

} // namespace ns3::postroad::test

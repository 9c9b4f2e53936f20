#include "view/record-text.h"

#include "postroad/event/event-json.h"

#include <gtest/gtest.h>

namespace ns3::postroad::test
{

std::vector<event::Event>
ReadRecord(const std::vector<std::string>& lines)
{
    std::vector<event::Event> events;
    event::EventJsonReader reader;
    for (const auto& line : lines)
    {
        auto event = reader.Parse('{' + line + '}');
        EXPECT_TRUE(event) << line << ": " << (event ? "" : event.GetError().reason);
        if (event)
        {
            events.push_back(std::move(event).GetValue());
        }
    }
    return events;
}

std::string
Say(std::string_view time, std::string_view host, std::string_view kind, std::string_view text)
{
    const bool isClient = host == "client.test";
    const std::string client = R"("192.0.2.1:49153")";
    const std::string server = R"("192.0.2.2:25")";
    std::string line = R"("t":)";
    line.append(time).append(R"(,"host":")").append(host);
    line.append(R"(","kind":")").append(kind).append(R"(","connection":{"number":1,"role":")");
    line.append(isClient ? "client" : "server").append(R"(","protocol":"SMTP","local":)");
    line.append(isClient ? client : server).append(R"(,"remote":)");
    line.append(isClient ? server : client).append("}");
    if (!text.empty())
    {
        line.append(kind == "connection-failed" ? R"(,"reason":")" : R"(,"text":")");
        line.append(text).append("\"");
    }
    return line;
}

std::vector<std::string>
MakeTwoHosts()
{
    return {R"("t":0.000000000,"host":"client.test","kind":"host-up","addresses":["192.0.2.1"])",
            R"("t":0.000000000,"host":"server.test","kind":"host-up","addresses":["192.0.2.2"])"};
}

} // namespace ns3::postroad::test

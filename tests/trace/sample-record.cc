#include "trace/sample-record.h"

#include "postroad/trace/event-log.h"

#include <gtest/gtest.h>

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

} // namespace ns3::postroad::test

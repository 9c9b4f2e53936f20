#include "trace/sample-record.h"

#include "postroad/trace/event-log.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace ns3::postroad::test
{

namespace
{

std::string
GetFullPath(const std::string& path)
{
    return POSTROAD_TESTS_DIR "/" + path;
}

} // namespace

std::string
ReadTestFile(const std::string& path)
{
    std::ifstream file(GetFullPath(path), std::ios::binary);
    EXPECT_TRUE(file) << "cannot read " << GetFullPath(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<event::Event>
LoadFirstLetter()
{
    const std::string path = "trace/first-letter.jsonl";
    std::ifstream file(GetFullPath(path), std::ios::binary);
    auto events = trace::ReadEventLog(file, path);
    EXPECT_TRUE(events) << events.GetError().reason;
    return std::move(events).GetValue();
}

void
ExpectGolden(std::string_view text, const std::string& path)
{
    if (std::getenv("POSTROAD_WRITE_GOLDEN"))
    {
        std::ofstream(GetFullPath(path), std::ios::binary) << text;
        return;
    }
    EXPECT_EQ(text, ReadTestFile(path)) << "differs from " << GetFullPath(path);
}

} // namespace ns3::postroad::test

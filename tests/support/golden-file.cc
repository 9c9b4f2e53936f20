#include "support/golden-file.h"

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

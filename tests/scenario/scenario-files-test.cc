#include "postroad/spec/read/loader.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace ns3::postroad::scenario
{
namespace
{

namespace fs = std::filesystem;

const fs::path PROJECT = fs::path(POSTROAD_TESTS_DIR).parent_path();
const fs::path SCENARIOS = PROJECT / "scenarios";

/// The scenario files of the project.
std::set<fs::path>
FindFiles()
{
    std::set<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(SCENARIOS))
    {
        if (entry.path().extension() == ".yaml")
        {
            files.insert(entry.path());
        }
    }
    return files;
}

std::string
ReadText(const fs::path& file)
{
    std::ifstream stream(file);
    EXPECT_TRUE(stream) << file;
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Takes the text up to an ending from the front of a text, and the ending with it.
std::string
TakeUpTo(std::string& text, const std::string& ending)
{
    const auto end = text.find(ending);
    auto taken = text.substr(0, end);
    text.erase(0, end == std::string::npos ? end : end + ending.size());
    return taken;
}

TEST(ScenarioFiles, LoadWithoutFault)
{
    const auto files = FindFiles();
    EXPECT_TRUE(files.contains(SCENARIOS / "first-letter" / "first-letter.yaml"));
    EXPECT_TRUE(files.contains(SCENARIOS / "by-hand" / "by-hand.yaml"));
    for (const auto& file : files)
    {
        EXPECT_NO_THROW(LoadScenario(file)) << file;
    }
}

TEST(ScenarioFiles, SayWhatTheyAreAboutAndExpectSomething)
{
    for (const auto& file : FindFiles())
    {
        const auto spec = LoadScenario(file);
        EXPECT_FALSE(spec.about.empty()) << file;
        EXPECT_FALSE(spec.lecture.empty()) << file;
        EXPECT_FALSE(spec.expectations.empty()) << file;
    }
}

TEST(ScenarioFiles, StandInAFolderOfTheirNameBesideAReadme)
{
    for (const auto& file : FindFiles())
    {
        EXPECT_EQ(file.stem(), file.parent_path().filename());
        EXPECT_TRUE(fs::exists(file.parent_path() / "README.md")) << file;
    }
}

TEST(ScenarioFiles, TakeTheChangesThatTheirReadmesPropose)
{
    std::size_t changes = 0;
    for (const auto& file : FindFiles())
    {
        auto text = ReadText(file.parent_path() / "README.md");
        for (TakeUpTo(text, "--set "); !text.empty(); TakeUpTo(text, "--set "))
        {
            const auto argument = text.substr(0, text.find_first_of("`\n "));
            EXPECT_NO_THROW(LoadScenario(file, {argument})) << file << argument;
            ++changes;
        }
    }
    EXPECT_GE(changes, 3U);
}

// As when a download or a copy broke off: whatever is left loads, or is refused by name and line.
TEST(ScenarioFiles, MayBeCutOffAfterAnyLine)
{
    for (const auto& file : FindFiles())
    {
        const auto text = ReadText(file);
        for (auto end = text.find('\n'); end != std::string::npos; end = text.find('\n', end + 1))
        {
            try
            {
                LoadScenarioText(std::string_view(text).substr(0, end + 1), "cut.yaml");
            }
            catch (const ConfigError& error)
            {
                EXPECT_EQ(std::string_view(error.what()).substr(0, 9), "cut.yaml:") << error.what();
            }
        }
    }
}

TEST(ScenarioFormat, IsExplainedByPiecesOfFilesThatLoad)
{
    auto text = ReadText(PROJECT / "docs" / "scenario-format.md");
    std::size_t pieces = 0;
    for (auto before = TakeUpTo(text, "```yaml\n"); !text.empty();
         before = TakeUpTo(text, "```yaml\n"))
    {
        TakeUpTo(before, "<!-- from ");
        const auto file = TakeUpTo(before, " -->\n");
        const auto piece = TakeUpTo(text, "```");
        EXPECT_NE(ReadText(PROJECT / file).find(piece), std::string::npos) << piece;
        ++pieces;
    }
    EXPECT_EQ(pieces, 7U);
}

} // namespace
} // namespace ns3::postroad::scenario

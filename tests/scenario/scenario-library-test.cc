#include "scenario/finished-run.h"

#include "postroad/scenario/scenario-library.h"
#include "postroad/spec/value/config-error.h"

#include <gtest/gtest.h>

namespace ns3::postroad::scenario
{
namespace
{

using test::TemporaryFolder;

class ScenarioLibrary : public testing::Test
{
  protected:
    ScenarioLibrary()
    {
        for (const auto* const file : {"mx-fallback/mx-fallback.yaml",
                                       "first-letter/first-letter.yaml",
                                       "first-letter/other.yaml",
                                       "empty/README.md",
                                       "loose.yaml"})
        {
            m_folder.Write(file, "title: x\n");
        }
    }

    std::string Find(const std::string& nameOrFile)
    {
        try
        {
            const auto file = FindScenario(nameOrFile, m_folder.GetPath());
            return std::filesystem::relative(file, m_folder.GetPath()).generic_string();
        }
        catch (const ConfigError& error)
        {
            return error.what();
        }
    }

    TemporaryFolder m_folder;
};

TEST_F(ScenarioLibrary, ListsTheFilesThatAreNamedAsTheirFolder)
{
    std::vector<std::string> names;
    for (const auto& file : ListScenarios(m_folder.GetPath()))
    {
        names.push_back(file.filename().string());
    }
    EXPECT_EQ(names, (std::vector<std::string>{"first-letter.yaml", "mx-fallback.yaml"}));
}

TEST_F(ScenarioLibrary, FindsAScenarioByItsName)
{
    EXPECT_EQ(Find("mx-fallback"), "mx-fallback/mx-fallback.yaml");
}

TEST_F(ScenarioLibrary, FindsAnyFileByItsPath)
{
    EXPECT_EQ(Find((m_folder.GetPath() / "first-letter" / "other.yaml").string()),
              "first-letter/other.yaml");
    EXPECT_EQ(Find((m_folder.GetPath() / "loose.yaml").string()), "loose.yaml");
}

TEST_F(ScenarioLibrary, TellsTheNearestNameOfWhatItDoesNotHave)
{
    EXPECT_EQ(Find("first-leter"),
              "expected the name of a scenario, or a scenario file, got \"first-leter\"; did you "
              "mean \"first-letter\"?; \"list\" shows the scenarios");
    EXPECT_EQ(Find("zzz"),
              "expected the name of a scenario, or a scenario file, got \"zzz\"; \"list\" shows "
              "the scenarios");
    EXPECT_NE(Find("empty").find("got \"empty\""), std::string::npos);
    EXPECT_NE(Find("").find("got \"\""), std::string::npos);
}

TEST_F(ScenarioLibrary, MayBeMissing)
{
    EXPECT_TRUE(ListScenarios(m_folder.GetPath() / "nowhere").empty());
}

} // namespace
} // namespace ns3::postroad::scenario

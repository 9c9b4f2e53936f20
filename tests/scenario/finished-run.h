/**
 * A scenario that was run to its end, with what it left, and a folder of its own for a test.
 */
#ifndef POSTROAD_TESTS_SCENARIO_FINISHED_RUN_H
#define POSTROAD_TESTS_SCENARIO_FINISHED_RUN_H

#include "postroad/scenario/run-scenario.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::scenario::test
{

/// A folder that is there while this is; empty at first.
class TemporaryFolder
{
  public:
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();

    const std::filesystem::path& GetPath() const
    {
        return m_path;
    }

    /// The files in it, by their paths within it, sorted.
    std::vector<std::string> List() const;

    /// Writes a file. \param name its path within the folder
    void Write(const std::filesystem::path& name, std::string_view text) const;

    /// The text of a file; fails the test when there is none.
    std::string Read(const std::filesystem::path& name) const;

  private:
    std::filesystem::path m_path;
};

/// Runs a scenario given as text, in a folder that is gone afterwards.
RunResult RunText(std::string_view text, const std::vector<std::string>& overrides = {});

/// A run of a scenario, kept with what its expectations are checked against.
struct FinishedRun
{
    std::string text; ///< the scenario
    std::vector<event::Event> events;
    RunFacts facts;
};

/// Three letters of Alice: one is delivered, one bounced, one left in the queue. They are run once
/// for all tests of a program.
const FinishedRun& GetThreeLetters();

/// The result of one expectation, as a user reads it. \param expectation an item of `expect`
std::string Check(const FinishedRun& run, const std::string& expectation);

} // namespace ns3::postroad::scenario::test

#endif // POSTROAD_TESTS_SCENARIO_FINISHED_RUN_H

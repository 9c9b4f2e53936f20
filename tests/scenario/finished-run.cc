#include "scenario/finished-run.h"

#include "postroad/spec/read/loader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace ns3::postroad::scenario::test
{

namespace
{

namespace fs = std::filesystem;

constexpr std::string_view THREE_LETTERS = R"(title: Three letters
duration: 90s
dns: single
hosts:
  pc.a.net:
    roles: [mua, client]
    mua: {user: [alice@a.net, bob@b.net]}
  mail.a.net: {roles: [msa, mta, mda, pop3]}
  mail.b.net: {roles: [mta, mda, pop3]}
  ns.net: {roles: dns}
  r.net: {roles: router}
domains:
  a.net: {users: alice, mx: mail.a.net}
  b.net: {users: [bob, carol], mx: mail.b.net}
links:
  - {between: [pc.a.net, r.net]}
  - {between: [mail.a.net, r.net]}
  - {between: [mail.b.net, r.net]}
  - {between: [ns.net, r.net]}
events:
  - at: 1s
    send: {id: good, from: alice@a.net, to: [bob@b.net, carol@b.net]}
  - at: 2s
    send: {id: bad, from: alice@a.net, to: nobody@b.net}
  - at: 10s
    fetch: {user: alice@a.net}
  - at: 11s
    say: {host: pc.a.net, to: mail.b.net, lines: [HELO pc, QUIT]}
  - at: 20s
    fail: {host: mail.b.net}
  - at: 21s
    send: {id: waiting, from: alice@a.net, to: bob@b.net}
expect:
)";

/// What stands in the scenario where nothing else is asked.
constexpr std::string_view ANY = "duration: {below: 1h}";

FinishedRun
RunThreeLetters()
{
    FinishedRun run{std::string(THREE_LETTERS), {}, {}};
    event::EventList list;
    Lab lab(LoadScenarioText(run.text + "  - " + std::string(ANY) + "\n", "three.yaml"));
    lab.AddSink(list);
    lab.Run();
    run.events = list.GetEvents();
    run.facts = lab.GetFacts(run.events);
    return run;
}

} // namespace

TemporaryFolder::TemporaryFolder()
{
    static int count = 0;
    m_path = fs::temp_directory_path() /
             ("postroad-test-" + std::to_string(getpid()) + '-' + std::to_string(++count));
    fs::remove_all(m_path);
    fs::create_directories(m_path);
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code error;
    fs::remove_all(m_path, error);
}

std::vector<std::string>
TemporaryFolder::List() const
{
    std::vector<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(m_path))
    {
        if (entry.is_regular_file())
        {
            files.push_back(fs::relative(entry.path(), m_path).generic_string());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

void
TemporaryFolder::Write(const fs::path& name, std::string_view text) const
{
    const auto file = m_path / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

std::string
TemporaryFolder::Read(const fs::path& name) const
{
    std::ifstream file(m_path / name, std::ios::binary);
    EXPECT_TRUE(file) << name;
    return {std::istreambuf_iterator<char>(file), {}};
}

RunResult
RunText(std::string_view text, const std::vector<std::string>& overrides)
{
    const TemporaryFolder folder;
    return RunScenario(LoadScenarioText(text, "s.yaml", overrides), folder.GetPath());
}

const FinishedRun&
GetThreeLetters()
{
    static const FinishedRun run = RunThreeLetters();
    return run;
}

std::string
Check(const FinishedRun& run, const std::string& expectation)
{
    const auto spec = LoadScenarioText(run.text + "  - " + expectation + "\n", "three.yaml");
    const auto results = EvaluateExpectations(spec, run.facts);
    EXPECT_EQ(results.size(), 1U);
    return (results.at(0).verdict.holds ? "" : "FAILED ") + results.at(0).verdict.expected + " / " +
           results.at(0).verdict.happened;
}

} // namespace ns3::postroad::scenario::test

// Files that an editor, a mail program or a slip of the hand has spoilt. None of them gets further
// than the loader, and what is said of each names the file.
#include "spec/scenario-text.h"

#include "postroad/spec/read/loader.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace ns3::postroad::scenario
{
namespace
{

using test::GetErrors;
using test::Replace;
using test::SMALL;

/// The lines of the small scenario.
std::vector<std::string>
GetLines()
{
    std::vector<std::string> lines;
    std::istringstream text{std::string(SMALL)};
    for (std::string line; std::getline(text, line);)
    {
        lines.push_back(line);
    }
    return lines;
}

std::string
Join(const std::vector<std::string>& lines, const std::string& ending = "\n")
{
    std::string text;
    for (const auto& line : lines)
    {
        text += line + ending;
    }
    return text;
}

/// Either it loads, or each line of what is said begins with the file's name and a line's number.
void
ExpectLoadedOrRefused(const std::string& text)
{
    std::istringstream messages(GetErrors(text));
    for (std::string message; std::getline(messages, message);)
    {
        EXPECT_TRUE(message.starts_with("s.yaml:")) << message;
        EXPECT_NE(message.find(": expected "), std::string::npos) << message;
    }
}

/// Makes a change of each line in turn; `change` gets the lines and the number of one.
template <typename Change>
void
ForEachLine(const Change& change)
{
    const auto whole = GetLines();
    for (std::size_t i = 0; i < whole.size(); ++i)
    {
        auto lines = whole;
        change(lines, i);
        ExpectLoadedOrRefused(Join(lines));
    }
}

TEST(DamagedScenario, MayLackAnyOfItsLines)
{
    ForEachLine([](auto& lines, std::size_t at) {
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at));
    });
}

TEST(DamagedScenario, MayHaveAnyOfItsLinesTwice)
{
    ForEachLine([](auto& lines, std::size_t at) {
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), std::string(lines[at]));
    });
}

TEST(DamagedScenario, MayHaveAnyTwoLinesInTheWrongOrder)
{
    ForEachLine(
        [](auto& lines, std::size_t at) { std::swap(lines[at], lines[(at + 1) % lines.size()]); });
}

TEST(DamagedScenario, MayBeIndentedWrongly)
{
    ForEachLine([](auto& lines, std::size_t at) { lines[at].insert(0, " "); });
    ForEachLine([](auto& lines, std::size_t at) { lines[at].insert(0, "\t"); });
    ForEachLine([](auto& lines, std::size_t at) {
        lines[at].erase(0, lines[at].starts_with(' ') ? 1 : 0);
    });
}

TEST(DamagedScenario, MayHaveLostItsColonsBracketsAndQuotes)
{
    for (const char lost : {':', '{', '}', '[', ']', ',', '-', '@', '.'})
    {
        const std::string whole(SMALL);
        for (auto at = whole.find(lost); at != std::string::npos; at = whole.find(lost, at + 1))
        {
            auto text = whole;
            ExpectLoadedOrRefused(text.erase(at, 1));
        }
    }
}

TEST(DamagedScenario, MayEndAnywhere)
{
    for (std::size_t size = 0; size < SMALL.size(); ++size)
    {
        ExpectLoadedOrRefused(std::string(SMALL.substr(0, size)));
    }
}

TEST(DamagedScenario, MayHoldAnyOctet)
{
    for (const char octet : {'\0', '\x01', '\x1b', '\x7f', '\xff', '%', '&', '*', '!', '|', '`'})
    {
        for (std::size_t at = 0; at < SMALL.size(); at += 7)
        {
            std::string text(SMALL);
            text[at] = octet;
            ExpectLoadedOrRefused(text);
        }
    }
}

TEST(DamagedScenario, LoadsWithTheLineEndsOfWindows)
{
    auto lines = GetLines();
    EXPECT_EQ(GetErrors(Join(lines, "\r\n")), "");
    const auto text = Replace(Join(lines, "\r\n"),
                              "to: bob@b.net}\r\n  - at",
                              "to: bob@b.net, body: \"x\"}\r\n  - at");
    EXPECT_EQ(LoadScenarioText(text, "s.yaml").GetSends().at(0)->body, "x");
    EXPECT_EQ(GetErrors(Replace(text, "delay: 5ms", "delay: 5")),
              "s.yaml:14: links[0].delay: expected a duration such as 5ms, 90s, 2h30m or 5 days "
              "(units ns, us, ms, s, m, h, d), got \"5\"")
        << "and counts its lines";
}

TEST(DamagedScenario, LoadsWithTheByteOrderMarkOfWindows)
{
    EXPECT_EQ(GetErrors("\xef\xbb\xbf" + std::string(SMALL)), "");
}

TEST(DamagedScenario, LoadsWithoutAFinalLineEnd)
{
    EXPECT_EQ(GetErrors(SMALL.substr(0, SMALL.size() - 1)), "");
}

TEST(DamagedScenario, MayHaveCommentsAndEmptyLinesAnywhere)
{
    std::string text = "# A comment\n\n---\n";
    for (const auto& line : GetLines())
    {
        text += line + "  # about it\n\n  # more\n";
    }
    EXPECT_EQ(GetErrors(text), "");
}

/// A file in a folder for temporary ones; removed when this goes.
class TemporaryFile
{
  public:
    TemporaryFile(const std::string& name, std::string_view text)
        : m_path(std::filesystem::temp_directory_path() / (std::to_string(getpid()) + '-' + name))
    {
        std::ofstream(m_path, std::ios::binary) << text;
    }

    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    ~TemporaryFile()
    {
        std::filesystem::remove(m_path);
    }

    const std::filesystem::path& GetPath() const
    {
        return m_path;
    }

  private:
    std::filesystem::path m_path;
};

std::string
GetFileErrors(const std::filesystem::path& file, const std::vector<std::string>& overrides = {})
{
    try
    {
        LoadScenario(file, overrides);
    }
    catch (const ConfigError& error)
    {
        return error.what();
    }
    return "";
}

TEST(ScenarioFile, IsNamedInWhatIsSaidOfIt)
{
    const TemporaryFile good("good.yaml", SMALL);
    EXPECT_EQ(GetFileErrors(good.GetPath()), "");
    EXPECT_EQ(LoadScenario(good.GetPath()).name, good.GetPath().stem().string());
    const TemporaryFile bad("bad.yaml", Replace(SMALL, "delay: 5ms", "delay: 5"));
    EXPECT_TRUE(GetFileErrors(bad.GetPath())
                    .starts_with(bad.GetPath().string() + ":14: links[0].delay: expected "));
    EXPECT_EQ(GetFileErrors(bad.GetPath(), {"links[0].delay=5ms"}), "") << "--set mends it";
}

TEST(ScenarioFile, IsTakenForNoScenarioWhenItIsSomethingElse)
{
    const TemporaryFile large("large.yaml", std::string(3'000'000, '#'));
    EXPECT_EQ(GetFileErrors(large.GetPath()),
              large.GetPath().string() +
                  ": expected at most 1048576 octets, got 1048577; is it a scenario file?");
    const TemporaryFile empty("empty.yaml", "");
    EXPECT_TRUE(GetFileErrors(empty.GetPath())
                    .starts_with(empty.GetPath().string() + ":1: expected keys of a scenario "));
    const TemporaryFile binary("binary.yaml",
                               std::string("\x7f"
                                           "ELF\x02\x01\x01\0\0\0",
                                           10));
    // Which line it is that cannot be YAML, yaml-cpp's releases tell differently.
    const auto told = GetFileErrors(binary.GetPath());
    EXPECT_TRUE(told.starts_with(binary.GetPath().string() + ':')) << told;
    EXPECT_NE(told.find(": expected "), std::string::npos) << told;
    EXPECT_EQ(GetFileErrors("/nonexistent/x.yaml"),
              "/nonexistent/x.yaml: expected a scenario file that can be read, got none; "
              "`./postroad list` shows the scenarios");
}

} // namespace
} // namespace ns3::postroad::scenario

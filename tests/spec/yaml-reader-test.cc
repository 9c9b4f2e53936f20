#include "postroad/spec/read/yaml-reader.h"
#include "postroad/spec/value/config-error.h"

#include <gtest/gtest.h>

namespace ns3::postroad::scenario
{
namespace
{

using Kind = ConfigNode::Kind;

std::string
GetError(const std::string& text)
{
    try
    {
        ReadYaml(text, "s.yaml");
    }
    catch (const ConfigError& error)
    {
        return error.what();
    }
    return {};
}

/// A text of so many lists in each other.
std::string
Nest(std::size_t depth)
{
    return std::string(depth, '[') + std::string(depth, ']');
}

TEST(YamlReader, KeepsTheLineOfEachValue)
{
    auto root = ReadYaml("a: 1\nb:\n  - x\n  - {c: y}\n", "s.yaml");
    ASSERT_EQ(root.kind, Kind::MAP);
    EXPECT_EQ(root.entries.at(1).place, (Place{"s.yaml", 2}));
    const auto& list = *root.Find("b");
    EXPECT_EQ(list.items.at(0).text, "x");
    EXPECT_EQ(list.items.at(0).place.line, 3);
    EXPECT_EQ(list.items.at(1).entries.at(0).value.text, "y");
    EXPECT_EQ(list.items.at(1).entries.at(0).place.line, 4);
}

TEST(YamlReader, TellsNothingFromAnEmptyText)
{
    auto root = ReadYaml("a:\nb: ''\nc: ~\n", "s.yaml");
    EXPECT_EQ(root.Find("a")->kind, Kind::NOTHING);
    EXPECT_EQ(root.Find("b")->kind, Kind::TEXT);
    EXPECT_EQ(root.Find("c")->kind, Kind::NOTHING);
    EXPECT_EQ(ReadYaml("", "s.yaml").kind, Kind::NOTHING);
}

TEST(YamlReader, RepeatsAnchorsByAliases)
{
    auto root = ReadYaml("a: &x {rate: 1, delay: 2}\nb: *x\n", "s.yaml");
    EXPECT_EQ(root.Find("b")->GetKeys(), (std::vector<std::string>{"rate", "delay"}));
}

TEST(YamlReader, MergesDefaultsUnderWhatAMapHasItself)
{
    auto root = ReadYaml("a: &x {rate: 1, delay: 2}\nb: {<<: *x, delay: 3}\n", "s.yaml");
    auto& map = *root.Find("b");
    EXPECT_EQ(map.GetKeys(), (std::vector<std::string>{"delay", "rate"}));
    EXPECT_EQ(map.Find("delay")->text, "3");
    EXPECT_EQ(map.Find("rate")->text, "1");
}

// A scenario's values are what stands in the file, and nothing that YAML might see in them.
TEST(YamlReader, LeavesTextsAsTheyAreWritten)
{
    const std::pair<const char*, const char*> table[] = {
        {"007", "007"},
        {"1e3", "1e3"},
        {"0x1F", "0x1F"},
        {"yes", "yes"},
        {"True", "True"},
        {"2010-03-08", "2010-03-08"},
        {"10:30", "10:30"},
        {"+0100 CET", "+0100 CET"},
        {"a: b", nullptr}, // a map in the place of a text
        {"'a: b'", "a: b"},
        {"\"a\\tb\\u00e9\"", "a\tb\xc3\xa9"},
        {"'it''s'", "it's"},
        {"a#b", "a#b"},
        {"a # comment", "a"},
        {"  spaced   out  ", "spaced   out"},
        {"!!int 5", "5"},
        {"!mine text", "text"},
        {"Ren\xc3\xa9", "Ren\xc3\xa9"},
        {"|\n    two\n    lines\n", "two\nlines\n"},
        {"|-\n    two\n    lines\n", "two\nlines"},
        {">\n    one\n    line\n", "one line\n"},
        {"|\n    kept\n\n      indent\n", "kept\n\n  indent\n"},
    };
    for (const auto& [written, text] : table)
    {
        if (!text)
        {
            EXPECT_NE(GetError("k: " + std::string(written)), "") << written;
            continue;
        }
        auto root = ReadYaml("k: " + std::string(written) + "\n", "s.yaml");
        ASSERT_NE(root.Find("k"), nullptr) << written;
        EXPECT_EQ(root.Find("k")->kind, Kind::TEXT) << written;
        EXPECT_EQ(root.Find("k")->text, text) << written;
    }
}

TEST(YamlReader, ReadsBlocksAndBracketsAlike)
{
    auto blocks = ReadYaml("a:\n- x\n- y\nb:\n  c: z\n", "s.yaml");
    auto brackets = ReadYaml("{a: [x, y], b: {c: z}}", "s.yaml");
    for (auto* const root : {&blocks, &brackets})
    {
        ASSERT_EQ(root->GetKeys(), (std::vector<std::string>{"a", "b"}));
        ASSERT_EQ(root->Find("a")->items.size(), 2U);
        EXPECT_EQ(root->Find("a")->items[1].text, "y");
        EXPECT_EQ(root->Find("b")->Find("c")->text, "z");
        EXPECT_EQ(root->Count(), 6U);
    }
}

TEST(YamlReader, DescribesWhatItFoundInPlaceOfSomethingElse)
{
    const std::pair<const char*, const char*> table[] = {
        {"", "nothing"},
        {"~", "nothing"},
        {"x", "\"x\""},
        {"''", "\"\""},
        {"[]", "a list of 0"},
        {"[a, [b, c]]", "a list of 2"},
        {"{}", "an empty map"},
        {"{a: 1, b: 2}", "a map with the key \"a\""},
    };
    for (const auto& [written, description] : table)
    {
        auto root = ReadYaml("k: " + std::string(written) + "\n", "s.yaml");
        EXPECT_EQ(root.Find("k")->Describe(), description) << written;
    }
}

TEST(YamlReader, MergesWhatWasMerged)
{
    auto root = ReadYaml("a: &a {x: 1, y: 1, z: 1}\n"
                         "b: &b {<<: *a, y: 2}\n"
                         "c: {<<: *b, z: 3}\n",
                         "s.yaml");
    auto& map = *root.Find("c");
    EXPECT_EQ(map.Find("x")->text, "1");
    EXPECT_EQ(map.Find("y")->text, "2");
    EXPECT_EQ(map.Find("z")->text, "3");
    EXPECT_EQ(map.Find("x")->place.line, 1) << "where it was written";
    EXPECT_EQ(map.GetKeys().size(), 3U);
}

TEST(YamlReader, RefusesWhatIsNoYaml)
{
    // What stands behind this is yaml-cpp's, and differs by its version.
    EXPECT_TRUE(GetError("a: [1\nb: 2\n").starts_with("s.yaml:2: expected YAML, got "));
    EXPECT_TRUE(GetError("a: *x\n").starts_with("s.yaml:1: expected YAML, got "));
    EXPECT_EQ(GetError("a: 1\n---\nb: 2\n"),
              "s.yaml:2: expected one YAML document, got a second one");
    EXPECT_EQ(GetError("[a, b]: 1\n"),
              "s.yaml:1: expected a text before the colon, got a list of 2");
    EXPECT_EQ(GetError("a: &x [*x]\n"),
              "s.yaml:1: expected an alias of a complete value, got one inside of what it repeats");
    EXPECT_EQ(GetError("a: {<<: 1}\n"),
              "s.yaml:1: expected an alias of a map behind \"<<\", got \"1\"");
}

TEST(YamlReader, LimitsTheSizeOfAText)
{
    EXPECT_EQ(GetError("# " + std::string(MAX_YAML_SIZE - 2, 'x')), "");
    EXPECT_EQ(GetError("# " + std::string(MAX_YAML_SIZE - 1, 'x')),
              "s.yaml: expected at most 1048576 octets, got 1048577; is it a scenario file?");
}

TEST(YamlReader, LimitsTheDepth)
{
    EXPECT_EQ(GetError(Nest(MAX_YAML_DEPTH)), "");
    EXPECT_EQ(GetError(Nest(MAX_YAML_DEPTH + 1)),
              "s.yaml:1: expected at most 32 levels of lists and maps, got more");
    EXPECT_NE(GetError(std::string(500'000, '[')), "");
    EXPECT_NE(GetError(std::string(500'000, '{')), "");
}

TEST(YamlReader, LimitsTheNumberOfValues)
{
    std::string list = "[";
    for (std::size_t i = 2; i < MAX_YAML_VALUES; ++i)
    {
        list += "1,";
    }
    EXPECT_EQ(GetError(list + "1]"), "");
    EXPECT_EQ(GetError(list + "1,1]"),
              "s.yaml:1: expected at most 100000 values, aliases included, got more");
}

TEST(YamlReader, IsNotBlownUpByAliasesOfAliases)
{
    std::string text = "a0: &a0 [1,1,1,1,1,1,1,1,1]\n";
    for (int i = 1; i < 30; ++i)
    {
        const auto before = "*a" + std::to_string(i - 1);
        text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
        for (int j = 0; j < 8; ++j)
        {
            text += ", " + before;
        }
        text += "]\n";
    }
    EXPECT_EQ(GetError(text),
              "s.yaml:5: expected at most 100000 values, aliases included, got more");
}

} // namespace
} // namespace ns3::postroad::scenario

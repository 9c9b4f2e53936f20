#include "postroad/spec/read/loader.h"

#include "postroad/spec/check/checker.h"
#include "postroad/spec/read/override.h"
#include "postroad/spec/read/section-readers.h"
#include "postroad/spec/read/yaml-reader.h"
#include "postroad/spec/value/spec-defaults.h"

#include <fstream>
#include <utility>

namespace ns3::postroad::scenario
{

namespace
{

/// The file's octets, one more than the reader takes at most.
std::string
ReadFile(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream || std::filesystem::is_directory(file))
    {
        throw ConfigError({{file.string(), 0},
                           "",
                           "a scenario file that can be read",
                           stream ? "a folder" : "none",
                           "",
                           "`./postroad list` shows the scenarios"});
    }
    std::string text(MAX_YAML_SIZE + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return text;
}

/// Whether what could be read stands on its own: faults in the network would bring others in their
/// train, those in single events and expectations do not.
bool
IsWorthChecking(const ReadingNotes& notes)
{
    return !notes.hasGaps && notes.faults.AreInItemsOf("events", "expect");
}

} // namespace

Spec
LoadScenarioText(std::string_view text,
                 const std::string& source,
                 const std::vector<std::string>& overrides)
{
    auto root = ReadYaml(text, source);
    for (const auto& argument : overrides)
    {
        ApplyOverride(root, argument);
    }
    ReadingNotes notes;
    auto spec = ReadSpec(NodeReader(root, "", notes));
    notes.places.Set("", root.place);
    spec.places = std::move(notes.places);
    spec.name = std::filesystem::path(source).stem().string();
    if (IsWorthChecking(notes))
    {
        FillDefaults(spec);
        notes.faults.Merge(FindFaults(spec));
    }
    notes.faults.ThrowIfAny();
    return spec;
}

Spec
LoadScenario(const std::filesystem::path& file, const std::vector<std::string>& overrides)
{
    return LoadScenarioText(ReadFile(file), file.string(), overrides);
}

} // namespace ns3::postroad::scenario

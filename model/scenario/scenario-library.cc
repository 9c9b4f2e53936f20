#include "postroad/scenario/scenario-library.h"

#include "postroad/spec/value/config-error.h"
#include "postroad/spec/value/nearest-name.h"

#include <algorithm>
#include <system_error>

namespace ns3::postroad::scenario
{

std::vector<std::filesystem::path>
ListScenarios(const std::filesystem::path& library)
{
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(library, error))
    {
        auto file = entry.path() / (entry.path().filename().string() + ".yaml");
        if (std::filesystem::is_regular_file(file))
        {
            files.push_back(std::move(file));
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::filesystem::path
FindScenario(const std::string& nameOrFile, const std::filesystem::path& library)
{
    if (std::filesystem::is_regular_file(nameOrFile))
    {
        return nameOrFile;
    }
    std::vector<std::string> names;
    for (const auto& file : ListScenarios(library))
    {
        names.push_back(file.stem().string());
        if (names.back() == nameOrFile)
        {
            return file;
        }
    }
    throw ConfigError(ConfigFault{{},
                                  {},
                                  "the name of a scenario, or a scenario file",
                                  Quote(nameOrFile),
                                  FindNearestName(nameOrFile, names),
                                  "\"list\" shows the scenarios"});
}

} // namespace ns3::postroad::scenario

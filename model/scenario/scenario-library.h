/**
 * The scenarios that come with Postroad: one folder each, named as the scenario file in it.
 */
#ifndef POSTROAD_SCENARIO_SCENARIO_LIBRARY_H
#define POSTROAD_SCENARIO_SCENARIO_LIBRARY_H

#include <filesystem>
#include <string>
#include <vector>

namespace ns3::postroad::scenario
{

/// The files of a library, by name.
std::vector<std::filesystem::path> ListScenarios(const std::filesystem::path& library);

/**
 * The file that a user means.
 * \param nameOrFile a scenario's name, or the path of a file
 * \param library the folder of the scenarios
 * \throws ConfigError when there is neither, with the nearest name
 */
std::filesystem::path
FindScenario(const std::string& nameOrFile, const std::filesystem::path& library);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_SCENARIO_LIBRARY_H

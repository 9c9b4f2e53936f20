/**
 * A scenario file to a specification that is complete and checked.
 *
 * Everything that can be wrong with a file is found here, before any ns-3 call, and told in one
 * ConfigError.
 */
#ifndef POSTROAD_SPEC_READ_LOADER_H
#define POSTROAD_SPEC_READ_LOADER_H

#include "postroad/spec/value/config-error.h"
#include "postroad/spec/value/spec.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::scenario
{

/**
 * Reads, completes and checks a file. Throws ConfigError.
 * \param file the scenario file
 * \param overrides "PATH=VALUE", as given by --set, in order (override.h)
 */
Spec
LoadScenario(const std::filesystem::path& file, const std::vector<std::string>& overrides = {});

/**
 * The same for a text. Throws ConfigError.
 * \param text the YAML
 * \param source what messages call it: "first-letter.yaml"
 * \param overrides "PATH=VALUE", in order
 */
Spec LoadScenarioText(std::string_view text,
                      const std::string& source,
                      const std::vector<std::string>& overrides = {});

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_READ_LOADER_H

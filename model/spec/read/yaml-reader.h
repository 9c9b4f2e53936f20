/**
 * Text in YAML 1.2 to a tree of values with places. The one file that knows yaml-cpp.
 *
 * Anchors, aliases and the merge key "<<" work. Tags are ignored. A file that was made to hurt (too
 * large, nested too deep, growing by aliases of aliases) ends in a ConfigError.
 */
#ifndef POSTROAD_SPEC_READ_YAML_READER_H
#define POSTROAD_SPEC_READ_YAML_READER_H

#include "postroad/spec/read/config-node.h"

#include <string>
#include <string_view>

namespace ns3::postroad::scenario
{

/// The longest text that is read, in octets.
inline constexpr std::size_t MAX_YAML_SIZE = 1'048'576;

/// How deep lists and maps may nest.
inline constexpr std::size_t MAX_YAML_DEPTH = 32;

/// How many values a text may hold, those repeated by aliases included.
inline constexpr std::size_t MAX_YAML_VALUES = 100'000;

/**
 * Reads the one document of a text. Throws ConfigError.
 * \param text the YAML
 * \param source the name of the file, or the argument that the text was part of
 * \param firstLine the number of the text's first line; 0 when its lines have no numbers
 */
ConfigNode ReadYaml(std::string_view text, const std::string& source, int firstLine = 1);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_READ_YAML_READER_H

/**
 * One value of a scenario replaced from the command line: `--set links[0].delay=50ms`.
 *
 * A path goes from key to key by dots and into lists by numbers in brackets. A key may itself hold
 * dots, as host names do: of the keys that fit, the longest is taken. In brackets a key is taken as
 * it stands: `hosts[mail.a.net].zone`. The last key of a path may be a new one; whether it is a
 * valid one, and its value too, is checked with the file.
 */
#ifndef POSTROAD_SPEC_READ_OVERRIDE_H
#define POSTROAD_SPEC_READ_OVERRIDE_H

#include "postroad/spec/read/config-node.h"

#include <string_view>

namespace ns3::postroad::scenario
{

/// Applies "PATH=VALUE", the value in YAML, to a tree. Throws ConfigError.
void ApplyOverride(ConfigNode& root, std::string_view argument);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_READ_OVERRIDE_H

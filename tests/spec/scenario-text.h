/**
 * A small scenario as text, and what loading a text comes to.
 */
#ifndef POSTROAD_TESTS_SPEC_SCENARIO_TEXT_H
#define POSTROAD_TESTS_SPEC_SCENARIO_TEXT_H

#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::scenario::test
{

/// Two hosts, a name server and a router between them: alice@a.net writes to bob@b.net.
extern const std::string_view SMALL;

/// The text with its one `before` replaced by `after`; fails the test when there is not just one.
std::string Replace(std::string_view text, std::string_view before, std::string_view after);

/// The messages of the ConfigError that loading the text as "s.yaml" ends in; "" when it loads.
std::string GetErrors(std::string_view text, const std::vector<std::string>& overrides = {});

/// The warnings of a text that loads as "s.yaml", a line each.
std::vector<std::string> GetWarnings(std::string_view text);

} // namespace ns3::postroad::scenario::test

#endif // POSTROAD_TESTS_SPEC_SCENARIO_TEXT_H

/**
 * Runs a check on an input that arrives in two pieces, for each place where it can be cut, and
 * once octet by octet: what a parser gives must not depend on how the network cut the bytes.
 */
#ifndef POSTROAD_TESTS_SUPPORT_SPLIT_INPUT_H
#define POSTROAD_TESTS_SUPPORT_SPLIT_INPUT_H

#include <functional>
#include <string_view>
#include <vector>

namespace ns3::postroad::test
{

/// The pieces of one arrival, in order.
using Pieces = std::vector<std::string_view>;

/// Calls `check` with the whole input, with each cut in two, and with single octets. A failure
/// names the cut.
void ForEachSplit(std::string_view input, const std::function<void(const Pieces&)>& check);

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_SUPPORT_SPLIT_INPUT_H

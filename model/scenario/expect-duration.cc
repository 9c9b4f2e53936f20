#include "postroad/scenario/evaluate.h"
#include "postroad/text/time-text.h"

namespace ns3::postroad::scenario
{

namespace
{

constexpr int DIGITS = 3; ///< behind the decimal point of a time in seconds

} // namespace

Verdict
Evaluate(const ExpectDuration& expected, const RunFacts& facts)
{
    const auto duration = facts.end.time_since_epoch();
    return {duration < expected.below,
            "the run to end before " + text::FormatSeconds(expected.below, DIGITS) + " s",
            "its end at " + text::FormatSeconds(duration, DIGITS) + " s"};
}

} // namespace ns3::postroad::scenario

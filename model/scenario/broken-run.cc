#include "postroad/scenario/broken-run.h"

#include "postroad/text/time-text.h"

namespace ns3::postroad::scenario
{

std::string
DescribeCause(const std::exception& cause)
{
    const bool isOurs = dynamic_cast<const std::logic_error*>(&cause) != nullptr;
    return cause.what() +
           std::string(isOurs ? "; this is a fault of Postroad, please report it with the scenario"
                              : "");
}

BrokenRun::BrokenRun(wire::TimePoint at, const std::exception& cause)
    : std::runtime_error("the run broke off at " +
                         text::FormatSeconds(at, text::MICROSECOND_DIGITS) +
                         " s of virtual time: " + DescribeCause(cause))
{
}

} // namespace ns3::postroad::scenario

/**
 * A run that did not come to its end: the disk is full, or there is a fault in Postroad.
 *
 * What a peer can send and what a scenario can hold never breaks a run off.
 */
#ifndef POSTROAD_SCENARIO_BROKEN_RUN_H
#define POSTROAD_SCENARIO_BROKEN_RUN_H

#include "postroad/wire/time-point.h"

#include <exception>
#include <stdexcept>
#include <string>

namespace ns3::postroad::scenario
{

/// Why something broke off: what an exception says, and whether that is a fault of our own code.
std::string DescribeCause(const std::exception& cause);

/// Says "the run broke off at 12.345678 s of virtual time: " and why.
class BrokenRun : public std::runtime_error
{
  public:
    BrokenRun(wire::TimePoint at, const std::exception& cause);
};

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_BROKEN_RUN_H

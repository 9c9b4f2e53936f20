/**
 * Whether a specification makes sense as a whole: names that refer to something, servers that are
 * there, a network that is connected, times in order.
 *
 * It finds what would otherwise end in the middle of a run, or never deliver. Recipients are free:
 * mail to nobody is a thing to study.
 */
#ifndef POSTROAD_SPEC_CHECK_CHECKER_H
#define POSTROAD_SPEC_CHECK_CHECKER_H

#include "postroad/spec/value/config-error.h"
#include "postroad/spec/value/spec.h"

namespace ns3::postroad::scenario
{

/// All faults of a specification that went through FillDefaults().
FaultList FindFaults(const Spec& spec);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_CHECK_CHECKER_H

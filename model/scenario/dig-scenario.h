/**
 * A question asked in a scenario, by the tool dig at one of its hosts, while all that the scenario
 * makes happen goes on.
 */
#ifndef POSTROAD_SCENARIO_DIG_SCENARIO_H
#define POSTROAD_SCENARIO_DIG_SCENARIO_H

#include "postroad/scenario/dig-arguments.h"

namespace ns3::postroad::scenario
{

/**
 * Runs a scenario until the last question has come to its end. Its expectations are not asked.
 * \param spec a checked specification
 * \param request what to ask, of the same specification
 * \return what came of each question, in the order of asking
 */
std::vector<std::vector<dns::DigEvent>> DigInScenario(Spec spec, const DigRequest& request);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_DIG_SCENARIO_H

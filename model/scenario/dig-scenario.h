/**
 * Questions asked in a scenario, by the tool dig at one of its hosts, while all that the scenario
 * makes happen goes on.
 */
#ifndef POSTROAD_SCENARIO_DIG_SCENARIO_H
#define POSTROAD_SCENARIO_DIG_SCENARIO_H

#include "postroad/scenario/dig-request.h"
#include "postroad/spec/value/spec.h"

namespace ns3::postroad::scenario
{

/**
 * Runs a scenario until the last question has come to its end. Its expectations are not asked.
 * \param spec a checked specification
 * \param request what to ask, of the same specification
 * \return what came of each question, in the order of asking: all of them, and all of them again as
 * often as the request wants; fewer where a hundred years are over before
 */
std::vector<std::vector<dns::DigEvent>> DigInScenario(Spec spec, const DigRequest& request);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_DIG_SCENARIO_H

/**
 * What a specification may say although it is seldom meant: `./postroad check` tells of it, and it
 * stops nothing.
 */
#ifndef POSTROAD_SPEC_CHECK_SCENARIO_WARNINGS_H
#define POSTROAD_SPEC_CHECK_SCENARIO_WARNINGS_H

#include "postroad/spec/value/place.h"
#include "postroad/spec/value/spec.h"

#include <string>
#include <vector>

namespace ns3::postroad::scenario
{

/// One thing to think about again.
struct ConfigWarning
{
    Place place;       ///< where it was written
    std::string field; ///< its path: "hosts.mail.a.net.policy.open-relay"
    std::string text;  ///< what is the matter, and what to do

    /// "a.yaml:12: warning: hosts.mail.a.net.policy.open-relay: anybody may ..."
    std::string ToString() const;

    bool operator==(const ConfigWarning&) const = default;
};

/// All warnings for a checked specification: of its hosts in their order, of mailboxes, of the
/// network, and of its domains in their order.
std::vector<ConfigWarning> FindWarnings(const Spec& spec);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_CHECK_SCENARIO_WARNINGS_H

/**
 * The names of a scenario in one spelling: as hosts and recipients are declared.
 *
 * Names of hosts and domains are the same in whichever case they are written (RFC 4343). Whatever
 * refers to one gets the spelling of what it refers to, so that later stages may compare texts.
 */
#ifndef POSTROAD_SPEC_VALUE_DECLARED_NAMES_H
#define POSTROAD_SPEC_VALUE_DECLARED_NAMES_H

#include "postroad/spec/value/spec.h"

namespace ns3::postroad::scenario
{

/// Spells the hosts that links, hosts, domains and events refer to as they are declared. A name
/// that refers to nothing stays as it is: the checker tells of it.
void UseDeclaredHosts(Spec& spec);

/// Spells the recipients that expectations ask about as the messages do that they are about.
void UseDeclaredRecipients(Spec& spec);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_VALUE_DECLARED_NAMES_H

/**
 * The message that a `send` of a scenario asks for, before it is dated and composed.
 */
#ifndef POSTROAD_SPEC_VALUE_SEND_DRAFT_H
#define POSTROAD_SPEC_VALUE_SEND_DRAFT_H

#include "postroad/mime/draft.h"
#include "postroad/spec/value/spec.h"

namespace ns3::postroad::scenario
{

/// The draft, with the full names that the scenario gives to its users.
mime::Draft MakeDraft(const Spec& spec, const Send& send);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_VALUE_SEND_DRAFT_H

/**
 * What a scenario need not say because there is only one answer.
 */
#ifndef POSTROAD_SPEC_VALUE_SPEC_DEFAULTS_H
#define POSTROAD_SPEC_VALUE_SPEC_DEFAULTS_H

#include "postroad/spec/value/spec.h"

namespace ns3::postroad::scenario
{

/**
 * Fills in the fields that were left empty: names of links and messages, resolvers and name
 * servers, the host of a domain's mailboxes, the servers of user agents, the hosts of send and
 * fetch, the message of an expectation. A field stays empty where there is no answer or more than
 * one; the checker then asks for it if it is needed.
 */
void FillDefaults(Spec& spec);

/// Where a user submits: at the submission server of the mail program, else at the only one of the
/// user's domain. Empty when there is none.
mail::DomainName FindSubmissionServer(const Spec& spec, const mail::AddrSpec& user);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_VALUE_SPEC_DEFAULTS_H

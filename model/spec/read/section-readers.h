/**
 * The sections of a scenario file, each read into its part of the specification.
 *
 * Readers look at one value at a time; whether names refer to anything is the checker's question.
 */
#ifndef POSTROAD_SPEC_READ_SECTION_READERS_H
#define POSTROAD_SPEC_READ_SECTION_READERS_H

#include "postroad/spec/read/node-reader.h"
#include "postroad/spec/value/spec.h"

#include <optional>
#include <string>

namespace ns3::postroad::scenario
{

/// The file as a whole; the root's path is "".
Spec ReadSpec(const NodeReader& root);

/// The word of a role; none, with a complaint, when it is none.
std::optional<HostRole> ReadRole(const NodeReader& node);

/// One entry of `hosts`.
HostSpec ReadHost(const mail::DomainName& name, const NodeReader& node);

/// The `policy` of a host.
PolicySettings ReadPolicy(const NodeReader& node);

/// The `queue` of a host.
store::QueueSettings ReadQueue(const NodeReader& node);

/// One entry of `domains`.
DomainSpec ReadDomain(const mail::DomainName& name, const NodeReader& node);

/// One item of `links`.
LinkSpec ReadLink(const NodeReader& node);

/// One item of `events`; none when it could not be read at all.
std::optional<PlannedEvent> ReadPlannedEvent(const NodeReader& node);

/// One item of `expect`; none when it could not be read at all.
std::optional<Expectation> ReadExpectation(const NodeReader& node);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_READ_SECTION_READERS_H

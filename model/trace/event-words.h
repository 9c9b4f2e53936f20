/**
 * What an event says to a reader, in a few words: the same ones on the terminal and in pictures.
 */
#ifndef POSTROAD_TRACE_EVENT_WORDS_H
#define POSTROAD_TRACE_EVENT_WORDS_H

#include "postroad/event/event.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace ns3::postroad::trace
{

/// True for what happens to a message on one host: queued, relayed, delivered ...
bool IsMilestone(const event::Event& event);

/// True for what a reader must not overlook: failed, deferred, bounced, down.
bool IsFailure(const event::Event& event);

/// The event in words, without time and host: "queued as A1: alice@a.net -> bob@b.net, 612
/// octets". Lines and messages of a dialogue are their own words and give their text.
std::string Describe(const event::Event& event);

/// Why a message was deferred or bounced, by this host and by the next: ": no answer: 450 busy".
std::string DescribeCause(const event::Event& event);

/// "1 hop", "3 hops"
std::string Count(std::uint64_t number, std::string_view what);

} // namespace ns3::postroad::trace

#endif // POSTROAD_TRACE_EVENT_WORDS_H

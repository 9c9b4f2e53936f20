/**
 * A small record to show things from: Alice's letter to Bob, with every host telling its side.
 *
 * It stands in first-letter.jsonl beside this file; golden files stand in golden/.
 */
#ifndef POSTROAD_TESTS_TRACE_SAMPLE_RECORD_H
#define POSTROAD_TESTS_TRACE_SAMPLE_RECORD_H

#include "support/golden-file.h"

#include "postroad/event/event.h"

#include <string>
#include <vector>

namespace ns3::postroad::test
{

/// The sample's events.
std::vector<event::Event> LoadFirstLetter();

/// A resolver knows the exchangers of b.net for 212 s more.
event::Event MakeCacheHit();

/// A host opens a connection to a name server.
event::Event MakeDnsConnection();

/// Puts the same text into every detail of an event that is one.
void FillTexts(event::Event& event, const std::string& text);

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_TRACE_SAMPLE_RECORD_H

/**
 * A small record to show things from: Alice's letter to Bob, with every host telling its side.
 *
 * It stands in first-letter.jsonl beside this file. Golden files stand in golden/; with the
 * environment variable POSTROAD_WRITE_GOLDEN set, they are written instead of compared.
 */
#ifndef POSTROAD_TESTS_TRACE_SAMPLE_RECORD_H
#define POSTROAD_TESTS_TRACE_SAMPLE_RECORD_H

#include "postroad/event/event.h"

#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::test
{

/// The octets of a file under tests/; a file that is not there fails the test.
std::string ReadTestFile(const std::string& path);

/// The sample's events.
std::vector<event::Event> LoadFirstLetter();

/// Fails unless `text` is what the file under tests/ holds.
void ExpectGolden(std::string_view text, const std::string& path);

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_TRACE_SAMPLE_RECORD_H

/**
 * Records written by hand, in the form of events.jsonl: what a view shows is tested from there, as
 * a user's own record would be read.
 */
#ifndef POSTROAD_TESTS_VIEW_RECORD_TEXT_H
#define POSTROAD_TESTS_VIEW_RECORD_TEXT_H

#include "postroad/event/event.h"

#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::test
{

/// The events that these lines tell; each becomes a JSON object: the braces are left out.
std::vector<event::Event> ReadRecord(const std::vector<std::string>& lines);

/// Something said in the SMTP session of client.test (192.0.2.1) with server.test (192.0.2.2).
/// \param time in seconds with nine places: "1.000000000"
/// \param host the end that tells of it
/// \param kind "line-sent"
/// \param text what is said, as JSON writes it
std::string
Say(std::string_view time, std::string_view host, std::string_view kind, std::string_view text);

/// Both hosts come up and tell their addresses.
std::vector<std::string> MakeTwoHosts();

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_VIEW_RECORD_TEXT_H

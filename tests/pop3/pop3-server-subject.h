/**
 * The agent of a POP3 server's session in transcripts (see support/test-subject.h).
 *
 * Acts: "maildrop 120 500" opens a maildrop of messages of that many octets each, or of the words
 * "dots", "unended", "empty"; "wrong" and "locked" refuse the login; "removed" and "kept" answer
 * the update; "close". Events: "login USER PASSWORD", "update UID...", "ended REASON".
 */
#ifndef POSTROAD_TESTS_POP3_POP3_SERVER_SUBJECT_H
#define POSTROAD_TESTS_POP3_POP3_SERVER_SUBJECT_H

#include "support/test-subject.h"

#include "postroad/pop3/pop3-maildrop.h"

#include <cstddef>
#include <memory>
#include <string>

namespace ns3::postroad::test
{

std::unique_ptr<TestSubject> MakePop3Server(const Options& options);

/// A message of exactly so many octets, at least 40.
std::string MakeMessage(std::size_t octets);

/// The maildrop that "maildrop <words>" opens.
pop3::Maildrop MakeMaildrop(const std::string& words);

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_POP3_POP3_SERVER_SUBJECT_H

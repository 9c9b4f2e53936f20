/**
 * The agent of a POP3 client's session in transcripts (see support/test-subject.h): it only
 * listens.
 *
 * Options: "user", "password", "keep", "message-limit", "listing-limit". Events: "fetched NUMBER
 * CONTENT", "failed REASON", "ended COUNT".
 */
#ifndef POSTROAD_TESTS_POP3_POP3_CLIENT_SUBJECT_H
#define POSTROAD_TESTS_POP3_POP3_CLIENT_SUBJECT_H

#include "support/test-subject.h"

#include <memory>

namespace ns3::postroad::test
{

std::unique_ptr<TestSubject> MakePop3Client(const Options& options);

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_POP3_POP3_CLIENT_SUBJECT_H

/**
 * The adapter through which the transcript machinery plays the agent of a session.
 *
 * Each protocol's tests derive one for each side. Events become words ("recipient <bob@b.net>"),
 * words become calls ("accept", "450 4.2.0 Mailbox busy"). The last event of every session, however
 * it ends, is one whose words begin with "ended".
 */
#ifndef POSTROAD_TESTS_SUPPORT_TEST_SUBJECT_H
#define POSTROAD_TESTS_SUPPORT_TEST_SUBJECT_H

#include "support/transcript.h"

#include "postroad/wire/stream-session.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace ns3::postroad::test
{

/// A session under test and its agent.
class TestSubject
{
  public:
    virtual ~TestSubject() = default;

    virtual wire::StreamSession& GetSession() = 0;

    /// The session's next event in words. An event that the agent answers by itself (an option
    /// may say so) is not shown.
    virtual std::optional<std::string> NextEvent(wire::TimePoint now) = 0;

    /// Does what an "A:" line says; throws std::invalid_argument for words that it does not know.
    virtual void Act(const std::string& words, wire::TimePoint now) = 0;

    /// True while nothing but the agent can make the session go on.
    virtual bool IsWaitingForAgent() const = 0;

    /// Does the plainest thing that lets a waiting session go on: accept, or quit.
    virtual void ActByDefault(wire::TimePoint now) = 0;

    /// Asserts, after each run, what the protocol promises to its agent: "nothing is lost".
    virtual void CheckPromises() const
    {
    }
};

using MakeSubject = std::function<std::unique_ptr<TestSubject>(const Options&)>;

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_SUPPORT_TEST_SUBJECT_H

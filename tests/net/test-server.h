/**
 * A listener whose dialogues stay for the test to look at after the listener has dropped them.
 */
#ifndef POSTROAD_TESTS_NET_TEST_SERVER_H
#define POSTROAD_TESTS_NET_TEST_SERVER_H

#include "net/test-dialogue.h"
#include "net/two-hosts.h"

#include "postroad/net/guarded-tcp-socket.h"
#include "postroad/net/stream-listener.h"

#include <functional>
#include <list>
#include <memory>
#include <utility>

namespace ns3::postroad::test
{

/// A server at TwoHosts' server host.
class TestServer
{
  public:
    /// Readies the dialogue of a new client.
    using Prepare = std::function<void(TestDialogue&)>;

    std::list<TestDialogue> dialogues; ///< one for each client, in order
    std::vector<StreamListener::Admission> admissions;
    StreamListener listener;

    TestServer(Ptr<Node> node,
               Prepare prepare,
               std::size_t limit = StreamListener::CONNECTION_LIMIT)
        : listener(
              node,
              GuardedTcpSocketFactory::GetTypeId(),
              [this, prepare = std::move(prepare)](const wire::Endpoint&,
                                                   StreamListener::Admission admission) {
                  admissions.push_back(admission);
                  prepare(dialogues.emplace_back());
                  return std::make_unique<Forward>(dialogues.back());
              },
              limit)
    {
    }

    /// The first client's dialogue.
    TestDialogue& First()
    {
        return dialogues.front();
    }

  private:
    /// Passes all calls on to a dialogue that outlives it.
    class Forward final : public StreamDialogue
    {
      public:
        explicit Forward(TestDialogue& target)
            : m_target(target)
        {
        }

        wire::StreamSession& GetSession() override
        {
            return m_target.GetSession();
        }

        void OnOpened(StreamConnection& connection) override
        {
            m_target.OnOpened(connection);
        }

        void OnProgress() override
        {
            m_target.OnProgress();
        }

        void OnClosed(SocketStatus status) override
        {
            m_target.OnClosed(status);
        }

        void OnFailed(SocketStatus status) override
        {
            m_target.OnFailed(status);
        }

      private:
        TestDialogue& m_target;
    };
};

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_NET_TEST_SERVER_H

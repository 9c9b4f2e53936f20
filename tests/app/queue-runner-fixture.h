/**
 * A queue with a network to send into: what the tests of QueueRunner share.
 */
#ifndef POSTROAD_TESTS_APP_QUEUE_RUNNER_FIXTURE_H
#define POSTROAD_TESTS_APP_QUEUE_RUNNER_FIXTURE_H

#include "app/mail-network.h"
#include "net/test-server.h"

#include "postroad/app/mail/mail-transfer-agent.h"
#include "postroad/app/mail/queue-runner.h"
#include "postroad/net/socket-address.h"
#include "postroad/net/virtual-time.h"
#include "postroad/wire/well-known-ports.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace ns3::postroad::test
{

/// An agent that has a queue and nothing else.
class Sender final : public Agent
{
  public:
    static TypeId GetTypeId()
    {
        static TypeId tid = TypeId("ns3::postroad::test::Sender")
                                .SetParent<Agent>()
                                .SetGroupName("Postroad")
                                .AddConstructor<Sender>();
        return tid;
    }

    std::string GetRole() const override
    {
        return "mta";
    }

    int64_t AssignStreams(int64_t stream) override
    {
        return runner.AssignStreams(stream);
    }

    QueueRunner::Config config;
    TracedValue<std::uint32_t> queueLength{0};
    QueueRunner runner{*this, queueLength};

  private:
    void DoStart() override
    {
        runner.Start(config);
    }

    void DoStop() override
    {
        runner.Stop();
    }
};

/// A queue that sends to a domain with two exchangers, for an author whose mailbox is elsewhere.
class QueueRunnerFixture : public testing::Test
{
  protected:
    QueueRunnerFixture()
        : m_network({"mta.a.test", "mail.a.test", "mx1.b.test", "mx2.b.test"})
    {
        m_network.AddZone("a.test", {"@ IN MX 10 mail", "mail IN A %mail.a.test%"});
        m_network.AddZone(
            "b.test",
            {"@ IN MX 10 mx1", "@ IN MX 20 mx2", "mx1 IN A %mx1.b.test%", "mx2 IN A %mx2.b.test%"});
        m_network.AddZone("c.test", {"@ IN MX 10 mx1.b.test."});
        m_network.AddZone("own.test", {"@ IN MX 10 mta.a.test."});
        m_network.InstallMailServer("mail.a.test", {"alice@a.test"});
        m_sender = m_network.Install<Sender>("mta.a.test");
    }

    ~QueueRunnerFixture() override
    {
        m_sender = nullptr;
    }

    void InstallServer(const std::string& host)
    {
        m_network.InstallMailServer(host, {"bob@b.test", "carol@b.test", "dave@c.test"});
    }

    /// A server that answers each line by its first word, others not at all, and hangs up after
    /// an empty answer.
    using Answers = std::map<std::string, std::string>;

    std::unique_ptr<TestServer> InstallScripted(const std::string& host, const Answers& answers)
    {
        const auto node = m_network.GetNetwork().GetNode(host);
        auto server = std::make_unique<TestServer>(node, [answers](auto& dialogue) {
            dialogue.session.greeting = answers.at("");
            dialogue.onProgress = [&dialogue, answers] { Answer(dialogue, answers); };
        });
        server->listener.Listen(GetAnyAddress(*node, wire::SMTP_PORT));
        return server;
    }

    static void Answer(TestDialogue& dialogue, const Answers& answers)
    {
        auto& received = dialogue.session.received;
        for (auto end = received.find("\r\n"); end != std::string::npos;
             end = received.find("\r\n"))
        {
            const auto answer = answers.find(received.substr(0, received.find_first_of(" \r")));
            received.erase(0, end + 2);
            if (answer != answers.end() && answer->second.empty())
            {
                dialogue.session.Close();
            }
            else if (answer != answers.end() && !answer->first.empty())
            {
                dialogue.session.Say(answer->second);
            }
        }
        dialogue.connection->Pump();
    }

    /// Queues a letter one second from now.
    void Send(std::vector<mail::ForwardPath> recipients, bool isNotice = false)
    {
        mail::Envelope envelope;
        if (!isNotice)
        {
            envelope.reversePath.mailbox = mail::AddrSpec{"alice", "a.test"};
        }
        envelope.recipients = std::move(recipients);
        Simulator::Schedule(Seconds(1), [this, envelope] {
            auto& runner = m_sender->runner;
            const auto id = runner.AllocateId();
            const auto content = "Message-ID: <" + id.ToString() + "@a.test>\r\n\r\nHello\r\n";
            runner.Enqueue(event::EventKind::MESSAGE_QUEUED, id, envelope, content, {});
        });
    }

    /// The connections that the sender opened to a host.
    std::size_t CountConnections(const std::string& host) const
    {
        std::size_t count = 0;
        for (const auto& event : m_network.GetEvents())
        {
            count += event.kind == event::EventKind::CONNECTION_OPENED &&
                     event.host == "mta.a.test" &&
                     event.connection->remote.address == m_network.GetAddress(host);
        }
        return count;
    }

    /// The events of a kind at the sender.
    std::vector<event::Event> Find(event::EventKind kind) const
    {
        std::vector<event::Event> found;
        for (const auto& event : m_network.GetEvents())
        {
            if (event.kind == kind && event.host == "mta.a.test")
            {
                found.push_back(event);
            }
        }
        return found;
    }

    /// What stands in Alice's mailbox.
    std::vector<std::string> ReadMailbox()
    {
        std::vector<std::string> contents;
        const auto host = Host::Of(m_network.GetNetwork().GetNode("mail.a.test"));
        if (const auto* const mailbox = host->GetMailStore().Find("alice@a.test"))
        {
            for (const auto& message : mailbox->GetMessages())
            {
                contents.push_back(message.content);
            }
        }
        return contents;
    }

    /// Alice's one message, which is to hold these texts.
    void ExpectNotification(const std::vector<std::string>& texts)
    {
        const auto contents = ReadMailbox();
        ASSERT_EQ(contents.size(), 1U);
        for (const auto& text : texts)
        {
            EXPECT_NE(contents[0].find(text), std::string::npos) << text << "\n" << contents[0];
        }
    }

    /// Takes every message, without extensions.
    const Answers m_plainServer{{"", "220 plain\r\n"},
                                {"EHLO", "250 plain\r\n"},
                                {"MAIL", "250 Ok\r\n"},
                                {"RCPT", "250 Ok\r\n"},
                                {"DATA", "354 go ahead\r\n"},
                                {".", "250 Ok\r\n"},
                                {"QUIT", "221 bye\r\n"}};

    MailNetwork m_network;
    Ptr<Sender> m_sender;
};

inline const mail::ForwardPath BOB{{"bob", "b.test"}};
inline const mail::ForwardPath CAROL{{"carol", "b.test"}};
inline const mail::ForwardPath NOBODY{{"nobody", "b.test"}};

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_APP_QUEUE_RUNNER_FIXTURE_H

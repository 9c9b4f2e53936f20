/**
 * The same dialogue in all drivers: a transcript of the SMTP server is played in memory, over
 * simulated TCP, and by a program of this machine through the gateway. What is said must be equal.
 */
#include "gateway/host-client.h"
#include "gateway/real-time-hosts.h"
#include "gateway/transcript-client.h"
#include "net/two-hosts.h"
#include "smtp/smtp-server-subject.h"
#include "support/session-pair.h"

#include "postroad/net/stream-connection.h"
#include "postroad/net/stream-listener.h"
#include "postroad/net/virtual-time.h"

#include "ns3/tcp-socket-factory.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <list>
#include <memory>
#include <vector>

namespace ns3::postroad
{
namespace
{

using test::HostClient;
using test::RealTimeHosts;
using test::Side;
using test::Step;
using test::StepKind;
using test::Transcript;
using test::TranscriptClient;
using test::TwoHosts;

/// Lets a server's agent do what is due: it accepts whatever it is asked.
void
ServeAll(test::TestSubject& server, wire::TimePoint now)
{
    while (server.NextEvent(now) || server.IsWaitingForAgent())
    {
        if (server.IsWaitingForAgent())
        {
            server.ActByDefault(now);
        }
    }
}

/// A dialogue on a stream of a session that somebody else owns.
class SessionDialogue final : public StreamDialogue
{
  public:
    SessionDialogue(wire::StreamSession& session, std::function<void()> onProgress)
        : m_session(session)
        , m_onProgress(std::move(onProgress))
    {
    }

    wire::StreamSession& GetSession() override
    {
        return m_session;
    }

    void OnOpened(StreamConnection& /*connection*/) override
    {
    }

    void OnProgress() override
    {
        m_onProgress();
    }

    void OnClosed(SocketStatus /*status*/) override
    {
    }

    void OnFailed(SocketStatus /*status*/) override
    {
    }

  private:
    wire::StreamSession& m_session;
    std::function<void()> m_onProgress;
};

/// A transcript's server at a simulated host.
class SimulatedServer
{
  public:
    SimulatedServer(Ptr<Node> node, const Transcript& transcript)
        : m_subject(smtp::MakeServerSubject(transcript.options))
        , m_listener(node,
                     TcpSocketFactory::GetTypeId(),
                     [this](const auto&, StreamListener::Admission) { return MakeDialogue(); })
    {
        EXPECT_EQ(m_listener.Listen(TwoHosts::GetAny()), SocketStatus::OK);
    }

  private:
    std::unique_ptr<StreamDialogue> MakeDialogue()
    {
        return std::make_unique<SessionDialogue>(m_subject->GetSession(),
                                                 [this] { ServeAll(*m_subject, GetNow()); });
    }

    std::unique_ptr<test::TestSubject> m_subject;
    StreamListener m_listener;
};

std::string
PlayInMemory(const Transcript& transcript)
{
    constexpr std::size_t PIECE = 1000;
    TranscriptClient client(transcript);
    const auto server = smtp::MakeServerSubject(transcript.options);
    test::SessionPair pair(
        {client, [](wire::TimePoint) {}},
        {server->GetSession(), [&server](wire::TimePoint now) { ServeAll(*server, now); }},
        PIECE);
    EXPECT_TRUE(pair.Run());
    return client.GetDialogue();
}

std::string
PlayOverSimulatedTcp(const Transcript& transcript)
{
    const TwoHosts hosts;
    const SimulatedServer server(hosts.GetServer(), transcript);
    TranscriptClient client(transcript);
    SessionDialogue dialogue(client, [] {});
    const StreamConnection connection(hosts.GetClient(),
                                      TcpSocketFactory::GetTypeId(),
                                      hosts.GetServerAddress(),
                                      dialogue);
    TwoHosts::RunUntil(100);
    return client.GetDialogue();
}

/// What a program does that speaks by the transcript.
void
Speak(TranscriptClient& client, const HostClient& socket)
{
    constexpr wire::TimePoint NO_TIME;
    std::string bytes;
    client.Start(NO_TIME);
    do
    {
        socket.Send(client.TakeOutput());
        if (client.GetNextAction() == wire::NextAction::CLOSE)
        {
            socket.End();
        }
        bytes = socket.Receive();
        bytes.empty() ? client.ReceiveEnd(NO_TIME) : client.Receive(bytes, NO_TIME);
    } while (!bytes.empty());
}

std::string
PlayThroughGateway(const Transcript& transcript)
{
    RealTimeHosts world;
    const SimulatedServer server(world.hosts.GetServer(), transcript);
    const auto port = world.Listen();
    TranscriptClient client(transcript);
    world.RunWith([&] { Speak(client, HostClient::Connect(port)); });
    return client.GetDialogue();
}

/// True for a transcript in which no time goes by and the agent only ever accepts.
bool
IsPlain(const Transcript& transcript)
{
    return transcript.options.count("protocol") == 0 &&
           transcript.options.count("greeting-delay") == 0 &&
           std::all_of(transcript.steps.begin(), transcript.steps.end(), [](const Step& step) {
               return step.kind == StepKind::BYTES || step.kind == StepKind::EVENT ||
                      (step.kind == StepKind::CLOSE && step.side == Side::SERVER) ||
                      (step.kind == StepKind::ACT && step.text == "accept");
           });
}

std::vector<Transcript>
LoadPlainTranscripts()
{
    auto all = test::LoadTranscripts("smtp/transcripts/server");
    all.erase(std::remove_if(all.begin(),
                             all.end(),
                             [](const Transcript& each) { return !IsPlain(each); }),
              all.end());
    return all;
}

class DialogueDrivers : public testing::TestWithParam<Transcript>
{
};

TEST_P(DialogueDrivers, AllSayTheSame)
{
    const auto expected = WriteDialogue(GetParam());
    EXPECT_EQ(PlayInMemory(GetParam()), expected);
    EXPECT_EQ(PlayOverSimulatedTcp(GetParam()), expected);
    EXPECT_EQ(PlayThroughGateway(GetParam()), expected);
}

INSTANTIATE_TEST_SUITE_P(Golden,
                         DialogueDrivers,
                         testing::ValuesIn(LoadPlainTranscripts()),
                         test::TranscriptName());

} // namespace
} // namespace ns3::postroad

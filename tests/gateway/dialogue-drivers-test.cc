/**
 * The same dialogue in all drivers: a transcript of a server is played in memory, over simulated
 * TCP, and by a program of this machine through the gateway; each once more with both ends wrapped,
 * as they will be under TLS. What is said must be equal.
 */
#include "gateway/host-client.h"
#include "gateway/real-time-hosts.h"
#include "gateway/transcript-client.h"
#include "net/two-hosts.h"
#include "pop3/pop3-server-subject.h"
#include "smtp/smtp-server-subject.h"
#include "support/masked-session.h"
#include "support/session-pair.h"

#include "postroad/net/guarded-tcp-socket.h"
#include "postroad/net/stream-connection.h"
#include "postroad/net/stream-listener.h"
#include "postroad/net/virtual-time.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <memory>
#include <optional>
#include <ostream>
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

/// Whether the streams of both ends are wrapped.
enum class Wrapping
{
    NONE,
    MASKED,
};

/// A session, wrapped or not.
class End
{
  public:
    End(wire::StreamSession& session, Wrapping wrapping, test::MaskedSession::Begin begin)
        : m_plain(session)
    {
        if (wrapping == Wrapping::MASKED)
        {
            m_masked.emplace(session, begin);
        }
    }

    wire::StreamSession& GetSession()
    {
        return m_masked ? static_cast<wire::StreamSession&>(*m_masked) : m_plain;
    }

    /// Some octets were masked, unless the server closed before the client had said anything.
    void ExpectMasked(const Transcript& transcript) const
    {
        const auto& steps = transcript.steps;
        const bool isAsked = std::any_of(steps.begin(), steps.end(), [](const Step& step) {
            return step.kind == StepKind::BYTES && step.side == Side::CLIENT;
        });
        EXPECT_TRUE(!m_masked || !isAsked || m_masked->CountMasked() > 0);
    }

  private:
    wire::StreamSession& m_plain;
    std::optional<test::MaskedSession> m_masked;
};

/// A client's end waits for the server's to begin.
End
MakeClientEnd(wire::StreamSession& session, Wrapping wrapping)
{
    return {session, wrapping, test::MaskedSession::Begin::WHEN_ASKED};
}

/// A protocol's server and its transcripts.
struct ServerKind
{
    const char* folder;
    test::MakeSubject make;
};

/// One transcript of one protocol.
struct Played
{
    Transcript transcript;
    test::MakeSubject make;
};

/// For GoogleTest's messages.
std::ostream&
operator<<(std::ostream& os, const Played& played)
{
    return os << played.transcript.path;
}

/// A server and its agent, who does what the transcript says, in this order.
class Server
{
  public:
    explicit Server(const Played& played)
        : m_subject(played.make(played.transcript.options))
    {
        for (const auto& step : played.transcript.steps)
        {
            if (step.kind == StepKind::ACT)
            {
                m_acts.push_back(step.text);
            }
        }
    }

    wire::StreamSession& GetSession()
    {
        return m_subject->GetSession();
    }

    /// Does what is due.
    void Serve(wire::TimePoint now)
    {
        while (m_subject->NextEvent(now) || m_subject->IsWaitingForAgent())
        {
            if (m_subject->IsWaitingForAgent())
            {
                ASSERT_FALSE(m_acts.empty()) << "more questions than the transcript answers";
                m_subject->Act(m_acts.front(), now);
                m_acts.pop_front();
            }
        }
    }

  private:
    std::unique_ptr<test::TestSubject> m_subject;
    std::deque<std::string> m_acts;
};

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
    SimulatedServer(Ptr<Node> node, const Played& played, Wrapping wrapping)
        : m_server(played)
        , m_end(m_server.GetSession(), wrapping, test::MaskedSession::Begin::AFTER_FIRST_WORD)
        , m_listener(node,
                     GuardedTcpSocketFactory::GetTypeId(),
                     [this](const auto&, StreamListener::Admission) { return MakeDialogue(); })
    {
        EXPECT_EQ(m_listener.Listen(TwoHosts::GetAny()), SocketStatus::OK);
    }

  private:
    std::unique_ptr<StreamDialogue> MakeDialogue()
    {
        return std::make_unique<SessionDialogue>(m_end.GetSession(),
                                                 [this] { m_server.Serve(GetNow()); });
    }

    Server m_server;
    End m_end;
    StreamListener m_listener;
};

std::string
PlayInMemory(const Played& played, Wrapping wrapping)
{
    constexpr std::size_t PIECE = 1000;
    TranscriptClient client(played.transcript);
    auto clientEnd = MakeClientEnd(client, wrapping);
    Server server(played);
    End serverEnd(server.GetSession(), wrapping, test::MaskedSession::Begin::AFTER_FIRST_WORD);
    test::SessionPair pair(
        {clientEnd.GetSession(), [](wire::TimePoint) {}},
        {serverEnd.GetSession(), [&server](wire::TimePoint now) { server.Serve(now); }},
        PIECE);
    EXPECT_TRUE(pair.Run());
    clientEnd.ExpectMasked(played.transcript);
    return client.GetDialogue();
}

std::string
PlayOverSimulatedTcp(const Played& played, Wrapping wrapping)
{
    const TwoHosts hosts;
    const SimulatedServer server(hosts.GetServer(), played, wrapping);
    TranscriptClient client(played.transcript);
    auto end = MakeClientEnd(client, wrapping);
    SessionDialogue dialogue(end.GetSession(), [] {});
    const StreamConnection connection(hosts.GetClient(),
                                      GuardedTcpSocketFactory::GetTypeId(),
                                      hosts.GetServerAddress(),
                                      dialogue);
    TwoHosts::RunUntil(100);
    end.ExpectMasked(played.transcript);
    return client.GetDialogue();
}

/// What a program does that speaks by the transcript.
void
Speak(wire::StreamSession& client, const HostClient& socket)
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
PlayThroughGateway(const Played& played, Wrapping wrapping)
{
    RealTimeHosts world;
    const SimulatedServer server(world.hosts.GetServer(), played, wrapping);
    const auto port = world.Listen();
    TranscriptClient client(played.transcript);
    auto end = MakeClientEnd(client, wrapping);
    world.RunWith([&] { Speak(end.GetSession(), HostClient::Connect(port)); });
    end.ExpectMasked(played.transcript);
    return client.GetDialogue();
}

/// True for a transcript in which no time goes by and the agent does nothing but answer.
bool
IsPlain(const Transcript& transcript)
{
    return transcript.options.count("protocol") == 0 &&
           transcript.options.count("greeting-delay") == 0 &&
           std::all_of(transcript.steps.begin(), transcript.steps.end(), [](const Step& step) {
               return step.kind == StepKind::BYTES || step.kind == StepKind::EVENT ||
                      (step.kind == StepKind::CLOSE && step.side == Side::SERVER) ||
                      (step.kind == StepKind::ACT && !step.text.starts_with("close"));
           });
}

std::vector<Played>
LoadPlainTranscripts()
{
    const ServerKind kinds[] = {{"smtp/transcripts/server", smtp::MakeServerSubject},
                                {"pop3/transcripts/server", test::MakePop3Server}};
    std::vector<Played> played;
    for (const auto& kind : kinds)
    {
        for (const auto& transcript : test::LoadTranscripts(kind.folder))
        {
            if (IsPlain(transcript))
            {
                played.push_back({transcript, kind.make});
            }
        }
    }
    return played;
}

std::string
NamePlayed(const testing::TestParamInfo<Played>& info)
{
    const bool isPop3 = info.param.transcript.path.find("pop3/") != std::string::npos;
    return (isPop3 ? "Pop3" : "Smtp") +
           test::TranscriptName()(testing::TestParamInfo(info.param.transcript, info.index));
}

class DialogueDrivers : public testing::TestWithParam<Played>
{
};

TEST_P(DialogueDrivers, AllSayTheSame)
{
    const auto expected = WriteDialogue(GetParam().transcript);
    for (const auto wrapping : {Wrapping::NONE, Wrapping::MASKED})
    {
        SCOPED_TRACE(wrapping == Wrapping::NONE ? "in the clear" : "wrapped");
        EXPECT_EQ(PlayInMemory(GetParam(), wrapping), expected);
        EXPECT_EQ(PlayOverSimulatedTcp(GetParam(), wrapping), expected);
        EXPECT_EQ(PlayThroughGateway(GetParam(), wrapping), expected);
    }
}

INSTANTIATE_TEST_SUITE_P(Golden,
                         DialogueDrivers,
                         testing::ValuesIn(LoadPlainTranscripts()),
                         NamePlayed);

} // namespace
} // namespace ns3::postroad

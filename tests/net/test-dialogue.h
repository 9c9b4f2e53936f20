/**
 * A dialogue whose session does what the test says, and which writes down what it is told.
 */
#ifndef POSTROAD_TESTS_NET_TEST_DIALOGUE_H
#define POSTROAD_TESTS_NET_TEST_DIALOGUE_H

#include "support/outlet-session.h"

#include "postroad/net/stream-connection.h"
#include "postroad/net/stream-dialogue.h"

#include "ns3/simulator.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::test
{

/// A session without a protocol.
class TestSession final : public OutletSession
{
  public:
    std::string received;           ///< all octets received
    std::vector<std::string> calls; ///< "start", "receive", "end", "abort", "expire"
    bool wantsInput{true};
    bool isHeldBack{false};
    std::string greeting;      ///< said at the start
    bool closesWithPeer{true}; ///< when the peer sends no more

    void Start(wire::TimePoint /*now*/) override
    {
        calls.emplace_back("start");
        Say(greeting);
    }

    void Receive(std::string_view bytes, wire::TimePoint /*now*/) override
    {
        calls.emplace_back("receive");
        received += bytes;
    }

    void ReceiveEnd(wire::TimePoint /*now*/) override
    {
        calls.emplace_back("end");
        if (closesWithPeer)
        {
            Close();
        }
    }

    void Abort(wire::TimePoint /*now*/) override
    {
        calls.emplace_back("abort");
    }

    void Expire(wire::TimePoint /*now*/) override
    {
        calls.emplace_back("expire");
        GetOutlet().SetDeadline(std::nullopt);
    }

    bool WantsInput() const override
    {
        return wantsInput;
    }

    bool IsHeldBack() const override
    {
        return isHeldBack;
    }

    void Say(std::string_view bytes)
    {
        GetOutlet().SendContent(bytes);
    }

    void Close()
    {
        GetOutlet().SetNextAction(wire::NextAction::CLOSE);
    }

    void ExpireAt(double seconds)
    {
        GetOutlet().SetDeadline(
            wire::TimePoint(Seconds(seconds).GetNanoSeconds() * wire::Duration(1)));
    }
};

/// Something that a dialogue was told.
struct Told
{
    std::string what;      ///< "opened", or the text of the status
    double seconds{0};     ///< when
    bool isFailure{false}; ///< by OnFailed()
};

/// Keeps its own connection when it is a client.
class TestDialogue final : public StreamDialogue
{
  public:
    TestSession session;
    std::vector<Told> told; ///< in order; progress is not kept
    std::function<void()> onOpened{[] {}};
    std::function<void()> onProgress{[] {}};
    std::function<void()> onEnded{[] {}};  ///< closed or failed
    StreamConnection* connection{nullptr}; ///< from OnOpened() on
    std::unique_ptr<StreamConnection> own;

    void Connect(Ptr<Node> node, TypeId protocol, const Address& remote)
    {
        own = std::make_unique<StreamConnection>(node, protocol, remote, *this);
    }

    std::string GetEnd() const
    {
        return told.empty() ? "" : told.back().what;
    }

    double GetEndTime() const
    {
        return told.empty() ? -1 : told.back().seconds;
    }

    wire::StreamSession& GetSession() override
    {
        return session;
    }

    void OnOpened(StreamConnection& opened) override
    {
        connection = &opened;
        Note("opened", false);
        Call(onOpened);
    }

    void OnProgress() override
    {
        Call(onProgress);
    }

    void OnClosed(SocketStatus status) override
    {
        Note(GetText(status), false);
        Call(onEnded);
    }

    void OnFailed(SocketStatus status) override
    {
        Note(GetText(status), true);
        Call(onEnded);
    }

  private:
    /// Calls a copy, for the hook may destroy this.
    static void Call(const std::function<void()>& hook)
    {
        const auto copy = hook; // NOLINT(performance-unnecessary-copy-initialization)
        copy();
    }

    void Note(std::string_view what, bool isFailure)
    {
        told.push_back({std::string(what), Simulator::Now().GetSeconds(), isFailure});
    }
};

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_NET_TEST_DIALOGUE_H

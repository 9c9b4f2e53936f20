#include "support/masked-subject.h"

#include "support/masked-session.h"
#include "support/outlet-session.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace ns3::postroad::test
{

namespace
{

/// The far end of the stream: says what it is told to, and keeps what it hears.
class FarSession final : public OutletSession
{
  public:
    void Start(wire::TimePoint /*now*/) override
    {
    }

    void Receive(std::string_view bytes, wire::TimePoint /*now*/) override
    {
        m_heard += bytes;
    }

    void ReceiveEnd(wire::TimePoint /*now*/) override
    {
    }

    void Abort(wire::TimePoint /*now*/) override
    {
    }

    void Expire(wire::TimePoint /*now*/) override
    {
    }

    void Say(std::string_view bytes)
    {
        GetOutlet().SendContent(bytes);
    }

    bool HasHeard() const
    {
        return !m_heard.empty();
    }

    std::string TakeHeard()
    {
        return std::exchange(m_heard, {});
    }

  private:
    std::string m_heard;
};

/// Both wrappers and the wire between them, as one session in the clear.
class Tunnel final : public wire::StreamSession
{
  public:
    explicit Tunnel(wire::StreamSession& session)
        : m_near(session, MaskedSession::Begin::AFTER_FIRST_WORD)
        , m_farEnd(m_far, MaskedSession::Begin::WHEN_ASKED)
    {
    }

    void Start(wire::TimePoint now) override
    {
        m_farEnd.Start(now);
        m_near.Start(now);
        Carry(now);
    }

    void Receive(std::string_view bytes, wire::TimePoint now) override
    {
        Carry(now);
        m_far.Say(bytes);
        const auto output = m_farEnd.TakeOutput();
        // The wire cuts the frames anywhere.
        const auto cut = output.empty() ? 0 : bytes.size() % output.size();
        m_near.Receive(output.substr(0, cut), now);
        m_near.Receive(output.substr(cut), now);
        Carry(now);
    }

    void ReceiveEnd(wire::TimePoint now) override
    {
        m_near.ReceiveEnd(now);
    }

    void Abort(wire::TimePoint now) override
    {
        m_near.Abort(now);
    }

    void Expire(wire::TimePoint now) override
    {
        m_near.Expire(now);
    }

    void SecurityEstablished(const wire::Security& security, wire::TimePoint now) override
    {
        m_near.SecurityEstablished(security, now);
    }

    std::string SurrenderInput() override
    {
        return m_near.SurrenderInput();
    }

    bool WantsInput() const override
    {
        return m_near.WantsInput();
    }

    bool IsHeldBack() const override
    {
        return m_near.IsHeldBack();
    }

    std::string TakeOutput() override
    {
        Carry(m_now);
        return m_far.TakeHeard();
    }

    bool HasOutput() const override
    {
        return m_near.HasOutput() || m_far.HasHeard();
    }

    wire::NextAction GetNextAction() const override
    {
        return m_near.GetNextAction();
    }

    std::optional<wire::TimePoint> GetDeadline() const override
    {
        return m_near.GetDeadline();
    }

    void SetObserver(wire::SessionObserver* observer) override
    {
        m_near.SetObserver(observer);
    }

  private:
    /// Lets the wrappers hear each other, until both are silent.
    void Carry(wire::TimePoint now)
    {
        m_now = now;
        for (auto output = m_near.TakeOutput(); !output.empty(); output = m_near.TakeOutput())
        {
            m_farEnd.Receive(output, now);
            if (const auto answer = m_farEnd.TakeOutput(); !answer.empty())
            {
                m_near.Receive(answer, now);
            }
        }
    }

    FarSession m_far;
    MaskedSession m_near;
    MaskedSession m_farEnd;
    wire::TimePoint m_now;
};

class MaskedSubject final : public TestSubject
{
  public:
    explicit MaskedSubject(std::unique_ptr<TestSubject> subject)
        : m_subject(std::move(subject))
        , m_tunnel(m_subject->GetSession())
    {
    }

    wire::StreamSession& GetSession() override
    {
        return m_tunnel;
    }

    std::optional<std::string> NextEvent(wire::TimePoint now) override
    {
        return m_subject->NextEvent(now);
    }

    void Act(const std::string& words, wire::TimePoint now) override
    {
        m_subject->Act(words, now);
    }

    bool IsWaitingForAgent() const override
    {
        return m_subject->IsWaitingForAgent();
    }

    void ActByDefault(wire::TimePoint now) override
    {
        m_subject->ActByDefault(now);
    }

    void CheckPromises() const override
    {
        m_subject->CheckPromises();
    }

  private:
    std::unique_ptr<TestSubject> m_subject;
    Tunnel m_tunnel;
};

} // namespace

MakeSubject
Masked(MakeSubject makeSubject)
{
    return [makeSubject = std::move(makeSubject)](const Options& options) {
        return std::make_unique<MaskedSubject>(makeSubject(options));
    };
}

} // namespace ns3::postroad::test

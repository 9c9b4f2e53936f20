/**
 * A session around a session, as TLS will be one: from some moment on every octet goes over the
 * wire masked, in frames of its own. It proves the contract of wire::StreamSession: neither a
 * driver nor the session inside knows of it.
 *
 * The session inside asks for it by NextAction::START_TLS; so does this wrapper itself, where it is
 * told to, as soon as the session inside has said something for the first time. A mark in the clear
 * tells the other side, whose wrapper answers with its own mark. A frame is two octets with the
 * length, then the masked octets.
 */
#ifndef POSTROAD_TESTS_SUPPORT_MASKED_SESSION_H
#define POSTROAD_TESTS_SUPPORT_MASKED_SESSION_H

#include "postroad/wire/stream-session.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace ns3::postroad::test
{

/// Where octets of the stream inside stand in the stream on the wire.
class OffsetMap
{
  public:
    /// From this octet inside on, the octets stand one behind the other from this place on.
    void Add(std::uint64_t inner, std::uint64_t outer)
    {
        m_runs.emplace_back(inner, outer);
    }

    /// The octets on the wire from the first octet of a range to its last.
    wire::ByteRange Map(const wire::ByteRange& inner) const;

  private:
    std::uint64_t MapOffset(std::uint64_t inner) const;

    std::vector<std::pair<std::uint64_t, std::uint64_t>> m_runs{{0, 0}};
};

/// Masks a session's octets.
class MaskedSession final
    : public wire::StreamSession
    , private wire::SessionObserver
{
  public:
    /// The longest run of octets in a frame.
    static constexpr std::size_t FRAME_LIMIT = 100;

    /// When masking begins.
    enum class Begin
    {
        WHEN_ASKED,       ///< when the session inside, or the other side, asks
        AFTER_FIRST_WORD, ///< or when the session inside has said something
    };

    /// \param inner must outlive this object
    explicit MaskedSession(wire::StreamSession& inner, Begin begin);

    void Start(wire::TimePoint now) override;
    void Receive(std::string_view bytes, wire::TimePoint now) override;
    void ReceiveEnd(wire::TimePoint now) override;
    void Abort(wire::TimePoint now) override;
    void Expire(wire::TimePoint now) override;
    void SecurityEstablished(const wire::Security& security, wire::TimePoint now) override;
    std::string SurrenderInput() override;
    bool WantsInput() const override;
    bool IsHeldBack() const override;
    std::string TakeOutput() override;
    bool HasOutput() const override;
    wire::NextAction GetNextAction() const override;
    std::optional<wire::TimePoint> GetDeadline() const override;
    void SetObserver(wire::SessionObserver* observer) override;

    /// Octets that the other side had sent in the clear behind the command, and that were dropped.
    std::size_t CountSurrendered() const
    {
        return m_surrendered;
    }

    /// Octets that went over the wire masked, in both directions.
    std::uint64_t CountMasked() const
    {
        return m_masked;
    }

  private:
    void
    OnLine(wire::Direction direction, const wire::ByteRange& range, std::string_view line) override;
    void OnContent(wire::Direction direction,
                   const wire::ByteRange& range,
                   std::string_view content) override;
    void OnTransition(std::size_t row) override;
    void OnStateChange(std::string_view from, std::string_view to) override;

    wire::ByteRange Map(wire::Direction direction, const wire::ByteRange& range) const;
    void BeginIfAsked();
    void TakeInnerOutput();
    void Write(std::string_view bytes);
    void GiveInner(std::string_view bytes, wire::TimePoint now);
    bool TakeMark(wire::TimePoint now);
    void TakeFrames(wire::TimePoint now);

    wire::StreamSession& m_inner;
    Begin m_begin;
    wire::SessionObserver* m_observer{nullptr};
    bool m_hasSpoken{false}; ///< the session inside has said something
    bool m_isWaiting{false}; ///< it asked, and the other side's mark has not come
    bool m_sendsMasked{false};
    bool m_readsMasked{false};
    std::string m_input;         ///< came and was not given to the session inside
    std::string m_output;        ///< is ready to be taken
    std::uint64_t m_innerIn{0};  ///< octets given to the session inside
    std::uint64_t m_outerIn{0};  ///< octets of the wire that were read
    std::uint64_t m_innerOut{0}; ///< octets that the session inside has said
    std::uint64_t m_outerOut{0}; ///< octets that went to the wire
    OffsetMap m_in;
    std::size_t m_surrendered{0};
    std::uint64_t m_masked{0};
};

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_SUPPORT_MASKED_SESSION_H

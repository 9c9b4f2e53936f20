/**
 * What the sessions of line-oriented protocols have in common: input cut into lines, one at a time.
 *
 * A derived session gets each line once it is ready for it. While it waits for an answer of its
 * agent it is not, nor while too much output waits to be taken; what the peer has sent ahead then
 * stays in order in the buffer (pipelining), and the end of the peer's stream behind it. Between
 * lines a session may ask for a number of octets as they are. A session that has ended is told
 * nothing any more.
 */
#ifndef POSTROAD_WIRE_LINE_SESSION_H
#define POSTROAD_WIRE_LINE_SESSION_H

#include "postroad/wire/input-buffer.h"
#include "postroad/wire/session-outlet.h"
#include "postroad/wire/stream-session.h"

#include <cstdint>

namespace ns3::postroad::wire
{

/// The part of a session that turns bytes into lines.
class LineSession : public StreamSession
{
  public:
    /// Input held while the session is not ready to read it; beyond this WantsInput() is false.
    static constexpr std::size_t INPUT_LIMIT = 65536;

    /// Output held until it is taken; beyond this no further line is handled. So a peer that asks
    /// much and reads nothing costs this and one answer.
    static constexpr std::size_t OUTPUT_LIMIT = 65536;

    void Receive(std::string_view bytes, TimePoint now) final;
    void ReceiveEnd(TimePoint now) final;
    void Abort(TimePoint now) final;
    void Expire(TimePoint now) final;
    void SecurityEstablished(const Security& security, TimePoint now) final;
    std::string SurrenderInput() final;
    bool WantsInput() const final;
    bool IsHeldBack() const final;
    std::string TakeOutput() final;
    bool HasOutput() const final;
    NextAction GetNextAction() const final;
    std::optional<TimePoint> GetDeadline() const final;
    void SetObserver(SessionObserver* observer) final;

  protected:
    /// Handles one line. The text is valid only during the call.
    virtual void HandleLine(const Line& line, TimePoint now) = 0;

    /// Octets that come next and are no lines: a body whose length was told. Taken in pieces, as
    /// they come; 0 while lines come.
    virtual std::uint64_t GetOctetsWanted() const
    {
        return 0;
    }

    /**
     * Handles a piece of such a body.
     * \param octets at most as many as were wanted; valid only during the call
     * \param range where they stand in the stream
     * \param now the present time
     */
    virtual void HandleOctets([[maybe_unused]] std::string_view octets,
                              [[maybe_unused]] const ByteRange& range,
                              [[maybe_unused]] TimePoint now)
    {
    }

    /// The peer sends no more, and all its lines were handled: the session is to end.
    virtual void HandleInputEnd() = 0;

    /// The stream is gone: the session is to end, and nothing that it sends is heard.
    virtual void HandleLoss() = 0;

    /// The deadline is reached.
    virtual void HandleTimeout(TimePoint now) = 0;

    /// The stream has become secure, perhaps before Start(): what was said may not count any more.
    virtual void HandleSecurity([[maybe_unused]] TimePoint now)
    {
    }

    /// True when the next line may be handled now.
    virtual bool IsReadyForLine() const = 0;

    /// The longest line allowed now, in octets, CRLF included.
    virtual std::size_t GetLineLimit() const = 0;

    /// Handles the lines that wait, as far as the session is ready for them. Called by the derived
    /// session whenever it has become ready again.
    void HandleWaitingLines(TimePoint now);

    /// True when the peer has sent more than what was handled.
    bool HasInput() const
    {
        return m_input.GetSize() > 0;
    }

    /// Sends a line of the dialogue; the CRLF is added here.
    void SendLine(std::string_view line)
    {
        m_outlet.SendLine(line);
    }

    /// Sends a message or another multi-line body, as it shall stand on the wire.
    void SendContent(std::string_view content)
    {
        m_outlet.SendContent(content);
    }

    void SetDeadline(std::optional<TimePoint> deadline)
    {
        m_outlet.SetDeadline(deadline);
    }

    /// Asks the wrapper to secure the stream. No line is handled until that is done.
    void AskForTls()
    {
        m_outlet.SetNextAction(NextAction::START_TLS);
    }

    /// What the stream is secured by; none while it is in the clear.
    const std::optional<Security>& GetSecurity() const
    {
        return m_outlet.GetSecurity();
    }

    /// The observer, or nullptr.
    SessionObserver* GetObserver() const
    {
        return m_outlet.GetObserver();
    }

    /// Tells the observer of a received line of the dialogue.
    void ReportLine(const Line& line);

    /// Has the driver write what is left and close. What the peer has sent ahead is forgotten.
    void EndStream();

    /// True from EndStream() on.
    bool HasEnded() const
    {
        return GetNextAction() == NextAction::CLOSE;
    }

  private:
    /// True when a line may be handled; notes whether it is output that forbids it.
    bool CanGoOn();

    /// Handles a line, or a piece of a body; false when neither has come.
    bool HandleNext(TimePoint now);

    SessionOutlet m_outlet;
    InputBuffer m_input;
    bool m_isHeldBack{false};
    bool m_isInputOver{false};
    bool m_isHandling{false};
};

} // namespace ns3::postroad::wire

#endif // POSTROAD_WIRE_LINE_SESSION_H

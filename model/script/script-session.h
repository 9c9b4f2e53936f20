/**
 * A person at a terminal: lines typed one after another at a steady pace, as with telnet.
 *
 * The first line is typed one pace after the server's greeting, each further line one pace after
 * the one before, and not before the server has replied to that; of the protocol it knows what a
 * reply looks like, and that SMTP's content is not replied to line by line. A person who pipelines
 * waits for no reply. When all is said it waits for the server to close, and hangs up if that takes
 * too long.
 */
#ifndef POSTROAD_SCRIPT_SCRIPT_SESSION_H
#define POSTROAD_SCRIPT_SCRIPT_SESSION_H

#include "postroad/wire/line-session.h"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ns3::postroad::script
{

/// What the last line of a reply looks like.
enum class ReplyForm
{
    NONE, ///< nothing is known of replies, and none is waited for
    SMTP, ///< "250 Ok"; behind "354 " comes content, up to a line with a dot (RFC 5321 section 4.2)
    POP3, ///< "+OK" or "-ERR" (RFC 1939 section 3)
};

/// What is typed, and how fast.
struct ScriptConfig
{
    std::vector<std::string> lines;                   ///< each without its CRLF
    wire::Duration pace{std::chrono::seconds(2)};     ///< from one line to the next
    wire::Duration patience{std::chrono::minutes(5)}; ///< for each reply, and for the close
    ReplyForm replies{ReplyForm::NONE};               ///< that are waited for
};

/// Everything was said, or the dialogue ended before.
struct ScriptEnded
{
    std::size_t said{0};  ///< how many of the lines were typed
    std::string lastLine; ///< the last that the server said; empty when it said nothing
};

using ScriptEvent = std::variant<ScriptEnded>;

/// The client side of a dialogue that is typed by hand.
class ScriptSession : public wire::LineSession
{
  public:
    /// A line of a server may be this long, in octets with its CRLF; the rest of it is not read.
    static constexpr std::size_t LINE_LIMIT = 4096;

    explicit ScriptSession(ScriptConfig config);

    /// The one event of this session, when it has ended.
    std::optional<ScriptEvent> NextEvent();

    void Start(wire::TimePoint now) override;

  private:
    void HandleLine(const wire::Line& line, wire::TimePoint now) override;
    void HandleInputEnd() override;
    void HandleLoss() override;
    void HandleTimeout(wire::TimePoint now) override;
    bool IsReadyForLine() const override;
    std::size_t GetLineLimit() const override;
    bool IsReplyEnd(std::string_view line) const;
    bool IsReplyDue(std::string_view said);
    void SayNext(wire::TimePoint now);
    void End();

    ScriptConfig m_config;
    std::size_t m_said{0};
    bool m_isGreeted{false};
    bool m_isWaiting{true};     ///< for a reply, the greeting first of all
    bool m_isInContent{false};  ///< what is said is content
    wire::TimePoint m_nextAt{}; ///< when the next line may be said
    std::string m_lastLine;
    std::optional<ScriptEvent> m_event;
};

} // namespace ns3::postroad::script

#endif // POSTROAD_SCRIPT_SCRIPT_SESSION_H

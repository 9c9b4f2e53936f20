/**
 * A person at a terminal: lines typed one after another at a steady pace, as with telnet.
 *
 * It knows no protocol. The first line is typed one pace after the server's greeting, each further
 * line one pace after the one before; without a pace, all of them at once. What the server
 * says meanwhile is only read. When all is said it waits for the server to close, and hangs up if
 * that takes too long.
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

/// What is typed, and how fast.
struct ScriptConfig
{
    std::vector<std::string> lines;                   ///< each without its CRLF
    wire::Duration pace{std::chrono::seconds(2)};     ///< from one line to the next
    wire::Duration patience{std::chrono::minutes(5)}; ///< for the greeting, and for the close
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
    void End();

    ScriptConfig m_config;
    std::size_t m_said{0};
    bool m_isGreeted{false};
    std::string m_lastLine;
    std::optional<ScriptEvent> m_event;
};

} // namespace ns3::postroad::script

#endif // POSTROAD_SCRIPT_SCRIPT_SESSION_H

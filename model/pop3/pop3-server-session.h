/**
 * The server's side of a POP3 session (RFC 1939), without I/O, clock or mailboxes.
 *
 * The session speaks: it reads commands, keeps their order, numbers and marks messages. The agent
 * decides: the login and, after QUIT, the removal of the marked messages are events that it
 * answers, at once or later; commands sent ahead wait meanwhile. A session that ends without QUIT
 * removes nothing. States stand in pop3-server-states.cc, the ways of reading input in
 * pop3-server-mode.h, the list of commands in pop3-server-commands.cc, and each command in a file
 * pop3-server-<command>.cc.
 *
 * Implemented: USER, PASS, STAT, LIST, RETR, DELE, NOOP, RSET, QUIT. Not implemented: TOP, UIDL,
 * APOP, and the extensions of RFC 2449.
 */
#ifndef POSTROAD_POP3_POP3_SERVER_SESSION_H
#define POSTROAD_POP3_POP3_SERVER_SESSION_H

#include "postroad/pop3/pop3-maildrop.h"
#include "postroad/pop3/pop3-server-config.h"
#include "postroad/pop3/pop3-server-context.h"
#include "postroad/pop3/pop3-server-event.h"
#include "postroad/pop3/pop3-server-mode.h"
#include "postroad/pop3/pop3-server-states.h"
#include "postroad/wire/table-session.h"

#include <optional>
#include <string>
#include <string_view>

namespace ns3::postroad::pop3
{

/// One client's session at a server.
class ServerSession final : public wire::TableSession<ServerState, ServerInput, ServerEvent>
{
  public:
    explicit ServerSession(ServerConfig config);

    void Start(wire::TimePoint now) override;

    /// Answers LoginGiven. After the session's end it does nothing, so an agent that answers later
    /// asks HasQuestion() before it takes the lock; without the question it is a std::logic_error.
    /// The same goes for AnswerUpdate().
    void AnswerLogin(LoginAnswer answer, wire::TimePoint now);

    /// Answers DeletionsGiven.
    void AnswerUpdate(UpdateOutcome outcome, wire::TimePoint now);

    /// Ends the session from this side, without a word, as RFC 1939 has it; nothing is removed.
    void Close(wire::TimePoint now);

    /// True while the session waits for AnswerLogin() or AnswerUpdate().
    bool HasQuestion() const
    {
        return m_question.has_value();
    }

  private:
    friend class ServerContext;

    void HandleLine(const wire::Line& line, wire::TimePoint now) override;
    void HandleInputEnd() override;
    void HandleLoss() override;
    void HandleTimeout(wire::TimePoint now) override;
    bool IsReadyForLine() const override;
    std::size_t GetLineLimit() const override;

    /// Closes the question that an event was; false when the session has ended.
    template <typename Question>
    bool CloseQuestion();

    void GoOn(wire::TimePoint now);
    void End(ServerInput input, EndReason reason);
    void RestartTimer(wire::TimePoint now);

    ServerConfig m_config;
    ServerContext m_context{*this};
    ServerMode m_mode;
    std::optional<std::size_t> m_question; ///< the alternative of ServerEvent that was asked
    std::string m_user;                    ///< from USER
    Maildrop m_maildrop;                   ///< from TRANSACTION on
    int m_failedLogins{0};
};

} // namespace ns3::postroad::pop3

#endif // POSTROAD_POP3_POP3_SERVER_SESSION_H

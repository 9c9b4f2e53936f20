/**
 * The server's side of an SMTP session (RFC 5321), without I/O, clock or policy.
 *
 * The session speaks: it reads commands, keeps their order, checks their grammar and their limits.
 * The agent decides: each HELO, sender, recipient and message is an event that it answers, at once
 * or much later, with a reply; pipelined commands wait meanwhile (RFC 2920). States stand in
 * smtp-server-states.cc, each command in a file smtp-server-<command>.cc, and the list of commands
 * in smtp-server-commands.cc.
 *
 * Implemented: EHLO, HELO, MAIL (SIZE, BODY), RCPT, DATA, RSET, NOOP, QUIT, HELP; VRFY says neither
 * yes nor no, EXPN is refused. Not implemented: SMTPUTF8, CHUNKING, DSN, AUTH, STARTTLS.
 */
#ifndef POSTROAD_SMTP_SMTP_SERVER_SESSION_H
#define POSTROAD_SMTP_SMTP_SERVER_SESSION_H

#include "postroad/smtp/smtp-content-receiver.h"
#include "postroad/smtp/smtp-reply.h"
#include "postroad/smtp/smtp-server-config.h"
#include "postroad/smtp/smtp-server-event.h"
#include "postroad/smtp/smtp-server-states.h"
#include "postroad/wire/table-session.h"

#include <optional>
#include <string_view>

namespace ns3::postroad::smtp
{

/// One client's session at a server.
class ServerSession final : public wire::TableSession<ServerState, ServerInput, ServerEvent>
{
  public:
    explicit ServerSession(ServerConfig config);

    void Start(wire::TimePoint now) override;

    /**
     * Answers the question that is open. A positive reply lets the session go on; EHLO's gets the
     * extensions added. After the session's end an answer does nothing; without a question it is
     * a std::logic_error.
     */
    void Answer(Reply reply, wire::TimePoint now);

    /// Answers the open question with the usual words of consent: "250 2.1.0 Ok".
    void Accept(wire::TimePoint now);

    /// Ends the session from this side with a reply, 421 as a rule; does nothing after its end.
    void Close(const Reply& reply, wire::TimePoint now);

    /// True while the session waits for Answer().
    bool HasQuestion() const
    {
        return m_question.has_value();
    }

  private:
    /// A command that the session knows.
    struct KnownCommand
    {
        std::string_view verb;
        std::optional<ServerInput> input; ///< in order where the state has a row; none: always
        void (ServerSession::*handle)(std::string_view argument);
    };

    /// What the agent was asked, until it answers.
    struct Question
    {
        ServerInput input;                              ///< what a positive answer does
        Reply consent;                                  ///< for Accept()
        void (ServerSession::*finish)(Reply&){nullptr}; ///< done before the answer is sent
    };

    static const KnownCommand* FindCommand(std::string_view verb);

    void HandleLine(const wire::Line& line, wire::TimePoint now) override;
    void HandleInputEnd() override;
    void HandleLoss() override;
    void HandleTimeout(wire::TimePoint now) override;
    bool IsReadyForLine() const override;
    std::size_t GetLineLimit() const override;
    void HandleCommandLine(const wire::Line& line);
    void ExplainOrder(ServerInput input);

    // One command each.
    void HandleEhlo(std::string_view argument);
    void HandleHelo(std::string_view argument);
    void HandleMail(std::string_view argument);
    void HandleRcpt(std::string_view argument);
    void HandleData(std::string_view argument);
    void HandleRset(std::string_view argument);
    void HandleNoop(std::string_view argument);
    void HandleQuit(std::string_view argument);
    void HandleVrfy(std::string_view argument);
    void HandleExpn(std::string_view argument);
    void HandleHelp(std::string_view argument);

    // What these share or do later.
    void AskHello(std::string_view name, bool isExtended);
    void FinishEhlo(Reply& reply);
    void FinishHelo(Reply& reply);
    std::optional<Reply> ReadMailParameters(std::string_view text, ReversePathGiven& event) const;
    void FinishRcpt(Reply& reply);
    void HandleContentLine(const wire::Line& line);
    void EndContent();

    void Ask(ServerEvent event, Question question);
    void SendReply(const Reply& reply);
    bool RefuseArgument(std::string_view verb, std::string_view argument);
    void End(ServerInput input, EndReason reason);
    void RestartTimer(wire::TimePoint now);

    ServerConfig m_config;
    bool m_isExtended{false};  ///< the client has said EHLO
    mime::Envelope m_envelope; ///< begun by MAIL; the last recipient may be in question
    std::optional<ContentReceiver> m_content; ///< while the content is coming
    std::optional<Question> m_question;
};

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_SMTP_SERVER_SESSION_H

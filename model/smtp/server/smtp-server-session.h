/**
 * The server's side of an SMTP session (RFC 5321), without I/O, clock or policy.
 *
 * The session speaks: it reads commands, keeps their order, checks their grammar and their limits.
 * The agent decides: each HELO, sender, recipient, message, VRFY and EXPN is an event that it
 * answers, at once or much later, with a reply; pipelined commands wait meanwhile (RFC 2920).
 * States stand in smtp-server-states.cc, the ways of reading input in smtp-server-mode.h, the list
 * of commands in smtp-server-commands.cc, and each command in a file smtp-server-<command>.cc.
 *
 * All commands of RFC 5321; if the agent has nothing better to say, VRFY says neither yes nor no,
 * and EXPN is refused. Extensions: PIPELINING, SIZE, 8BITMIME, SMTPUTF8, ENHANCEDSTATUSCODES, DSN,
 * CHUNKING, HELP. LMTP (RFC 2033) by a switch. Not implemented: BINARYMIME, AUTH, STARTTLS.
 *
 * A client that talks while it is not its turn (before the greeting, or behind a command that ends
 * a group of pipelined ones, before the reply to it), or that wastes the server's time, is sent
 * away.
 */
#ifndef POSTROAD_SMTP_SERVER_SMTP_SERVER_SESSION_H
#define POSTROAD_SMTP_SERVER_SMTP_SERVER_SESSION_H

#include "postroad/smtp/grammar/smtp-reply.h"
#include "postroad/smtp/server/smtp-server-config.h"
#include "postroad/smtp/server/smtp-server-context.h"
#include "postroad/smtp/server/smtp-server-event.h"
#include "postroad/smtp/server/smtp-server-mode.h"
#include "postroad/smtp/server/smtp-server-question.h"
#include "postroad/smtp/server/smtp-server-states.h"
#include "postroad/smtp/server/smtp-server-transaction.h"
#include "postroad/wire/table-session.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

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
     * a std::logic_error. In LMTP the answer to a message is given for each of its recipients.
     */
    void Answer(const Reply& reply, wire::TimePoint now);

    /// Answers the open question, in LMTP a message with a reply for each recipient, in the order
    /// of the envelope; another number of replies is a std::logic_error.
    void AnswerEach(std::vector<Reply> replies, wire::TimePoint now);

    /// Answers the open question in the usual words, which consent: "250 2.1.0 Ok". VRFY is told
    /// neither yes nor no, EXPN is refused.
    void Accept(wire::TimePoint now);

    /// Ends the session from this side with a reply, 421 as a rule; does nothing after its end.
    void Close(const Reply& reply, wire::TimePoint now);

    /// True while the session waits for Answer().
    bool HasQuestion() const
    {
        return m_question.has_value();
    }

  private:
    friend class ServerContext;

    void HandleLine(const wire::Line& line, wire::TimePoint now) override;
    void HandleOctets(std::string_view octets,
                      const wire::ByteRange& range,
                      wire::TimePoint now) override;
    void HandleInputEnd() override;
    void HandleLoss() override;
    void HandleTimeout(wire::TimePoint now) override;
    bool IsReadyForLine() const override;
    std::size_t GetLineLimit() const override;
    std::uint64_t GetOctetsWanted() const override;

    void Greet(wire::TimePoint now);
    void End(ServerInput input, EndReason reason);
    void RestartTimer(wire::TimePoint now);

    ServerConfig m_config;
    ServerContext m_context{*this};
    ServerMode m_mode;
    std::optional<ServerQuestion> m_question;
    ServerTransaction m_transaction;
    bool m_isExtended{false};      ///< the client has said EHLO
    std::size_t m_faults{0};       ///< bad commands so far
    std::size_t m_idleCommands{0}; ///< since the last MAIL
};

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_SERVER_SMTP_SERVER_SESSION_H

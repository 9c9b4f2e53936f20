/**
 * The server's side of an SMTP session (RFC 5321), without I/O, clock or policy.
 *
 * The session speaks: it reads commands, keeps their order, checks their grammar and their limits.
 * The agent decides: each HELO, sender, recipient, message, VRFY and EXPN is an event that it
 * answers, at once or much later, with a reply; pipelined commands wait meanwhile (RFC 2920).
 * States stand in smtp-server-states.cc, each command in a file smtp-server-<command>.cc, and the
 * list of commands in smtp-server-commands.cc.
 *
 * All commands of RFC 5321; if the agent has nothing better to say, VRFY says neither yes nor no,
 * and EXPN is refused. Extensions: PIPELINING, SIZE, 8BITMIME, SMTPUTF8, ENHANCEDSTATUSCODES, DSN,
 * CHUNKING, HELP. LMTP (RFC 2033) by a switch. Not implemented: BINARYMIME, AUTH, STARTTLS.
 *
 * A client that talks while it is not its turn (before the greeting, or behind a command that ends
 * a group of pipelined ones, before the reply to it), or that wastes the server's time, is sent
 * away.
 */
#ifndef POSTROAD_SMTP_SMTP_SERVER_SESSION_H
#define POSTROAD_SMTP_SMTP_SERVER_SESSION_H

#include "postroad/smtp/smtp-chunked-content.h"
#include "postroad/smtp/smtp-content-receiver.h"
#include "postroad/smtp/smtp-parameter.h"
#include "postroad/smtp/smtp-reply.h"
#include "postroad/smtp/smtp-server-config.h"
#include "postroad/smtp/smtp-server-event.h"
#include "postroad/smtp/smtp-server-states.h"
#include "postroad/wire/table-session.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::smtp
{

struct MailParameters;

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
    /// A command that the session knows.
    struct KnownCommand
    {
        std::string_view verb;
        std::string_view syntax;          ///< of its argument, for HELP
        std::optional<ServerInput> input; ///< in order where the state has a row; none: always
        void (ServerSession::*handle)(std::string_view argument);
        bool (ServerSession::*isServed)() const {nullptr}; ///< in this session; null: always
        std::size_t lineExtra{0}; ///< by how much its line may be longer than others
        bool isIdle{false};       ///< it brings no message nearer
    };

    /// A chunk that is coming (RFC 3030).
    struct Chunk
    {
        std::uint64_t size{0}; ///< octets, as announced
        std::uint64_t left{0}; ///< octets that have not come yet
        bool isLast{false};    ///< the content ends with it
        bool isInOrder{false}; ///< else it is read and forgotten
        wire::ByteRange range; ///< what has come of it
        std::size_t kept{0};   ///< octets of the content in front of it
    };

    /// What the agent was asked, until it answers.
    struct Question
    {
        std::optional<ServerInput> input;               ///< what a positive answer does, if any
        Reply usual;                                    ///< for Accept()
        void (ServerSession::*finish)(Reply&){nullptr}; ///< done before the answer is sent
        std::size_t replies{1};                         ///< that it takes
        std::string_view lastOfGroup{};                 ///< the verb, if it ends a group
    };

    static std::span<const KnownCommand> GetCommands();
    const KnownCommand* FindCommand(std::string_view verb) const;
    bool IsServed(const KnownCommand& command) const;
    bool IsSmtp() const;
    bool IsLmtp() const;
    bool IsChunking() const;
    bool IsOffered(std::string_view extension) const;

    void HandleLine(const wire::Line& line, wire::TimePoint now) override;
    void HandleInputEnd() override;
    void HandleLoss() override;
    void HandleTimeout(wire::TimePoint now) override;
    bool IsReadyForLine() const override;
    std::size_t GetLineLimit() const override;
    std::uint64_t GetOctetsWanted() const override;
    void HandleOctets(std::string_view octets,
                      const wire::ByteRange& range,
                      wire::TimePoint now) override;
    void Greet(wire::TimePoint now);
    void HandleCommandLine(const wire::Line& line);
    void HandleCommand(const KnownCommand& known, std::string_view argument);
    void ExplainOrder(ServerInput input);

    // One command each.
    void HandleEhlo(std::string_view argument);
    void HandleHelo(std::string_view argument);
    void HandleMail(std::string_view argument);
    void HandleRcpt(std::string_view argument);
    void HandleData(std::string_view argument);
    void HandleBdat(std::string_view argument);
    void HandleRset(std::string_view argument);
    void HandleNoop(std::string_view argument);
    void HandleQuit(std::string_view argument);
    void HandleVrfy(std::string_view argument);
    void HandleExpn(std::string_view argument);
    void HandleHelp(std::string_view argument);

    // What these share or do later.
    void AskHello(std::string_view verb, std::string_view name);
    void FinishEhlo(Reply& reply);
    void FinishHelo(Reply& reply);
    std::optional<std::vector<Parameter>>
    ReadParameters(std::string_view text,
                   std::string_view (*findExtension)(std::string_view keyword));
    void BeginTransaction(mail::ReversePath path, const MailParameters& parameters);
    void FinishRcpt(Reply& reply);
    void AskUser(std::string_view verb, std::string_view text, Reply usual);
    void HandleContentLine(const wire::Line& line);
    void EndContent();
    void EndChunk();
    void JudgeContent(ContentFault fault, std::string content);
    static Reply MakeFaultReply(ContentFault fault);

    void Ask(ServerEvent event, Question question);
    void SendReply(const Reply& reply);
    void Complain(const Reply& reply);
    void Expel(const Reply& reply);
    void ExpelEarlyTalker();
    bool ExpelImpatient(std::string_view verb);
    bool RefuseArgument(std::string_view verb, std::string_view argument);
    void End(ServerInput input, EndReason reason);
    void RestartTimer(wire::TimePoint now);

    ServerConfig m_config;
    bool m_isExtended{false};  ///< the client has said EHLO
    mail::Envelope m_envelope; ///< begun by MAIL; the last recipient may be in question
    std::optional<ContentReceiver> m_content; ///< while the content is coming behind DATA
    std::optional<ChunkedContent> m_chunks;   ///< while it is coming behind BDAT
    std::optional<Chunk> m_chunk;             ///< that is coming
    std::optional<Question> m_question;
    std::size_t m_faults{0};       ///< bad commands so far
    std::size_t m_idleCommands{0}; ///< since the last MAIL
};

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_SMTP_SERVER_SESSION_H

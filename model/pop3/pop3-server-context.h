/**
 * What a command of a POP3 server's session may use of the session that it came in: answer, ask the
 * agent, move along the table, number and mark the messages.
 *
 * Whatever belongs to one command alone stands in that command's file.
 */
#ifndef POSTROAD_POP3_POP3_SERVER_CONTEXT_H
#define POSTROAD_POP3_POP3_SERVER_CONTEXT_H

#include "postroad/pop3/pop3-maildrop.h"
#include "postroad/pop3/pop3-server-config.h"
#include "postroad/pop3/pop3-server-event.h"
#include "postroad/pop3/pop3-server-states.h"
#include "postroad/wire/input-buffer.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ns3::postroad::pop3
{

class ServerSession;

/// The session as its commands see it.
class ServerContext
{
  public:
    /// \param session must outlive this object
    explicit ServerContext(ServerSession& session)
        : m_session(session)
    {
    }

    const ServerConfig& GetConfig() const;
    ServerState GetState() const;

    /// True when the present state has a row for this input.
    bool IsInOrder(ServerInput input) const;
    void Move(ServerInput input);

    /// The user that the client claims to be.
    const std::string& GetUser() const;
    void SetUser(std::string_view user);

    /// The messages of the user; empty before the login.
    Maildrop& GetMaildrop();

    /// Counts one more login that failed. \return how many there were
    int CountFailedLogin();

    /// The message that an argument names; complains, and gives none, when there is no such.
    std::optional<std::size_t> FindMessage(std::string_view argument);

    /// Puts a question to the agent; until it is answered no further input is read.
    void Ask(ServerEvent event);

    void SendOk(std::string_view text = {});
    void SendError(std::string_view text);
    void SendLine(std::string_view line);

    /// Sends a message as it shall stand on the wire.
    void SendContent(std::string_view content);

    /// Ends the session.
    void End(ServerInput input, EndReason reason);

    /// Tells the observer of a command line.
    void ReportLine(const wire::Line& line);

  private:
    ServerSession& m_session;
};

} // namespace ns3::postroad::pop3

#endif // POSTROAD_POP3_POP3_SERVER_CONTEXT_H

/**
 * A person at a terminal who connects to a server and types lines: the lecture's telnet.
 */
#ifndef POSTROAD_APP_MAIL_SCRIPT_CLIENT_H
#define POSTROAD_APP_MAIL_SCRIPT_CLIENT_H

#include "postroad/app/agent/agent.h"
#include "postroad/app/dns/resolver.h"
#include "postroad/app/mail/next-hop-finder.h"
#include "postroad/script/script-session.h"

#include <cstdint>
#include <string>

namespace ns3::postroad
{

/// Whom the lines are said to.
struct ScriptTarget
{
    std::string server;          ///< its name or address
    std::uint16_t port{0};       ///< its port
    std::string protocol{"TCP"}; ///< what the record calls the dialogue: "SMTP"
};

/// A client that says what it is told, as an ns-3 application.
class ScriptClient : public Agent
{
  public:
    /**
     * Get the type ID.
     * \return the object TypeId
     */
    static TypeId GetTypeId();

    ScriptClient();

    std::string GetRole() const override;

    /// Connects and says the lines. \param target to whom \param script the lines, and the pace
    void Say(const ScriptTarget& target, const script::ScriptConfig& script);

    int64_t AssignStreams(int64_t stream) override;

  private:
    void DoStart() override;
    void DoStop() override;

    void ReportFailure(const ScriptTarget& target, const std::string& reason);
    Task<> Converse(ScriptTarget target, script::ScriptConfig script);

    Resolver m_resolver;
    NextHopFinder m_finder;
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_MAIL_SCRIPT_CLIENT_H

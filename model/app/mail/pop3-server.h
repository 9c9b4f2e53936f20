/**
 * A POP3 server (RFC 1939) for the mailboxes on its host's disk.
 */
#ifndef POSTROAD_APP_MAIL_POP3_SERVER_H
#define POSTROAD_APP_MAIL_POP3_SERVER_H

#include "postroad/app/agent/agent.h"
#include "postroad/app/agent/server-dialogue.h"
#include "postroad/net/stream-listener.h"
#include "postroad/pop3/pop3-server-session.h"
#include "postroad/wire/well-known-ports.h"

#include <cstdint>
#include <memory>
#include <string>

namespace ns3::postroad
{

/// A POP3 server as an ns-3 application.
class Pop3Server : public Agent
{
  public:
    /**
     * Get the type ID.
     * \return the object TypeId
     */
    static TypeId GetTypeId();

    ~Pop3Server() override;

    std::string GetRole() const override;

  private:
    using Dialogue = ServerDialogue<pop3::ServerSession>;

    void DoStart() override;
    void DoStop() override;

    std::unique_ptr<StreamDialogue> MakeDialogue(StreamListener::Admission admission);

    std::uint16_t m_port{wire::POP3_PORT};
    std::uint32_t m_connectionLimit{StreamListener::CONNECTION_LIMIT};
    std::unique_ptr<StreamListener> m_listener;
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_MAIL_POP3_SERVER_H

/**
 * The port of a name server, over UDP and over TCP (RFC 1035 section 4.2, RFC 7766): queries come
 * in, and responses go out the way that their queries came, at once or later and in any order.
 *
 * A stream is closed when nothing comes over it for a while, and at once when there are too many,
 * for DNS has no word for that. A datagram's size is the business of whoever answers.
 */
#ifndef POSTROAD_APP_DNS_DNS_SERVICE_H
#define POSTROAD_APP_DNS_DNS_SERVICE_H

#include "postroad/app/agent/agent.h"
#include "postroad/app/agent/server-dialogue.h"
#include "postroad/dns/record/dns-message-stream.h"
#include "postroad/dns/record/dns-transport.h"
#include "postroad/net/datagram-endpoint.h"
#include "postroad/net/stream-listener.h"
#include "postroad/net/task.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace ns3::postroad
{

/// Who has asked.
struct DnsPeer
{
    dns::Transport transport{dns::Transport::UDP}; ///< how the query came
    wire::Endpoint endpoint;                       ///< from where
};

/// What may be turned.
struct DnsServiceConfig
{
    std::size_t connectionLimit{0}; ///< streams at once
    wire::Duration idleTimeout{};   ///< for how long nothing may come over a stream
};

/// Listens for the queries to one agent.
class DnsService
{
  public:
    /// The streams at once, unless the user says otherwise.
    static constexpr std::size_t CONNECTION_LIMIT = 150;

    /// Answers one query: the octets of the response, none for no response. The task is dropped
    /// with the stream on which the query came, or with the service.
    using Handler =
        std::function<Task<std::optional<std::string>>(std::string query, DnsPeer peer)>;

    /// \param agent who answers; must outlive the service
    DnsService(Agent& agent, Handler handler, const DnsServiceConfig& config);

    /// Opens the port for both transports. \return OK, or why it cannot be opened
    SocketStatus Open(std::uint16_t port);

  private:
    using Dialogue = ServerDialogue<dns::MessageStream>;

    std::unique_ptr<StreamDialogue>
    MakeDialogue(const wire::Endpoint& client, StreamListener::Admission admission);
    Task<> ServeDatagram(std::string query, Address from);
    Task<> ServeStream(Dialogue& dialogue, dns::MessageStreamEvent event, wire::Endpoint client);

    Agent& m_agent;
    Handler m_handler;
    wire::Duration m_idleTimeout;
    DatagramEndpoint m_endpoint;
    StreamListener m_listener;
    TaskGroup m_datagrams; ///< the queries over UDP that are being answered
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_DNS_DNS_SERVICE_H

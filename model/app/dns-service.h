/**
 * The port of a name server, over UDP and over TCP (RFC 1035 section 4.2, RFC 7766): queries come
 * in, and responses go out the way that their queries came, at once or later and in any order.
 *
 * A stream is closed when nothing comes over it for a while, and at once when there are too many,
 * for DNS has no word for that. A datagram's size is the business of whoever answers.
 */
#ifndef POSTROAD_APP_DNS_SERVICE_H
#define POSTROAD_APP_DNS_SERVICE_H

#include "postroad/app/agent.h"
#include "postroad/app/server-dialogue.h"
#include "postroad/dns/record/dns-message-stream.h"
#include "postroad/dns/record/dns-transport.h"
#include "postroad/net/datagram-endpoint.h"
#include "postroad/net/stream-listener.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

namespace ns3::postroad
{

/// One client's stream of queries.
using DnsDialogue = ServerDialogue<dns::MessageStream>;

/// Who has asked, and which way the response is to go.
struct DnsPeer
{
    dns::Transport transport{dns::Transport::UDP}; ///< how the query came
    wire::Endpoint endpoint;                       ///< from where
    std::weak_ptr<DnsDialogue*> stream{};          ///< over TCP: there while it is open
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

    /// Takes one query; the octets are valid only during the call.
    using Handler = std::function<void(std::string_view query, const DnsPeer& peer)>;

    /// \param agent who answers; must outlive the service
    DnsService(Agent& agent, Handler handler, const DnsServiceConfig& config);

    /// Opens the port for both transports. \return OK, or why it cannot be opened
    SocketStatus Open(std::uint16_t port);

    /// Sends a response; to nobody if the stream of the query is gone.
    void Reply(const DnsPeer& peer, std::string_view octets);

  private:
    std::unique_ptr<StreamDialogue>
    MakeDialogue(const wire::Endpoint& client, StreamListener::Admission admission);

    Agent& m_agent;
    Handler m_handler;
    wire::Duration m_idleTimeout;
    DatagramEndpoint m_endpoint;
    StreamListener m_listener;
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_DNS_SERVICE_H

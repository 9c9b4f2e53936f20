#include "postroad/app/dns/dns-datagram-query.h"

#include "postroad/net/completion.h"
#include "postroad/net/datagram-endpoint.h"
#include "postroad/net/socket-address.h"
#include "postroad/net/virtual-time.h"
#include "postroad/wire/well-known-ports.h"

#include "ns3/simulator.h"
#include "ns3/udp-socket-factory.h"

#include <utility>

namespace ns3::postroad
{

namespace
{

/// The octets of a message's id.
constexpr std::size_t ID_SIZE = 2;

/// A question under way.
class Exchange
{
  public:
    Exchange(Agent& agent, const Address& server, std::string_view query)
        : m_server(server)
        , m_id(query.substr(0, ID_SIZE))
        , m_endpoint(agent.GetNode(),
                     UdpSocketFactory::GetTypeId(),
                     [this](std::string_view bytes, const Address& from) { Receive(bytes, from); })
    {
        m_endpoint.SetRefusal([this](const std::string& host) { Refuse(host); });
        m_endpoint.Bind(GetAnyAddress(*agent.GetNode(), 0));
    }

    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;

    ~Exchange()
    {
        m_timer.Cancel();
    }

    /// Asks. The answer comes in any case.
    Completion<DnsAnswer>&
    Ask(std::string_view query, wire::Duration timeout, const std::function<void()>& onSent)
    {
        const auto status = m_endpoint.Send(query, m_server);
        if (status == SocketStatus::OK)
        {
            onSent();
        }
        else
        {
            Fail(std::string(GetText(status)));
        }
        m_timer = Simulator::Schedule(ToTime(timeout), [this] {
            Fail(std::string(GetText(SocketStatus::TIMED_OUT)));
        });
        return m_answer;
    }

  private:
    void Receive(std::string_view bytes, const Address& from)
    {
        const auto sender = ToEndpoint(from);
        const auto server = ToEndpoint(m_server);
        if (sender.address == server.address && sender.port == server.port &&
            bytes.substr(0, ID_SIZE) == m_id)
        {
            m_answer.Set({std::string(bytes), {}});
        }
    }

    void Refuse(const std::string& host)
    {
        if (host == ToEndpoint(m_server).address)
        {
            Fail(std::string(GetText(SocketStatus::REFUSED)));
        }
    }

    void Fail(std::string reason)
    {
        m_answer.Set({std::nullopt, std::move(reason)});
    }

    Address m_server;
    std::string m_id;
    DatagramEndpoint m_endpoint;
    Completion<DnsAnswer> m_answer;
    EventId m_timer;
};

} // namespace

Task<DnsAnswer>
AskOverDatagram(Agent& agent,
                std::string server,
                std::string query,
                wire::Duration timeout,
                std::function<void()> onSent)
{
    const auto address = ToAddress({server, wire::DNS_PORT});
    if (!address)
    {
        co_return DnsAnswer{std::nullopt, server + " is no address"};
    }
    Exchange exchange(agent, *address, query);
    auto& answer = exchange.Ask(query, timeout, onSent);
    co_return co_await answer;
}

} // namespace ns3::postroad

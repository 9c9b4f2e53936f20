/**
 * A name server (RFC 1034 section 4.3): answers over UDP from the zones that it is given.
 */
#ifndef POSTROAD_APP_DNS_SERVER_H
#define POSTROAD_APP_DNS_SERVER_H

#include "postroad/app/agent.h"
#include "postroad/app/datagram-endpoint.h"
#include "postroad/dns/dns-authority.h"

#include <memory>
#include <string>
#include <string_view>

namespace ns3::postroad
{

/// An authoritative name server as an ns-3 application.
class DnsServer : public Agent
{
  public:
    /// The port of name servers (RFC 1035 section 4.2).
    static constexpr std::uint16_t PORT = 53;

    /**
     * Get the type ID.
     * \return the object TypeId
     */
    static TypeId GetTypeId();

    std::string GetRole() const override;

    /// The zones that this server answers from, to add to.
    dns::Authority& GetAuthority();

  private:
    void DoStart() override;
    void DoStop() override;

    void Answer(std::string_view query, const Address& from);
    void ReportAnswer(const dns::Message& response, const std::string& client);

    std::uint16_t m_port{PORT};
    dns::Authority m_authority;
    std::unique_ptr<DatagramEndpoint> m_endpoint;
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_DNS_SERVER_H

/**
 * A name server (RFC 1034 section 4.3): answers over UDP and TCP from the zones that
 * it is given.
 */
#ifndef POSTROAD_APP_DNS_DNS_SERVER_H
#define POSTROAD_APP_DNS_DNS_SERVER_H

#include "postroad/app/agent/agent.h"
#include "postroad/app/dns/dns-service.h"
#include "postroad/dns/zone/dns-authority.h"

#include "ns3/nstime.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace ns3::postroad
{

/// An authoritative name server as an ns-3 application.
class DnsServer : public Agent
{
  public:
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

    Task<std::optional<std::string>> Answer(std::string query, DnsPeer peer);
    void ReportAnswer(const dns::Message& response, const std::string& client);

    std::uint16_t m_port{0};
    std::uint32_t m_connectionLimit{0};
    Time m_idleTimeout;
    dns::Authority m_authority;
    std::unique_ptr<DnsService> m_service; ///< none while the host has no power
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_DNS_DNS_SERVER_H

/**
 * The name servers of one zone as a resolver works through them: each in every round, except those
 * that have failed.
 *
 * Left out: preferring the server that was fastest (RFC 1035 section 7.2).
 */
#ifndef POSTROAD_DNS_RESOLVER_DNS_SERVER_LIST_H
#define POSTROAD_DNS_RESOLVER_DNS_SERVER_LIST_H

#include "postroad/dns/codec/dns-name.h"
#include "postroad/dns/record/dns-transport.h"

#include <optional>

namespace ns3::postroad::dns
{

/// One address of one server.
struct ZoneServer
{
    Name name;                           ///< of the host
    std::string address;                 ///< in text form
    Transport transport{Transport::UDP}; ///< how it is to be asked
    bool speaksEdns{true};               ///< until it shows that it does not
    bool hasFailed{false};               ///< it has shown that it is of no help
    std::size_t turns{0};                ///< how many it has had
};

/// The servers of one zone.
class ServerList
{
  public:
    /// How many addresses are taken of one zone; the others are not asked.
    static constexpr std::size_t LIMIT = 16;

    /// A server's turn.
    struct Turn
    {
        std::size_t server; ///< its index
        std::size_t round;  ///< how many it has had before
    };

    /// Adds an address unless it is there, or LIMIT others are.
    void Add(const Name& name, const std::string& address);

    /// The next turn; none when each server has failed or has had as many as there are rounds.
    std::optional<Turn> TakeTurn(std::size_t rounds);

    ZoneServer& At(std::size_t server)
    {
        return m_servers.at(server);
    }

    bool IsEmpty() const
    {
        return m_servers.empty();
    }

  private:
    std::vector<ZoneServer> m_servers;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_RESOLVER_DNS_SERVER_LIST_H

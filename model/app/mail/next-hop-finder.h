/**
 * From a next hop to hosts and addresses, by look-ups on the simulated network (RFC 5321
 * section 5.1).
 */
#ifndef POSTROAD_APP_MAIL_NEXT_HOP_FINDER_H
#define POSTROAD_APP_MAIL_NEXT_HOP_FINDER_H

#include "postroad/app/dns/resolver.h"
#include "postroad/net/task.h"
#include "postroad/route/exchangers.h"
#include "postroad/route/next-hop.h"
#include "postroad/store/attempt-outcome.h"

#include <string>
#include <vector>

namespace ns3::postroad
{

/// What a look-up found, or why it found nothing.
struct Found
{
    std::vector<std::string> names; ///< hosts or addresses, in the order in which to try them
    store::AttemptOutcome failure;  ///< when there are none: whether it is worth another attempt
};

/// Looks up where to connect to.
class NextHopFinder
{
  public:
    /**
     * \param resolver asks the name servers; must outlive the finder
     * \param random decides between equal preferences
     */
    NextHopFinder(Resolver& resolver, route::RandomIndex random);

    /// The hosts that take mail for a next hop that is not local. The host that asks is none of
    /// them.
    Task<Found> FindHosts(route::NextHop hop);

    /// The addresses of a host.
    Task<Found> FindAddresses(std::string host);

  private:
    Task<Found> FindExchangers(std::string domain);

    Resolver& m_resolver;
    route::RandomIndex m_random;
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_MAIL_NEXT_HOP_FINDER_H

/**
 * The network that the benchmarks run on, the same for mail and for the raw exchange.
 *
 *     pc.a.net ------ mail.a.net ------ mail.b.net        each link: 1 Gbps, 5 ms
 *         |               |
 *         +---- ns.net ---+
 *
 * One link lies between any two that talk. With routers between them ns-3 would have more to do for
 * each packet, and mail's share in the cost would look smaller.
 */
#ifndef POSTROAD_BENCHMARKS_MAIL_NETWORK_H
#define POSTROAD_BENCHMARKS_MAIL_NETWORK_H

#include "postroad/topology/installed-network.h"

#include "ns3/ptr.h"

namespace ns3::postroad::bench
{

inline constexpr auto USER_HOST = "pc.a.net";         ///< where messages are written
inline constexpr auto SUBMISSION_HOST = "mail.a.net"; ///< the MSA
inline constexpr auto TRANSFER_HOST = "mail.b.net";   ///< the MTA, with the mailbox
inline constexpr auto NAME_HOST = "ns.net";           ///< the name server of both domains

/// Builds the network in a simulator that is as new, with the random streams at their start.
Ptr<InstalledNetwork> InstallMailNetwork();

} // namespace ns3::postroad::bench

#endif // POSTROAD_BENCHMARKS_MAIL_NETWORK_H

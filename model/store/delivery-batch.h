/**
 * Recipients of one message that go the same way, and so in one mail transaction.
 */
#ifndef POSTROAD_STORE_DELIVERY_BATCH_H
#define POSTROAD_STORE_DELIVERY_BATCH_H

#include "postroad/mail/domain-name.h"
#include "postroad/mail/envelope.h"
#include "postroad/store/queue-id.h"

#include <cstddef>
#include <string>
#include <vector>

namespace ns3::postroad::store
{

/// More recipients than every server takes at once go in several transactions (RFC 5321
/// section 4.5.3.1.8).
constexpr std::size_t BATCH_LIMIT = 100;

/// What one attempt is made for.
struct DeliveryBatch
{
    QueueId id;                                ///< of the message
    mail::DomainName destination;              ///< the next hop that its recipients share
    std::vector<mail::ForwardPath> recipients; ///< at least one, at most BATCH_LIMIT

    bool operator==(const DeliveryBatch&) const = default;
};

} // namespace ns3::postroad::store

#endif // POSTROAD_STORE_DELIVERY_BATCH_H

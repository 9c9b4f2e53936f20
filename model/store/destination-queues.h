/**
 * What is to be sent now, in one line for each destination, and how many deliveries to a
 * destination may be under way at once (RFC 5321 section 4.5.4.1).
 *
 * A delivery begins with one batch and goes on with the next for the same destination, so that
 * messages to one host can share a connection:
 *
 *     while (auto batch = queues.Begin())           // for each: start a delivery, which does
 *         do { ... } while ((batch = queues.Next(destination)));
 *
 * A value that knows no time; what is in it is under way in the MessageQueue, and lost with the
 * power.
 */
#ifndef POSTROAD_STORE_DESTINATION_QUEUES_H
#define POSTROAD_STORE_DESTINATION_QUEUES_H

#include "postroad/mail/domain-name.h"
#include "postroad/store/delivery-batch.h"

#include <deque>
#include <map>
#include <optional>

namespace ns3::postroad::store
{

/// The batches that wait for a delivery, by destination.
class DestinationQueues
{
  public:
    /// \param concurrency how many deliveries to one destination there may be; at least 1
    explicit DestinationQueues(std::size_t concurrency = 1);

    /// Puts a batch behind the others for its destination.
    void Add(DeliveryBatch batch);

    /// Begins another delivery where that is allowed and something waits. \return its first batch
    std::optional<DeliveryBatch> Begin();

    /// The next batch of a delivery that has begun; none, and the delivery is over, when nothing
    /// waits.
    std::optional<DeliveryBatch> Next(const mail::DomainName& destination);

    /// The deliveries to a destination that are under way.
    std::size_t CountDeliveries(const mail::DomainName& destination) const;

  private:
    /// One line.
    struct Destination
    {
        std::deque<DeliveryBatch> waiting; ///< first come, first served
        std::size_t deliveries{0};         ///< that are under way
    };

    std::size_t m_concurrency;
    std::map<mail::DomainName, Destination> m_destinations;
};

} // namespace ns3::postroad::store

#endif // POSTROAD_STORE_DESTINATION_QUEUES_H

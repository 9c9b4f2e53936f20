/**
 * A host's own name for a message in its queue: what "id" in a Received field and "queued as" in a
 * reply give. A count, written as Postfix writes its short queue ids, in hexadecimal.
 */
#ifndef POSTROAD_STORE_QUEUE_ID_H
#define POSTROAD_STORE_QUEUE_ID_H

#include <cstdint>
#include <string>

namespace ns3::postroad::store
{

/// Ordered as the ids were given out.
struct QueueId
{
    std::uint64_t number{0}; ///< never given out twice by one queue

    /// "12345", in upper-case hexadecimal.
    std::string ToString() const;

    bool operator==(const QueueId&) const = default;

    bool operator<(const QueueId& other) const
    {
        return number < other.number;
    }
};

} // namespace ns3::postroad::store

#endif // POSTROAD_STORE_QUEUE_ID_H

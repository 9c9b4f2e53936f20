/**
 * What a greylisting server remembers: who wrote from where to whom, and since when (RFC 6647
 * section 2.4).
 *
 * A triplet that was let through stays known. It leaves out the exemption of whole clients.
 */
#ifndef POSTROAD_POLICY_GREYLIST_H
#define POSTROAD_POLICY_GREYLIST_H

#include "postroad/wire/time-point.h"

#include <cstddef>
#include <deque>
#include <map>
#include <string>
#include <tuple>

namespace ns3::postroad::policy
{

/// A client, a sender and a recipient.
struct GreylistTriplet
{
    std::string client;    ///< its address
    std::string sender;    ///< the reverse path
    std::string recipient; ///< the forward path

    bool operator<(const GreylistTriplet& other) const
    {
        return std::tie(client, sender, recipient) <
               std::tie(other.client, other.sender, other.recipient);
    }
};

/// The triplets of one server.
class Greylist
{
  public:
    /// More triplets than this are not kept: the oldest is forgotten.
    static constexpr std::size_t TRIPLET_LIMIT = 10'000;

    /**
     * Meets a triplet.
     * \param triplet who wants to write to whom
     * \param delay how long a triplet waits from its first try
     * \param now the present time
     * \return how long it has to wait from now; zero when it may pass
     */
    wire::Duration Meet(const GreylistTriplet& triplet, wire::Duration delay, wire::TimePoint now);

    /// How many triplets are known.
    std::size_t GetSize() const
    {
        return m_firstSeen.size();
    }

  private:
    std::map<GreylistTriplet, wire::TimePoint> m_firstSeen;
    std::deque<GreylistTriplet> m_order; ///< the same, oldest first
};

} // namespace ns3::postroad::policy

#endif // POSTROAD_POLICY_GREYLIST_H

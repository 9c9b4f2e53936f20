/**
 * One attempt for some recipients, over as many hosts as it takes (RFC 5321 section 5.1).
 *
 * Each host decides on those recipients that it takes or refuses; the others go on to the next
 * host, until none is left. A host that can never be found does not undo that another one may
 * answer later.
 */
#ifndef POSTROAD_ROUTE_DELIVERY_ATTEMPT_H
#define POSTROAD_ROUTE_DELIVERY_ATTEMPT_H

#include "postroad/route/attempt-outcome.h"

#include <cstddef>
#include <vector>

namespace ns3::postroad::route
{

/// What the attempt has come to so far.
class DeliveryAttempt
{
  public:
    using Results = std::vector<AttemptResult>;

    /// \param recipients all of one message and one destination
    explicit DeliveryAttempt(std::vector<mail::ForwardPath> recipients);

    /// The recipients for which another host may do better, in their order.
    std::vector<mail::ForwardPath> GetPending() const;

    /// True when no other host needs to be tried.
    bool IsDecided() const;

    /// Tells what a host made of the pending recipients. \param results in the order of
    /// GetPending()
    void Note(const Results& results);

    /// Tells why no pending recipient got anywhere at one host, or at all.
    void NoteFailure(const AttemptResult& failure);

    /// One result for each recipient, in their order.
    const Results& GetResults() const
    {
        return m_results;
    }

  private:
    std::vector<mail::ForwardPath> m_recipients;
    Results m_results;
    std::vector<bool> m_isFinal; ///< no host is to be tried for this recipient any more
};

} // namespace ns3::postroad::route

#endif // POSTROAD_ROUTE_DELIVERY_ATTEMPT_H

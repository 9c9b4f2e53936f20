/**
 * One attempt for some recipients, over as many hosts as it takes (RFC 5321 section 5.1).
 *
 * Each host decides on those recipients that it takes or refuses; the others go on to the next
 * host, until none is left. A host that can never be found does not undo that another one may
 * answer later.
 */
#ifndef POSTROAD_ROUTE_DELIVERY_ATTEMPT_H
#define POSTROAD_ROUTE_DELIVERY_ATTEMPT_H

#include "postroad/mail/envelope.h"
#include "postroad/store/attempt-outcome.h"

#include <cstddef>
#include <vector>

namespace ns3::postroad::route
{

/// What the attempt has come to so far.
class DeliveryAttempt
{
  public:
    using Outcomes = std::vector<store::AttemptOutcome>;

    /// \param recipients all of one message and one destination
    explicit DeliveryAttempt(std::vector<mail::ForwardPath> recipients);

    /// The recipients for which another host may do better, in their order.
    std::vector<mail::ForwardPath> GetPending() const;

    /// True when no other host needs to be tried.
    bool IsDecided() const;

    /// Tells what a host made of the pending recipients. \param outcomes in the order of
    /// GetPending()
    void Note(const Outcomes& outcomes);

    /// Tells why no pending recipient got anywhere at one host, or at all.
    void NoteFailure(const store::AttemptOutcome& failure);

    /// One outcome for each recipient, in their order.
    const Outcomes& GetOutcomes() const
    {
        return m_outcomes;
    }

  private:
    std::vector<mail::ForwardPath> m_recipients;
    Outcomes m_outcomes;
    std::vector<bool> m_isFinal; ///< no host is to be tried for this recipient any more
};

} // namespace ns3::postroad::route

#endif // POSTROAD_ROUTE_DELIVERY_ATTEMPT_H

#include "postroad/route/delivery-attempt.h"

#include <algorithm>
#include <utility>

namespace ns3::postroad::route
{

namespace
{

/// True when this host is waited for: it is known, and did not answer.
bool
IsAwaited(const store::AttemptOutcome& outcome)
{
    return !outcome.nextHop.empty() && outcome.status == store::AttemptStatus::DEFERRED;
}

/// True when the failure is that of a name, not a host's own word.
bool
IsUnfindable(const store::AttemptOutcome& failure)
{
    return failure.status == store::AttemptStatus::REFUSED && !failure.isReply;
}

} // namespace

DeliveryAttempt::DeliveryAttempt(std::vector<mail::ForwardPath> recipients)
    : m_recipients(std::move(recipients))
    , m_outcomes(m_recipients.size())
    , m_isFinal(m_recipients.size())
{
}

std::vector<mail::ForwardPath>
DeliveryAttempt::GetPending() const
{
    std::vector<mail::ForwardPath> pending;
    for (std::size_t i = 0; i < m_recipients.size(); ++i)
    {
        if (!m_isFinal[i])
        {
            pending.push_back(m_recipients[i]);
        }
    }
    return pending;
}

bool
DeliveryAttempt::IsDecided() const
{
    return std::find(m_isFinal.begin(), m_isFinal.end(), false) == m_isFinal.end();
}

void
DeliveryAttempt::Note(const Outcomes& outcomes)
{
    auto outcome = outcomes.begin();
    for (std::size_t i = 0; i < m_recipients.size(); ++i)
    {
        if (!m_isFinal[i] && outcome != outcomes.end())
        {
            m_isFinal[i] = !outcome->IsWorthAnotherHost();
            m_outcomes[i] = *outcome++;
        }
    }
}

void
DeliveryAttempt::NoteFailure(const store::AttemptOutcome& failure)
{
    for (std::size_t i = 0; i < m_recipients.size(); ++i)
    {
        if (!m_isFinal[i] && !(IsUnfindable(failure) && IsAwaited(m_outcomes[i])))
        {
            m_outcomes[i] = failure;
            m_isFinal[i] = !failure.IsWorthAnotherHost() && !IsUnfindable(failure);
        }
    }
}

} // namespace ns3::postroad::route

#include "postroad/store/queued-message.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ns3::postroad::store
{

namespace
{

// In the order of the enumeration.
constexpr std::array<std::string_view, 4> STATE_NAMES{"queued", "delivered", "relayed", "bounced"};

} // namespace

std::string_view
GetName(RecipientState state)
{
    return STATE_NAMES.at(static_cast<std::size_t>(state));
}

mail::Envelope
QueuedMessage::MakeEnvelope(std::vector<mail::ForwardPath> to) const
{
    return {reversePath, std::move(to), body, isInternationalized, returned, envelopeId};
}

const QueuedRecipient*
QueuedMessage::FindRecipient(const mail::ForwardPath& path) const
{
    const auto recipient =
        std::find_if(recipients.begin(), recipients.end(), [&path](const auto& candidate) {
            return candidate.path == path;
        });
    return recipient == recipients.end() ? nullptr : &*recipient;
}

std::optional<wire::TimePoint>
QueuedMessage::GetNextDue() const
{
    std::optional<wire::TimePoint> due;
    const auto note = [&due](wire::TimePoint time) { due = due ? std::min(*due, time) : time; };
    for (const auto& recipient : recipients)
    {
        if (recipient.IsWaiting())
        {
            note(recipient.nextAttempt);
            note(recipient.warning.value_or(recipient.nextAttempt));
        }
    }
    return due;
}

bool
QueuedMessage::IsFinished() const
{
    return std::none_of(recipients.begin(), recipients.end(), [](const auto& recipient) {
        return recipient.state == RecipientState::QUEUED;
    });
}

} // namespace ns3::postroad::store

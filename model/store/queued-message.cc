#include "postroad/store/queued-message.h"

#include <algorithm>
#include <array>

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

const QueuedRecipient*
QueuedMessage::FindRecipient(const mime::ForwardPath& path) const
{
    const auto recipient =
        std::find_if(recipients.begin(), recipients.end(), [&path](const auto& candidate) {
            return candidate.path == path;
        });
    return recipient == recipients.end() ? nullptr : &*recipient;
}

bool
QueuedMessage::IsFinished() const
{
    return std::none_of(recipients.begin(), recipients.end(), [](const auto& recipient) {
        return recipient.state == RecipientState::QUEUED;
    });
}

bool
QueuedMessage::IsTaken() const
{
    return std::any_of(recipients.begin(), recipients.end(), [](const auto& recipient) {
        return recipient.isTaken;
    });
}

} // namespace ns3::postroad::store

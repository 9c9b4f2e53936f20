#include "postroad/scenario/evaluate.h"
#include "postroad/text/ascii.h"

#include <algorithm>

namespace ns3::postroad::scenario
{

namespace
{

std::string
Describe(std::optional<std::size_t> messages, std::optional<std::size_t> fetched)
{
    std::string text;
    if (messages)
    {
        text = std::to_string(*messages) + " on the server";
    }
    if (fetched)
    {
        text += (messages ? " and " : "") + std::to_string(*fetched) + " fetched";
    }
    return text;
}

} // namespace

Verdict
Evaluate(const ExpectMailbox& expected, const RunFacts& facts)
{
    const auto user = expected.user.ToString();
    const auto count = [&user, &facts](bool isFetched) {
        return static_cast<std::size_t>(
            std::count_if(facts.mail.begin(), facts.mail.end(), [&](const auto& message) {
                return text::EqualsIgnoringCase(message.mailbox, user) &&
                       message.isFetched == isFetched;
            }));
    };
    const auto messages = count(false);
    const auto fetched = count(true);
    return {expected.messages.value_or(messages) == messages &&
                expected.fetched.value_or(fetched) == fetched,
            "messages of " + user + ": " + Describe(expected.messages, expected.fetched),
            Describe(messages, fetched)};
}

} // namespace ns3::postroad::scenario

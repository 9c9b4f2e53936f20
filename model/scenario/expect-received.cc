#include "postroad/mail/mail-message.h"
#include "postroad/mail/received-field.h"
#include "postroad/scenario/evaluate.h"
#include "postroad/text/ascii.h"
#include "postroad/trace/event-words.h"

#include <algorithm>

namespace ns3::postroad::scenario
{

namespace
{

template <typename Name>
std::string
Join(const std::vector<Name>& names)
{
    std::string text;
    for (const std::string& name : names)
    {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text.empty() ? "no Received field" : text;
}

/// Whether a message carries a Message-ID, given without its brackets.
bool
HasMessageId(const mail::Message& message, const std::string& id)
{
    const auto* const field = message.Find("Message-ID");
    return field && field->GetValue() == "<" + id + ">";
}

/// The first copy of the message in any mailbox or mail program.
std::optional<mail::Message>
FindMessage(const std::string& id, const RunFacts& facts)
{
    for (const auto& stored : facts.mail)
    {
        if (auto message = mail::ParseMessage(stored.content); HasMessageId(message, id))
        {
            return message;
        }
    }
    return std::nullopt;
}

/// The hosts that added Received fields, in the order of travel: the reverse of the header's.
std::vector<std::string>
GetHops(const mail::Message& message)
{
    std::vector<std::string> hops;
    for (const auto* const field : message.FindAll(mail::ReceivedField::NAME))
    {
        const auto received = mail::ParseReceivedField(*field);
        hops.push_back(received ? received->by.domain : "(a field that cannot be read)");
    }
    std::reverse(hops.begin(), hops.end());
    return hops;
}

} // namespace

Verdict
Evaluate(const ExpectReceived& expected, const RunFacts& facts)
{
    Verdict verdict;
    verdict.expected =
        expected.message + " to carry " +
        (expected.by.empty() ? trace::Count(expected.hops.value_or(0), "Received field")
                             : "Received fields by " + Join(expected.by));
    const auto id = facts.messageIds.find(expected.message);
    const auto message =
        id == facts.messageIds.end() ? std::nullopt : FindMessage(id->second, facts);
    if (!message)
    {
        verdict.happened = "no such message in any mailbox";
        return verdict;
    }
    const auto hops = GetHops(*message);
    const auto isSame = std::equal(hops.begin(),
                                   hops.end(),
                                   expected.by.begin(),
                                   expected.by.end(),
                                   mail::AreSameDomain);
    verdict.happened = std::to_string(hops.size()) + ": " + Join(hops);
    verdict.holds =
        (expected.by.empty() || isSame) && expected.hops.value_or(hops.size()) == hops.size();
    return verdict;
}

} // namespace ns3::postroad::scenario

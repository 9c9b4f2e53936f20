#include "postroad/policy/server-behaviour-state.h"

#include "postroad/policy/relay-policy.h"
#include "postroad/text/ascii.h"

#include <algorithm>
#include <utility>

namespace ns3::postroad::policy
{

namespace
{

constexpr smtp::EnhancedCode MAILBOX_BUSY{4, 2, 1};
constexpr smtp::EnhancedCode MAILBOX_FULL{4, 2, 2};
constexpr smtp::EnhancedCode GREYLISTED{4, 7, 1};

bool
IsAmong(const std::vector<mail::AddrSpec>& mailboxes, const mail::AddrSpec& mailbox)
{
    return std::any_of(mailboxes.begin(), mailboxes.end(), [&mailbox](const auto& each) {
        return IsSameMailbox(each, mailbox);
    });
}

/// Whole seconds, rounded up, so that a client that waits as long as it was told has waited enough.
std::string
CountSeconds(wire::Duration wait)
{
    return std::to_string(std::chrono::ceil<std::chrono::seconds>(wait).count());
}

} // namespace

ServerBehaviourState::ServerBehaviourState(ServerBehaviour behaviour)
    : m_behaviour(std::move(behaviour))
    , m_busyGiven(m_behaviour.busy.size(), 0)
{
}

std::optional<smtp::Reply>
ServerBehaviourState::JudgeClient(const std::string& hostName,
                                  const std::string& client,
                                  wire::TimePoint now)
{
    if (!m_behaviour.rate || m_rate.Admit(client, *m_behaviour.rate, now))
    {
        return std::nullopt;
    }
    // RFC 2034 section 3: the replies to EHLO and HELO carry no enhanced code.
    return smtp::MakeReply(421, hostName + " Too many connections from " + client + ", try later");
}

std::optional<smtp::Reply>
ServerBehaviourState::JudgeRecipient(const std::string& client,
                                     const mail::ReversePath& sender,
                                     const mail::ForwardPath& recipient,
                                     wire::TimePoint now)
{
    if (IsPostmaster(recipient.mailbox))
    {
        return std::nullopt;
    }
    if (IsAmong(m_behaviour.unknown, recipient.mailbox))
    {
        return MakeUnknownMailboxReply(recipient);
    }
    const auto name = recipient.ToString();
    if (const auto wait = MeetGreylist({client, sender.ToString(), name}, now);
        wait > wire::Duration(0))
    {
        return smtp::MakeReply(451,
                               GREYLISTED,
                               name + ": Greylisted, try again in " + CountSeconds(wait) + " s");
    }
    if (CountBusy(recipient.mailbox))
    {
        return smtp::MakeReply(450, MAILBOX_BUSY, name + ": Mailbox busy, try again later");
    }
    if (IsAmong(m_behaviour.overQuota, recipient.mailbox))
    {
        return smtp::MakeReply(452, MAILBOX_FULL, name + ": Mailbox full");
    }
    return std::nullopt;
}

/// How long a triplet has to wait; zero where nobody has to.
wire::Duration
ServerBehaviourState::MeetGreylist(GreylistTriplet triplet, wire::TimePoint now)
{
    if (!m_behaviour.greylist)
    {
        return wire::Duration(0);
    }
    triplet.sender = text::ToLower(triplet.sender);
    triplet.recipient = text::ToLower(triplet.recipient);
    return m_greylist.Meet(triplet, m_behaviour.greylist->delay, now);
}

bool
ServerBehaviourState::MustDisconnect(Stage stage)
{
    const auto& rule = m_behaviour.disconnect;
    if (!rule || rule->after != stage || m_disconnections >= rule->times.value_or(SIZE_MAX))
    {
        return false;
    }
    ++m_disconnections;
    return true;
}

bool
ServerBehaviourState::CountBusy(const mail::AddrSpec& mailbox)
{
    for (std::size_t i = 0; i < m_busyGiven.size(); ++i)
    {
        const auto& rule = m_behaviour.busy[i];
        if (IsSameMailbox(rule.mailbox, mailbox) && m_busyGiven[i] < rule.times)
        {
            ++m_busyGiven[i];
            return true;
        }
    }
    return false;
}

} // namespace ns3::postroad::policy

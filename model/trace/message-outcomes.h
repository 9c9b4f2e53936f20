/**
 * Follows each message across the hosts by its Message-ID, on one host also by its queue id.
 *
 * A host that has queued a message answers for it until it has relayed, delivered or bounced it.
 * As the next host queues before the one before learns of it, each (host, queue id) is counted
 * apart, and a message is queued as long as one of them answers for it. A copy that comes later,
 * because the reply to the message was lost (RFC 1047), does not change that it was delivered.
 */
#ifndef POSTROAD_TRACE_MESSAGE_OUTCOMES_H
#define POSTROAD_TRACE_MESSAGE_OUTCOMES_H

#include "postroad/event/event-sink.h"
#include "postroad/trace/message-outcome.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace ns3::postroad::trace
{

/// Knows at any time what has become of every message so far.
class MessageOutcomes final : public event::EventSink
{
  public:
    void OnEvent(const event::Event& event) override;

    /// Tells what the scenario calls its messages. \param messageIds by what it calls them
    void SetSendIds(const std::map<std::string, std::string>& messageIds);

    /// All messages in the order in which they were first seen.
    const std::vector<MessageOutcome>& GetMessages() const
    {
        return m_messages;
    }

  private:
    /// A queue's entry: host and queue id.
    using Entry = std::pair<std::string, std::string>;

    std::size_t FindMessage(const event::Event& event);
    std::vector<std::string> GetRecipients(const event::Event& event, std::size_t message) const;
    void Note(const event::Event& event, std::size_t message, const std::string& recipient);
    void Queue(const event::Event& event, std::size_t message, const std::string& recipient);
    void Leave(const event::Event& event,
               std::size_t message,
               const std::string& recipient,
               Outcome outcome);

    std::vector<MessageOutcome> m_messages;
    std::map<std::string, std::size_t> m_byMessageId; ///< index in m_messages
    std::map<Entry, std::size_t> m_byEntry;           ///< index in m_messages

    /// Who answers for a message and a recipient, oldest first.
    std::map<std::pair<std::size_t, std::string>, std::vector<Entry>> m_holders;
};

} // namespace ns3::postroad::trace

#endif // POSTROAD_TRACE_MESSAGE_OUTCOMES_H

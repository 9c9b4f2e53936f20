/**
 * A maildrop as one POP3 session sees it (RFC 1939 sections 4 and 5): the messages that were there
 * when the lock was taken, numbered from 1, and the marks of those that are to be removed.
 *
 * The numbers stay with their messages until the session ends; marks change nothing in the mailbox.
 */
#ifndef POSTROAD_POP3_POP3_MAILDROP_H
#define POSTROAD_POP3_POP3_MAILDROP_H

#include "postroad/store/mailbox.h"

#include <cstddef>
#include <string>
#include <vector>

namespace ns3::postroad::pop3
{

/// The messages of one session.
class Maildrop
{
  public:
    Maildrop() = default;

    /// \param messages in the order of their numbers
    explicit Maildrop(std::vector<store::StoredMessage> messages);

    /// The highest number, that of a marked message, too.
    std::size_t GetLastNumber() const
    {
        return m_messages.size();
    }

    /// True for a number from 1 to the last one.
    bool HasNumber(std::size_t number) const;

    /// True when the message of that number is to be removed.
    bool IsMarked(std::size_t number) const;

    /// Marks a message for removal.
    void Mark(std::size_t number);

    /// Takes all marks away.
    void UnmarkAll();

    /// The octets that RETR sends, without dots added: CRLF counts as two.
    std::size_t GetOctets(std::size_t number) const;

    /// The message of that number, its last line ended.
    const std::string& GetContent(std::size_t number) const;

    /// The messages that are not marked, and their octets in all.
    std::size_t CountMessages() const;
    std::size_t CountOctets() const;

    /// The names of the marked messages.
    std::vector<store::UniqueId> GetMarked() const;

    /// "2 messages (620 octets)", marked ones left out.
    std::string Describe() const;

  private:
    struct Entry
    {
        store::StoredMessage message;
        bool isMarked{false};
    };

    std::vector<Entry> m_messages;
};

/// "1 message", "2 messages".
std::string DescribeCount(std::size_t count);

} // namespace ns3::postroad::pop3

#endif // POSTROAD_POP3_POP3_MAILDROP_H

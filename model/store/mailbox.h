/**
 * One user's mailbox on the disk of a host: messages in the order of their arrival, each under a
 * unique-id that is never given out again (RFC 1939 section 7, RFC 9051 section 2.3.1.1).
 *
 * The lock is POP3's exclusive access (RFC 1939 section 3): it keeps a second reader out, while
 * delivery goes on. Folders, flags and quotas are left out.
 */
#ifndef POSTROAD_STORE_MAILBOX_H
#define POSTROAD_STORE_MAILBOX_H

#include <cstdint>
#include <string>
#include <vector>

namespace ns3::postroad::store
{

/// Names a message within its mailbox, for ever.
struct UniqueId
{
    std::uint32_t number{0}; ///< counted from 1 in each mailbox

    bool operator==(const UniqueId&) const = default;

    bool operator<(const UniqueId& other) const
    {
        return number < other.number;
    }
};

/// A message at rest.
struct StoredMessage
{
    UniqueId uid;        ///< its name in the mailbox
    std::string content; ///< header and body, lines ended by CRLF

    bool operator==(const StoredMessage&) const = default;
};

/// The messages of one user.
class Mailbox
{
  public:
    /// Adds a message behind those that are there.
    UniqueId Append(std::string content);

    /// Removes a message; false when there is none of that name.
    bool Remove(UniqueId uid);

    /// The messages, oldest first.
    const std::vector<StoredMessage>& GetMessages() const
    {
        return m_messages;
    }

    /// Takes the lock; false when another reader has it.
    bool TryLock();

    /// Gives the lock back.
    void Unlock();

  private:
    std::vector<StoredMessage> m_messages; ///< ordered by their unique-ids
    UniqueId m_lastUid;
    bool m_isLocked{false};
};

} // namespace ns3::postroad::store

#endif // POSTROAD_STORE_MAILBOX_H

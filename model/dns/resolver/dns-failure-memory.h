/**
 * What a resolver remembers of look-ups that failed, so that servers in trouble are not asked the
 * same again at once (RFC 9520): for 5 seconds at first, and twice as long each time that it fails
 * again, up to 5 minutes.
 *
 * A full memory forgets first what would expire first.
 *
 * Left out: remembering failures of servers, whatever they are asked.
 */
#ifndef POSTROAD_DNS_RESOLVER_DNS_FAILURE_MEMORY_H
#define POSTROAD_DNS_RESOLVER_DNS_FAILURE_MEMORY_H

#include "postroad/dns/resolver/dns-lookup.h"
#include "postroad/wire/time-point.h"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace ns3::postroad::dns
{

/// A look-up that failed not long ago.
struct RememberedFailure
{
    LookupStatus status{LookupStatus::TIMED_OUT}; ///< how
    std::string reason;                           ///< in words
    wire::TimePoint until;                        ///< it is not tried before
};

/// The failures of one resolver.
class FailureMemory
{
  public:
    /// For how long the first failure is remembered, and how long at most (RFC 9520 section 3.2).
    static constexpr wire::Duration FIRST = std::chrono::seconds(5);
    static constexpr wire::Duration LONGEST = std::chrono::minutes(5);

    /// How many failures are remembered.
    static constexpr std::size_t LIMIT = 10000;

    /// A look-up of the question has failed now.
    void Remember(const Question& question,
                  LookupStatus status,
                  const std::string& reason,
                  wire::TimePoint now);

    /// The failure that forbids to look the question up now, if there is one.
    std::optional<RememberedFailure> Find(const Question& question, wire::TimePoint now) const;

    /// A look-up of the question has not failed.
    void Forget(const Question& question);

    /// How many are held, expired ones included.
    std::size_t GetSize() const
    {
        return m_entries.size();
    }

  private:
    using Key = std::pair<Name, RecordType>;

    struct Entry
    {
        RememberedFailure failure;
        wire::Duration time{FIRST}; ///< for which it is remembered
    };

    void Erase(std::map<Key, Entry>::iterator at);

    std::map<Key, Entry> m_entries;
    std::set<std::pair<wire::TimePoint, Key>> m_expiries;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_RESOLVER_DNS_FAILURE_MEMORY_H

/**
 * How often clients have connected of late, for a server that limits it.
 */
#ifndef POSTROAD_POLICY_CONNECTION_RATE_H
#define POSTROAD_POLICY_CONNECTION_RATE_H

#include "postroad/policy/server-behaviour.h"

#include <cstddef>
#include <deque>
#include <map>
#include <string>

namespace ns3::postroad::policy
{

/// The connections that one server has admitted.
class ConnectionRate
{
  public:
    /// More clients than this are not kept: those that have been quiet the longest are forgotten.
    static constexpr std::size_t CLIENT_LIMIT = 10'000;

    /// Whether a client may connect now; if so, that is counted.
    bool Admit(const std::string& client, const RateLimit& limit, wire::TimePoint now);

    /// How many clients are remembered.
    std::size_t GetSize() const
    {
        return m_admitted.size();
    }

  private:
    using Times = std::deque<wire::TimePoint>; ///< in order, at most as many as the limit allows

    void MakeRoom();

    std::map<std::string, Times> m_admitted; ///< by client; none is empty
};

} // namespace ns3::postroad::policy

#endif // POSTROAD_POLICY_CONNECTION_RATE_H

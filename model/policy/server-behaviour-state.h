/**
 * A server's behaviour at work: the decisions that a ServerBehaviour (server-behaviour.h) makes,
 * and what they depend on of what happened before.
 *
 * Time is passed in. The state stands on the host's disk: it outlives power cuts.
 */
#ifndef POSTROAD_POLICY_SERVER_BEHAVIOUR_STATE_H
#define POSTROAD_POLICY_SERVER_BEHAVIOUR_STATE_H

#include "postroad/mail/envelope.h"
#include "postroad/policy/connection-rate.h"
#include "postroad/policy/greylist.h"
#include "postroad/policy/server-behaviour.h"
#include "postroad/smtp/grammar/smtp-reply.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace ns3::postroad::policy
{

/// One server's memory of its clients.
class ServerBehaviourState
{
  public:
    explicit ServerBehaviourState(ServerBehaviour behaviour);

    /**
     * Decides on a client that introduces itself.
     * \param hostName the server's own name
     * \param client the client's address
     * \param now the present time
     * \return 421 for one that connects too often; none otherwise
     */
    std::optional<smtp::Reply>
    JudgeClient(const std::string& hostName, const std::string& client, wire::TimePoint now);

    /**
     * Decides on a recipient that policy would accept. Postmaster is spared (RFC 5321 section
     * 4.5.1).
     * \param client the client's address
     * \param sender the reverse path
     * \param recipient the forward path
     * \param now the present time
     * \return 450, 451, 452 or 550; none to accept it
     */
    std::optional<smtp::Reply> JudgeRecipient(const std::string& client,
                                              const mail::ReversePath& sender,
                                              const mail::ForwardPath& recipient,
                                              wire::TimePoint now);

    /// Whether a stranger's address must have a name that leads back to it (client-name.h).
    bool RequiresClientName() const
    {
        return m_behaviour.requiresClientName;
    }

    /// How long the server takes to do what it is asked.
    wire::Duration GetDelay() const
    {
        return m_behaviour.tarpit;
    }

    /// Whether the connection is to break in place of the reply at a stage; if so, it is counted.
    bool MustDisconnect(Stage stage);

  private:
    wire::Duration MeetGreylist(GreylistTriplet triplet, wire::TimePoint now);
    bool CountBusy(const mail::AddrSpec& mailbox);

    ServerBehaviour m_behaviour;
    std::vector<std::size_t> m_busyGiven; ///< for each busy mailbox, how often it was said
    std::size_t m_disconnections{0};
    Greylist m_greylist;
    ConnectionRate m_rate;
};

} // namespace ns3::postroad::policy

#endif // POSTROAD_POLICY_SERVER_BEHAVIOUR_STATE_H

/**
 * The mail side of the benchmark: messages of 4 kB on their way from a user agent over a submission
 * agent and a transfer agent into a mailbox.
 *
 * Each message looks its servers up in the DNS and has connections of its own; the next one is sent
 * while those before it are still under way.
 */
#ifndef POSTROAD_BENCHMARKS_MAIL_LOAD_H
#define POSTROAD_BENCHMARKS_MAIL_LOAD_H

#include "postroad/event/event-sink.h"
#include "postroad/topology/installed-network.h"
#include "postroad/trace/event-record.h"

#include "ns3/application-container.h"

#include <cstddef>
#include <string>

namespace ns3::postroad::bench
{

/// Agents on the benchmarks' network, and what they are to send.
class MailLoad
{
  public:
    /// The octets of a message's body on the wire.
    static constexpr std::size_t BODY_SIZE = 4096;

    /**
     * Installs the agents and plans the messages.
     * \param network from InstallMailNetwork()
     * \param messages how many
     */
    MailLoad(Ptr<InstalledNetwork> network, std::size_t messages);

    /// Has everything that happens recorded. \param sink told of it; must outlive the run
    void Record(event::EventSink& sink);

    /// The messages that stand in the mailbox.
    std::size_t CountDelivered() const;

  private:
    void InstallNameServer();
    void InstallTransferAgent();
    void InstallSubmissionAgent();
    void InstallUserAgent(std::size_t messages);
    std::string GetAddressText(const char* host) const;

    Ptr<InstalledNetwork> m_network;
    ApplicationContainer m_agents;
    trace::EventRecord m_record;
};

} // namespace ns3::postroad::bench

#endif // POSTROAD_BENCHMARKS_MAIL_LOAD_H

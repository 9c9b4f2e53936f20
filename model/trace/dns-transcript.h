/**
 * The questions that hosts asked of name servers and the answers they got, over UDP and TCP, and
 * what a resolver knew without asking, in lines like dig's.
 *
 * One file a host that asked, told from its own side.
 */
#ifndef POSTROAD_TRACE_DNS_TRANSCRIPT_H
#define POSTROAD_TRACE_DNS_TRANSCRIPT_H

#include "postroad/trace/transcript.h"

#include <map>
#include <string>
#include <vector>

namespace ns3::postroad::trace
{

/// Collects the lookups of a run.
class DnsTranscriptRecorder final : public event::EventSink
{
  public:
    void OnEvent(const event::Event& event) override;

    /// One transcript for each host that asked, "dns-mail.a.net.txt", by the hosts' names.
    std::vector<Transcript> GetTranscripts() const;

  private:
    HostNames m_hosts;
    std::map<std::string, std::vector<event::Event>> m_lookups; ///< by the host that asked
};

} // namespace ns3::postroad::trace

#endif // POSTROAD_TRACE_DNS_TRANSCRIPT_H

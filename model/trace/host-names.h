/**
 * Whose address an address is, as far as the record tells.
 *
 * A host tells its addresses when it comes up; each end of a connection tells its own. An address
 * that was not told stands for itself.
 */
#ifndef POSTROAD_TRACE_HOST_NAMES_H
#define POSTROAD_TRACE_HOST_NAMES_H

#include "postroad/event/event-sink.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace ns3::postroad::trace
{

/// Finds the host that has an address.
class HostNames final : public event::EventSink
{
  public:
    void OnEvent(const event::Event& event) override;

    /// The host's name, or the address itself.
    std::string Find(std::string_view address) const;

    /// The host at the client's end of an event's connection.
    std::string FindClient(const event::Event& event) const;

    /// The host at the server's end of an event's connection.
    std::string FindServer(const event::Event& event) const;

    /// True when it is for this end to tell that its connection opened, closed or failed: for the
    /// client's, or for the only one that is in the record.
    bool IsTeller(const event::Event& event) const;

    /// The length of the longest name so far, for columns.
    std::size_t GetWidth() const
    {
        return m_width;
    }

  private:
    void Learn(const std::string& address, const std::string& host);

    std::map<std::string, std::string, std::less<>> m_hosts; ///< by address
    std::size_t m_width{0};
};

} // namespace ns3::postroad::trace

#endif // POSTROAD_TRACE_HOST_NAMES_H

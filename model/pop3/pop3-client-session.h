/**
 * The client's side of a POP3 session (RFC 1939), without I/O or clock: it logs in, asks what there
 * is, fetches every message, marks each for removal if it is told to, and takes its leave.
 *
 * The agent only listens: messages, faults and the end come as events. After a refusal the session
 * still says QUIT, so that what was marked before is removed; after a response that makes no sense,
 * and after too long a silence, it closes at once. States stand in pop3-client-states.cc.
 */
#ifndef POSTROAD_POP3_POP3_CLIENT_SESSION_H
#define POSTROAD_POP3_POP3_CLIENT_SESSION_H

#include "postroad/pop3/pop3-client-config.h"
#include "postroad/pop3/pop3-client-event.h"
#include "postroad/pop3/pop3-client-states.h"
#include "postroad/wire/table-session.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace ns3::postroad::pop3
{

/// The longest line of a message that is read, CRLF and an added dot included.
inline constexpr std::size_t CONTENT_LINE_LIMIT = 32768;

/// One reader's session with a server.
class ClientSession final : public wire::TableSession<ClientState, ClientInput, ClientEvent>
{
  public:
    explicit ClientSession(ClientConfig config);

    void Start(wire::TimePoint now) override;

  private:
    void HandleLine(const wire::Line& line, wire::TimePoint now) override;
    void HandleInputEnd() override;
    void HandleLoss() override;
    void HandleTimeout(wire::TimePoint now) override;
    bool IsReadyForLine() const override;
    std::size_t GetLineLimit() const override;

    void NoteFault(const wire::Line& line);
    void HandleResponse(std::string_view line);
    void HandleAcceptance(std::string_view text);
    void HandleRefusal(std::string_view text);
    void HandleDropListing(std::string_view text);
    void HandleScanListing(std::string_view line);
    void HandleContentLine(const wire::Line& line);
    void EndContent(const wire::ByteRange& range);
    void FetchNext();
    bool IsInContent() const;

    void Send(ClientInput command, std::string_view argument = {});
    void Fail(std::string reason);
    void GiveUp(const std::string& reason);
    void Lose(const std::string& reason);
    std::string DescribeState() const;
    void End(ClientInput input);
    void RestartTimer(wire::TimePoint now);

    ClientConfig m_config;
    bool m_isMultiLine{false};         ///< the rest of a multi-line response is coming
    std::deque<std::size_t> m_toFetch; ///< the numbers listed and not yet asked for
    std::size_t m_number{0};           ///< of the message that is being fetched
    std::string m_content;             ///< of that message, as far as it came
    std::uint64_t m_contentBegin{0};   ///< its place in the stream
    std::size_t m_fetched{0};
    bool m_hasFailed{false};
    bool m_isEndingNoted{false}; ///< of a line that ends in LF alone
};

} // namespace ns3::postroad::pop3

#endif // POSTROAD_POP3_POP3_CLIENT_SESSION_H

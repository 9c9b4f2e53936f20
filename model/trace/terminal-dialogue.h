/**
 * A run as it happens, for a reader at a terminal: who says what to whom, and what becomes of each
 * message.
 *
 *     0.055240  alice.a.net <- mail.a.net   220 mail.a.net ESMTP Postroad
 *     0.060288  alice.a.net -> mail.a.net   EHLO alice.a.net
 *     0.105575  mail.a.net                  queued as A1: alice@a.net -> bob@b.net, 335 octets
 *
 * The client stands on the left, so arrows show who speaks. Each line of a dialogue is printed
 * once (dialogue-side.h), a lookup as the host that asked sees it. What a peer sends cannot move
 * the cursor: controls are shown, not obeyed.
 */
#ifndef POSTROAD_TRACE_TERMINAL_DIALOGUE_H
#define POSTROAD_TRACE_TERMINAL_DIALOGUE_H

#include "postroad/trace/dialogue-side.h"
#include "postroad/trace/host-names.h"

#include <ostream>
#include <string>
#include <string_view>

namespace ns3::postroad::trace
{

/// How to print.
struct TerminalOptions
{
    bool hasColour{false};       ///< with ANSI colours
    std::size_t contentLines{4}; ///< how much of a message is shown; the rest is counted
};

/// Prints events while they happen.
class TerminalDialogue final : public event::EventSink
{
  public:
    /// \param out where to print; it must outlive this
    explicit TerminalDialogue(std::ostream& out, TerminalOptions options = {});

    void OnEvent(const event::Event& event) override;

  private:
    void PrintConnection(const event::Event& event);
    void PrintDialogue(const event::Event& event);
    void PrintLookup(const event::Event& event);
    void PrintContent(std::string_view content, std::string_view colour);
    void PrintBetween(const event::Event& event,
                      std::string_view left,
                      std::string_view arrow,
                      std::string_view right,
                      std::string_view text,
                      std::string_view colour);
    void PrintAt(const event::Event& event, std::string_view colour);
    void PrintLine(std::string_view place, std::string_view text, std::string_view colour);
    std::size_t GetPlaceWidth() const;

    std::ostream& m_out;
    TerminalOptions m_options;
    HostNames m_hosts;
    DialogueSide m_side;
};

} // namespace ns3::postroad::trace

#endif // POSTROAD_TRACE_TERMINAL_DIALOGUE_H

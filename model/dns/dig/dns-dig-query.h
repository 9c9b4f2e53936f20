/**
 * What the tool dig asks, and what comes of it: the values between whoever asks on a network and
 * the text that dig prints (dns-dig-text.h).
 *
 * Left out: other versions of EDNS, and all that concerns DNSSEC.
 */
#ifndef POSTROAD_DNS_DIG_DNS_DIG_QUERY_H
#define POSTROAD_DNS_DIG_DNS_DIG_QUERY_H

#include "postroad/dns/dig/dns-dig-display.h"
#include "postroad/dns/record/dns-message.h"
#include "postroad/dns/record/dns-transport.h"
#include "postroad/wire/time-point.h"
#include "postroad/wire/wall-clock.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace ns3::postroad::dns
{

/// A name server as dig's user knows it.
struct DigServer
{
    std::string address; ///< in text form
    std::string name;    ///< of its host; the address where no name is known

    bool operator==(const DigServer&) const = default;
};

/// A question, and how to ask it.
struct DigQuery
{
    Question question;                                        ///< about what
    std::vector<DigServer> servers{};                         ///< whom, in the order of asking
    bool isTrace{false};                                      ///< +trace: down from the root
    bool isTcp{false};                                        ///< +tcp
    bool isTruncationIgnored{false};                          ///< +ignore: no TCP after TC
    bool isRecursive{true};                                   ///< not +norecurse
    std::optional<std::uint16_t> udpSize{Edns::DEFAULT_SIZE}; ///< +bufsize; none for +noedns
    std::optional<std::uint32_t> tries{};    ///< +tries, +retry: how often each server is asked
    std::optional<wire::Duration> timeout{}; ///< +time: how long to wait for an answer
    DigDisplay display{};                    ///< what to print of the answer
};

/// The message that asks it.
Message MakeDigMessage(const DigQuery& query, std::uint16_t id);

/// A server has answered.
struct DigResponse
{
    DigServer server;                    ///< which
    Transport transport{Transport::UDP}; ///< how it was asked
    wire::Duration queryTime{};          ///< from the question to the answer
    wire::WallTime when;                 ///< by the clock of the host that asked
    std::size_t size{0};                 ///< of the message, in octets
    Message message;                     ///< what it said
};

/// A server has not answered, or not with a message.
struct DigFailure
{
    DigServer server;   ///< which
    std::string reason; ///< in words: "timed out"
};

/// What dig itself has to say, in words.
struct DigNote
{
    std::string text;
    bool isFault{false}; ///< what a user must know who wants no comments
};

using DigEvent = std::variant<DigResponse, DigFailure, DigNote>;

/// Whether a server has answered, and in a trace the last one that was asked.
bool IsAnswered(const std::vector<DigEvent>& events);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DIG_DNS_DIG_QUERY_H

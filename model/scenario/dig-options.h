/**
 * The options of the tool dig that begin with "+", with dig's names, abbreviations and bounds.
 *
 * Left out: what concerns DNSSEC, cookies and other options of EDNS, TLS and HTTP, search lists,
 * and other forms of records (+multiline, +yaml).
 */
#ifndef POSTROAD_SCENARIO_DIG_OPTIONS_H
#define POSTROAD_SCENARIO_DIG_OPTIONS_H

#include "postroad/dns/dig/dns-dig-query.h"
#include "postroad/spec/value/config-error.h"

#include <cstdint>
#include <optional>
#include <string>

namespace ns3::postroad::scenario
{

/// What holds for one question, or for those whose names are still to come.
struct DigSettings
{
    /// The smallest datagram that everybody takes, in octets (RFC 6891 section 6.2.3).
    static constexpr std::uint16_t UDP_SIZE_MIN = 512;

    /// How often a server can be asked; dig itself would go on for thousands of years.
    static constexpr std::uint32_t TRIES_LIMIT = 1000;

    /// The longest wait for an answer, in seconds.
    static constexpr std::uint32_t TIMEOUT_LIMIT = 65535;

    std::optional<bool> isTcp;            ///< +tcp or +notcp; none: as the type wants it
    bool hasEdns{true};                   ///< +edns or +noedns
    std::optional<std::uint16_t> udpSize; ///< +bufsize, which brings EDNS along
    dns::DigQuery query;                  ///< the others
};

/// What holds for all questions, wherever it stands.
struct DigCommonSettings
{
    bool isShort{false};                   ///< +short
    bool hasCommand{true};                 ///< +cmd
    std::optional<wire::Duration> timeout; ///< +time
};

/**
 * Reads one option.
 * \param word the option with its "+"
 * \param settings what it may change for a question
 * \param common what it may change for all
 * \param faults told what is wrong with it
 */
void ReadDigOption(const std::string& word,
                   DigSettings& settings,
                   DigCommonSettings& common,
                   FaultList& faults);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SCENARIO_DIG_OPTIONS_H

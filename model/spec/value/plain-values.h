/**
 * The small values of a scenario: names, addresses, numbers, truth, lists of lines.
 *
 * As with units.h, an error's reason says what was expected.
 */
#ifndef POSTROAD_SPEC_VALUE_PLAIN_VALUES_H
#define POSTROAD_SPEC_VALUE_PLAIN_VALUES_H

#include "postroad/mail/addr-spec.h"
#include "postroad/mail/domain-name.h"
#include "postroad/wire/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::scenario
{

/// The largest seed of ns-3's generator, MRG32k3a: below the smaller of its two moduli.
inline constexpr std::uint32_t SEED_LIMIT = 4294944442;

/// Whether a text is an IPv4 address in dotted form.
bool IsIpv4Address(std::string_view text);

/// Any text.
wire::Result<std::string> ParseText(std::string_view text);

/// "mail.a.net": a host, in labels of letters, digits and inner hyphens (RFC 1123 section 2.1), or
/// of letters beyond ASCII (RFC 5890 section 2.3.2.3).
wire::Result<mail::DomainName> ParseHostName(std::string_view text);

/// "a.net", and the names of zones that no host has: "0/25.2.0.192.in-addr.arpa" (RFC 2317).
wire::Result<mail::DomainName> ParseDomainName(std::string_view text);

/// "192.0.2.1".
wire::Result<std::string> ParseAddress(std::string_view text);

/// "alice@a.net"; the domain gets the spelling that it has on the wire.
wire::Result<mail::AddrSpec> ParseMailAddress(std::string_view text);

/// 1 to 65535.
wire::Result<std::uint16_t> ParsePort(std::string_view text);

/// 0 to 65535.
wire::Result<std::uint16_t> ParsePreference(std::string_view text);

/// 1 to 4294944442: ns-3 takes no other seed and no other run.
wire::Result<std::uint32_t> ParseSeed(std::string_view text);

/// 0 to 4294967295.
wire::Result<std::size_t> ParseCount(std::string_view text);

/// "true" or "false".
wire::Result<bool> ParseTruth(std::string_view text);

/// The lines of a text, each without its LF; a LF at the end begins no further line.
std::vector<std::string> SplitLines(std::string_view text);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_VALUE_PLAIN_VALUES_H

/**
 * The values of the parameters of SVCB and HTTPS records, from text to the wire and back (RFC 9460
 * section 7, appendix A).
 *
 * A Parse function takes the text behind '=', its quotes and escapes resolved, and gives the octets
 * on the wire; none when it is wrong. A Format function makes such a text of octets, of which those
 * that are not right make one that Parse does not bring back.
 */
#ifndef POSTROAD_DNS_DATA_DNS_SVC_VALUE_H
#define POSTROAD_DNS_DATA_DNS_SVC_VALUE_H

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::dns
{

/// The items between commas, of which a backslash takes the meaning away; none when an item is
/// empty or a backslash stands before anything else than a comma or another one.
std::optional<std::vector<std::string>> SplitList(std::string_view text);

/// "h2,h3".
std::optional<std::string> ParseAlpn(std::string_view text);
std::string FormatAlpn(std::string_view value);

/// "", for a key that has no value.
std::optional<std::string> ParseNothing(std::string_view text);
std::string FormatNothing(std::string_view value);

/// "443".
std::optional<std::string> ParsePort(std::string_view text);
std::string FormatPort(std::string_view value);

/// "192.0.2.1,192.0.2.2".
std::optional<std::string> ParseIpv4Hint(std::string_view text);
std::string FormatIpv4Hint(std::string_view value);

/// "2001:db8::1,2001:db8::2".
std::optional<std::string> ParseIpv6Hint(std::string_view text);
std::string FormatIpv6Hint(std::string_view value);

/// An ECHConfigList in base 64.
std::optional<std::string> ParseEch(std::string_view text);
std::string FormatEch(std::string_view value);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DATA_DNS_SVC_VALUE_H

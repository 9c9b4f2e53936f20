#include "postroad/scenario/forwarding.h"

#include "postroad/spec/value/config-error.h"
#include "postroad/spec/value/nearest-name.h"
#include "postroad/spec/value/server-ports.h"
#include "postroad/wire/well-known-ports.h"

#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace ns3::postroad::scenario
{

namespace
{

constexpr std::string_view DATAGRAM_SUFFIX = "/udp";

/// Reads the parts of one option's value, and tells what is wrong with them.
class Reader
{
  public:
    Reader(std::string option, const Spec& spec, bool allowsRemote)
        : m_option(std::move(option))
        , m_spec(spec)
        , m_allowsRemote(allowsRemote)
    {
    }

    [[noreturn]] void Refuse(std::string expected,
                             std::string_view came,
                             std::string nearest = {},
                             std::string advice = {}) const
    {
        ConfigFault fault;
        fault.field = m_option;
        fault.expected = std::move(expected);
        fault.came = Quote(came);
        fault.nearest = std::move(nearest);
        fault.advice = std::move(advice);
        throw ConfigError(std::move(fault));
    }

    /// port = 1*5DIGIT
    std::uint16_t ReadPort(std::string_view text, std::uint16_t least) const
    {
        std::uint16_t port = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
        if (error != std::errc() || end != text.data() + text.size() || port < least)
        {
            Refuse("a port from " + std::to_string(least) + " to " +
                       std::to_string(std::numeric_limits<std::uint16_t>::max()),
                   text);
        }
        return port;
    }

    /// The name of a host of the scenario.
    std::string ReadHost(std::string_view text) const
    {
        if (const auto* const host = m_spec.FindHost(text))
        {
            return host->name;
        }
        std::vector<std::string> names;
        for (const auto& host : m_spec.hosts)
        {
            names.push_back(host.name);
        }
        Refuse("a host of the scenario", text, FindNearestName(text, names));
    }

    /// An address of the loopback, or any where that is allowed: "127.0.0.1", "[::1]".
    std::string ReadAddress(std::string_view text) const
    {
        const bool isBracketed = text.starts_with('[') && text.ends_with(']');
        boost::system::error_code error;
        const auto address = boost::asio::ip::make_address(
            std::string(isBracketed ? text.substr(1, text.size() - 2) : text),
            error);
        if (error)
        {
            Refuse("an address such as 127.0.0.1", text);
        }
        if (!address.is_loopback() && !m_allowsRemote)
        {
            Refuse("an address of the loopback, such as 127.0.0.1",
                   text,
                   {},
                   "--allow-remote lets other machines take part");
        }
        return address.to_string();
    }

  private:
    std::string m_option;
    const Spec& m_spec;
    bool m_allowsRemote;
};

/// The two halves of a text around its last separator; all of it is the second without one.
std::pair<std::string_view, std::string_view>
SplitAtLast(std::string_view text, char separator)
{
    const auto at = text.rfind(separator);
    return at == text.npos ? std::pair(std::string_view(), text)
                           : std::pair(text.substr(0, at), text.substr(at + 1));
}

} // namespace

std::string
NameLocal(const Forwarding& forwarding)
{
    const bool isIpv6 = forwarding.address.find(':') != std::string::npos;
    return (isIpv6 ? '[' + forwarding.address + ']' : forwarding.address) + ':' +
           ToText(forwarding.port, forwarding.isDatagram);
}

Forwarding
ParseForwarding(std::string_view text, const Spec& spec, bool allowsRemote)
{
    const Reader reader("--listen", spec, allowsRemote);
    const auto equals = text.find('=');
    const auto [host, hostPort] = SplitAtLast(text.substr(std::min(equals + 1, text.size())), ':');
    if (equals == text.npos || host.empty())
    {
        reader.Refuse("PORT=HOST:PORT, such as 2525=mail.b.net:25", text);
    }
    auto local = text.substr(0, equals);
    Forwarding forwarding;
    forwarding.isDatagram = local.ends_with(DATAGRAM_SUFFIX);
    local.remove_suffix(forwarding.isDatagram ? DATAGRAM_SUFFIX.size() : 0);
    const auto [address, port] = SplitAtLast(local, ':');
    forwarding.port = reader.ReadPort(port, 0);
    forwarding.hostPort = reader.ReadPort(hostPort, 1);
    forwarding.host = reader.ReadHost(host);
    if (!address.empty())
    {
        forwarding.address = reader.ReadAddress(address);
    }
    return forwarding;
}

Forwarding
ParseAttachment(std::string_view text, const Spec& spec, bool allowsRemote)
{
    const Reader reader("--attach", spec, allowsRemote);
    const auto equals = text.find('=');
    const auto [address, port] = SplitAtLast(text.substr(std::min(equals + 1, text.size())), ':');
    if (equals == text.npos || address.empty())
    {
        reader.Refuse("HOST=ADDRESS:PORT, such as mail.b.net=127.0.0.1:10025", text);
    }
    const auto [host, hostPort] = SplitAtLast(text.substr(0, equals), ':');
    Forwarding forwarding;
    forwarding.port = reader.ReadPort(port, 1);
    forwarding.address = reader.ReadAddress(address);
    forwarding.hostPort = host.empty() ? wire::SMTP_PORT : reader.ReadPort(hostPort, 1);
    forwarding.host = reader.ReadHost(host.empty() ? hostPort : host);
    return forwarding;
}

} // namespace ns3::postroad::scenario

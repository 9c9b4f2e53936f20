#include "postroad/topology/address-plan.h"

#include <arpa/inet.h>
#include <charconv>
#include <cstdint>
#include <stdexcept>
#include <string>

namespace ns3::postroad
{

namespace
{

/// How far the addresses of two neighbouring links are apart.
constexpr std::uint32_t BLOCK = 1U << (32 - AddressPlan::LINK_PREFIX_LENGTH);

[[noreturn]] void
Refuse(const std::string& reason)
{
    throw std::invalid_argument("addresses: " + reason);
}

std::optional<std::uint32_t>
ParseAddress(const std::string& text)
{
    in_addr address{};
    // Ipv4Address itself ends the process when the text is not well formed.
    return inet_pton(AF_INET, text.c_str(), &address) == 1 ? std::optional(ntohl(address.s_addr))
                                                           : std::nullopt;
}

/// Whether a host can have it: not of 0/8 or 127/8, and below multicast.
bool
IsHostAddress(std::uint32_t address)
{
    const auto first = address >> 24;
    return first != 0 && first != 127 && first < 224;
}

Ipv4Address
RequireHostAddress(const NetworkHost& host)
{
    const auto address = ParseAddress(host.address);
    if (!address || !IsHostAddress(*address))
    {
        Refuse("host " + host.name + " has '" + host.address +
               "': expected the IPv4 address of a host, as 192.0.2.25");
    }
    return Ipv4Address(*address);
}

[[noreturn]] void
RefuseShared(const NetworkHost& first, const NetworkHost& second)
{
    Refuse(second.address + " is given to " + first.name + " and to " + second.name);
}

/// The blocks of a prefix, one after the other.
class BlockCursor
{
  public:
    explicit BlockCursor(std::string_view prefix)
        : m_prefix(prefix)
    {
        const auto slash = prefix.find('/');
        const auto address = ParseAddress(m_prefix.substr(0, slash));
        int length = -1;
        if (slash != std::string_view::npos)
        {
            const auto* const end = prefix.data() + prefix.size();
            const auto parsed = std::from_chars(prefix.data() + slash + 1, end, length);
            length = parsed.ptr == end ? length : -1;
        }
        if (!address || length < 1 || length > AddressPlan::LINK_PREFIX_LENGTH ||
            (*address << length) != 0)
        {
            Refuse("'" + m_prefix + "' is no prefix: expected one as 10.0.0.0/8, at most /" +
                   std::to_string(AddressPlan::LINK_PREFIX_LENGTH) + ", with host bits 0");
        }
        m_next = *address;
        m_end = std::uint64_t{*address} + (std::uint64_t{1} << (32 - length));
    }

    /// The first address of the next block.
    std::uint32_t Take()
    {
        if (m_next >= m_end)
        {
            Refuse(m_prefix + " has too few addresses for this network: give a shorter prefix");
        }
        const auto block = static_cast<std::uint32_t>(m_next);
        m_next += BLOCK;
        return block;
    }

  private:
    std::string m_prefix;
    std::uint64_t m_next;
    std::uint64_t m_end;
};

} // namespace

AddressPlan::AddressPlan(const NetworkGraph& graph, std::string_view prefix)
    : m_addresses(graph.CountHosts())
    , m_isApart(graph.CountHosts())
    , m_ends(graph.CountLinks())
{
    TakeGivenAddresses(graph);
    TakeLinkAddresses(graph, prefix);
}

Ipv4Address
AddressPlan::GetPrimary(HostIndex host) const
{
    return m_addresses.at(host).front();
}

bool
AddressPlan::IsApart(HostIndex host) const
{
    return m_isApart.at(host);
}

const std::vector<Ipv4Address>&
AddressPlan::GetAddresses(HostIndex host) const
{
    return m_addresses.at(host);
}

const std::array<LinkEnd, 2>&
AddressPlan::GetEnds(LinkIndex link) const
{
    return m_ends.at(link);
}

std::optional<HostIndex>
AddressPlan::FindOwner(Ipv4Address address) const
{
    const auto found = m_owners.find(address.Get());
    return found == m_owners.end() ? std::nullopt : std::optional(found->second);
}

void
AddressPlan::TakeGivenAddresses(const NetworkGraph& graph)
{
    for (HostIndex host = 0; host < graph.CountHosts(); ++host)
    {
        const auto& spec = graph.GetHost(host);
        if (spec.address.empty())
        {
            continue;
        }
        const auto address = RequireHostAddress(spec);
        if (const auto owner = FindOwner(address))
        {
            RefuseShared(graph.GetHost(*owner), spec);
        }
        m_isApart[host] = true;
        Own(host, address);
    }
}

void
AddressPlan::TakeLinkAddresses(const NetworkGraph& graph, std::string_view prefix)
{
    BlockCursor cursor(prefix);
    const auto takeFree = [&] {
        auto block = cursor.Take();
        while (FindOwner(Ipv4Address(block)) || FindOwner(Ipv4Address(block + 1)) ||
               FindOwner(Ipv4Address(block + 2)) || FindOwner(Ipv4Address(block + 3)))
        {
            block = cursor.Take();
        }
        return block;
    };
    std::vector<std::uint32_t> interfaces(graph.CountHosts(), 0);
    for (LinkIndex link = 0; link < graph.CountLinks(); ++link)
    {
        const auto block = takeFree();
        const auto [a, b] = graph.GetEnds(link);
        m_ends[link] = {{{a, ++interfaces[a], Ipv4Address(block + 1)},
                         {b, ++interfaces[b], Ipv4Address(block + 2)}}};
        Own(a, Ipv4Address(block + 1));
        Own(b, Ipv4Address(block + 2));
    }
    for (HostIndex host = 0; host < graph.CountHosts(); ++host)
    {
        if (m_addresses[host].empty())
        {
            m_isApart[host] = true;
            Own(host, Ipv4Address(takeFree() + 1));
        }
    }
}

void
AddressPlan::Own(HostIndex host, Ipv4Address address)
{
    m_addresses[host].push_back(address);
    m_owners.emplace(address.Get(), host);
}

} // namespace ns3::postroad

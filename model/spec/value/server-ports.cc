#include "postroad/spec/value/server-ports.h"

#include "postroad/wire/well-known-ports.h"

namespace ns3::postroad::scenario
{

std::vector<ServerPort>
FindServerPorts(const HostSpec& host)
{
    std::vector<ServerPort> ports;
    for (const auto role : host.roles)
    {
        switch (role)
        {
        case HostRole::MSA:
            ports.push_back({host.msa.port, false, role});
            break;
        case HostRole::MTA:
            ports.push_back({host.mta.port, false, role});
            break;
        case HostRole::POP3:
            ports.push_back({host.pop3.port, false, role});
            break;
        case HostRole::DNS:
        case HostRole::RESOLVER:
            ports.push_back({wire::DNS_PORT, false, role});
            ports.push_back({wire::DNS_PORT, true, role});
            break;
        default:
            break;
        }
    }
    return ports;
}

std::string
ToText(std::uint16_t number, bool isDatagram)
{
    return std::to_string(number) + (isDatagram ? "/udp" : "");
}

} // namespace ns3::postroad::scenario

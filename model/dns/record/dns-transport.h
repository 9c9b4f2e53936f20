/**
 * What carries messages between resolvers and name servers (RFC 1035 section 4.2, RFC 7766).
 */
#ifndef POSTROAD_DNS_RECORD_DNS_TRANSPORT_H
#define POSTROAD_DNS_RECORD_DNS_TRANSPORT_H

namespace ns3::postroad::dns
{

/// How a message travels.
enum class Transport
{
    UDP, ///< one message a datagram, of limited size
    TCP, ///< messages behind their lengths, of up to MESSAGE_LIMIT octets
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_RECORD_DNS_TRANSPORT_H

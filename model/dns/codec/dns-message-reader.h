/**
 * Reads the octets of a DNS message: numbers, and names that may be compressed (RFC 1035 section
 * 4.1.4).
 *
 * A pointer may only lead backwards, to a place in front of the labels that it continues and behind
 * the header. So no message can make the reader loop, and a name costs at most 255 octets of work.
 */
#ifndef POSTROAD_DNS_CODEC_DNS_MESSAGE_READER_H
#define POSTROAD_DNS_CODEC_DNS_MESSAGE_READER_H

#include "postroad/dns/codec/dns-name.h"
#include "postroad/wire/byte-reader.h"

namespace ns3::postroad::dns
{

/// The size of a message's header, in octets (RFC 1035 section 4.1.1).
inline constexpr std::size_t HEADER_SIZE = 12;

/// A byte reader that knows names.
class MessageReader : public wire::ByteReader
{
  public:
    using ByteReader::ByteReader;

    /// Reads one name; the root, with the error set, when it is none.
    Name ReadName();
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_CODEC_DNS_MESSAGE_READER_H

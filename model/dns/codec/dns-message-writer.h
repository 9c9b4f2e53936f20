/**
 * Builds the octets of a DNS message: numbers, and names that are compressed (RFC 1035 section
 * 4.1.4).
 *
 * A name's end that was written before, letter for letter, becomes a pointer to it. Since pointers
 * lead backwards only, a message stays readable when it is cut behind any of its records.
 */
#ifndef POSTROAD_DNS_CODEC_DNS_MESSAGE_WRITER_H
#define POSTROAD_DNS_CODEC_DNS_MESSAGE_WRITER_H

#include "postroad/dns/codec/dns-name.h"
#include "postroad/wire/byte-writer.h"

#include <cstdint>
#include <map>

namespace ns3::postroad::dns
{

/// A byte writer that knows names.
class MessageWriter : public wire::ByteWriter
{
  public:
    /// Writes one name, compressed.
    void WriteName(const Name& name);

    /// Writes one name letter for letter, as the data of newer types have it (RFC 3597 section 4).
    /// No later name points to it.
    void WritePlainName(const Name& name);

  private:
    /// The places of the names, and ends of names, written so far.
    std::map<std::vector<std::string>, std::uint16_t> m_places;
};

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_CODEC_DNS_MESSAGE_WRITER_H

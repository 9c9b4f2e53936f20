/**
 * Character strings, each behind an octet that tells its length (RFC 1035 section 3.3), alone and
 * in a row up to the end of a record's data.
 */
#ifndef POSTROAD_DNS_CODEC_DNS_CHARACTER_STRING_H
#define POSTROAD_DNS_CODEC_DNS_CHARACTER_STRING_H

#include "postroad/dns/codec/dns-field-reader.h"
#include "postroad/dns/codec/dns-message-reader.h"
#include "postroad/dns/codec/dns-message-writer.h"

#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::dns
{

std::string ReadString(MessageReader& reader);

/// Writes a string of at most FieldReader::STRING_LIMIT octets.
void WriteString(std::string_view string, MessageWriter& writer);

/// The octets in quotes, with the escapes of master files.
std::string Quote(std::string_view octets);

/// Reads strings up to the end of the data; at least one.
std::vector<std::string> ReadStrings(MessageReader& reader);

void WriteStrings(const std::vector<std::string>& strings, MessageWriter& writer);

/// Reads the strings up to the end of the line; `expected` says what each of them should be.
std::vector<std::string> ParseStrings(FieldReader& fields, std::string_view expected);

/// Each string in quotes, one blank between them.
std::string ToString(const std::vector<std::string>& strings);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_CODEC_DNS_CHARACTER_STRING_H

/**
 * Names, records and messages out of short texts, for the tests of this folder. A text that cannot
 * be read throws std::logic_error with the reason.
 */
#ifndef POSTROAD_TESTS_DNS_DNS_SAMPLES_H
#define POSTROAD_TESTS_DNS_DNS_SAMPLES_H

#include "postroad/dns/record/dns-message.h"
#include "postroad/dns/zone/dns-authority.h"
#include "postroad/dns/zone/dns-zone.h"

#include <initializer_list>

namespace ns3::postroad::dns
{

Name MakeName(std::string_view text);

/// From a line with absolute names.
Record MakeRecord(std::string_view line);

std::vector<Record> MakeRecords(const std::vector<std::string>& lines);

/// A zone of these lines, which are relative to its origin.
Zone MakeZone(std::string_view origin, std::initializer_list<std::string_view> lines);

/// Gives a server one more zone.
void AddZone(Authority& authority, Zone zone);

/// The octets that these hexadecimal digits tell; blanks are for the reader.
std::string FromHex(std::string_view digits);

/// A record's line with single blanks.
std::string Flatten(const Record& record);

/// A response as lines: code and flags first, then each record behind the name of its section.
std::vector<std::string> Describe(const Message& response);

/// The answer to a query for gmail.com's MX, as the lecture shows it, with all addresses.
Message MakeGmailResponse();

} // namespace ns3::postroad::dns

#endif // POSTROAD_TESTS_DNS_DNS_SAMPLES_H

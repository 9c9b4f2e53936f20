/**
 * Answers in the form of the tool dig, as lectures and manuals show them.
 *
 * Left out: the meaning of EDNS options, and the flags of DNSSEC.
 */
#ifndef POSTROAD_DNS_DIG_DNS_DIG_TEXT_H
#define POSTROAD_DNS_DIG_DNS_DIG_TEXT_H

#include "postroad/dns/dig/dns-dig-query.h"

#include <string_view>

namespace ns3::postroad::dns
{

/**
 * All that dig prints for one question.
 * \param query what was asked
 * \param words the question as its user typed it, for the first line: "gmail.com MX"
 * \param events what came of it, in order
 */
std::string
FormatDig(const DigQuery& query, std::string_view words, const std::vector<DigEvent>& events);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DIG_DNS_DIG_TEXT_H

/**
 * Answers in the form of the tool dig, as lectures and manuals show them.
 *
 * Left out: the meaning of EDNS options, and the flags of DNSSEC.
 */
#ifndef POSTROAD_DNS_DNS_DIG_TEXT_H
#define POSTROAD_DNS_DNS_DIG_TEXT_H

#include "postroad/dns/dns-dig-query.h"

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

/// A date as dig writes it: "Mon Mar 08 11:00:01 CET 2010".
std::string FormatDigDate(const wire::WallTime& time);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DNS_DIG_TEXT_H

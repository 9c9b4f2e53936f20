/**
 * Answers in the form of the tool dig, as lectures and manuals show them.
 *
 * Left out: the meaning of EDNS options, and the flags of DNSSEC.
 */
#ifndef POSTROAD_DNS_DIG_DNS_DIG_TEXT_H
#define POSTROAD_DNS_DIG_DNS_DIG_TEXT_H

#include "postroad/dns/dig/dns-dig-query.h"

#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::dns
{

/**
 * What dig prints in front of its first answer, where its user wants that (+cmd).
 * \param words the command as its user typed it: "gmail.com MX"
 */
std::string FormatDigGreeting(std::string_view words);

/**
 * All that dig prints for one question.
 * \param query what was asked
 * \param events what came of it, in order
 */
std::string FormatDig(const DigQuery& query, const std::vector<DigEvent>& events);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DIG_DNS_DIG_TEXT_H

/**
 * Dates as the tool dig writes them.
 */
#ifndef POSTROAD_DNS_DIG_DNS_DIG_DATE_H
#define POSTROAD_DNS_DIG_DNS_DIG_DATE_H

#include "postroad/wire/wall-clock.h"

#include <string>

namespace ns3::postroad::dns
{

/// "Mon Mar 08 11:00:01 CET 2010"; a zone without a name is told as "+0100".
std::string FormatDigDate(const wire::WallTime& time);

} // namespace ns3::postroad::dns

#endif // POSTROAD_DNS_DIG_DNS_DIG_DATE_H

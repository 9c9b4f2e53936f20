/**
 * The date and time of a header field (RFC 5322 section 3.3 date-time).
 *
 * Written by the proleptic Gregorian calendar and the zone that the value carries, never by the
 * machine's own zone or locale. The zones of the obsolete syntax (section 4.3) are read: the names
 * of North America, UT, GMT, and the military letters, whose sense was lost and which count as UTC.
 */
#ifndef POSTROAD_MAIL_MAIL_DATE_H
#define POSTROAD_MAIL_MAIL_DATE_H

#include "postroad/mail/field-reader.h"
#include "postroad/wire/result.h"
#include "postroad/wire/wall-clock.h"

#include <string>
#include <string_view>

namespace ns3::postroad::mail
{

/// The earliest year that a date may lie in; the latest is the last of four digits.
inline constexpr int FIRST_YEAR = 1900;

/// "Mon, 8 Mar 2010 11:00:00 +0100 (CET)"; the comment only when the zone has an abbreviation.
std::string FormatDate(const wire::WallTime& time);

/// The date-time that is the whole of `text`. A second 60 counts as the second after it.
wire::Result<wire::WallTime> ParseDate(std::string_view text);

/// Reads a date-time up to the end of its reader, as the last part of a field.
wire::WallTime ReadDate(FieldReader& reader);

} // namespace ns3::postroad::mail

#endif // POSTROAD_MAIL_MAIL_DATE_H

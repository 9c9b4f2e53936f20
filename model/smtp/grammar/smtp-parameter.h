/**
 * The parameters behind the path of MAIL and RCPT (RFC 5321 section 4.1.2): "SIZE=500
 * BODY=8BITMIME".
 */
#ifndef POSTROAD_SMTP_GRAMMAR_SMTP_PARAMETER_H
#define POSTROAD_SMTP_GRAMMAR_SMTP_PARAMETER_H

#include "postroad/wire/result.h"

#include <string_view>
#include <vector>

namespace ns3::postroad::smtp
{

/// One parameter.
struct Parameter
{
    std::string_view keyword; ///< as it came, in any case
    std::string_view value;   ///< empty when there is none

    bool operator==(const Parameter&) const = default;
};

/// Parses what stands behind a path: nothing, or parameters with a space before each. A keyword
/// that comes twice is an error. The views point into `text`.
wire::Result<std::vector<Parameter>> ParseParameters(std::string_view text);

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_GRAMMAR_SMTP_PARAMETER_H

/**
 * What RCPT asks for behind the forward path: NOTIFY and ORCPT (RFC 3461 sections 4.1 and 4.2).
 *
 * ORCPT is taken in its xtext form only; the forms that carry UTF-8 (RFC 6533) are left out.
 */
#ifndef POSTROAD_SMTP_GRAMMAR_SMTP_RCPT_PARAMETERS_H
#define POSTROAD_SMTP_GRAMMAR_SMTP_RCPT_PARAMETERS_H

#include "postroad/mail/envelope.h"
#include "postroad/smtp/grammar/smtp-parameter.h"

#include <optional>
#include <string>
#include <vector>

namespace ns3::postroad::smtp
{

/// RFC 3461 section 4.2: the longest ORCPT, address type included.
constexpr std::size_t ORIGINAL_RECIPIENT_LIMIT = 500;

/// By how much RCPT may be longer than other commands: " NOTIFY=SUCCESS,FAILURE,DELAY", and
/// " ORCPT=" with its value.
constexpr std::size_t RCPT_LINE_EXTRA = 29 + 7 + ORIGINAL_RECIPIENT_LIMIT;

/// The parameters of one RCPT.
struct RcptParameters
{
    std::optional<mail::Notify> notify; ///< NOTIFY
    std::string originalRecipient;      ///< ORCPT, decoded: "rfc822;bob@b.net"; empty for none

    bool operator==(const RcptParameters&) const = default;
};

/// The extension that defines a parameter of RCPT; empty for a parameter that is not known here.
std::string_view FindRcptExtension(std::string_view keyword);

/// Reads parameters. An error names the parameter whose value is none.
wire::Result<RcptParameters> ReadRcptParameters(const std::vector<Parameter>& parameters);

/// The parameters as they stand behind a path, a space before each.
std::string Serialize(const RcptParameters& parameters);

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_GRAMMAR_SMTP_RCPT_PARAMETERS_H

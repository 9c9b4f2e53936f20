/**
 * What MAIL declares of the message behind the reverse path: SIZE (RFC 1870), BODY (RFC 6152),
 * SMTPUTF8 (RFC 6531), RET and ENVID (RFC 3461 sections 4.3 and 4.4).
 *
 * It leaves out BODY=BINARYMIME (RFC 3030) and AUTH (RFC 4954).
 */
#ifndef POSTROAD_SMTP_GRAMMAR_SMTP_MAIL_PARAMETERS_H
#define POSTROAD_SMTP_GRAMMAR_SMTP_MAIL_PARAMETERS_H

#include "postroad/mail/envelope.h"
#include "postroad/smtp/grammar/smtp-parameter.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ns3::postroad::smtp
{

/// RFC 3461 section 4.4: the longest ENVID, as xtext.
constexpr std::size_t ENVELOPE_ID_LIMIT = 100;

/// By how much MAIL may be longer than other commands: " SIZE=" and 20 digits, " BODY=8BITMIME"
/// (17 by RFC 6152), " SMTPUTF8", " RET=HDRS", " ENVID=" and its value.
constexpr std::size_t MAIL_LINE_EXTRA = 26 + 17 + 10 + 9 + 7 + ENVELOPE_ID_LIMIT;

/// The parameters of one MAIL.
struct MailParameters
{
    std::optional<std::uint64_t> size;                    ///< SIZE, in octets
    std::optional<mail::BodyType> body;                   ///< BODY
    bool isInternationalized{false};                      ///< SMTPUTF8
    std::optional<mail::ReturnedContent> returnedContent; ///< RET
    std::string envelopeId;                               ///< ENVID, decoded; empty for none

    bool operator==(const MailParameters&) const = default;
};

/// The extension that defines a parameter of MAIL; empty for a parameter that is not known here.
std::string_view FindMailExtension(std::string_view keyword);

/// Reads parameters. An error names the parameter whose value is none.
wire::Result<MailParameters> ReadMailParameters(const std::vector<Parameter>& parameters);

/// The parameters as they stand behind a path, a space before each.
std::string Serialize(const MailParameters& parameters);

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_GRAMMAR_SMTP_MAIL_PARAMETERS_H

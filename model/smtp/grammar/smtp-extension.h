/**
 * Service extensions as EHLO's reply lists them (RFC 5321 sections 2.2 and 4.1.1.1).
 */
#ifndef POSTROAD_SMTP_GRAMMAR_SMTP_EXTENSION_H
#define POSTROAD_SMTP_GRAMMAR_SMTP_EXTENSION_H

#include "postroad/smtp/grammar/smtp-reply.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::smtp
{

constexpr std::string_view EXTENSION_PIPELINING = "PIPELINING";                   ///< RFC 2920
constexpr std::string_view EXTENSION_SIZE = "SIZE";                               ///< RFC 1870
constexpr std::string_view EXTENSION_8BITMIME = "8BITMIME";                       ///< RFC 6152
constexpr std::string_view EXTENSION_SMTPUTF8 = "SMTPUTF8";                       ///< RFC 6531
constexpr std::string_view EXTENSION_ENHANCEDSTATUSCODES = "ENHANCEDSTATUSCODES"; ///< RFC 2034
constexpr std::string_view EXTENSION_DSN = "DSN";                                 ///< RFC 3461
constexpr std::string_view EXTENSION_CHUNKING = "CHUNKING";                       ///< RFC 3030
constexpr std::string_view EXTENSION_HELP = "HELP"; ///< RFC 1869 section 5

/// One line of EHLO's reply behind the first.
struct Extension
{
    std::string keyword;    ///< "SIZE"; compared without case
    std::string parameters; ///< "10485760"; empty when there are none

    /// "SIZE 10485760".
    std::string ToString() const;

    bool operator==(const Extension&) const = default;
};

/// Parses one line; nothing when it is not of the grammar, which a client passes over.
std::optional<Extension> ParseExtension(std::string_view line);

/// The extensions that a reply to EHLO lists.
std::vector<Extension> ParseExtensions(const Reply& reply);

/// The extension of that name, or nullptr.
const Extension* FindExtension(const std::vector<Extension>& extensions, std::string_view keyword);

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_GRAMMAR_SMTP_EXTENSION_H

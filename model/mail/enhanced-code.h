/**
 * Enhanced mail system status codes (RFC 3463): class, subject and detail, as in "5.1.1".
 */
#ifndef POSTROAD_MAIL_ENHANCED_CODE_H
#define POSTROAD_MAIL_ENHANCED_CODE_H

#include <optional>
#include <string>
#include <string_view>

namespace ns3::postroad::mail
{

/// One status code.
struct EnhancedCode
{
    int klass{0};   ///< 2 success, 4 persistent transient failure, 5 permanent failure
    int subject{0}; ///< what it is about: address, mailbox, mail system, ...
    int detail{0};  ///< what exactly

    /// "5.1.1".
    std::string ToString() const;

    bool operator==(const EnhancedCode&) const = default;
};

/// Parses a status code that is the whole of `text`; nothing when it is none.
std::optional<EnhancedCode> ParseEnhancedCode(std::string_view text);

} // namespace ns3::postroad::mail

#endif // POSTROAD_MAIL_ENHANCED_CODE_H

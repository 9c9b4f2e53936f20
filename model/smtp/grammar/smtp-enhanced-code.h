/**
 * The enhanced codes (RFC 3463) that sessions put into their own replies (RFC 2034).
 */
#ifndef POSTROAD_SMTP_GRAMMAR_SMTP_ENHANCED_CODE_H
#define POSTROAD_SMTP_GRAMMAR_SMTP_ENHANCED_CODE_H

#include "postroad/mail/enhanced-code.h"

namespace ns3::postroad::smtp
{

using mail::EnhancedCode;

constexpr EnhancedCode SUCCESS{2, 0, 0};                  ///< no more to say
constexpr EnhancedCode SENDER_OK{2, 1, 0};                ///< the reverse path is taken
constexpr EnhancedCode RECIPIENT_OK{2, 1, 5};             ///< the forward path is taken
constexpr EnhancedCode TIMED_OUT{4, 4, 2};                ///< the connection went silent
constexpr EnhancedCode TOO_MANY_RECIPIENTS{4, 5, 3};      ///< send the rest apart
constexpr EnhancedCode BAD_RECIPIENT_SYNTAX{5, 1, 3};     ///< the forward path is none
constexpr EnhancedCode BAD_SENDER_SYNTAX{5, 1, 7};        ///< the reverse path is none
constexpr EnhancedCode MESSAGE_TOO_BIG{5, 3, 4};          ///< larger than the system takes
constexpr EnhancedCode POLICY_TROUBLE{4, 7, 0};           ///< the client wastes what the host has
constexpr EnhancedCode PROTOCOL_ERROR{5, 5, 0};           ///< the dialogue is out of step
constexpr EnhancedCode NON_ASCII_ADDRESS{5, 6, 7};        ///< and SMTPUTF8 is not in use
constexpr EnhancedCode INVALID_COMMAND{5, 5, 1};          ///< out of order, or not implemented
constexpr EnhancedCode SYNTAX_ERROR{5, 5, 2};             ///< no command at all
constexpr EnhancedCode INVALID_ARGUMENTS{5, 5, 4};        ///< a command, but not its arguments
constexpr EnhancedCode MEDIA_ERROR{5, 6, 0};              ///< the content is not a message
constexpr EnhancedCode CONVERSION_NOT_SUPPORTED{5, 6, 3}; ///< the next host cannot take it as is

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_GRAMMAR_SMTP_ENHANCED_CODE_H

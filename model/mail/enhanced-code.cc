#include "postroad/mail/enhanced-code.h"

#include "postroad/text/ascii.h"

namespace ns3::postroad::mail
{

namespace
{

/// RFC 3463 section 2: subject = 1*3digit; detail = 1*3digit
constexpr std::size_t MAX_DIGITS = 3;

/// Takes a number of one to three digits without a leading zero; -1 when there is none.
int
TakeNumber(std::string_view& text)
{
    std::size_t length = 0;
    int number = 0;
    while (length < text.size() && length < MAX_DIGITS && text::IsDigit(text[length]))
    {
        number = number * 10 + (text[length] - '0');
        ++length;
    }
    const bool hasLeadingZero = length > 1 && text.front() == '0';
    text.remove_prefix(length);
    return length == 0 || hasLeadingZero ? -1 : number;
}

bool
TakeDot(std::string_view& text)
{
    const bool isDot = text.starts_with('.');
    text.remove_prefix(isDot ? 1 : 0);
    return isDot;
}

} // namespace

std::string
EnhancedCode::ToString() const
{
    return std::to_string(klass) + '.' + std::to_string(subject) + '.' + std::to_string(detail);
}

/// RFC 3463 section 2: status-code = class "." subject "." detail; class = "2" / "4" / "5"
std::optional<EnhancedCode>
ParseEnhancedCode(std::string_view text)
{
    EnhancedCode code;
    code.klass = TakeNumber(text);
    const bool isFirstDot = TakeDot(text);
    code.subject = TakeNumber(text);
    const bool isSecondDot = TakeDot(text);
    code.detail = TakeNumber(text);
    const bool isClass = code.klass == 2 || code.klass == 4 || code.klass == 5;
    const bool isWhole = isFirstDot && isSecondDot && text.empty();
    return isWhole && isClass && code.subject >= 0 && code.detail >= 0 ? std::optional(code)
                                                                       : std::nullopt;
}

} // namespace ns3::postroad::mail

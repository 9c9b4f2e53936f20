#include "postroad/smtp/grammar/smtp-reply-parser.h"

#include "postroad/text/ascii.h"

#include <algorithm>
#include <utility>

namespace ns3::postroad::smtp
{

namespace
{

constexpr std::size_t CODE_LENGTH = 3;

/// RFC 5321 section 4.2: Reply-code = %x32-35 %x30-35 %x30-39, and any digit in the second place,
/// for the first alone tells what to do about an unexpected code; 0 when there is none.
int
ParseCode(std::string_view line)
{
    if (line.size() < CODE_LENGTH || line[0] < '2' || line[0] > '5' || !text::IsDigit(line[1]) ||
        !text::IsDigit(line[2]))
    {
        return 0;
    }
    return (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
}

/// RFC 5321 section 4.2: textstring = 1*(%d09 / %d32-126), and octets above 127.
std::size_t
FindControl(std::string_view text)
{
    const auto* const found = std::find_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) < ' ' && c != '\t') || c == '\x7f';
    });
    return static_cast<std::size_t>(found - text.begin());
}

} // namespace

std::optional<wire::Result<Reply>>
ReplyParser::AddLine(std::string_view line)
{
    const auto fail = [](std::size_t offset, std::string reason) {
        return wire::Error{wire::ErrorKind::SYNTAX, offset, std::move(reason)};
    };
    const int code = ParseCode(line);
    if (code == 0)
    {
        return fail(0, "expected a reply code from 200 to 599");
    }
    if (IsInReply() && code != m_reply.code)
    {
        return fail(0, "expected the code of the reply's first line");
    }
    const char separator = line.size() > CODE_LENGTH ? line[CODE_LENGTH] : ' ';
    if (separator != ' ' && separator != '-')
    {
        return fail(CODE_LENGTH, "expected a space or \"-\" behind the reply code");
    }
    if (const auto place = FindControl(line); place < line.size())
    {
        return fail(place, "expected no control characters in a reply");
    }
    if (m_reply.lines.size() >= REPLY_LINES_LIMIT)
    {
        return wire::Error{wire::ErrorKind::TOO_MANY, 0, "the reply has too many lines"};
    }
    m_reply.code = code;
    AddText(line.substr(std::min(line.size(), CODE_LENGTH + 1)));
    if (separator == '-')
    {
        return std::nullopt;
    }
    return std::exchange(m_reply, {});
}

/// RFC 2034 section 4: text = status-code SP text, the class being the first digit of the code.
void
ReplyParser::AddText(std::string_view text)
{
    const auto space = text.find(' ');
    const auto enhanced = mail::ParseEnhancedCode(text.substr(0, space));
    const bool isOfClass = enhanced && enhanced->klass == m_reply.code / 100;
    if (isOfClass && m_reply.lines.empty())
    {
        m_reply.enhanced = enhanced;
    }
    if (isOfClass && enhanced == m_reply.enhanced)
    {
        text.remove_prefix(space == text.npos ? text.size() : space + 1);
    }
    m_reply.lines.emplace_back(text);
}

} // namespace ns3::postroad::smtp

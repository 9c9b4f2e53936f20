#include "postroad/smtp/grammar/smtp-reply.h"

#include <utility>

namespace ns3::postroad::smtp
{

namespace
{

/// The code, the separator, the enhanced code and the text, blanks only between them.
std::string
JoinLine(const Reply& reply, char separator, const std::string& text)
{
    auto line = std::to_string(reply.code);
    if (separator != ' ' || reply.enhanced || !text.empty())
    {
        line += separator;
    }
    if (reply.enhanced)
    {
        line += reply.enhanced->ToString();
        line += text.empty() ? "" : " ";
    }
    return line + text;
}

} // namespace

/// RFC 5321 section 4.2:
/// Reply-line = *( Reply-code "-" [ textstring ] CRLF ) Reply-code [ SP textstring ] CRLF
std::string
Reply::SerializeLine(std::size_t index) const
{
    const bool isLast = index + 1 >= lines.size();
    return JoinLine(*this, isLast ? ' ' : '-', index < lines.size() ? lines[index] : "");
}

std::string
Reply::Serialize() const
{
    std::string text;
    std::size_t index = 0;
    do
    {
        text += SerializeLine(index) + "\r\n";
    } while (++index < lines.size());
    return text;
}

std::string
Reply::ToString() const
{
    std::string text;
    for (const auto& line : lines)
    {
        text += text.empty() || line.empty() ? "" : " ";
        text += line;
    }
    return JoinLine(*this, ' ', text);
}

Reply
MakeReply(int code, std::string text)
{
    return {code, std::nullopt, {std::move(text)}};
}

Reply
MakeReply(int code, const EnhancedCode& enhanced, std::string text)
{
    return {code, enhanced, {std::move(text)}};
}

} // namespace ns3::postroad::smtp

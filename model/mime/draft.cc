#include "postroad/mime/draft.h"

#include "postroad/mail/mail-date.h"
#include "postroad/mail/mail-message.h"
#include "postroad/text/charset.h"
#include "postroad/text/encoded-word.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace ns3::postroad::mime
{

namespace
{

std::string
JoinAddresses(const std::vector<mail::NameAddr>& addresses)
{
    std::string list;
    for (const auto& address : addresses)
    {
        list += (list.empty() ? "" : ", ") + address.ToString();
    }
    return list;
}

/// The length of the line that the text begins with, without what ends it.
std::size_t
GetLineLength(std::string_view text)
{
    const auto line = text.substr(0, text.find('\n'));
    return std::min(line.find('\r'), line.size());
}

/// The body with every line ended by CRLF, whatever ended it before.
std::string
EndLinesWithCrlf(std::string_view text)
{
    constexpr std::size_t SHORT_LINE = 16; // room is made for lines of this length
    std::string lines;
    lines.reserve(text.size() + text.size() / SHORT_LINE);
    while (!text.empty())
    {
        const auto length = GetLineLength(text);
        lines.append(text.substr(0, length)).append("\r\n");
        text.remove_prefix(length);
        text.remove_prefix(text.starts_with("\r\n") ? 2 : std::min<std::size_t>(text.size(), 1));
    }
    return lines;
}

void
AddField(mail::Message& message, std::string_view name, std::string_view value)
{
    if (!value.empty())
    {
        message.header.push_back(mail::MakeFoldedField(name, value));
    }
}

/// The fields of RFC 2045 that tell that the body is UTF-8.
void
AddMimeFields(mail::Message& message)
{
    AddField(message, "MIME-Version", "1.0");
    AddField(message, "Content-Type", "text/plain; charset=utf-8");
    AddField(message, "Content-Transfer-Encoding", "8bit");
}

/// A control character would end a line or hide text where no one expects it.
std::optional<wire::Error>
CheckHeader(const mail::Message& message)
{
    for (const auto& field : message.header)
    {
        const auto value = mail::Unfold(field.body);
        const auto control = std::find_if(value.begin(), value.end(), [](char c) {
            return (c >= 0 && c < ' ' && c != '\t') || c == '\x7f';
        });
        if (control != value.end())
        {
            return wire::Error{wire::ErrorKind::SYNTAX,
                               static_cast<std::size_t>(control - value.begin()),
                               field.name + " holds a control character; it has to be one line"};
        }
    }
    return std::nullopt;
}

std::optional<wire::Error>
CheckLineLengths(std::string_view content)
{
    std::size_t number = 1;
    for (std::size_t begin = 0; begin < content.size(); ++number)
    {
        const auto end = std::min(content.find("\r\n", begin), content.size());
        if (end - begin > mail::LINE_LENGTH_LIMIT)
        {
            return wire::Error{wire::ErrorKind::TOO_LONG,
                               begin,
                               "line " + std::to_string(number) + " of the message has " +
                                   std::to_string(end - begin) + " octets; at most " +
                                   std::to_string(mail::LINE_LENGTH_LIMIT) + " are allowed"};
        }
        begin = end + 2;
    }
    return std::nullopt;
}

} // namespace

mail::Envelope
MakeEnvelope(const Draft& draft)
{
    mail::Envelope envelope{{draft.from.address}, {}};
    for (const auto* list : {&draft.to, &draft.cc, &draft.bcc})
    {
        for (const auto& recipient : *list)
        {
            envelope.recipients.push_back({recipient.address});
        }
    }
    return envelope;
}

wire::Result<std::string>
Compose(const Draft& draft)
{
    mail::Message message;
    AddField(message, "Date", mail::FormatDate(draft.date));
    AddField(message, "From", draft.from.ToString());
    AddField(message, "To", JoinAddresses(draft.to));
    AddField(message, "Cc", JoinAddresses(draft.cc));
    AddField(message,
             "Subject",
             text::IsAscii(draft.subject) ? draft.subject : text::EncodeWords(draft.subject));
    AddField(message, "Message-ID", draft.messageId.empty() ? "" : '<' + draft.messageId + '>');
    if (!text::IsAscii(draft.body))
    {
        AddMimeFields(message);
    }
    message.body = EndLinesWithCrlf(draft.body);
    if (auto error = CheckHeader(message))
    {
        return *error;
    }
    auto content = message.Serialize();
    if (auto error = CheckLineLengths(content))
    {
        return *error;
    }
    return content;
}

} // namespace ns3::postroad::mime

#include "postroad/mail/mail-message.h"

#include "postroad/text/ascii.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace ns3::postroad::mail
{

namespace
{

constexpr std::string_view LINE_END = "\r\n";

/// field-name = 1*ftext; the obsolete blanks before the colon belong to the name as it is kept.
bool
IsFieldName(std::string_view text)
{
    while (!text.empty() && text::IsBlank(text.back()))
    {
        text.remove_suffix(1);
    }
    return !text.empty() && std::all_of(text.begin(), text.end(), text::IsVisible);
}

bool
IsSameName(std::string_view fieldName, std::string_view name)
{
    return text::EqualsIgnoringCase(text::Trim(fieldName), name);
}

bool
HasName(const HeaderField& field, std::string_view name)
{
    return IsSameName(field.name, name);
}

/// A field where it stands in a message.
struct FieldText
{
    std::string_view name;
    std::string_view body;

    HeaderField ToField() const
    {
        return {std::string(name), std::string(body)};
    }
};

/// The length of the field that the text begins with, its folded lines and last CRLF included.
std::optional<std::size_t>
FindFieldEnd(std::string_view text)
{
    auto end = text.find(LINE_END);
    while (end != std::string_view::npos && end + LINE_END.size() < text.size() &&
           text::IsBlank(text[end + LINE_END.size()]))
    {
        end = text.find(LINE_END, end + LINE_END.size());
    }
    return end == std::string_view::npos ? std::nullopt : std::optional(end + LINE_END.size());
}

/// field = field-name ":" unstructured CRLF; takes it off the text, if one stands there.
std::optional<FieldText>
TakeField(std::string_view& text)
{
    const auto colon = text.substr(0, text.find(LINE_END)).find(':');
    const auto end = FindFieldEnd(text);
    if (colon == std::string_view::npos || !end || !IsFieldName(text.substr(0, colon)))
    {
        return std::nullopt;
    }
    const FieldText field{text.substr(0, colon),
                          text.substr(colon + 1, *end - LINE_END.size() - colon - 1)};
    text.remove_prefix(*end);
    return field;
}

} // namespace

const HeaderField*
Message::Find(std::string_view name) const
{
    const auto field = std::find_if(header.begin(), header.end(), [name](const auto& candidate) {
        return HasName(candidate, name);
    });
    return field == header.end() ? nullptr : &*field;
}

std::vector<const HeaderField*>
Message::FindAll(std::string_view name) const
{
    std::vector<const HeaderField*> fields;
    for (const auto& field : header)
    {
        if (HasName(field, name))
        {
            fields.push_back(&field);
        }
    }
    return fields;
}

void
Message::Prepend(HeaderField field)
{
    header.insert(header.begin(), std::move(field));
}

std::string
Message::Serialize() const
{
    std::string content;
    for (const auto& field : header)
    {
        content += field.Serialize();
    }
    content += hasEmptyLine ? LINE_END : std::string_view();
    return content + body;
}

std::optional<HeaderField>
FindField(std::string_view content, std::string_view name)
{
    auto field = TakeField(content);
    while (field && !IsSameName(field->name, name))
    {
        field = TakeField(content);
    }
    return field ? std::optional(field->ToField()) : std::nullopt;
}

Message
ParseMessage(std::string_view content)
{
    Message message;
    while (const auto field = TakeField(content))
    {
        message.header.push_back(field->ToField());
    }
    message.hasEmptyLine = content.substr(0, LINE_END.size()) == LINE_END;
    content.remove_prefix(message.hasEmptyLine ? LINE_END.size() : 0);
    message.body = content;
    return message;
}

} // namespace ns3::postroad::mail

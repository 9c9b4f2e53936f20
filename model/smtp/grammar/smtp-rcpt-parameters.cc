#include "postroad/smtp/grammar/smtp-rcpt-parameters.h"

#include "postroad/smtp/grammar/smtp-extension.h"
#include "postroad/smtp/grammar/smtp-xtext.h"
#include "postroad/text/ascii.h"

#include <algorithm>
#include <array>

namespace ns3::postroad::smtp
{

namespace
{

/// A word of NOTIFY's list and what it asks for.
struct NotifyWord
{
    std::string_view word;
    bool mail::Notify::*isAskedFor;
};

constexpr auto NOTIFY_WORDS = std::to_array<NotifyWord>({
    {"SUCCESS", &mail::Notify::onSuccess},
    {"FAILURE", &mail::Notify::onFailure},
    {"DELAY", &mail::Notify::onDelay},
});

/// RFC 3461 section 4.1: notify-list-element = "SUCCESS" / "FAILURE" / "DELAY"
bool
ReadNotifyWord(std::string_view word, mail::Notify& notify)
{
    for (const auto& known : NOTIFY_WORDS)
    {
        if (text::EqualsIgnoringCase(known.word, word))
        {
            notify.*known.isAskedFor = true;
            return true;
        }
    }
    return false;
}

/// RFC 3461 section 4.1: notify-esmtp-value = "NEVER" / ( notify-list-element
/// *( "," notify-list-element ) )
bool
ReadNotify(std::string_view text, RcptParameters& into)
{
    into.notify.emplace();
    if (text::EqualsIgnoringCase(text, "NEVER"))
    {
        return true;
    }
    bool isList = ReadNotifyWord(text.substr(0, text.find(',')), *into.notify);
    for (auto comma = text.find(','); isList && comma != text.npos; comma = text.find(','))
    {
        text.remove_prefix(comma + 1);
        isList = ReadNotifyWord(text.substr(0, text.find(',')), *into.notify);
    }
    return isList;
}

/// RFC 3461 section 4.2: original-recipient-address = addr-type ";" xtext; addr-type = atom
bool
ReadOrcpt(std::string_view text, RcptParameters& into)
{
    const auto type = text.substr(0, std::min(text.find(';'), text.size()));
    const bool isType = !type.empty() && std::all_of(type.begin(), type.end(), [](char c) {
        return text::IsAlphaNumeric(c) || c == '-';
    });
    const auto address =
        type.size() < text.size() ? ParseXtext(text.substr(type.size() + 1)) : std::nullopt;
    if (!isType || !address || address->empty() || text.size() > ORIGINAL_RECIPIENT_LIMIT)
    {
        return false;
    }
    into.originalRecipient = std::string(type) + ';' + *address;
    return true;
}

bool
IsNotify(std::string_view keyword)
{
    return text::EqualsIgnoringCase(keyword, "NOTIFY");
}

bool
IsOrcpt(std::string_view keyword)
{
    return text::EqualsIgnoringCase(keyword, "ORCPT");
}

std::string
SerializeNotify(const mail::Notify& notify)
{
    std::string list;
    for (const auto& known : NOTIFY_WORDS)
    {
        if (notify.*known.isAskedFor)
        {
            list += (list.empty() ? "" : ",") + std::string(known.word);
        }
    }
    return list.empty() ? "NEVER" : list;
}

} // namespace

std::string_view
FindRcptExtension(std::string_view keyword)
{
    return IsNotify(keyword) || IsOrcpt(keyword) ? EXTENSION_DSN : std::string_view();
}

wire::Result<RcptParameters>
ReadRcptParameters(const std::vector<Parameter>& parameters)
{
    RcptParameters read;
    for (const auto& [keyword, value] : parameters)
    {
        const bool isRead = (IsNotify(keyword) && ReadNotify(value, read)) ||
                            (IsOrcpt(keyword) && ReadOrcpt(value, read));
        if (!isRead)
        {
            return wire::Error{wire::ErrorKind::SYNTAX,
                               0,
                               "Bad value of " + text::ToUpper(keyword)};
        }
    }
    return read;
}

std::string
Serialize(const RcptParameters& parameters)
{
    std::string text;
    if (parameters.notify)
    {
        text += " NOTIFY=" + SerializeNotify(*parameters.notify);
    }
    if (const auto& original = parameters.originalRecipient; !original.empty())
    {
        const auto semicolon = std::min(original.find(';'), original.size() - 1);
        text += " ORCPT=" + original.substr(0, semicolon + 1) +
                SerializeXtext(std::string_view(original).substr(semicolon + 1));
    }
    return text;
}

} // namespace ns3::postroad::smtp

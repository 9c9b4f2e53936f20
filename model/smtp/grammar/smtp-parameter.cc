#include "postroad/smtp/grammar/smtp-parameter.h"

#include "postroad/text/ascii.h"

#include <algorithm>

namespace ns3::postroad::smtp
{

namespace
{

/// RFC 5321 section 4.1.2: esmtp-keyword = (ALPHA / DIGIT) *(ALPHA / DIGIT / "-")
bool
IsKeyword(std::string_view text)
{
    return !text.empty() && text.front() != '-' &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return text::IsAlphaNumeric(c) || c == '-';
           });
}

/// RFC 5321 section 4.1.2: esmtp-value = 1*(%d33-60 / %d62-126)
bool
IsValue(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return text::IsVisible(c) && c != '=';
    });
}

bool
HasKeyword(const std::vector<Parameter>& parameters, std::string_view keyword)
{
    return std::any_of(parameters.begin(), parameters.end(), [keyword](const Parameter& other) {
        return text::EqualsIgnoringCase(other.keyword, keyword);
    });
}

} // namespace

/// RFC 5321 section 4.1.2: Mail-parameters = esmtp-param *(SP esmtp-param);
/// esmtp-param = esmtp-keyword ["=" esmtp-value]
wire::Result<std::vector<Parameter>>
ParseParameters(std::string_view text)
{
    std::vector<Parameter> parameters;
    for (std::size_t offset = 0; offset < text.size();)
    {
        const auto fail = [offset](std::string reason) {
            return wire::Error{wire::ErrorKind::SYNTAX, offset, std::move(reason)};
        };
        if (!text::IsBlank(text[offset]))
        {
            return fail("expected a space in front of a parameter");
        }
        const auto begin = std::min(text.find_first_not_of(" \t", offset), text.size());
        const auto end = std::min(text.find_first_of(" \t", begin), text.size());
        const auto item = text.substr(begin, end - begin);
        const auto equals = std::min(item.find('='), item.size());
        const Parameter parameter{item.substr(0, equals),
                                  item.substr(std::min(equals + 1, item.size()))};
        if (!IsKeyword(parameter.keyword) || (equals < item.size() && !IsValue(parameter.value)))
        {
            return fail("expected a parameter KEYWORD or KEYWORD=value");
        }
        if (HasKeyword(parameters, parameter.keyword))
        {
            return fail("expected each parameter once");
        }
        parameters.push_back(parameter);
        offset = end;
    }
    return parameters;
}

} // namespace ns3::postroad::smtp

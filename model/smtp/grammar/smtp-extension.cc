#include "postroad/smtp/grammar/smtp-extension.h"

#include "postroad/text/ascii.h"

#include <algorithm>

namespace ns3::postroad::smtp
{

std::string
Extension::ToString() const
{
    return parameters.empty() ? keyword : keyword + ' ' + parameters;
}

/// RFC 5321 section 4.1.1.1: ehlo-line = ehlo-keyword *( SP ehlo-param );
/// ehlo-keyword = (ALPHA / DIGIT) *(ALPHA / DIGIT / "-")
std::optional<Extension>
ParseExtension(std::string_view line)
{
    const auto keyword = line.substr(0, line.find(' '));
    const bool isKeyword = !keyword.empty() && keyword.front() != '-' &&
                           std::all_of(keyword.begin(), keyword.end(), [](char c) {
                               return text::IsAlphaNumeric(c) || c == '-';
                           });
    if (!isKeyword)
    {
        return std::nullopt;
    }
    return Extension{std::string(keyword), std::string(text::Trim(line.substr(keyword.size())))};
}

std::vector<Extension>
ParseExtensions(const Reply& reply)
{
    std::vector<Extension> extensions;
    for (std::size_t i = 1; i < reply.lines.size(); ++i)
    {
        if (auto extension = ParseExtension(reply.lines[i]))
        {
            extensions.push_back(std::move(*extension));
        }
    }
    return extensions;
}

const Extension*
FindExtension(const std::vector<Extension>& extensions, std::string_view keyword)
{
    const auto found = std::find_if(extensions.begin(), extensions.end(), [keyword](const auto& e) {
        return text::EqualsIgnoringCase(e.keyword, keyword);
    });
    return found == extensions.end() ? nullptr : &*found;
}

} // namespace ns3::postroad::smtp

#include "postroad/mail/header-field.h"

#include "postroad/text/ascii.h"

#include <algorithm>

namespace ns3::postroad::mail
{

namespace
{

/// The end of the piece that begins at `begin`: blanks, then everything up to the next blank.
std::size_t
FindPieceEnd(std::string_view text, std::size_t begin)
{
    const auto word = text.find_first_not_of(" \t", begin);
    return std::min(text.size(), text.find_first_of(" \t", std::min(word, text.size())));
}

} // namespace

std::string
HeaderField::GetValue() const
{
    return std::string(text::Trim(Unfold(body)));
}

std::string
HeaderField::Serialize() const
{
    return name + ':' + body + "\r\n";
}

std::string
Unfold(std::string_view body)
{
    std::string line;
    for (std::size_t i = 0; i < body.size(); ++i)
    {
        const bool isFold =
            body.substr(i, 2) == "\r\n" && i + 2 < body.size() && text::IsBlank(body[i + 2]);
        if (isFold)
        {
            ++i;
            continue;
        }
        line += body[i];
    }
    return line;
}

HeaderField
MakeFoldedField(std::string_view name, std::string_view value)
{
    const auto text = ' ' + std::string(text::Trim(value));
    HeaderField field{std::string(name), {}};
    auto length = name.size() + 1;
    for (std::size_t begin = 0; begin < text.size();)
    {
        const auto end = FindPieceEnd(text, begin);
        if (begin > 0 && length + end - begin > FOLDED_LINE_LENGTH)
        {
            field.body += "\r\n";
            length = 0;
        }
        field.body.append(text, begin, end - begin);
        length += end - begin;
        begin = end;
    }
    return field;
}

} // namespace ns3::postroad::mail

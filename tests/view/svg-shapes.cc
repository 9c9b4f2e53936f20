#include "view/svg-shapes.h"

#include "postroad/text/utf8.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

namespace ns3::postroad::test
{

namespace
{

/// A letter's width in hundredths of its height, as the browsers' monospaced fonts have it.
constexpr int LETTER_WIDTH = 61;

std::string
Unescape(std::string text)
{
    text = std::regex_replace(text, std::regex("&lt;"), "<");
    text = std::regex_replace(text, std::regex("&gt;"), ">");
    return std::regex_replace(text, std::regex("&amp;"), "&");
}

} // namespace

int
SvgShape::Get(const std::string& name) const
{
    const auto at = attributes.find(name);
    return at == attributes.end() ? 0 : std::stoi(at->second);
}

int
SvgShape::GetLeft() const
{
    const auto width =
        static_cast<int>(text::CountCharacters(text)) * LETTER_WIDTH * Get("font-size") / 100;
    const auto anchor = attributes.find("text-anchor");
    if (anchor == attributes.end())
    {
        return Get("x");
    }
    return Get("x") - (anchor->second == "end" ? width : width / 2);
}

int
SvgShape::GetRight() const
{
    return GetLeft() +
           static_cast<int>(text::CountCharacters(text)) * LETTER_WIDTH * Get("font-size") / 100;
}

std::vector<SvgShape>
ReadShapes(std::string_view svg)
{
    static const std::regex element("<([a-z]+)([^>]*?)/?>([^<]*)");
    static const std::regex attribute(" ([a-zA-Z0-9:-]+)=\"([^\"]*)\"");
    const std::string picture(svg);
    std::vector<SvgShape> shapes;
    for (std::sregex_iterator at(picture.begin(), picture.end(), element), end; at != end; ++at)
    {
        SvgShape shape{(*at)[1], {}, Unescape((*at)[3])};
        const std::string list = (*at)[2];
        for (std::sregex_iterator each(list.begin(), list.end(), attribute); each != end; ++each)
        {
            shape.attributes[(*each)[1]] = (*each)[2];
        }
        shapes.push_back(std::move(shape));
    }
    return shapes;
}

std::vector<SvgShape>
ReadShapes(std::string_view svg, std::string_view element)
{
    auto shapes = ReadShapes(svg);
    std::erase_if(shapes, [element](const auto& shape) { return shape.element != element; });
    return shapes;
}

SvgShape
FindText(std::string_view svg, std::string_view text)
{
    auto shapes = ReadShapes(svg, "text");
    std::erase_if(shapes, [text](const auto& shape) { return shape.text != text; });
    EXPECT_EQ(shapes.size(), 1U) << text;
    return shapes.empty() ? SvgShape() : shapes.front();
}

} // namespace ns3::postroad::test

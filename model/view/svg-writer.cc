#include "postroad/view/svg-writer.h"

#include "postroad/text/utf8.h"

#include <algorithm>

namespace ns3::postroad::view
{

namespace
{

// The size of an arrow's head.
constexpr int HEAD_LENGTH = 9;
constexpr int HEAD_HALF_HEIGHT = 4;

constexpr std::string_view MONOSPACED = "DejaVu Sans Mono, Menlo, Consolas, monospace";
constexpr std::string_view PROPORTIONAL = "DejaVu Sans, Helvetica, Arial, sans-serif";

/// Appends ` name="value"`.
void
AppendAttribute(std::string& out, std::string_view name, std::string_view value)
{
    out += ' ';
    out += name;
    out += "=\"";
    out += value;
    out += '"';
}

void
AppendAttribute(std::string& out, std::string_view name, int value)
{
    AppendAttribute(out, name, std::to_string(value));
}

std::string
EscapeCharacter(std::string_view character)
{
    if (character == "&")
    {
        return "&amp;";
    }
    if (character == "<")
    {
        return "&lt;";
    }
    if (character == ">")
    {
        return "&gt;";
    }
    // U+FFFE and U+FFFF are Unicode, but not XML.
    if (character == "\xef\xbf\xbe" || character == "\xef\xbf\xbf")
    {
        return "\xef\xbf\xbd";
    }
    return std::string(character);
}

/// The text as the content of an XML element: printable first, for XML has no controls at all.
std::string
Escape(std::string_view octets)
{
    const auto printable = text::MakePrintable(octets);
    std::string_view text = printable;
    std::string escaped;
    while (!text.empty())
    {
        const auto character = text.substr(0, text::MatchCharacter(text));
        escaped += EscapeCharacter(character);
        text.remove_prefix(character.size());
    }
    return escaped;
}

/// "1.5" for 3: what is counted in halves.
std::string
FormatHalves(int halves)
{
    return std::to_string(halves / 2) + (halves % 2 == 0 ? "" : ".5");
}

} // namespace

void
SvgWriter::DrawLine(int x1, int y1, int x2, int y2, const SvgPaint& paint)
{
    m_shapes += "<line";
    AppendAttribute(m_shapes, "x1", x1);
    AppendAttribute(m_shapes, "y1", y1);
    AppendAttribute(m_shapes, "x2", x2);
    AppendAttribute(m_shapes, "y2", y2);
    Paint(paint);
    m_shapes += "/>\n";
}

void
SvgWriter::DrawBox(int x, int y, int width, int height, int radius, const SvgPaint& paint)
{
    m_shapes += "<rect";
    AppendAttribute(m_shapes, "x", x);
    AppendAttribute(m_shapes, "y", y);
    AppendAttribute(m_shapes, "width", width);
    AppendAttribute(m_shapes, "height", height);
    AppendAttribute(m_shapes, "rx", radius);
    AppendAttribute(m_shapes, "fill", paint.fill);
    Paint(paint);
    m_shapes += "/>\n";
}

void
SvgWriter::DrawArrowHead(int x, int y, Pointing pointing, std::string_view colour)
{
    const auto back =
        std::to_string(pointing == Pointing::RIGHT ? x - HEAD_LENGTH : x + HEAD_LENGTH);
    m_shapes += "<polygon";
    AppendAttribute(m_shapes,
                    "points",
                    std::to_string(x) + ',' + std::to_string(y) + ' ' + back + ',' +
                        std::to_string(y - HEAD_HALF_HEIGHT) + ' ' + back + ',' +
                        std::to_string(y + HEAD_HALF_HEIGHT));
    AppendAttribute(m_shapes, "fill", colour);
    m_shapes += "/>\n";
}

void
SvgWriter::DrawText(int x, int y, std::string_view text, const SvgFont& font)
{
    m_shapes += "<text";
    AppendAttribute(m_shapes, "x", x);
    AppendAttribute(m_shapes, "y", y);
    AppendAttribute(m_shapes, "font-family", font.isMonospaced ? MONOSPACED : PROPORTIONAL);
    AppendAttribute(m_shapes, "font-size", font.size);
    AppendAttribute(m_shapes, "fill", font.colour);
    if (font.isBold)
    {
        AppendAttribute(m_shapes, "font-weight", "bold");
    }
    if (font.anchor != "start")
    {
        AppendAttribute(m_shapes, "text-anchor", font.anchor);
    }
    m_shapes += '>' + Escape(text) + "</text>\n";
}

void
SvgWriter::Paint(const SvgPaint& paint)
{
    if (!paint.stroke.empty())
    {
        AppendAttribute(m_shapes, "stroke", paint.stroke);
        AppendAttribute(m_shapes, "stroke-width", FormatHalves(paint.width));
    }
    if (!paint.dashes.empty())
    {
        AppendAttribute(m_shapes, "stroke-dasharray", paint.dashes);
    }
}

std::string
SvgWriter::Finish(int width, int height, std::string_view title, std::string_view description) const
{
    std::string picture = "<svg";
    AppendAttribute(picture, "xmlns", "http://www.w3.org/2000/svg");
    AppendAttribute(picture, "width", width);
    AppendAttribute(picture, "height", height);
    AppendAttribute(picture,
                    "viewBox",
                    "0 0 " + std::to_string(width) + ' ' + std::to_string(height));
    AppendAttribute(picture, "role", "img");
    AppendAttribute(picture, "aria-labelledby", "title desc");
    AppendAttribute(picture, "xml:space", "preserve");
    picture += ">\n<title id=\"title\">" + Escape(title) + "</title>\n<desc id=\"desc\">" +
               Escape(description) + "</desc>\n";
    picture += "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n";
    return picture + m_shapes + "</svg>\n";
}

} // namespace ns3::postroad::view

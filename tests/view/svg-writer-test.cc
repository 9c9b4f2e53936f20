#include "postroad/view/svg-writer.h"

#include <gtest/gtest.h>

namespace ns3::postroad::view
{
namespace
{

/// What a picture consists of, without its frame.
std::string
GetShapes(const SvgWriter& writer)
{
    const auto picture = writer.Finish(10, 20, "T", "D");
    const std::string paper = "fill=\"#ffffff\"/>\n";
    const auto begin = picture.find(paper) + paper.size();
    return picture.substr(begin, picture.size() - begin - std::string("</svg>\n").size());
}

TEST(SvgWriter, FramesAPictureWithItsSizeTitleAndDescription)
{
    EXPECT_EQ(SvgWriter().Finish(10, 20, "A & B", "1 < 2"),
              "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"20\" "
              "viewBox=\"0 0 10 20\" role=\"img\" aria-labelledby=\"title desc\" "
              "xml:space=\"preserve\">\n"
              "<title id=\"title\">A &amp; B</title>\n"
              "<desc id=\"desc\">1 &lt; 2</desc>\n"
              "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
              "</svg>\n");
}

TEST(SvgWriter, PaintsOnlyWhatIsAskedFor)
{
    SvgWriter writer;
    writer.DrawLine(1, 2, 3, 4, {{}, "#000000", 3, "5 3"});
    writer.DrawLine(1, 2, 3, 4, {{}, "#000000", 4});
    writer.DrawBox(1, 2, 3, 4, 5, {"#ffffff"});
    EXPECT_EQ(GetShapes(writer),
              "<line x1=\"1\" y1=\"2\" x2=\"3\" y2=\"4\" stroke=\"#000000\" "
              "stroke-width=\"1.5\" stroke-dasharray=\"5 3\"/>\n"
              "<line x1=\"1\" y1=\"2\" x2=\"3\" y2=\"4\" stroke=\"#000000\" stroke-width=\"2\"/>\n"
              "<rect x=\"1\" y=\"2\" width=\"3\" height=\"4\" rx=\"5\" fill=\"#ffffff\"/>\n");
}

TEST(SvgWriter, PointsArrowsWhereTheyGo)
{
    SvgWriter writer;
    writer.DrawArrowHead(100, 50, Pointing::RIGHT, "#000000");
    writer.DrawArrowHead(100, 50, Pointing::LEFT, "#000000");
    EXPECT_EQ(GetShapes(writer),
              "<polygon points=\"100,50 91,46 91,54\" fill=\"#000000\"/>\n"
              "<polygon points=\"100,50 109,46 109,54\" fill=\"#000000\"/>\n");
}

TEST(SvgWriter, EscapesTextAndShowsControls)
{
    const std::pair<std::string, std::string> table[] = {
        {"a<b>&c", "a&lt;b&gt;&amp;c"},
        {"]]>", "]]&gt;"},
        {"bell\a", "bell\\x07"},
        {"Ren\xc3\xa9", "Ren\xc3\xa9"},
        {"\xff", "\\xff"},
        {"\xef\xbf\xbe", "\xef\xbf\xbd"}, // U+FFFE is no character of XML
    };
    for (const auto& [text, escaped] : table)
    {
        SvgWriter writer;
        writer.DrawText(1, 2, text, {});
        EXPECT_TRUE(GetShapes(writer).ends_with('>' + escaped + "</text>\n")) << GetShapes(writer);
    }
}

TEST(SvgWriter, SaysHowTextIsSetOnlyWhereItIsNotAsUsual)
{
    SvgWriter writer;
    writer.DrawText(1, 2, "x", {.colour = "#000000", .size = 12});
    writer.DrawText(
        1,
        2,
        "x",
        {.colour = "#000000", .anchor = "end", .size = 12, .isBold = true, .isMonospaced = false});
    EXPECT_EQ(GetShapes(writer),
              "<text x=\"1\" y=\"2\" font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" "
              "font-size=\"12\" fill=\"#000000\">x</text>\n"
              "<text x=\"1\" y=\"2\" font-family=\"DejaVu Sans, Helvetica, Arial, sans-serif\" "
              "font-size=\"12\" fill=\"#000000\" font-weight=\"bold\" text-anchor=\"end\">x"
              "</text>\n");
}

TEST(SvgWriter, MeasuresTextOnTheSafeSide)
{
    EXPECT_EQ(SvgWriter::MeasureText(0, 11), 0);
    EXPECT_EQ(SvgWriter::MeasureText(1, 11), 7); // 6.71
    EXPECT_EQ(SvgWriter::MeasureText(100, 11), 671);
}

} // namespace
} // namespace ns3::postroad::view

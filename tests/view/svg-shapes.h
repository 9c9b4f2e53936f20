/**
 * The shapes of an SVG picture, read back from its text: one a line, as SvgWriter writes them.
 */
#ifndef POSTROAD_TESTS_VIEW_SVG_SHAPES_H
#define POSTROAD_TESTS_VIEW_SVG_SHAPES_H

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::test
{

/// One element: a line, a box, a text.
struct SvgShape
{
    std::string element;                           ///< "text"
    std::map<std::string, std::string> attributes; ///< by name
    std::string text;                              ///< what stands inside

    /// The number in an attribute; 0 when it is not there.
    int Get(const std::string& name) const;

    /// Where a text begins and ends, whichever its anchor is.
    int GetLeft() const;
    int GetRight() const;
};

/// All elements of a picture in order, the picture itself first.
std::vector<SvgShape> ReadShapes(std::string_view svg);

/// Those of one kind: "text", "line".
std::vector<SvgShape> ReadShapes(std::string_view svg, std::string_view element);

/// The one text of a picture that says this; fails the test for none or several.
SvgShape FindText(std::string_view svg, std::string_view text);

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_VIEW_SVG_SHAPES_H

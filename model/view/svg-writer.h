/**
 * The few shapes of SVG 1.1 that a ladder is made of, in whole units, with text escaped.
 *
 * No scripts, no style sheet, no reference to anything outside: what is written here shows the
 * same in a page, in an <img> and in print.
 */
#ifndef POSTROAD_VIEW_SVG_WRITER_H
#define POSTROAD_VIEW_SVG_WRITER_H

#include <string>
#include <string_view>

namespace ns3::postroad::view
{

/// How a shape is painted; what is empty or 0 is left out.
struct SvgPaint
{
    std::string_view fill{"none"}; ///< colour of the inside
    std::string_view stroke{};     ///< colour of the line
    int width{1};                  ///< of the line, in half units
    std::string_view dashes{};     ///< "5 3"
};

/// How text is set.
struct SvgFont
{
    std::string_view colour{"#1a1a1a"}; ///< of the letters
    std::string_view anchor{"start"};   ///< "start", "middle" or "end"
    int size{11};                       ///< height in units
    bool isBold{false};                 ///< heavy letters
    bool isMonospaced{true};            ///< letters of one width
};

/// Where an arrow points.
enum class Pointing
{
    LEFT,
    RIGHT,
};

/// Gathers shapes into one picture.
class SvgWriter
{
  public:
    /// Letters of one width are this wide, in hundredths of their size; no usual font is wider.
    static constexpr int LETTER_WIDTH = 61;

    /// The width of `count` letters of one width, rounded up.
    static int MeasureText(std::size_t count, int size)
    {
        return (static_cast<int>(count) * LETTER_WIDTH * size + 99) / 100;
    }

    void DrawLine(int x1, int y1, int x2, int y2, const SvgPaint& paint);
    void DrawBox(int x, int y, int width, int height, int radius, const SvgPaint& paint);

    /// The head of an arrow that ends at (x, y).
    void DrawArrowHead(int x, int y, Pointing pointing, std::string_view colour);

    void DrawText(int x, int y, std::string_view text, const SvgFont& font);

    /// The picture, opaque, with a title and a description for those who cannot see it.
    std::string
    Finish(int width, int height, std::string_view title, std::string_view description) const;

  private:
    void Paint(const SvgPaint& paint);

    std::string m_shapes;
};

} // namespace ns3::postroad::view

#endif // POSTROAD_VIEW_SVG_WRITER_H

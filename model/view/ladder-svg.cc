#include "postroad/view/ladder-svg.h"

#include "postroad/text/time-text.h"
#include "postroad/text/utf8.h"
#include "postroad/trace/event-words.h"
#include "postroad/view/ladder-layout.h"
#include "postroad/view/svg-writer.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <string_view>

namespace ns3::postroad::view
{

namespace
{

using Layout = LadderLayout;

constexpr std::string_view INK = "#1a1a1a";
constexpr std::string_view FAINT = "#5f6368";
constexpr std::string_view LIFELINE = "#b8bcc2";
constexpr std::string_view PAPER = "#ffffff";
constexpr std::string_view HOST_TINT = "#f1f3f4";
constexpr std::string_view NOTE_TINT = "#fff7d6";
constexpr std::string_view FAILURE = "#b00020";
constexpr std::string_view FAILURE_TINT = "#fdecee";

/// The line of what the server says; what the client says is solid.
constexpr std::string_view DASHES = "5 3";

// Widths of lines, in half units.
constexpr int FINE = 2;
constexpr int THIN = 3;
constexpr int THICK = 6;

/// The colours of a protocol: dark enough for print on white, and not told by red and green only.
struct Palette
{
    std::string_view protocol;
    std::string_view ink;  ///< arrows and their texts
    std::string_view tint; ///< behind the line that opens a connection
};

constexpr Palette PALETTES[] = {
    {"SMTP", "#00508f", "#e3eef8"},
    {"LMTP", "#1f6f8b", "#e2f1f5"},
    {"POP3", "#00694b", "#e0f3ec"},
    {"IMAP", "#8c2f6b", "#f7e6f0"},
    {"HTTP", "#7a5200", "#f8efdc"},
    {"DNS", "#6a3d9a", "#efe7f7"},
    {"", "#3c4043", "#eceff1"}, // any other
};

const Palette&
FindPalette(std::string_view protocol)
{
    return *std::find_if(std::begin(PALETTES), std::end(PALETTES) - 1, [protocol](const auto& row) {
        return row.protocol == protocol;
    });
}

/// Draws one ladder.
class LadderPainter
{
  public:
    explicit LadderPainter(const Ladder& ladder)
        : m_ladder(ladder)
        , m_layout(ladder)
    {
    }

    std::string Draw()
    {
        m_svg.DrawText(
            Layout::MARGIN,
            Layout::MARGIN + Layout::TITLE_SIZE,
            m_ladder.title,
            {.colour = INK, .size = Layout::TITLE_SIZE, .isBold = true, .isMonospaced = false});
        DrawLegend();
        DrawLifelines();
        int y = m_layout.top + Layout::ROW_HEIGHT;
        for (const auto& rung : m_ladder.rungs)
        {
            DrawTime(rung, y);
            DrawRung(rung, y);
            y += Layout::ROW_HEIGHT;
        }
        DrawOmission();
        return m_svg.Finish(m_layout.width,
                            m_layout.height,
                            m_ladder.title,
                            DescribeLadder(m_ladder));
    }

  private:
    void DrawLegend()
    {
        int x = Layout::MARGIN;
        for (const auto& protocol : m_layout.protocols)
        {
            x = DrawLegendEntry(x, protocol, {{}, FindPalette(protocol).ink, THIN});
        }
        x = DrawLegendEntry(x, FROM_CLIENT, {{}, FAINT, THIN});
        x = DrawLegendEntry(x, FROM_SERVER, {{}, FAINT, THIN, DASHES});
        DrawLegendEntry(x, A_MESSAGE, {{}, FAINT, THICK});
    }

    /// Gives the place of the next entry.
    int DrawLegendEntry(int x, std::string_view text, const SvgPaint& paint)
    {
        const int y = Layout::MARGIN + Layout::TITLE_HEIGHT + Layout::TEXT_SIZE / 2;
        const int end = x + Layout::LEGEND_ARROW;
        const int textBegin = end + Layout::TEXT_PADDING;
        m_svg.DrawLine(x, y, end - 3, y, paint);
        m_svg.DrawArrowHead(end, y, Pointing::RIGHT, paint.stroke);
        m_svg.DrawText(textBegin, y + 4, text, {paint.stroke});
        return textBegin + Layout::MeasureText(text) + Layout::LEGEND_SPACE;
    }

    void DrawLifelines()
    {
        for (std::size_t i = 0; i < m_layout.lifelines.size(); ++i)
        {
            const int x = m_layout.lifelines[i];
            m_svg.DrawLine(x, m_layout.top, x, m_layout.bottom, {{}, LIFELINE, THIN});
            DrawHost(x, m_layout.top - Layout::HOST_HEIGHT, m_ladder.hosts[i]);
            DrawHost(x, m_layout.bottom, m_ladder.hosts[i]);
        }
    }

    void DrawHost(int x, int y, std::string_view host)
    {
        const int width = Layout::MeasureText(host) + 2 * Layout::TEXT_PADDING;
        m_svg.DrawBox(x - width / 2, y, width, Layout::HOST_HEIGHT, 3, {HOST_TINT, INK, FINE});
        m_svg.DrawText(x, y + 17, host, {.colour = INK, .anchor = "middle", .isBold = true});
    }

    /// The time, unless the rung above happened at the same.
    void DrawTime(const Rung& rung, int y)
    {
        if (rung.kind != RungKind::GAP && m_lastTime != rung.time)
        {
            m_svg.DrawText(Layout::MARGIN + Layout::TIME_WIDTH - 2 * Layout::TEXT_PADDING,
                           y + 4,
                           text::FormatSeconds(rung.time, text::MICROSECOND_DIGITS) + " s",
                           {FAINT, "end"});
            m_lastTime = rung.time;
        }
    }

    void DrawRung(const Rung& rung, int y)
    {
        switch (rung.kind)
        {
        case RungKind::CONNECTION:
            rung.from == rung.to ? DrawNote(rung, y) : DrawConnection(rung, y);
            return;
        case RungKind::LINE:
        case RungKind::CONTENT:
            Layout::IsLoop(rung) ? DrawLoop(rung, y) : DrawArrow(rung, y);
            return;
        case RungKind::NOTE:
            DrawNote(rung, y);
            return;
        case RungKind::GAP:
            DrawGap(rung, y);
            return;
        }
    }

    void DrawConnection(const Rung& rung, int y)
    {
        const auto& palette = FindPalette(rung.protocol);
        const auto [left, right] =
            std::minmax(m_layout.lifelines[rung.from], m_layout.lifelines[rung.to]);
        m_svg.DrawBox(left,
                      y - Layout::NOTE_HEIGHT / 2,
                      right - left,
                      Layout::NOTE_HEIGHT,
                      0,
                      {palette.tint, palette.ink, FINE});
        m_svg.DrawText((left + right) / 2,
                       y + 4,
                       Layout::FitText(rung.text, right - left - 2 * Layout::TEXT_PADDING),
                       {.colour = palette.ink, .anchor = "middle", .isBold = true});
    }

    void DrawArrow(const Rung& rung, int y)
    {
        const auto colour = FindPalette(rung.protocol).ink;
        const int from = m_layout.lifelines[rung.from];
        const int to = m_layout.lifelines[rung.to];
        const int line = y + 8;
        const bool isRightward = from < to;
        const bool isThick = rung.kind == RungKind::CONTENT;
        m_svg.DrawLine(from,
                       line,
                       isRightward ? to - 3 : to + 3,
                       line,
                       {{}, colour, isThick ? THICK : THIN, rung.isReply ? DASHES : ""});
        m_svg.DrawArrowHead(to, line, isRightward ? Pointing::RIGHT : Pointing::LEFT, colour);
        DrawLabel((from + to) / 2,
                  y + 2,
                  Layout::FitText(rung.text, std::abs(to - from) - Layout::ARROW_PADDING),
                  {.colour = colour, .anchor = "middle", .isBold = isThick});
    }

    /// What a host says to itself.
    void DrawLoop(const Rung& rung, int y)
    {
        const auto colour = FindPalette(rung.protocol).ink;
        const bool isThick = rung.kind == RungKind::CONTENT;
        const SvgPaint paint{{}, colour, isThick ? THICK : THIN, rung.isReply ? DASHES : ""};
        const int x = m_layout.lifelines[rung.from];
        const int right = x + Layout::LOOP_WIDTH;
        m_svg.DrawLine(x, y - 5, right, y - 5, paint);
        m_svg.DrawLine(right, y - 5, right, y + 6, paint);
        m_svg.DrawLine(right, y + 6, x + 3, y + 6, paint);
        m_svg.DrawArrowHead(x, y + 6, Pointing::LEFT, colour);
        const auto text = text::Shorten(rung.text, Layout::MAX_LETTERS);
        DrawLabel(right + 4 + Layout::MeasureText(text) / 2,
                  y + 5,
                  text,
                  {.colour = colour, .anchor = "middle", .isBold = isThick});
    }

    /// Text with paper behind it, so that no lifeline strikes it through.
    void DrawLabel(int x, int y, std::string_view text, const SvgFont& font)
    {
        const int width = Layout::MeasureText(text) + 4;
        const int height = Layout::TEXT_SIZE + 2;
        m_svg.DrawBox(x - width / 2, y - Layout::TEXT_SIZE + 1, width, height, 0, {PAPER});
        m_svg.DrawText(x, y, text, font);
    }

    void DrawNote(const Rung& rung, int y)
    {
        const int width = Layout::MeasureNote(rung);
        const int middle = m_layout.GetNoteMiddle(rung);
        const auto colour = rung.isFailure ? FAILURE : INK;
        m_svg.DrawBox(middle - width / 2,
                      y - Layout::NOTE_HEIGHT / 2,
                      width,
                      Layout::NOTE_HEIGHT,
                      Layout::NOTE_HEIGHT / 2,
                      {rung.isFailure ? FAILURE_TINT : NOTE_TINT, colour, FINE});
        m_svg.DrawText(middle,
                       y + 4,
                       text::Shorten(rung.text, Layout::MAX_NOTE_LETTERS),
                       {colour, "middle"});
    }

    void DrawGap(const Rung& rung, int y)
    {
        for (const int x : m_layout.lifelines)
        {
            m_svg.DrawLine(x, y - 9, x, y + 9, {{}, PAPER, THICK});
            m_svg.DrawLine(x, y - 8, x, y + 9, {{}, FAINT, THIN, "2 3"});
        }
        const int middle = (m_layout.lifelines.front() + m_layout.lifelines.back()) / 2;
        DrawLabel(middle, y + 4, rung.text, {FAINT, "middle"});
    }

    void DrawOmission()
    {
        if (m_ladder.omitted > 0)
        {
            const auto count = m_ladder.omitted;
            m_svg.DrawText(Layout::MARGIN,
                           m_layout.height - Layout::MARGIN,
                           "... " + trace::Count(count, "more rung") + " not shown",
                           {FAINT});
        }
    }

    const Ladder& m_ladder;
    const LadderLayout m_layout;
    SvgWriter m_svg;
    std::optional<wire::TimePoint> m_lastTime;
};

} // namespace

std::string
DrawLadder(const Ladder& ladder)
{
    return LadderPainter(ladder).Draw();
}

std::string
DescribeLadder(const Ladder& ladder)
{
    if (ladder.rungs.empty())
    {
        return "Ladder diagram without any step.";
    }
    std::string hosts;
    for (const auto& host : ladder.hosts)
    {
        hosts += (hosts.empty() ? "" : ", ") + host;
    }
    const auto count = static_cast<std::int64_t>(ladder.rungs.size());
    auto words = "Ladder diagram of " + trace::Count(count, "step") + " between " + hosts;
    if (!ladder.rungs.empty())
    {
        words += ", from " + text::FormatSeconds(ladder.rungs.front().time, 3) + " s to " +
                 text::FormatSeconds(ladder.rungs.back().time, 3) + " s of virtual time";
    }
    return words + '.';
}

} // namespace ns3::postroad::view

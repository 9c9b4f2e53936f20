#include "postroad/view/ladder-layout.h"

#include "postroad/text/utf8.h"
#include "postroad/view/svg-writer.h"

#include <algorithm>

namespace ns3::postroad::view
{

LadderLayout::LadderLayout(const Ladder& ladder)
    : top(MARGIN + TITLE_HEIGHT + LEGEND_HEIGHT + HOST_HEIGHT)
    , bottom(top + ROW_HEIGHT * (static_cast<int>(ladder.rungs.size()) + 1))
    , height(bottom + HOST_HEIGHT + MARGIN + (ladder.omitted > 0 ? MARGIN : 0))
{
    CollectProtocols(ladder);
    PlaceLifelines(ladder);
}

int
LadderLayout::MeasureText(std::string_view text)
{
    return SvgWriter::MeasureText(text::CountCharacters(text), TEXT_SIZE);
}

std::string
LadderLayout::FitText(std::string_view text, int width)
{
    const auto room = width / SvgWriter::MeasureText(1, TEXT_SIZE);
    return text::Shorten(text, static_cast<std::size_t>(std::max(room, 3)));
}

int
LadderLayout::MeasureNote(const Rung& rung)
{
    return MeasureText(text::Shorten(rung.text, MAX_NOTE_LETTERS)) + 2 * TEXT_PADDING;
}

bool
LadderLayout::IsLoop(const Rung& rung)
{
    return rung.from == rung.to && (rung.kind == RungKind::LINE || rung.kind == RungKind::CONTENT);
}

int
LadderLayout::GetNoteMiddle(const Rung& rung) const
{
    return std::max(lifelines[rung.from], MARGIN + TIME_WIDTH + MeasureNote(rung) / 2);
}

void
LadderLayout::CollectProtocols(const Ladder& ladder)
{
    for (const auto& rung : ladder.rungs)
    {
        const bool isKnown =
            std::find(protocols.begin(), protocols.end(), rung.protocol) != protocols.end();
        if (!rung.protocol.empty() && !isKnown)
        {
            protocols.push_back(rung.protocol);
        }
    }
}

/// Leaves enough room for the hosts' names and, within reason, for what they say to each other.
void
LadderLayout::PlaceLifelines(const Ladder& ladder)
{
    int x = MARGIN + TIME_WIDTH;
    int previousHalf = 0;
    for (std::size_t i = 0; i < ladder.hosts.size(); ++i)
    {
        const int half = MeasureText(ladder.hosts[i]) / 2 + TEXT_PADDING;
        x += i == 0 ? half : previousHalf + half + TEXT_PADDING;
        x = std::max(x, FindEndOfArrows(ladder, i));
        lifelines.push_back(x);
        previousHalf = half;
    }
    int right = x + previousHalf;
    for (const auto& rung : ladder.rungs)
    {
        if (IsLoop(rung))
        {
            const auto text = text::Shorten(rung.text, MAX_LETTERS);
            right = std::max(right, lifelines[rung.from] + LOOP_WIDTH + MeasureText(text) + 6);
        }
        else if (rung.kind != RungKind::GAP && rung.from == rung.to)
        {
            right = std::max(right, GetNoteMiddle(rung) + MeasureNote(rung) / 2);
        }
    }
    width = std::max(right, MARGIN + MeasureLegend()) + MARGIN;
}

/// How far right a host must stand for the texts of the arrows between it and those on its left.
int
LadderLayout::FindEndOfArrows(const Ladder& ladder, std::size_t host) const
{
    int end = 0;
    for (const auto& rung : ladder.rungs)
    {
        const auto [left, right] = std::minmax(rung.from, rung.to);
        if (right == host && left < right)
        {
            const auto letters = std::min(text::CountCharacters(rung.text), MAX_LETTERS);
            const int needed = SvgWriter::MeasureText(letters, TEXT_SIZE) + 2 * ARROW_PADDING;
            end = std::max(end, lifelines[left] + needed);
        }
    }
    return end;
}

int
LadderLayout::MeasureLegend() const
{
    const int entry = LEGEND_ARROW + TEXT_PADDING + LEGEND_SPACE;
    int legend =
        3 * entry + MeasureText(FROM_CLIENT) + MeasureText(FROM_SERVER) + MeasureText(A_MESSAGE);
    for (const auto& protocol : protocols)
    {
        legend += entry + MeasureText(protocol);
    }
    return legend;
}

} // namespace ns3::postroad::view

#include "postroad/view/ladder-text.h"

#include "postroad/text/time-text.h"
#include "postroad/text/utf8.h"
#include "postroad/trace/event-words.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace ns3::postroad::view
{

namespace
{

/// Room for the time: five days to the microsecond.
constexpr std::size_t TIME_WIDTH = 13;

/// The shortest arrow between neighbours, and what parts two names.
constexpr std::size_t MIN_COLUMN = 8;
constexpr std::size_t SPACE = 2;

/// Where each lifeline stands, and the width of them all.
std::vector<std::size_t>
PlaceLifelines(const Ladder& ladder)
{
    std::vector<std::size_t> columns{0};
    for (const auto& host : ladder.hosts)
    {
        columns.push_back(columns.back() +
                          std::max(MIN_COLUMN, text::CountCharacters(host) + SPACE));
    }
    return columns;
}

/// Marks what a rung is between the lifelines.
void
Draw(std::string& row, const Rung& rung, const std::vector<std::size_t>& columns)
{
    const auto [left, right] = std::minmax(columns[rung.from], columns[rung.to]);
    if (rung.kind == RungKind::NOTE)
    {
        row[left] = rung.isFailure ? 'x' : '*';
    }
    else if (left == right && rung.kind != RungKind::GAP)
    {
        row[left] = 'o'; // what a host says to itself
    }
    if (left == right || rung.kind == RungKind::GAP)
    {
        return;
    }
    const bool isConnection = rung.kind == RungKind::CONNECTION;
    const bool isThick = isConnection || rung.kind == RungKind::CONTENT;
    std::fill(row.begin() + static_cast<std::ptrdiff_t>(left) + 1,
              row.begin() + static_cast<std::ptrdiff_t>(right),
              isThick ? '=' : '-');
    if (!isConnection)
    {
        const bool isRightward = rung.from < rung.to;
        row[isRightward ? right - 1 : left + 1] = isRightward ? '>' : '<';
    }
}

std::string
FormatRung(const Rung& rung, const std::vector<std::size_t>& columns)
{
    const bool isGap = rung.kind == RungKind::GAP;
    std::string row(columns.back(), ' ');
    for (std::size_t i = 0; i + 1 < columns.size(); ++i)
    {
        row[columns[i]] = isGap ? ':' : '|';
    }
    Draw(row, rung, columns);
    const auto time = isGap ? "" : text::FormatSeconds(rung.time, text::MICROSECOND_DIGITS);
    const bool isNamed = rung.kind == RungKind::LINE || rung.kind == RungKind::CONTENT;
    return std::string(TIME_WIDTH - std::min(TIME_WIDTH, time.size()), ' ') + time + "  " + row +
           (isNamed ? rung.protocol + ": " : "") + rung.text + '\n';
}

} // namespace

std::string
FormatLadder(const Ladder& ladder)
{
    const auto columns = PlaceLifelines(ladder);
    std::string text = ladder.title + "\n\n" + std::string(TIME_WIDTH - 6, ' ') + "time/s  ";
    for (std::size_t i = 0; i < ladder.hosts.size(); ++i)
    {
        const auto& host = ladder.hosts[i];
        const bool isLast = i + 1 == ladder.hosts.size();
        const auto width = columns[i + 1] - columns[i] - text::CountCharacters(host);
        text += host + std::string(isLast ? 0 : width, ' ');
    }
    text += '\n';
    for (const auto& rung : ladder.rungs)
    {
        text += FormatRung(rung, columns);
    }
    if (ladder.omitted > 0)
    {
        text += "... " + trace::Count(ladder.omitted, "more rung") + " not shown\n";
    }
    return text;
}

} // namespace ns3::postroad::view

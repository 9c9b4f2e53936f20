#include "postroad/spec/value/nearest-name.h"

#include "postroad/text/ascii.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace ns3::postroad::scenario
{

namespace
{

constexpr std::size_t MAX_NAME = 255; // longer ones are no mistyped names

using Row = std::vector<std::size_t>;

} // namespace

std::size_t
GetEditDistance(std::string_view a, std::string_view b)
{
    Row beforeLast;
    Row last(b.size() + 1);
    std::iota(last.begin(), last.end(), 0);
    const auto same = [a, b](std::size_t i, std::size_t j) {
        return text::ToLower(a[i - 1]) == text::ToLower(b[j - 1]);
    };
    for (std::size_t i = 1; i <= a.size(); ++i)
    {
        Row row(b.size() + 1, i);
        for (std::size_t j = 1; j <= b.size(); ++j)
        {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same(i, j) ? 0 : 1)});
            if (i > 1 && j > 1 && same(i, j - 1) && same(i - 1, j))
            {
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
            }
        }
        beforeLast = std::exchange(last, std::move(row));
    }
    return last.back();
}

std::string
FindNearestName(std::string_view name, const std::vector<std::string>& candidates)
{
    if (name.size() > MAX_NAME)
    {
        return {};
    }
    std::string nearest;
    auto fewest = std::max<std::size_t>(1, name.size() / 3) + 1;
    for (const auto& candidate : candidates)
    {
        if (candidate.size() > MAX_NAME)
        {
            continue;
        }
        if (const auto mistakes = GetEditDistance(name, candidate); mistakes < fewest)
        {
            fewest = mistakes;
            nearest = candidate;
        }
    }
    return nearest;
}

std::string
ListNames(const std::vector<std::string>& names)
{
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
    {
        text += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + names[i];
    }
    return text;
}

} // namespace ns3::postroad::scenario

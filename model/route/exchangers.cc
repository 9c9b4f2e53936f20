#include "postroad/route/exchangers.h"

#include "postroad/text/ascii.h"

#include <algorithm>
#include <utility>

namespace ns3::postroad::route
{

std::vector<Exchanger>
MakeImplicitExchangers(std::string_view domain)
{
    return {{0, std::string(domain)}};
}

bool
IsNullExchanger(const std::vector<Exchanger>& exchangers)
{
    return exchangers.size() == 1 && (exchangers[0].name.empty() || exchangers[0].name == ".");
}

std::vector<Exchanger>
OrderExchangers(std::vector<Exchanger> exchangers,
                std::string_view ownName,
                const RandomIndex& random)
{
    // Shuffled first and sorted stably after: equal preferences keep the shuffled order.
    for (std::size_t left = exchangers.size(); left > 1; --left)
    {
        std::swap(exchangers[left - 1], exchangers[random(left)]);
    }
    std::stable_sort(exchangers.begin(), exchangers.end(), [](const auto& a, const auto& b) {
        return a.preference < b.preference;
    });
    const auto self =
        std::find_if(exchangers.begin(), exchangers.end(), [ownName](const auto& each) {
            return text::EqualsIgnoringCase(each.name, ownName);
        });
    if (self != exchangers.end())
    {
        const auto limit = self->preference;
        std::erase_if(exchangers, [limit](const auto& each) { return each.preference >= limit; });
    }
    return exchangers;
}

} // namespace ns3::postroad::route

#include "support/split-input.h"

#include <gtest/gtest.h>

namespace ns3::postroad::test
{

void
ForEachSplit(std::string_view input, const std::function<void(const Pieces&)>& check)
{
    {
        SCOPED_TRACE("not split");
        check({input});
    }
    for (std::size_t cut = 1; cut < input.size(); ++cut)
    {
        SCOPED_TRACE("split at octet " + std::to_string(cut));
        check({input.substr(0, cut), input.substr(cut)});
    }
    Pieces octets;
    for (std::size_t i = 0; i < input.size(); ++i)
    {
        octets.push_back(input.substr(i, 1));
    }
    SCOPED_TRACE("octet by octet");
    check(octets);
}

} // namespace ns3::postroad::test

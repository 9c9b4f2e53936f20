#include "postroad/spec/read/config-node.h"

#include "postroad/spec/value/config-error.h"

#include <algorithm>

namespace ns3::postroad::scenario
{

ConfigNode*
ConfigNode::Find(std::string_view key)
{
    const auto entry = std::find_if(entries.begin(), entries.end(), [key](const auto& candidate) {
        return candidate.key == key;
    });
    return entry == entries.end() ? nullptr : &entry->value;
}

std::vector<std::string>
ConfigNode::GetKeys() const
{
    std::vector<std::string> keys;
    for (const auto& entry : entries)
    {
        keys.push_back(entry.key);
    }
    return keys;
}

std::size_t
ConfigNode::Count() const
{
    std::size_t count = 1;
    for (const auto& item : items)
    {
        count += item.Count();
    }
    for (const auto& entry : entries)
    {
        count += entry.value.Count();
    }
    return count;
}

std::string
ConfigNode::Describe() const
{
    switch (kind)
    {
    case Kind::TEXT:
        return Quote(text);
    case Kind::LIST:
        return "a list of " + std::to_string(items.size());
    case Kind::MAP:
        return entries.empty() ? "an empty map" : "a map with the key " + Quote(entries[0].key);
    case Kind::NOTHING:
        break;
    }
    return "nothing";
}

} // namespace ns3::postroad::scenario

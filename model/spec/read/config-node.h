/**
 * A scenario file as a tree of texts, lists and maps, each with its place: what YAML says, before
 * anybody asks what it means.
 *
 * All leaves are text; the readers of the sections decide whether a text is a number or a time.
 * Maps keep their order, and keys that come twice, so that a message can point at the second.
 */
#ifndef POSTROAD_SPEC_READ_CONFIG_NODE_H
#define POSTROAD_SPEC_READ_CONFIG_NODE_H

#include "postroad/spec/value/place.h"

#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::scenario
{

struct ConfigEntry;

/// One value of the file.
struct ConfigNode
{
    /// What sort of value.
    enum class Kind
    {
        NOTHING, ///< no value: "key:" alone, "null" or "~"
        TEXT,
        LIST,
        MAP,
    };

    Kind kind{Kind::NOTHING};         ///< what sort of value
    std::string text;                 ///< of a text
    std::vector<ConfigNode> items;    ///< of a list
    std::vector<ConfigEntry> entries; ///< of a map, in the order of the file
    Place place;                      ///< where it begins

    /// The value of a key of a map, or nullptr.
    ConfigNode* Find(std::string_view key);

    /// The keys of a map, in order.
    std::vector<std::string> GetKeys() const;

    /// The number of values in it, itself among them.
    std::size_t Count() const;

    /// What stands there, for a message: "\"5\"", "a list of 3", "nothing".
    std::string Describe() const;
};

/// A key and its value.
struct ConfigEntry
{
    std::string key;  ///< the key
    Place place;      ///< where the key stands
    ConfigNode value; ///< the value
};

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_READ_CONFIG_NODE_H

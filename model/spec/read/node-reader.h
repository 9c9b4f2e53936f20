/**
 * Strict reading of a tree of values: every key is known, every value of its kind, and whatever is
 * not becomes a fault with its path and place while reading goes on.
 *
 *     MapReader map(node, "a link");
 *     map.Read("rate", link.bitsPerSecond, ParseRate);
 *     map.Finish();
 *
 * A key whose value is left empty counts as left out.
 */
#ifndef POSTROAD_SPEC_READ_NODE_READER_H
#define POSTROAD_SPEC_READ_NODE_READER_H

#include "postroad/spec/read/config-node.h"
#include "postroad/spec/value/config-error.h"
#include "postroad/wire/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ns3::postroad::scenario
{

/// What reading a file leaves behind beside the values.
struct ReadingNotes
{
    FaultList faults;    ///< what is wrong
    PlaceMap places;     ///< where each value was written
    bool hasGaps{false}; ///< an item of a list could not be read at all, and is missing in it
};

/// One value of the tree, with its path.
class NodeReader
{
  public:
    NodeReader(const ConfigNode& node, std::string path, ReadingNotes& notes)
        : m_node(&node)
        , m_path(std::move(path))
        , m_notes(&notes)
    {
    }

    /// Notes that something else was expected here.
    void Fail(std::string expected, std::string advice = {}) const;

    /// Notes the same, with the valid names, of which the nearest is proposed.
    void FailName(std::string expected, const std::vector<std::string>& names) const;

    /// The value's text; a fault and nothing when it has none.
    std::optional<std::string> ReadText(const std::string& expected) const;

    /// The value as `parse` understands it; a fault and nothing when it does not.
    template <typename T>
    std::optional<T> Read(wire::Result<T> (*parse)(std::string_view)) const
    {
        const auto* const text = GetText();
        auto value = parse(text ? *text : std::string_view());
        if (text && value)
        {
            return std::move(value).GetValue();
        }
        Fail(value ? "a single value" : value.GetError().reason);
        return std::nullopt;
    }

    /// The items of a list; a value that is no list counts as a list of it alone.
    std::vector<NodeReader> GetItems() const;

    /// The entries of a map, in order; a fault when it is none, and for each key that comes twice.
    std::vector<std::pair<std::string, NodeReader>> GetEntries(const std::string& what) const;

    const ConfigNode& GetNode() const
    {
        return *m_node;
    }

    const std::string& GetPath() const
    {
        return m_path;
    }

    /// The notes that this reading adds to.
    ReadingNotes& GetNotes() const
    {
        return *m_notes;
    }

  private:
    const std::string* GetText() const;

    const ConfigNode* m_node;
    std::string m_path;
    ReadingNotes* m_notes;
};

/// A map with a fixed set of keys: those that are asked for.
class MapReader
{
  public:
    /// \param what the thing that the map describes, for messages: "a link"
    MapReader(NodeReader node, std::string what);

    /// The value of a key, if it is there.
    std::optional<NodeReader> Find(const std::string& key);

    /// The value of a key; a fault when it is not there. \param expected what it holds, in words
    std::optional<NodeReader> Require(const std::string& key, const std::string& expected);

    /// Reads a value into `out`, which keeps its default when the key is not there.
    template <typename T, typename U>
    void Read(const std::string& key, U& out, wire::Result<T> (*parse)(std::string_view))
    {
        if (const auto node = Find(key))
        {
            if (auto value = node->Read(parse))
            {
                out = std::move(*value);
            }
        }
    }

    /// Reads one value or a list of them.
    template <typename T>
    void ReadList(const std::string& key,
                  std::vector<T>& out,
                  wire::Result<T> (*parse)(std::string_view))
    {
        if (const auto node = Find(key))
        {
            for (const auto& item : node->GetItems())
            {
                if (auto value = item.Read(parse))
                {
                    out.push_back(std::move(*value));
                }
            }
        }
    }

    /// Notes a fault when there is no map, and for each key that nobody asked for; true when there
    /// was none.
    bool Finish();

    const NodeReader& GetNode() const
    {
        return m_node;
    }

  private:
    bool IsMap() const;
    bool IsKnown(const std::string& key) const;

    NodeReader m_node;
    std::string m_what;
    std::vector<std::pair<std::string, NodeReader>> m_entries;
    std::vector<std::string> m_asked;
};

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_READ_NODE_READER_H

#include "postroad/spec/read/yaml-reader.h"

#include "postroad/spec/value/config-error.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <map>
#include <optional>
#include <sstream>
#include <utility>

namespace ns3::postroad::scenario
{

namespace
{

constexpr auto MERGE_KEY = "<<";

/// Builds the tree from what the parser reports.
class TreeBuilder : public YAML::EventHandler
{
  public:
    TreeBuilder(std::string source, int firstLine)
        : m_source(std::move(source))
        , m_firstLine(firstLine)
    {
        m_root.place = {m_source, firstLine};
    }

    ConfigNode TakeRoot()
    {
        return std::move(m_root);
    }

    Place At(const YAML::Mark& mark) const
    {
        return {m_source, m_firstLine > 0 && mark.line >= 0 ? mark.line + m_firstLine : 0};
    }

  private:
    /// A list or map that is not complete yet.
    struct Open
    {
        ConfigNode node;
        YAML::anchor_t anchor;
        std::optional<std::pair<std::string, Place>> key; ///< of a map, waiting for its value
    };

    void OnDocumentStart(const YAML::Mark& mark) override
    {
        if (m_hasDocument)
        {
            Refuse(At(mark), "one YAML document", "a second one");
        }
        m_hasDocument = true;
    }

    void OnDocumentEnd() override
    {
    }

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        Complete({ConfigNode::Kind::NOTHING, {}, {}, {}, At(mark)}, anchor);
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        const auto found = m_anchors.find(anchor);
        if (found == m_anchors.end())
        {
            Refuse(At(mark), "an alias of a complete value", "one inside of what it repeats");
        }
        Grow(found->second.Count(), At(mark));
        Attach(found->second);
    }

    void OnScalar(const YAML::Mark& mark,
                  const std::string& /*tag*/,
                  YAML::anchor_t anchor,
                  const std::string& value) override
    {
        Complete({ConfigNode::Kind::TEXT, value, {}, {}, At(mark)}, anchor);
    }

    void OnSequenceStart(const YAML::Mark& mark,
                         const std::string& /*tag*/,
                         YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override
    {
        Begin(ConfigNode::Kind::LIST, At(mark), anchor);
    }

    void OnSequenceEnd() override
    {
        End();
    }

    void OnMapStart(const YAML::Mark& mark,
                    const std::string& /*tag*/,
                    YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override
    {
        Begin(ConfigNode::Kind::MAP, At(mark), anchor);
    }

    void OnMapEnd() override
    {
        End();
    }

    void Begin(ConfigNode::Kind kind, Place place, YAML::anchor_t anchor)
    {
        if (m_open.size() >= MAX_YAML_DEPTH)
        {
            Refuse(place, "at most 32 levels of lists and maps", "more");
        }
        m_open.push_back({{kind, {}, {}, {}, std::move(place)}, anchor, {}});
    }

    void End()
    {
        auto open = std::move(m_open.back());
        m_open.pop_back();
        Merge(open.node);
        Complete(std::move(open.node), open.anchor);
    }

    void Complete(ConfigNode node, YAML::anchor_t anchor)
    {
        Grow(1, node.place);
        if (anchor != YAML::NullAnchor)
        {
            Grow(node.Count(), node.place);
            m_anchors.insert_or_assign(anchor, node);
        }
        Attach(std::move(node));
    }

    void Attach(ConfigNode node)
    {
        if (m_open.empty())
        {
            m_root = std::move(node);
            return;
        }
        auto& [parent, anchor, key] = m_open.back();
        if (parent.kind == ConfigNode::Kind::LIST)
        {
            parent.items.push_back(std::move(node));
        }
        else if (key)
        {
            parent.entries.push_back(
                {std::move(key->first), std::move(key->second), std::move(node)});
            key.reset();
        }
        else if (node.kind == ConfigNode::Kind::TEXT)
        {
            key = {std::move(node.text), std::move(node.place)};
        }
        else
        {
            Refuse(node.place, "a text before the colon", node.Describe());
        }
    }

    /// Puts the entries of "<<: *defaults" in, except those that the map has itself.
    void Merge(ConfigNode& map)
    {
        const auto* const merged = map.Find(MERGE_KEY);
        if (!merged)
        {
            return;
        }
        if (merged->kind != ConfigNode::Kind::MAP)
        {
            Refuse(merged->place, "an alias of a map behind \"<<\"", merged->Describe());
        }
        const auto defaults = merged->entries;
        std::erase_if(map.entries, [](const auto& entry) { return entry.key == MERGE_KEY; });
        for (const auto& entry : defaults)
        {
            if (!map.Find(entry.key))
            {
                map.entries.push_back(entry);
            }
        }
    }

    void Grow(std::size_t values, const Place& place)
    {
        m_values += values;
        if (m_values > MAX_YAML_VALUES)
        {
            Refuse(place, "at most 100000 values, aliases included", "more");
        }
    }

    [[noreturn]] static void Refuse(Place place, std::string expected, std::string came)
    {
        throw ConfigError({std::move(place), "", std::move(expected), std::move(came), "", ""});
    }

    std::string m_source;
    int m_firstLine;
    ConfigNode m_root;
    std::vector<Open> m_open;
    std::map<YAML::anchor_t, ConfigNode> m_anchors;
    std::size_t m_values{0};
    bool m_hasDocument{false};
};

} // namespace

ConfigNode
ReadYaml(std::string_view text, const std::string& source, int firstLine)
{
    if (text.size() > MAX_YAML_SIZE)
    {
        throw ConfigError({{source, 0},
                           "",
                           "at most 1048576 octets",
                           std::to_string(text.size()),
                           "",
                           "is it a scenario file?"});
    }
    TreeBuilder builder(source, firstLine);
    try
    {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder))
        {
        }
    }
    catch (const YAML::Exception& error)
    {
        throw ConfigError({builder.At(error.mark), "", "YAML", error.msg, "", ""});
    }
    return builder.TakeRoot();
}

} // namespace ns3::postroad::scenario

#include "postroad/spec/read/override.h"

#include "postroad/spec/read/yaml-reader.h"
#include "postroad/spec/value/config-error.h"
#include "postroad/spec/value/nearest-name.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace ns3::postroad::scenario
{

namespace
{

using Kind = ConfigNode::Kind;

constexpr auto FORM = "PATH=VALUE such as links[0].delay=50ms";

/// Walks down a tree along a path.
class PathWalker
{
  public:
    PathWalker(ConfigNode& root, std::string_view path, Place place)
        : m_node(&root)
        , m_path(path)
        , m_place(std::move(place))
    {
    }

    /// The node at the end of the path, made when it is new.
    ConfigNode& Walk()
    {
        while (m_taken < m_path.size())
        {
            const auto isFirst = m_taken == 0;
            if (m_path[m_taken] == '[')
            {
                TakeBracket();
            }
            else if (isFirst || m_path[m_taken] == '.')
            {
                m_taken += isFirst ? 0 : 1;
                TakeKey();
            }
            else
            {
                Refuse("\".\" or \"[\" behind " + Quote(m_path.substr(0, m_taken)), GetRest());
            }
        }
        return *m_node;
    }

  private:
    std::string_view GetRest() const
    {
        return m_path.substr(m_taken);
    }

    void TakeBracket()
    {
        const auto end = m_path.find(']', m_taken);
        if (end == std::string_view::npos)
        {
            Refuse("a \"]\" behind the \"[\"", GetRest());
        }
        const auto name = m_path.substr(m_taken + 1, end - m_taken - 1);
        if (m_node->kind == Kind::LIST)
        {
            EnterItem(name);
        }
        else
        {
            EnterKey(name, end + 1 == m_path.size());
        }
        m_taken = end + 1;
    }

    /// Enters the longest key that the rest of the path begins with.
    void TakeKey()
    {
        const auto rest = GetRest();
        std::string_view longest;
        for (const auto& entry : m_node->entries)
        {
            const auto& key = entry.key;
            const auto isWhole =
                rest.size() == key.size() ||
                (rest.size() > key.size() && (rest[key.size()] == '.' || rest[key.size()] == '['));
            if (rest.starts_with(key) && isWhole && key.size() > longest.size())
            {
                longest = key;
            }
        }
        const auto name = longest.empty() ? rest : longest;
        EnterKey(name, rest.find_first_of(".[") == std::string_view::npos);
        m_taken += name.size();
    }

    void EnterItem(std::string_view index)
    {
        std::size_t number = 0;
        const auto [end, error] =
            std::from_chars(index.data(), index.data() + index.size(), number);
        if (error != std::errc() || end != index.data() + index.size() ||
            number >= m_node->items.size())
        {
            Refuse("a number below " + std::to_string(m_node->items.size()) + " in the brackets",
                   index);
        }
        m_node = &m_node->items[number];
    }

    /// Enters the value of a key. \param mayBeNew true to make it when it is not there
    void EnterKey(std::string_view key, bool mayBeNew)
    {
        if (auto* const found = m_node->Find(key))
        {
            m_node = found;
            return;
        }
        const auto isMap = m_node->kind == Kind::MAP || m_node->kind == Kind::NOTHING;
        if (!isMap || !mayBeNew || key.empty())
        {
            Refuse(DescribeChoices(), key, FindNearestKey(key));
        }
        m_node->kind = Kind::MAP;
        m_node->entries.push_back({std::string(key), m_place, {}});
        m_node = &m_node->entries.back().value;
    }

    std::string DescribeChoices() const
    {
        const auto where = m_taken == 0 ? "" : " in " + Quote(m_path.substr(0, m_taken));
        switch (m_node->kind)
        {
        case Kind::LIST:
            return "a number in brackets" + where;
        case Kind::TEXT:
            return "nothing behind a single value" + where;
        default:
            return "a key" + where;
        }
    }

    [[noreturn]] void
    Refuse(std::string expected, std::string_view came, std::string nearest = {}) const
    {
        throw ConfigError({m_place, "", std::move(expected), Quote(came), std::move(nearest), ""});
    }

    /// The key that is most like as much of the text as has as many dots.
    std::string FindNearestKey(std::string_view text) const
    {
        std::string nearest;
        auto fewest = text.size();
        for (const auto& key : m_node->GetKeys())
        {
            auto dots = std::count(key.begin(), key.end(), '.');
            const auto end = std::find_if(text.begin(), text.end(), [&dots](char c) {
                return c == '[' || (c == '.' && dots-- == 0);
            });
            const std::string beginning(text.begin(), end);
            const auto mistakes = GetEditDistance(beginning, key);
            if (mistakes < fewest && !FindNearestName(beginning, {key}).empty())
            {
                fewest = mistakes;
                nearest = key;
            }
        }
        return nearest;
    }

    ConfigNode* m_node;
    std::string_view m_path;
    std::size_t m_taken{0}; ///< octets of the path that have been walked
    Place m_place;
};

} // namespace

void
ApplyOverride(ConfigNode& root, std::string_view argument)
{
    const Place place{"--set " + std::string(argument), 0};
    const auto equals = argument.find('=');
    if (equals == std::string_view::npos || equals == 0)
    {
        throw ConfigError({place, "", FORM, Quote(argument), "", ""});
    }
    auto value = ReadYaml(argument.substr(equals + 1), place.source, 0);
    PathWalker(root, argument.substr(0, equals), place).Walk() = std::move(value);
}

} // namespace ns3::postroad::scenario

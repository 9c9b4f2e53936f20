#include "postroad/spec/read/node-reader.h"

#include "postroad/spec/value/nearest-name.h"

#include <algorithm>
#include <set>

namespace ns3::postroad::scenario
{

void
NodeReader::Fail(std::string expected, std::string advice) const
{
    m_notes->faults.Add(
        {m_node->place, m_path, std::move(expected), m_node->Describe(), "", std::move(advice)});
}

void
NodeReader::FailName(std::string expected, const std::vector<std::string>& names) const
{
    m_notes->faults.Add({m_node->place,
                         m_path,
                         std::move(expected),
                         m_node->Describe(),
                         FindNearestName(m_node->text, names),
                         ""});
}

const std::string*
NodeReader::GetText() const
{
    return m_node->kind == ConfigNode::Kind::TEXT ? &m_node->text : nullptr;
}

std::optional<std::string>
NodeReader::ReadText(const std::string& expected) const
{
    if (const auto* const text = GetText())
    {
        return *text;
    }
    Fail(expected);
    return std::nullopt;
}

std::vector<NodeReader>
NodeReader::GetItems() const
{
    if (m_node->kind != ConfigNode::Kind::LIST)
    {
        return {*this};
    }
    std::vector<NodeReader> items;
    for (std::size_t i = 0; i < m_node->items.size(); ++i)
    {
        auto path = m_path + "[" + std::to_string(i) + "]";
        m_notes->places.Set(path, m_node->items[i].place);
        items.emplace_back(m_node->items[i], std::move(path), *m_notes);
    }
    return items;
}

std::vector<std::pair<std::string, NodeReader>>
NodeReader::GetEntries(const std::string& what) const
{
    std::vector<std::pair<std::string, NodeReader>> entries;
    if (m_node->kind != ConfigNode::Kind::MAP)
    {
        Fail(what);
        return entries;
    }
    std::set<std::string> seen;
    for (const auto& [key, place, value] : m_node->entries)
    {
        auto path = m_path.empty() ? key : m_path + "." + key;
        if (!seen.insert(key).second)
        {
            m_notes->faults.Add({place, path, "each key once", "a second " + Quote(key), "", ""});
            continue;
        }
        m_notes->places.Set(path, place);
        entries.emplace_back(key, NodeReader(value, std::move(path), *m_notes));
    }
    return entries;
}

MapReader::MapReader(NodeReader node, std::string what)
    : m_node(std::move(node))
    , m_what(std::move(what))
{
    if (IsMap())
    {
        m_entries = m_node.GetEntries(m_what);
    }
}

std::optional<NodeReader>
MapReader::Find(const std::string& key)
{
    if (!IsKnown(key))
    {
        m_asked.push_back(key);
    }
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(), [&key](const auto& e) {
        return e.first == key && e.second.GetNode().kind != ConfigNode::Kind::NOTHING;
    });
    return entry == m_entries.end() ? std::nullopt : std::optional(entry->second);
}

std::optional<NodeReader>
MapReader::Require(const std::string& key, const std::string& expected)
{
    auto value = Find(key);
    if (!value && IsMap())
    {
        const auto& path = m_node.GetPath();
        const auto place = m_node.GetNotes().places.Find(path);
        m_node.GetNotes().faults.Add({place.source.empty() ? m_node.GetNode().place : place,
                                      path.empty() ? key : path + "." + key,
                                      expected,
                                      "nothing",
                                      "",
                                      "add `" + key + ":`"});
    }
    return value;
}

bool
MapReader::IsMap() const
{
    return m_node.GetNode().kind == ConfigNode::Kind::MAP;
}

bool
MapReader::IsKnown(const std::string& key) const
{
    return std::find(m_asked.begin(), m_asked.end(), key) != m_asked.end();
}

bool
MapReader::Finish()
{
    if (!IsMap())
    {
        m_node.Fail("keys of " + m_what + " (" + ListNames(m_asked) + ")");
        return false;
    }
    bool isClean = true;
    for (const auto& [key, value] : m_entries)
    {
        if (IsKnown(key))
        {
            continue;
        }
        isClean = false;
        auto& notes = m_node.GetNotes();
        notes.faults.Add({notes.places.Find(value.GetPath()),
                          value.GetPath(),
                          "a key of " + m_what + " (" + ListNames(m_asked) + ")",
                          Quote(key),
                          FindNearestName(key, m_asked),
                          ""});
    }
    return isClean;
}

} // namespace ns3::postroad::scenario

#include "postroad/spec/read/calendar.h"
#include "postroad/spec/read/section-readers.h"
#include "postroad/spec/read/units.h"
#include "postroad/spec/value/plain-values.h"

#include <utility>

namespace ns3::postroad::scenario
{

namespace
{

/// "full" / "single"
wire::Result<NameService>
ParseNameService(std::string_view text)
{
    if (text == "full" || text == "single")
    {
        return text == "full" ? NameService::FULL : NameService::SINGLE;
    }
    return wire::Error{wire::ErrorKind::SYNTAX,
                       0,
                       "full (root, top-level and domain servers, resolvers) or single (one name "
                       "server for all)"};
}

wire::Result<CaptureLinkType>
ParseLinkType(std::string_view text)
{
    if (text == "ppp" || text == "ethernet")
    {
        return text == "ppp" ? CaptureLinkType::PPP : CaptureLinkType::ETHERNET;
    }
    return wire::Error{wire::ErrorKind::SYNTAX, 0, "ppp or ethernet"};
}

/// Reads a map whose keys are names: hosts, domains.
template <typename T>
void
ReadNamed(const std::optional<NodeReader>& section,
          const std::string& what,
          wire::Result<mail::DomainName> (*parse)(std::string_view),
          T (*readOne)(const mail::DomainName&, const NodeReader&),
          std::vector<T>& out)
{
    if (!section)
    {
        return;
    }
    for (const auto& [name, node] : section->GetEntries(what))
    {
        const auto parsed = parse(name);
        if (!parsed)
        {
            auto& notes = node.GetNotes();
            notes.faults.Add({notes.places.Find(node.GetPath()),
                              node.GetPath(),
                              parsed.GetError().reason,
                              Quote(name),
                              "",
                              ""});
        }
        out.push_back(readOne(parsed ? *parsed : mail::DomainName(name), node));
    }
}

/// Reads a list of things that may not be readable at all.
template <typename T>
void
ReadItems(const std::optional<NodeReader>& section,
          std::optional<T> (*readOne)(const NodeReader&),
          std::vector<T>& out)
{
    if (!section)
    {
        return;
    }
    for (const auto& item : section->GetItems())
    {
        auto value = readOne(item);
        item.GetNotes().hasGaps |= !value;
        if (value)
        {
            out.push_back(std::move(*value));
        }
    }
}

} // namespace

Spec
ReadSpec(const NodeReader& root)
{
    Spec spec;
    MapReader map(root, "a scenario");
    if (const auto title = map.Require("title", "a title"))
    {
        spec.title = title->Read(ParseText).value_or("");
    }
    map.Read("about", spec.about, ParseText);
    map.ReadList("lecture", spec.lecture, ParseText);
    map.Read("epoch", spec.epoch, ParseEpoch);
    map.Read("seed", spec.seed, ParseSeed);
    map.Read("run", spec.run, ParseSeed);
    map.Read("duration", spec.duration, ParseTimeSpan);
    map.Read("dns", spec.nameService, ParseNameService);
    map.Read("detection-delay", spec.detectionDelay, ParseDuration);
    if (const auto capture = map.Find("capture"))
    {
        MapReader settings(*capture, "`capture`");
        settings.Read("link-type", spec.captureLinkType, ParseLinkType);
        settings.Finish();
    }
    ReadNamed(map.Require("hosts", "the hosts"),
              "a map from host names to hosts",
              ParseHostName,
              ReadHost,
              spec.hosts);
    ReadNamed(map.Find("domains"),
              "a map from domain names to domains",
              ParseDomainName,
              ReadDomain,
              spec.domains);
    if (const auto links = map.Find("links"))
    {
        for (const auto& item : links->GetItems())
        {
            spec.links.push_back(ReadLink(item));
        }
    }
    ReadItems(map.Find("events"), ReadPlannedEvent, spec.events);
    ReadItems(map.Find("expect"), ReadExpectation, spec.expectations);
    map.Finish();
    return spec;
}

} // namespace ns3::postroad::scenario

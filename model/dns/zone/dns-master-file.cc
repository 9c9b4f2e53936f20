#include "postroad/dns/zone/dns-master-file.h"

#include "postroad/dns/zone/dns-generate.h"
#include "postroad/dns/zone/dns-master-text.h"
#include "postroad/text/ascii.h"

#include <cstdint>
#include <utility>

namespace ns3::postroad::dns
{

namespace
{

/// Reads entry after entry; what one entry sets holds for those behind it.
class MasterFileReader
{
  public:
    MasterFileReader(std::string_view text, RecordDefaults defaults)
        : m_text(text)
        , m_defaults(std::move(defaults))
    {
    }

    wire::Result<std::vector<MasterRecord>> Read()
    {
        std::vector<MasterRecord> records;
        while (const auto entry = m_text.NextEntry())
        {
            const auto error = entry->front() == '$' ? ReadDirective(*entry, records)
                                                     : ReadRecord(*entry, records);
            if (error)
            {
                return Locate(*error);
            }
        }
        if (const auto& error = m_text.GetError())
        {
            return Locate(*error);
        }
        return records;
    }

  private:
    /// RFC 1035 section 5.1: $ORIGIN <domain-name>; RFC 2308 section 4: $TTL <TTL>
    std::optional<wire::Error>
    ReadDirective(std::string_view entry, std::vector<MasterRecord>& records)
    {
        constexpr std::string_view EXPECTED = "$ORIGIN, $TTL, $GENERATE or a record";
        FieldReader fields(entry, m_defaults.origin);
        const auto keyword = fields.ReadField(EXPECTED);
        if (text::EqualsIgnoringCase(keyword, "$GENERATE"))
        {
            return GenerateRecords(entry, records);
        }
        if (text::EqualsIgnoringCase(keyword, "$ORIGIN"))
        {
            m_defaults.origin = fields.ReadName("the name that completes others, such as a.net.");
        }
        else if (text::EqualsIgnoringCase(keyword, "$TTL"))
        {
            m_defaults.ttl = fields.ReadPeriod(Record::EXPECTED_TTL, Record::TTL_LIMIT);
            m_hasTtl = true;
        }
        else if (text::EqualsIgnoringCase(keyword, "$INCLUDE"))
        {
            fields.FailExpecting("the included lines themselves, for one file holds the whole "
                                 "zone here",
                                 wire::ErrorKind::UNSUPPORTED);
        }
        else
        {
            fields.FailExpecting(EXPECTED, wire::ErrorKind::UNSUPPORTED);
        }
        fields.ExpectEnd();
        return fields.IsOk() ? std::nullopt : std::optional(fields.GetError());
    }

    std::optional<wire::Error>
    GenerateRecords(std::string_view entry, std::vector<MasterRecord>& records)
    {
        const auto generate = Generate::Parse(entry);
        if (!generate)
        {
            return generate.GetError();
        }
        m_generated += generate->Count();
        if (m_generated > GENERATE_LIMIT)
        {
            return wire::Error{wire::ErrorKind::TOO_MANY,
                               0,
                               "expected at most 10000 lines made by $GENERATE in one zone, got " +
                                   std::to_string(m_generated)};
        }
        for (std::size_t i = 0; i < generate->Count(); ++i)
        {
            const auto number = generate->start + static_cast<std::uint32_t>(i) * generate->step;
            if (auto error = AddGenerated(*generate, number, records))
            {
                return error;
            }
        }
        return std::nullopt;
    }

    /// What it makes stands by itself: neither its name nor its TTL holds for the lines behind it.
    std::optional<wire::Error> AddGenerated(const Generate& generate,
                                            std::uint32_t number,
                                            std::vector<MasterRecord>& records) const
    {
        const auto line = generate.MakeLine(number);
        if (!line)
        {
            return line.GetError();
        }
        auto record = Record::Parse(*line, m_defaults);
        if (!record)
        {
            return wire::Error{record.GetError().kind,
                               0,
                               "in the line '" + *line +
                                   "' that $GENERATE makes: " + record.GetError().reason};
        }
        records.push_back({std::move(record).GetValue(), m_text.GetLine()});
        return std::nullopt;
    }

    std::optional<wire::Error>
    ReadRecord(std::string_view entry, std::vector<MasterRecord>& records)
    {
        if (text::IsBlank(entry.front()) && !m_defaults.owner)
        {
            return wire::Error{wire::ErrorKind::SYNTAX,
                               0,
                               "expected a name at the beginning of the line, got a blank: there "
                               "is no record before this one that could lend its name"};
        }
        auto record = Record::Parse(entry, m_defaults);
        if (!record)
        {
            return record.GetError();
        }
        m_defaults.owner = record->name;
        // RFC 1035 section 5.1: an omitted TTL is the last one stated, unless $TTL sets it.
        m_defaults.ttl = m_hasTtl ? m_defaults.ttl : record->ttl;
        records.push_back({std::move(record).GetValue(), m_text.GetLine()});
        return std::nullopt;
    }

    wire::Error Locate(const wire::Error& error) const
    {
        return {error.kind, error.offset, m_text.GetPlace(error.offset) + ": " + error.reason};
    }

    MasterText m_text;
    RecordDefaults m_defaults;
    bool m_hasTtl{false};       ///< the file has said $TTL
    std::size_t m_generated{0}; ///< how many lines $GENERATE has made
};

} // namespace

wire::Result<std::vector<MasterRecord>>
ParseMasterFile(std::string_view text, const RecordDefaults& defaults)
{
    return MasterFileReader(text, defaults).Read();
}

wire::Result<Zone>
ParseZone(std::string_view text, const RecordDefaults& defaults)
{
    const auto records = ParseMasterFile(text, defaults);
    if (!records)
    {
        return records.GetError();
    }
    Zone zone(defaults.origin);
    for (const auto& [record, line] : *records)
    {
        if (auto error = zone.Add(record))
        {
            error->reason = std::to_string(line) + ":1: " + error->reason;
            return *error;
        }
    }
    return zone;
}

std::string
SerializeZone(const Zone& zone)
{
    std::string text;
    for (const auto& record : zone.GetRecords())
    {
        text += record.ToString() + '\n';
    }
    return text;
}

} // namespace ns3::postroad::dns

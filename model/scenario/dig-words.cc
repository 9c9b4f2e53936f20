#include "postroad/scenario/dig-words.h"

#include "postroad/dns/data/dns-ptr-data.h"
#include "postroad/mail/domain-name.h"
#include "postroad/scenario/dig-options.h"
#include "postroad/spec/value/nearest-name.h"
#include "postroad/spec/value/plain-values.h"
#include "postroad/text/charset.h"

#include <optional>
#include <utility>

namespace ns3::postroad::scenario
{

namespace
{

/// What is known of one question while words are read.
struct OpenLookup
{
    std::vector<std::string> servers;
    std::optional<dns::RecordType> type;
    std::optional<dns::RecordClass> recordClass;
    dns::RecordType usualType{dns::RecordType::A}; ///< where none is named
    DigSettings settings;
};

/// The types and classes that have names.
std::vector<std::string>
GetCodeNames()
{
    std::vector<std::string> names;
    for (const auto type : dns::GetNamedTypes())
    {
        names.push_back(dns::ToString(type));
    }
    for (const auto recordClass : dns::GetNamedClasses())
    {
        names.push_back(dns::ToString(recordClass));
    }
    return names;
}

/// Reads the words one after the other.
class WordReader
{
  public:
    WordReader(const Spec& spec, const std::vector<std::string>& words, FaultList& faults)
        : m_spec(spec)
        , m_words(words)
        , m_faults(faults)
    {
    }

    std::vector<DigLookup> Read()
    {
        while (m_next < m_words.size())
        {
            ReadWord(m_words[m_next++]);
        }
        if (m_lookups.empty())
        {
            Begin(dns::Name()).type = dns::RecordType::NS;
        }
        std::vector<DigLookup> lookups;
        lookups.reserve(m_lookups.size());
        for (const auto& lookup : m_lookups)
        {
            lookups.push_back(Close(lookup));
        }
        return lookups;
    }

  private:
    /// What the next option changes: the last question, or all that are to come.
    OpenLookup& GetCurrent()
    {
        return m_lookups.empty() ? m_defaults : m_lookups.back();
    }

    OpenLookup& Begin(const dns::Name& name)
    {
        m_isTypeTold = false;
        m_isClassTold = false;
        m_lookups.push_back(m_defaults);
        m_lookups.back().settings.query.question.name = name;
        return m_lookups.back();
    }

    /// Makes up for what no word has told.
    DigLookup Close(const OpenLookup& lookup) const
    {
        DigLookup closed{lookup.servers, lookup.settings.query};
        auto& query = closed.query;
        query.question.type = lookup.type.value_or(lookup.usualType);
        query.question.recordClass = lookup.recordClass.value_or(dns::RecordClass::IN);
        // As dig does: there may be much, and a transfer is one stream.
        query.isTcp = lookup.settings.isTcp.value_or(query.question.type == dns::RecordType::ANY) ||
                      query.question.type == dns::RecordType::AXFR;
        query.udpSize = lookup.settings.udpSize;
        if (!query.udpSize && lookup.settings.hasEdns)
        {
            query.udpSize = dns::Edns::DEFAULT_SIZE;
        }
        query.timeout = m_common.timeout;
        query.display.isShort = m_common.isShort;
        query.display.hasCommand = m_common.hasCommand && !m_common.isShort;
        return closed;
    }

    void ReadWord(const std::string& word)
    {
        switch (word.empty() ? ' ' : word.front())
        {
        case '@':
            ReadServer(word.substr(1));
            return;
        case '+':
            ReadDigOption(word, GetCurrent().settings, m_common, m_faults);
            return;
        case '-':
            ReadDash(word);
            return;
        default:
            ReadBareWord(word);
        }
    }

    void ReadServer(const std::string& server)
    {
        GetCurrent().servers.push_back(mail::DomainName(server).ToString());
        if (!IsIpv4Address(server) && m_spec.FindHost(server) == nullptr)
        {
            Fail("@",
                 "a host of the scenario, or an IPv4 address",
                 server,
                 FindNearestHost(m_spec, server));
        }
    }

    /// -t TYPE and the like; the value may follow at once: -tTYPE.
    void ReadDash(const std::string& word)
    {
        if (word == "-4")
        {
            return;
        }
        if (word == "-6")
        {
            Fail("", "-4, or neither", word, "", "the simulated networks carry IPv4 alone");
            return;
        }
        const auto option = word.substr(0, 2);
        if (word.size() < 2 || std::string_view("tcqx").find(word[1]) == std::string_view::npos)
        {
            Fail("",
                 "-t TYPE, -c CLASS, -q NAME, -x ADDRESS or -4",
                 word,
                 FindNearestName(word, {"--at", "--time", "--again", "--set"}),
                 "docs/dig.md tells of each");
            return;
        }
        if (word.size() == option.size() && m_next == m_words.size())
        {
            m_faults.Add({{"dig", 0}, option, "a value behind it", "nothing", "", ""});
            return;
        }
        const auto value = word.size() > option.size() ? word.substr(2) : m_words[m_next++];
        ReadValue(option, value);
    }

    void ReadValue(const std::string& option, const std::string& value)
    {
        switch (option[1])
        {
        case 't':
            m_areCodesOpen = false;
            ReadType(option, value);
            return;
        case 'c':
            m_areCodesOpen = false;
            ReadClass(option, value);
            return;
        case 'q':
            ReadName(option, value);
            return;
        default:
            ReadReverse(value);
        }
    }

    /// A type, a class or else a name. Behind -t or -c there are only names, as dig has it.
    void ReadBareWord(const std::string& word)
    {
        if (m_areCodesOpen && dns::FindRecordType(word))
        {
            ReadType("", word);
        }
        else if (m_areCodesOpen && dns::FindRecordClass(word))
        {
            ReadClass("", word);
        }
        else if (!m_lookups.empty() && word.find('.') == std::string::npos)
        {
            FailUnknown(word);
        }
        else
        {
            ReadName("", word);
        }
    }

    void ReadName(const std::string& option, const std::string& text)
    {
        const auto name = text::IsAscii(text) ? dns::Name::Parse(text) : ParseUnicode(text);
        if (!name)
        {
            Fail(option, "a domain name (" + name.GetError().reason + ")", text);
        }
        Begin(name ? *name : dns::Name());
    }

    /// A name in Unicode is asked for by its A-labels (RFC 5890), as by dig on a terminal.
    static wire::Result<dns::Name> ParseUnicode(const std::string& text)
    {
        const auto name = mail::DomainName::Parse(text);
        return name ? dns::Name::Parse(name->ToString()) : name.GetError();
    }

    void ReadType(const std::string& option, const std::string& text)
    {
        const auto type = dns::FindRecordType(text);
        if (!type || *type == dns::RecordType::OPT)
        {
            Fail(option,
                 "a record type such as A, MX, NS, PTR or TYPE65280",
                 text,
                 FindNearestName(text, GetCodeNames()));
        }
        else if (std::exchange(m_isTypeTold, true))
        {
            FailTwice(option, "one type for a question", text);
        }
        GetCurrent().type = type;
    }

    void ReadClass(const std::string& option, const std::string& text)
    {
        const auto recordClass = dns::FindRecordClass(text);
        if (!recordClass)
        {
            Fail(option,
                 "a class: IN, CH, HS, ANY or such as CLASS32",
                 text,
                 FindNearestName(text, GetCodeNames()));
        }
        else if (std::exchange(m_isClassTold, true))
        {
            FailTwice(option, "one class for a question", text);
        }
        GetCurrent().recordClass = recordClass;
    }

    /// -x ADDRESS stands for the PTR record of the address.
    void ReadReverse(const std::string& text)
    {
        dns::FieldReader fields(text, dns::Name());
        const auto address = dns::AData::Parse(fields);
        if (!IsIpv4Address(text) || !fields.IsOk())
        {
            Fail("-x", "an IPv4 address such as 192.0.2.1", text);
        }
        Begin(dns::MakeReverseName(address.address)).usualType = dns::RecordType::PTR;
    }

    /// A short word that is more often a mistyped type than a name.
    void FailUnknown(const std::string& word)
    {
        const std::string others = "an option, or a name with a dot";
        Fail("",
             m_areCodesOpen ? "a record type, a class, " + others : others + ", behind -t or -c",
             word,
             m_areCodesOpen ? FindNearestName(word, GetCodeNames()) : "",
             "a name of one label is written " + Quote(word + '.'));
    }

    void FailTwice(const std::string& option, const std::string& expected, const std::string& text)
    {
        m_faults.Add(
            {{"dig", 0},
             option,
             expected,
             Quote(text) + " too",
             "",
             "ask once more: a.net MX a.net A; or write " + Quote(text + '.') + " for a name"});
    }

    void Fail(std::string field,
              std::string expected,
              const std::string& came,
              std::string nearest = {},
              std::string advice = {})
    {
        m_faults.Add({{"dig", 0},
                      std::move(field),
                      std::move(expected),
                      Quote(came),
                      std::move(nearest),
                      std::move(advice)});
    }

    const Spec& m_spec;
    const std::vector<std::string>& m_words;
    FaultList& m_faults;
    std::size_t m_next{0};      ///< of the word that is read next
    bool m_areCodesOpen{true};  ///< whether a word may be a type or a class
    bool m_isTypeTold{false};   ///< for the last question, or in front of the first
    bool m_isClassTold{false};  ///< the same
    OpenLookup m_defaults;      ///< for the questions to come
    DigCommonSettings m_common; ///< for all
    std::vector<OpenLookup> m_lookups;
};

} // namespace

std::vector<DigLookup>
ReadDigWords(const Spec& spec, const std::vector<std::string>& words, FaultList& faults)
{
    return WordReader(spec, words, faults).Read();
}

std::string
FindNearestHost(const Spec& spec, const std::string& name)
{
    std::vector<std::string> names;
    for (const auto& host : spec.hosts)
    {
        names.push_back(host.name);
    }
    return FindNearestName(name, names);
}

} // namespace ns3::postroad::scenario

#include "postroad/scenario/dig-arguments.h"

#include "postroad/dns/data/dns-ptr-data.h"
#include "postroad/spec/read/units.h"
#include "postroad/spec/value/config-error.h"
#include "postroad/spec/value/nearest-name.h"
#include "postroad/spec/value/plain-values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace ns3::postroad::scenario
{

namespace
{

constexpr std::string_view SIZE_OPTION = "+bufsize=";

/// An option that takes no value.
struct Option
{
    std::string_view name;
    void (*apply)(dns::DigQuery& query);
};

constexpr std::array<Option, 7> OPTIONS{{
    {"+trace",
     [](dns::DigQuery& query) {
         query.isTrace = true;
         query.display.ShowSteps();
     }},
    {"+tcp", [](dns::DigQuery& query) { query.isTcp = true; }},
    {"+vc", [](dns::DigQuery& query) { query.isTcp = true; }},
    {"+short", [](dns::DigQuery& query) { query.display.ShowData(); }},
    {"+noedns", [](dns::DigQuery& query) { query.udpSize = std::nullopt; }},
    {"+norecurse", [](dns::DigQuery& query) { query.isRecursive = false; }},
    {"+norec", [](dns::DigQuery& query) { query.isRecursive = false; }},
}};

/// The types that a question may ask for, as far as they have names.
std::vector<std::string>
GetTypeNames()
{
    std::vector<std::string> names;
    for (const auto type : dns::GetNamedTypes())
    {
        names.push_back(dns::ToString(type));
    }
    return names;
}

/// Reads one command line.
class ArgumentReader
{
  public:
    ArgumentReader(const Spec& spec, const DigArguments& arguments)
        : m_spec(spec)
        , m_arguments(arguments)
    {
    }

    DigRequest Read()
    {
        for (const auto& word : m_arguments.words)
        {
            ReadWord(word);
        }
        ReadQuestion();
        ReadHost();
        ReadTimes();
        m_faults.ThrowIfAny();
        return m_request;
    }

  private:
    void ReadWord(const std::string& word)
    {
        m_request.words += (m_request.words.empty() ? "" : " ") + word;
        switch (word.empty() ? ' ' : word.front())
        {
        case '@':
            ReadServer(word.substr(1));
            return;
        case '+':
            ReadOption(word);
            return;
        default:
            m_names.push_back(word);
        }
    }

    void ReadServer(const std::string& server)
    {
        m_request.server = mail::DomainName(server).ToString();
        if (!IsIpv4Address(server) && m_spec.FindHost(server) == nullptr)
        {
            Fail("@",
                 "a host of the scenario, or an IPv4 address",
                 server,
                 FindNearestHost(server));
        }
    }

    void ReadOption(const std::string& word)
    {
        if (word.starts_with(SIZE_OPTION))
        {
            ReadSize(word.substr(SIZE_OPTION.size()));
            return;
        }
        std::vector<std::string> names{std::string(SIZE_OPTION) + "1232"};
        for (const auto& option : OPTIONS)
        {
            if (option.name == word)
            {
                option.apply(m_request.query);
                return;
            }
            names.emplace_back(option.name);
        }
        Fail("",
             "+trace, +tcp, +short, +norecurse, +noedns or +bufsize=N",
             word,
             FindNearestName(word, names));
    }

    void ReadSize(const std::string& text)
    {
        std::uint16_t size = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
        if (error != std::errc() || end != text.data() + text.size() ||
            size < DigRequest::UDP_SIZE_MIN)
        {
            Fail("+bufsize", "a size from 512 to 65535 octets", text);
        }
        m_request.query.udpSize = size;
    }

    void ReadQuestion()
    {
        if (!m_arguments.reverse.empty())
        {
            ReadReverse();
            return;
        }
        if (m_names.empty() || m_names.size() > 2)
        {
            m_faults.Add({{"dig", 0},
                          "",
                          "a name and a type, as in \"gmail.com MX\"",
                          m_names.empty() ? "neither" : Quote(m_names.at(2)) + " too",
                          "",
                          ""});
            return;
        }
        // dig takes the type before the name, too.
        if (m_names.size() == 2 && !dns::FindRecordType(m_names[1]) &&
            dns::FindRecordType(m_names[0]))
        {
            std::swap(m_names[0], m_names[1]);
        }
        ReadName(m_names[0]);
        if (m_names.size() == 2)
        {
            ReadType(m_names[1]);
        }
    }

    void ReadName(const std::string& text)
    {
        const auto name = dns::Name::Parse(text);
        if (!name)
        {
            Fail("", "a domain name (" + name.GetError().reason + ")", text);
            return;
        }
        m_request.query.question.name = *name;
    }

    void ReadType(const std::string& text)
    {
        const auto type = dns::FindRecordType(text);
        if (!type || *type == dns::RecordType::OPT)
        {
            Fail("",
                 "a record type such as A, MX, NS, PTR or TYPE65280",
                 text,
                 FindNearestName(text, GetTypeNames()));
            return;
        }
        m_request.query.question.type = *type;
    }

    /// -x ADDRESS stands for the PTR record of the address.
    void ReadReverse()
    {
        const auto& text = m_arguments.reverse;
        m_request.words += (m_request.words.empty() ? "-x " : " -x ") + text;
        if (!m_names.empty())
        {
            Fail("-x", "an address in place of a name", m_names.front());
        }
        dns::FieldReader fields(text, dns::Name());
        const auto address = dns::AData::Parse(fields);
        if (!IsIpv4Address(text) || !fields.IsOk())
        {
            Fail("-x", "an IPv4 address such as 192.0.2.1", text);
            return;
        }
        m_request.query.question = {dns::MakeReverseName(address.address), dns::RecordType::PTR};
    }

    void ReadHost()
    {
        const mail::DomainName name(m_arguments.host);
        m_request.host = name.ToString();
        const auto* const host = m_spec.FindHost(name);
        if (host == nullptr)
        {
            Fail("--at", "a host of the scenario", m_request.host, FindNearestHost(m_request.host));
        }
        else if (host->resolvers.empty() && m_request.server.empty())
        {
            m_faults.Add({{"dig", 0},
                          "--at",
                          "a host with a resolver",
                          Quote(host->name) + ", which has none",
                          "",
                          "say whom to ask, as in \"@ns.a.net\""});
        }
    }

    void ReadTimes()
    {
        if (!m_arguments.time.empty())
        {
            m_request.time = ReadDuration("--time", m_arguments.time);
        }
        for (const auto& text : m_arguments.again)
        {
            m_request.again.push_back(ReadDuration("--again", text));
        }
    }

    /// Reads a part of the time up to the last question.
    wire::Duration ReadDuration(const std::string& field, const std::string& text)
    {
        const auto duration = ParseDuration(text);
        if (!duration)
        {
            Fail(field, duration.GetError().reason, text);
            return {};
        }
        m_total += *duration;
        if (m_total > DigRequest::TIME_LIMIT)
        {
            Fail(field, "to ask within 50 years from the beginning", text);
            m_total = {};
        }
        return *duration;
    }

    std::string FindNearestHost(const std::string& name) const
    {
        std::vector<std::string> names;
        for (const auto& host : m_spec.hosts)
        {
            names.push_back(host.name);
        }
        return FindNearestName(name, names);
    }

    void
    Fail(std::string field, std::string expected, const std::string& came, std::string nearest = {})
    {
        m_faults.Add({{"dig", 0},
                      std::move(field),
                      std::move(expected),
                      Quote(came),
                      std::move(nearest),
                      ""});
    }

    const Spec& m_spec;
    const DigArguments& m_arguments;
    std::vector<std::string> m_names; ///< the words that are neither server nor option
    DigRequest m_request;
    wire::Duration m_total{}; ///< from the beginning to the last question read so far
    FaultList m_faults;
};

} // namespace

DigRequest
ReadDigArguments(const Spec& spec, const DigArguments& arguments)
{
    return ArgumentReader(spec, arguments).Read();
}

} // namespace ns3::postroad::scenario

#include "postroad/scenario/dig-arguments.h"

#include "postroad/scenario/dig-words.h"
#include "postroad/spec/read/units.h"
#include "postroad/spec/value/config-error.h"

#include <algorithm>
#include <utility>

namespace ns3::postroad::scenario
{

namespace
{

std::string
Join(const std::vector<std::string>& words)
{
    std::string text;
    for (const auto& word : words)
    {
        text += text.empty() ? "" : " ";
        text += word;
    }
    return text;
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
        m_request.words = Join(m_arguments.words);
        m_request.lookups = ReadDigWords(m_spec, m_arguments.words, m_faults);
        ReadHost();
        ReadTimes();
        m_faults.ThrowIfAny();
        return m_request;
    }

  private:
    void ReadHost()
    {
        const mail::DomainName name(m_arguments.host);
        m_request.host = name.ToString();
        const auto* const host = m_spec.FindHost(name);
        if (host == nullptr)
        {
            Fail("--at",
                 "a host of the scenario",
                 m_request.host,
                 FindNearestHost(m_spec, m_request.host));
        }
        else if (host->resolvers.empty() && NeedsResolvers())
        {
            m_faults.Add({{"dig", 0},
                          "--at",
                          "a host with a resolver",
                          Quote(host->name) + ", which has none",
                          "",
                          "say whom to ask, as in \"@ns.a.net\""});
        }
    }

    bool NeedsResolvers() const
    {
        return std::any_of(m_request.lookups.begin(),
                           m_request.lookups.end(),
                           [](const DigLookup& lookup) { return lookup.servers.empty(); });
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

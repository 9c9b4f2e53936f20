#include "postroad/scenario/dig-options.h"

#include "postroad/spec/value/nearest-name.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace ns3::postroad::scenario
{

namespace
{

constexpr std::string_view NEGATION = "no";

/// What an option changes.
struct OptionTarget
{
    DigSettings& settings;
    DigCommonSettings& common;
};

/// An option that is on, or off with "no" in front.
struct Switch
{
    std::string_view name;
    std::size_t shortest; ///< how many letters dig wants of it
    void (*apply)(const OptionTarget& target, bool isOn);
};

/// An option with a number.
struct Setting
{
    std::string_view name;
    std::size_t shortest;
    std::uint32_t least;
    std::uint32_t most;
    std::string_view expected;
    void (*apply)(const OptionTarget& target, std::uint32_t number);
    bool isValueOptional{false};
    void (*reset)(const OptionTarget& target){
        nullptr};            ///< what "no" in front does; null: is refused
    std::uint32_t preset{0}; ///< the number of an option without one
};

void
SetTcp(const OptionTarget& target, bool isOn)
{
    target.settings.isTcp = isOn;
}

void
SetRecursion(const OptionTarget& target, bool isOn)
{
    target.settings.query.isRecursive = isOn;
}

void
ShowAll(const OptionTarget& target, bool isOn)
{
    target.settings.query.display.ShowAll(isOn);
    target.common.hasCommand = isOn;
}

void
ShowShort(const OptionTarget& target, bool isOn)
{
    target.common.isShort = isOn;
    if (isOn)
    {
        target.settings.query.display.ShowData();
        target.common.hasCommand = false;
    }
}

void
Trace(const OptionTarget& target, bool isOn)
{
    target.settings.query.isTrace = isOn;
    if (isOn)
    {
        target.settings.query.isRecursive = true;
        target.settings.query.display.ShowSteps();
    }
}

void
ShowUnits(const OptionTarget& target, bool isOn)
{
    auto& records = target.settings.query.display.records;
    records.hasTtl = true;
    records.hasTtlUnits = isOn;
}

template <bool dns::DigDisplay::*part>
void
Show(const OptionTarget& target, bool isOn)
{
    target.settings.query.display.*part = isOn;
}

template <bool dns::RecordStyle::*part>
void
ShowOfRecords(const OptionTarget& target, bool isOn)
{
    target.settings.query.display.records.*part = isOn;
}

constexpr std::array<Switch, 19> SWITCHES{{
    {"additional", 3, Show<&dns::DigDisplay::hasAdditional>},
    {"all", 2, ShowAll},
    {"answer", 2, Show<&dns::DigDisplay::hasAnswer>},
    {"authority", 2, Show<&dns::DigDisplay::hasAuthority>},
    {"class", 2, ShowOfRecords<&dns::RecordStyle::hasClass>},
    {"cmd", 2, [](const OptionTarget& target, bool isOn) { target.common.hasCommand = isOn; }},
    {"comments", 3, Show<&dns::DigDisplay::hasComments>},
    {"identify", 3, Show<&dns::DigDisplay::isIdentified>},
    {"ignore",
     1,
     [](const OptionTarget& target, bool isOn) {
         target.settings.query.isTruncationIgnored = isOn;
     }},
    {"question", 2, Show<&dns::DigDisplay::hasQuestion>},
    {"rdflag", 2, SetRecursion},
    {"recurse", 3, SetRecursion},
    {"short", 4, ShowShort},
    {"stats", 2, Show<&dns::DigDisplay::hasStatistics>},
    {"tcp", 3, SetTcp},
    {"trace", 3, Trace},
    {"ttlid", 3, ShowOfRecords<&dns::RecordStyle::hasTtl>},
    {"ttlunits", 4, ShowUnits},
    {"vc", 1, SetTcp},
}};

void
SetTries(const OptionTarget& target, std::uint32_t number)
{
    target.settings.query.tries = std::max<std::uint32_t>(number, 1);
}

void
SetRetries(const OptionTarget& target, std::uint32_t number)
{
    target.settings.query.tries = number + 1;
}

void
SetTimeout(const OptionTarget& target, std::uint32_t number)
{
    target.common.timeout = std::chrono::seconds(std::max<std::uint32_t>(number, 1));
}

void
SetUdpSize(const OptionTarget& target, std::uint32_t number)
{
    target.settings.udpSize = static_cast<std::uint16_t>(number);
}

void
SetEdns(const OptionTarget& target, std::uint32_t)
{
    target.settings.hasEdns = true;
}

void
ResetEdns(const OptionTarget& target)
{
    target.settings.hasEdns = false;
}

constexpr std::string_view TRIES = "a number of tries from 0, which counts as 1, to 1000";
constexpr std::string_view RETRIES = "a number of further tries from 0 to 999";
constexpr std::uint32_t RETRY_LIMIT = DigSettings::TRIES_LIMIT - 1;
constexpr std::uint32_t SIZE_LIMIT = 65535;

constexpr std::array<Setting, 6> SETTINGS{{
    {"bufsize",
     2,
     DigSettings::UDP_SIZE_MIN,
     SIZE_LIMIT,
     "a size from 512 to 65535 octets",
     SetUdpSize,
     true,
     nullptr,
     dns::Edns::DEFAULT_SIZE},
    {"edns", 4, 0, 0, "version 0, the only one there is", SetEdns, true, ResetEdns},
    {"retry", 3, 0, RETRY_LIMIT, RETRIES, SetRetries},
    {"retries", 3, 0, RETRY_LIMIT, RETRIES, SetRetries},
    {"timeout",
     2,
     0,
     DigSettings::TIMEOUT_LIMIT,
     "a number of seconds from 0, which counts as 1, to 65535",
     SetTimeout},
    {"tries", 3, 0, DigSettings::TRIES_LIMIT, TRIES, SetTries},
}};

/// The option that a word means, be it cut short as dig allows it; null for none.
template <typename Row>
const Row*
FindOption(std::span<const Row> rows, std::string_view name)
{
    for (const auto& row : rows)
    {
        if (name.size() >= row.shortest && row.name.starts_with(name))
        {
            return &row;
        }
    }
    return nullptr;
}

/// All options in their full form, for the nearest one; those with a number without it.
std::vector<std::string>
GetOptionNames()
{
    std::vector<std::string> names{"+time", "+noedns"};
    for (const auto& row : SETTINGS)
    {
        names.push_back('+' + std::string(row.name));
    }
    for (const auto& row : SWITCHES)
    {
        names.push_back('+' + std::string(row.name));
        names.push_back("+no" + std::string(row.name));
    }
    return names;
}

/// Reads one word.
class OptionReader
{
  public:
    OptionReader(std::string_view word, OptionTarget target, FaultList& faults)
        : m_word(word)
        , m_option(word.substr(0, word.find('=')))
        , m_target(target)
        , m_faults(faults)
    {
        if (m_option.size() < word.size())
        {
            m_value = word.substr(m_option.size() + 1);
        }
    }

    void Read()
    {
        auto name = m_option.substr(1);
        const bool isOn = !name.starts_with(NEGATION);
        name.remove_prefix(isOn ? 0 : NEGATION.size());
        if (const auto* const option = FindOption<Switch>(SWITCHES, name))
        {
            Turn(*option, isOn);
        }
        else if (const auto* const setting = FindOption<Setting>(SETTINGS, name))
        {
            isOn ? Set(*setting) : Reset(*setting);
        }
        else
        {
            m_faults.Add({{"dig", 0},
                          "",
                          "an option such as +short, +trace, +tcp, +noall or +answer",
                          Quote(m_word),
                          FindNearestName(m_option, GetOptionNames()),
                          "docs/dig.md tells all of them"});
        }
    }

  private:
    void Turn(const Switch& row, bool isOn)
    {
        if (m_value)
        {
            Fail("no value", Quote(*m_value));
            return;
        }
        row.apply(m_target, isOn);
    }

    void Set(const Setting& row)
    {
        if (!m_value && row.isValueOptional)
        {
            row.apply(m_target, row.preset);
            return;
        }
        const auto text = m_value.value_or("");
        std::uint32_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc() || end != text.data() + text.size() || number < row.least ||
            number > row.most)
        {
            Fail(std::string(row.expected), m_value ? Quote(text) : "none");
            return;
        }
        row.apply(m_target, number);
    }

    void Reset(const Setting& row)
    {
        if (row.reset == nullptr || m_value)
        {
            Fail("+" + std::string(row.name) + (row.reset ? " without a value" : " with a number"),
                 Quote(m_word));
            return;
        }
        row.reset(m_target);
    }

    void Fail(std::string expected, std::string came)
    {
        m_faults.Add(
            {{"dig", 0}, std::string(m_option), std::move(expected), std::move(came), "", ""});
    }

    std::string_view m_word;
    std::string_view m_option; ///< the word up to its value
    std::optional<std::string_view> m_value;
    OptionTarget m_target;
    FaultList& m_faults;
};

} // namespace

void
ReadDigOption(const std::string& word,
              DigSettings& settings,
              DigCommonSettings& common,
              FaultList& faults)
{
    OptionReader(word, {settings, common}, faults).Read();
}

} // namespace ns3::postroad::scenario

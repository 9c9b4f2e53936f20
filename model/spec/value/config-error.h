/**
 * A mistake in a scenario file, an argument of the command line or an argument of Python.
 *
 * It is always found before any ns-3 call. All mistakes of a file are gathered and told at once,
 * each with its place, the field, what was expected, what came, and what to do about it.
 */
#ifndef POSTROAD_SPEC_VALUE_CONFIG_ERROR_H
#define POSTROAD_SPEC_VALUE_CONFIG_ERROR_H

#include "postroad/spec/value/place.h"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::scenario
{

/// One mistake.
struct ConfigFault
{
    Place place;          ///< where it was written
    std::string field;    ///< its path: "links[0].delay"; empty for the file as a whole
    std::string expected; ///< in words: "a duration such as 5ms"
    std::string came;     ///< what stands there instead: "\"5\""
    std::string nearest;  ///< the valid name that comes nearest, or empty
    std::string advice;   ///< what to do, in words, or empty

    /// "a.yaml:12: links[0].delay: expected a duration, got "5"; did you mean "5s"?"
    std::string ToString() const;

    bool operator==(const ConfigFault&) const = default;
};

/// Thrown once for all faults that were found; what() tells them, a line each.
class ConfigError : public std::runtime_error
{
  public:
    explicit ConfigError(std::vector<ConfigFault> faults);
    explicit ConfigError(ConfigFault fault);

    const std::vector<ConfigFault>& GetFaults() const
    {
        return m_faults;
    }

  private:
    std::vector<ConfigFault> m_faults;
};

/// The faults found so far.
class FaultList
{
  public:
    /// More faults than this are not kept: whoever mends these sees the rest next time.
    static constexpr std::size_t MAX_FAULTS = 100;

    void Add(ConfigFault fault);

    /// Adds the faults of another list, but for those in items of the file in which one is known:
    /// it may be what brought the others.
    void Merge(const FaultList& others);

    bool IsEmpty() const
    {
        return m_faults.empty();
    }

    /// Whether all faults lie in items of these lists of the file.
    bool AreInItemsOf(std::string_view one, std::string_view other) const;

    /// Throws a ConfigError with all faults, in the order of their lines, if there are any.
    void ThrowIfAny() const;

  private:
    std::vector<ConfigFault> m_faults;
};

/// The text in quotation marks, on one line, cut short when it is long.
std::string Quote(std::string_view text);

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_VALUE_CONFIG_ERROR_H

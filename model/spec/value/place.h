/**
 * Where a value of a scenario was written: a file and a line, or an argument of the command line.
 *
 * A specification holds plain values; the places stand beside them, by field path, so that a fault
 * found late still names the line. A specification that Python builds has no places at all.
 */
#ifndef POSTROAD_SPEC_VALUE_PLACE_H
#define POSTROAD_SPEC_VALUE_PLACE_H

#include <map>
#include <string>
#include <string_view>

namespace ns3::postroad::scenario
{

/// A line of a file. Line 0 stands for the source as a whole, as for an argument.
struct Place
{
    std::string source; ///< "first-letter.yaml", or "--set seed=x"
    int line{0};        ///< counted from 1

    /// "first-letter.yaml:12", or the source alone.
    std::string ToString() const;

    bool operator==(const Place&) const = default;
};

/// The places of all fields, by path: "links[0].delay", "hosts.mail.a.net.zone". The names in a
/// path may be spelled as the file has them.
class PlaceMap
{
  public:
    void Set(std::string_view path, Place place);

    /// The place of a field, or of the nearest field around it; empty when none is known.
    Place Find(std::string_view field) const;

  private:
    std::map<std::string, Place, std::less<>> m_places;
};

} // namespace ns3::postroad::scenario

#endif // POSTROAD_SPEC_VALUE_PLACE_H

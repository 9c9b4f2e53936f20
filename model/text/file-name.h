/**
 * Names of files made of what a run calls things: hosts, mailboxes, protocols.
 */
#ifndef POSTROAD_TEXT_FILE_NAME_H
#define POSTROAD_TEXT_FILE_NAME_H

#include <cstddef>
#include <string>
#include <string_view>

namespace ns3::postroad::text
{

/// The longest part of a file's name, in octets: two of them and what stands between them stay
/// below the 255 that file systems take.
inline constexpr std::size_t FILE_NAME_PART_LIMIT = 100;

/// The text in lower case, with a "-" for all but letters, digits and ".-@". A longer one than the
/// limit is cut, and ends in "~" and eight digits that tell it from others cut alike.
std::string MakeFileNamePart(std::string_view text);

} // namespace ns3::postroad::text

#endif // POSTROAD_TEXT_FILE_NAME_H

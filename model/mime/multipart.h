/**
 * A body of several parts (RFC 2046 section 5.1): each a small header and a body, with lines
 * between them that occur in none.
 *
 * This composes. Taking parts apart is left out.
 */
#ifndef POSTROAD_MIME_MULTIPART_H
#define POSTROAD_MIME_MULTIPART_H

#include "postroad/mail/header-field.h"

#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::mime
{

/// One part.
struct BodyPart
{
    std::vector<mail::HeaderField> header; ///< its Content fields
    std::string body;                      ///< lines ended by CRLF
};

/**
 * A boundary that no part contains.
 * \param proposal the boundary, when it can be had: at most 50 of RFC 2046's bcharsnospace
 */
std::string ChooseBoundary(const std::vector<BodyPart>& parts, std::string_view proposal);

/// The body of the multipart entity.
std::string ComposeMultipart(const std::vector<BodyPart>& parts, std::string_view boundary);

} // namespace ns3::postroad::mime

#endif // POSTROAD_MIME_MULTIPART_H

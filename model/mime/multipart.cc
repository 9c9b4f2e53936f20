#include "postroad/mime/multipart.h"

#include <algorithm>

namespace ns3::postroad::mime
{

namespace
{

bool
Contains(const BodyPart& part, const std::string& delimiter)
{
    return part.body.find(delimiter) != std::string::npos ||
           std::any_of(part.header.begin(), part.header.end(), [&delimiter](const auto& field) {
               return field.body.find(delimiter) != std::string::npos;
           });
}

} // namespace

std::string
ChooseBoundary(const std::vector<BodyPart>& parts, std::string_view proposal)
{
    std::string boundary(proposal);
    const auto isTaken = [&boundary](const BodyPart& part) {
        return Contains(part, "--" + boundary);
    };
    for (int i = 1; std::any_of(parts.begin(), parts.end(), isTaken); ++i)
    {
        boundary = std::string(proposal) + '_' + std::to_string(i);
    }
    return boundary;
}

/// multipart-body = dash-boundary CRLF body-part *( CRLF dash-boundary CRLF body-part )
///                  CRLF dash-boundary "--" CRLF
std::string
ComposeMultipart(const std::vector<BodyPart>& parts, std::string_view boundary)
{
    const auto dashBoundary = "--" + std::string(boundary);
    std::string body;
    for (const auto& part : parts)
    {
        body += dashBoundary + "\r\n";
        for (const auto& field : part.header)
        {
            body += field.Serialize();
        }
        body += "\r\n" + part.body + "\r\n";
    }
    return body + dashBoundary + "--\r\n";
}

} // namespace ns3::postroad::mime

/**
 * What MAIL and RCPT have in common: the parameters of extensions behind the path (RFC 5321 section
 * 4.1.2).
 */
#ifndef POSTROAD_SMTP_SERVER_SMTP_SERVER_PARAMETERS_H
#define POSTROAD_SMTP_SERVER_SMTP_SERVER_PARAMETERS_H

#include "postroad/smtp/grammar/smtp-parameter.h"

#include <optional>
#include <string_view>
#include <vector>

namespace ns3::postroad::smtp
{

class ServerContext;

/// The extension that a parameter belongs to.
using ParameterOwner = std::string_view (*)(std::string_view keyword);

/// Reads what stands behind a path; complains, and gives nothing, when it is no list of parameters
/// or has one whose extension is not offered.
std::optional<std::vector<Parameter>>
ReadOfferedParameters(ServerContext& session, std::string_view text, ParameterOwner findOwner);

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_SERVER_SMTP_SERVER_PARAMETERS_H

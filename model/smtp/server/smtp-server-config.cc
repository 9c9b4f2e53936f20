#include "postroad/smtp/server/smtp-server-config.h"

#include <algorithm>

namespace ns3::postroad::smtp
{

bool
ServerConfig::Offers(std::string_view keyword) const
{
    return std::find(extensions.begin(), extensions.end(), keyword) != extensions.end();
}

} // namespace ns3::postroad::smtp

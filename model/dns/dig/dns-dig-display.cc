#include "postroad/dns/dig/dns-dig-display.h"

namespace ns3::postroad::dns
{

void
DigDisplay::ShowAll(bool isShown)
{
    hasCommand = isShown;
    hasComments = isShown;
    hasQuestion = isShown;
    hasAnswer = isShown;
    hasAuthority = isShown;
    hasAdditional = isShown;
    hasStatistics = isShown;
}

void
DigDisplay::ShowData()
{
    ShowAll(false);
    hasAnswer = true;
    isShort = true;
}

void
DigDisplay::ShowSteps()
{
    hasComments = false;
    hasQuestion = false;
    hasAuthority = true;
    hasAdditional = false;
    hasStatistics = false;
    isIdentified = true;
}

} // namespace ns3::postroad::dns

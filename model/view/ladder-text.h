/**
 * A ladder as plain text, for a terminal, a screen reader or an e-mail.
 *
 *         time/s  alice.a.net  mail.a.net
 *       0.050192  |============|           SMTP connection to port 587
 *       0.055240  |<-----------|           SMTP: 220 mail.a.net ESMTP Postroad
 *       0.105581  |            *           queued as A1
 */
#ifndef POSTROAD_VIEW_LADDER_TEXT_H
#define POSTROAD_VIEW_LADDER_TEXT_H

#include "postroad/view/ladder.h"

#include <string>

namespace ns3::postroad::view
{

/// The ladder in lines that end in LF.
std::string FormatLadder(const Ladder& ladder);

} // namespace ns3::postroad::view

#endif // POSTROAD_VIEW_LADDER_TEXT_H

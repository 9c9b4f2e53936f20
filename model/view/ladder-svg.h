/**
 * A ladder as a picture: one self-contained SVG file.
 *
 * Opaque, for pages of any colour; solid arrows from the client and dashed ones from the server,
 * so that it reads in print without colours; each protocol in its own, with a legend.
 */
#ifndef POSTROAD_VIEW_LADDER_SVG_H
#define POSTROAD_VIEW_LADDER_SVG_H

#include "postroad/view/ladder.h"

#include <string>

namespace ns3::postroad::view
{

/// The ladder as the text of an SVG file.
std::string DrawLadder(const Ladder& ladder);

/// What the picture shows, in a sentence: for alt texts and screen readers.
std::string DescribeLadder(const Ladder& ladder);

} // namespace ns3::postroad::view

#endif // POSTROAD_VIEW_LADDER_SVG_H

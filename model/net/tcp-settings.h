/**
 * The settings of ns-3's TCP under which mail flows as on a well-kept host.
 */
#ifndef POSTROAD_NET_TCP_SETTINGS_H
#define POSTROAD_NET_TCP_SETTINGS_H

namespace ns3::postroad
{

/**
 * Sets the defaults of ns-3's TCP sockets; each value stands with its reason in the source.
 *
 * ns-3's defaults belong to the whole process: every socket made afterwards has these, also those
 * of other programs' applications in the same simulation. Calling it again changes nothing. A
 * user's own Config::SetDefault() wins if it comes later.
 */
void ApplyTcpSettings();

} // namespace ns3::postroad

#endif // POSTROAD_NET_TCP_SETTINGS_H

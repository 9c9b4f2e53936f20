/**
 * What one direction of a link loses: frames by chance, and all frames while it is cut.
 *
 * It stands on the receiving device. A frame that was on the link, or still being sent into it, at
 * the moment of a cut is lost also when the link is restored before the frame would have arrived.
 */
#ifndef POSTROAD_TOPOLOGY_LINK_ERROR_MODEL_H
#define POSTROAD_TOPOLOGY_LINK_ERROR_MODEL_H

#include "ns3/data-rate.h"
#include "ns3/error-model.h"
#include "ns3/nstime.h"

namespace ns3::postroad
{

/// An ErrorModel that knows of cuts.
class LinkErrorModel : public ErrorModel
{
  public:
    static TypeId GetTypeId();

    /// Loses every frame from now on.
    void Cut();

    /// Loses a share of the frames by chance. \param loss 0 to 1
    void SetLoss(double loss);

    /// The rate and the delay of the link have changed. Frames on the way count as sent under
    /// these.
    void SetTiming(const DataRate& rate, const Time& delay);

    /// Carries frames again whose sending begins from now on.
    void Restore();

  protected:
    void DoDispose() override;

  private:
    bool DoCorrupt(Ptr<Packet> frame) override;
    void DoReset() override;

    Ptr<RateErrorModel> m_chance; // null: nothing is ever lost by chance
    DataRate m_rate;
    Time m_delay;
    bool m_isCut{false};
    Time m_restoredAt;
};

} // namespace ns3::postroad

#endif // POSTROAD_TOPOLOGY_LINK_ERROR_MODEL_H

/**
 * The side of a test's own session that looks to the driver: what is not a protocol's business.
 */
#ifndef POSTROAD_TESTS_SUPPORT_OUTLET_SESSION_H
#define POSTROAD_TESTS_SUPPORT_OUTLET_SESSION_H

#include "postroad/wire/session-outlet.h"

#include <optional>
#include <string>

namespace ns3::postroad::test
{

/// A session that reads whatever comes, and is in the clear.
class OutletSession : public wire::StreamSession
{
  public:
    void SecurityEstablished(const wire::Security& security, wire::TimePoint /*now*/) override
    {
        m_outlet.SetSecurity(security);
    }

    std::string SurrenderInput() override
    {
        return {};
    }

    bool WantsInput() const override
    {
        return true;
    }

    bool IsHeldBack() const override
    {
        return false;
    }

    std::string TakeOutput() override
    {
        return m_outlet.TakeOutput();
    }

    bool HasOutput() const override
    {
        return m_outlet.GetOutputSize() > 0;
    }

    wire::NextAction GetNextAction() const override
    {
        return m_outlet.GetNextAction();
    }

    std::optional<wire::TimePoint> GetDeadline() const override
    {
        return m_outlet.GetDeadline();
    }

    void SetObserver(wire::SessionObserver* observer) override
    {
        m_outlet.SetObserver(observer);
    }

  protected:
    wire::SessionOutlet& GetOutlet()
    {
        return m_outlet;
    }

  private:
    wire::SessionOutlet m_outlet;
};

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_SUPPORT_OUTLET_SESSION_H

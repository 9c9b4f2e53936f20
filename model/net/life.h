/**
 * Lets a scheduled event, or a callback inside a socket, ask whether its owner is still there.
 *
 *     Simulator::ScheduleNow([this, watch = m_life.Watch()] { if (watch.IsAlive()) { Go(); } });
 */
#ifndef POSTROAD_NET_LIFE_H
#define POSTROAD_NET_LIFE_H

#include <memory>
#include <utility>

namespace ns3::postroad
{

/// Sees the end of a life.
class LifeWatch
{
  public:
    explicit LifeWatch(std::weak_ptr<const void> life)
        : m_life(std::move(life))
    {
    }

    bool IsAlive() const
    {
        return !m_life.expired();
    }

  private:
    std::weak_ptr<const void> m_life;
};

/// A member whose end is the end of its owner, or of what the owner has open.
class Life
{
  public:
    Life() = default;
    Life(const Life&) = delete;
    Life& operator=(const Life&) = delete;
    ~Life() = default;

    LifeWatch Watch() const
    {
        return LifeWatch(m_token);
    }

    /// All that watches sees the end; what watches from now on sees a new life.
    void Renew()
    {
        m_token = std::make_shared<char>();
    }

  private:
    std::shared_ptr<char> m_token{std::make_shared<char>()};
};

} // namespace ns3::postroad

#endif // POSTROAD_NET_LIFE_H

/**
 * Takes what has waited longest out of a queue: how engines hand out events and messages one by
 * one.
 */
#ifndef POSTROAD_WIRE_TAKE_FRONT_H
#define POSTROAD_WIRE_TAKE_FRONT_H

#include <deque>
#include <optional>
#include <utility>

namespace ns3::postroad::wire
{

/// The front of the queue, which it is taken from; none when the queue is empty.
template <typename T>
std::optional<T>
TakeFront(std::deque<T>& queue)
{
    if (queue.empty())
    {
        return std::nullopt;
    }
    std::optional<T> front(std::move(queue.front()));
    queue.pop_front();
    return front;
}

} // namespace ns3::postroad::wire

#endif // POSTROAD_WIRE_TAKE_FRONT_H

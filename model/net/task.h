/**
 * Coroutines in virtual time: an agent's logic reads from top to bottom while it waits in between.
 *
 *     Task<> MailUserAgent::Fetch()
 *     {
 *         const auto address = co_await m_resolver.FindAddress(server);
 *         ...
 *
 * A Task begins when it is awaited, or when a TaskGroup starts it, and belongs to whoever holds it:
 * destroying it destroys everything it waits for, with the connections that stand in its frame.
 * That is how a host is switched off in the middle of a transaction. An exception goes to the task
 * that awaits, and from a started task to whatever resumed it: in the end, out of Simulator::Run.
 */
#ifndef POSTROAD_NET_TASK_H
#define POSTROAD_NET_TASK_H

#include <algorithm>
#include <coroutine>
#include <cstddef>
#include <exception>
#include <list>
#include <optional>
#include <utility>

namespace ns3::postroad
{

template <typename T = void>
class Task;

namespace detail
{

/// What the promises of all tasks have in common: whom to wake at the end.
class TaskPromiseBase
{
  public:
    std::suspend_always initial_suspend() const noexcept
    {
        return {};
    }

    auto final_suspend() const noexcept
    {
        struct WakeAwaiter
        {
            bool await_ready() const noexcept
            {
                return false;
            }

            std::coroutine_handle<> await_suspend(std::coroutine_handle<>) const noexcept
            {
                return continuation;
            }

            void await_resume() const noexcept
            {
            }

            std::coroutine_handle<> continuation;
        };

        return WakeAwaiter{m_continuation ? m_continuation : std::noop_coroutine()};
    }

    void unhandled_exception()
    {
        if (!m_continuation)
        {
            throw;
        }
        m_exception = std::current_exception();
    }

    void SetContinuation(std::coroutine_handle<> continuation)
    {
        m_continuation = continuation;
    }

    void RethrowIfFailed()
    {
        if (m_exception)
        {
            std::rethrow_exception(std::exchange(m_exception, nullptr));
        }
    }

  private:
    std::coroutine_handle<> m_continuation; ///< the awaiting task; none for a started one
    std::exception_ptr m_exception;
};

/// The promise of a task that gives a value.
template <typename T>
class TaskPromise : public TaskPromiseBase
{
  public:
    Task<T> get_return_object();

    void return_value(T value)
    {
        m_value = std::move(value);
    }

    T TakeValue()
    {
        RethrowIfFailed();
        return std::move(*m_value);
    }

  private:
    std::optional<T> m_value;
};

/// The promise of a task that gives none.
template <>
class TaskPromise<void> : public TaskPromiseBase
{
  public:
    Task<void> get_return_object();

    void return_void() const
    {
    }

    void TakeValue()
    {
        RethrowIfFailed();
    }
};

} // namespace detail

/// A procedure that may wait, and its result.
template <typename T>
class [[nodiscard]] Task
{
  public:
    using promise_type = detail::TaskPromise<T>;
    using Handle = std::coroutine_handle<promise_type>;

    explicit Task(Handle handle)
        : m_handle(handle)
    {
    }

    Task(Task&& other) noexcept
        : m_handle(std::exchange(other.m_handle, nullptr))
    {
    }

    Task& operator=(Task&& other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }

    ~Task()
    {
        if (m_handle)
        {
            m_handle.destroy();
        }
    }

    bool IsDone() const
    {
        return m_handle.done();
    }

    /// Begins a task that nobody awaits.
    void Resume()
    {
        m_handle.resume();
    }

    bool await_ready() const noexcept
    {
        return false;
    }

    Handle await_suspend(std::coroutine_handle<> awaiting) noexcept
    {
        m_handle.promise().SetContinuation(awaiting);
        return m_handle;
    }

    T await_resume()
    {
        return m_handle.promise().TakeValue();
    }

  private:
    Handle m_handle;
};

template <typename T>
Task<T>
detail::TaskPromise<T>::get_return_object()
{
    return Task<T>(std::coroutine_handle<TaskPromise<T>>::from_promise(*this));
}

inline Task<void>
detail::TaskPromise<void>::get_return_object()
{
    return Task<void>(std::coroutine_handle<TaskPromise<void>>::from_promise(*this));
}

/// The tasks that an agent has under way.
class TaskGroup
{
  public:
    /// Begins a task and keeps it until it is done.
    void Start(Task<> task)
    {
        if (m_tasks.size() >= m_sweepAt)
        {
            m_tasks.remove_if([](const Task<>& each) { return each.IsDone(); });
            m_sweepAt = std::max(SWEEP_MIN, 2 * m_tasks.size());
        }
        m_tasks.push_back(std::move(task));
        m_tasks.back().Resume();
    }

    /// Breaks all of them off where they stand. Not to be called from one of them.
    void CancelAll()
    {
        m_tasks.clear();
    }

  private:
    /// Tasks that are done go by the dozen, so that the next start does not look at all others.
    static constexpr std::size_t SWEEP_MIN = 16;

    std::list<Task<>> m_tasks;
    std::size_t m_sweepAt{SWEEP_MIN};
};

} // namespace ns3::postroad

#endif // POSTROAD_NET_TASK_H

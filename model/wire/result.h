/**
 * A value, or why there is none: what every parser of a peer's bytes returns.
 *
 * Nothing that a peer can send throws. A caller asks IsOk() and then takes either the value or the
 * error; taking the one that is not there is a mistake of our own code and throws std::logic_error.
 *
 * A value is moved out with `*std::move(result)`. `std::move(*result)` moves too, but not from a
 * constant result, which it silently copies.
 */
#ifndef POSTROAD_WIRE_RESULT_H
#define POSTROAD_WIRE_RESULT_H

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

namespace ns3::postroad::wire
{

/// What is wrong with the bytes; a protocol picks its reply code by it.
enum class ErrorKind
{
    SYNTAX,       ///< the grammar does not allow it
    TRUNCATED,    ///< it ends too early
    TOO_LONG,     ///< a limit of length is passed
    TOO_MANY,     ///< a limit of number is passed
    OUT_OF_RANGE, ///< a number or offset points where it may not
    UNSUPPORTED,  ///< well formed, but not implemented here
};

/// One fault in a peer's bytes.
struct Error
{
    ErrorKind kind{ErrorKind::SYNTAX}; ///< what is wrong
    std::size_t offset{0};             ///< at which octet of the parsed text
    std::string reason;                ///< in words, for a reply or an event: "expected '>'"

    bool operator==(const Error&) const = default;
};

/// Either a T or an Error.
template <typename T>
class Result
{
  public:
    Result(T value)
        : m_content(std::move(value))
    {
    }

    Result(Error error)
        : m_content(std::move(error))
    {
    }

    bool IsOk() const
    {
        return m_content.index() == 0;
    }

    explicit operator bool() const
    {
        return IsOk();
    }

    const T& GetValue() const&
    {
        Require(IsOk());
        return std::get<0>(m_content);
    }

    T&& GetValue() &&
    {
        Require(IsOk());
        return std::get<0>(std::move(m_content));
    }

    T& GetValue() &
    {
        Require(IsOk());
        return std::get<0>(m_content);
    }

    const T& operator*() const&
    {
        return GetValue();
    }

    T&& operator*() &&
    {
        return std::move(*this).GetValue();
    }

    T& operator*() &
    {
        return GetValue();
    }

    const T* operator->() const
    {
        return &GetValue();
    }

    T* operator->()
    {
        return &GetValue();
    }

    const Error& GetError() const&
    {
        Require(!IsOk());
        return std::get<1>(m_content);
    }

    Error&& GetError() &&
    {
        Require(!IsOk());
        return std::get<1>(std::move(m_content));
    }

  private:
    static void Require(bool present)
    {
        if (!present)
        {
            throw std::logic_error("wire::Result: asked for the side that is not there");
        }
    }

    std::variant<T, Error> m_content;
};

} // namespace ns3::postroad::wire

#endif // POSTROAD_WIRE_RESULT_H

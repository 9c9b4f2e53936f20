#include "postroad/text/json-value.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace ns3::postroad::text
{

namespace
{

/// An event has an object or an array inside an object; no file may nest deeper than this.
constexpr std::size_t NESTING_LIMIT = 16;

/// Builds the tree from the parser's calls.
class TreeBuilder final : public nlohmann::json_sax<nlohmann::json>
{
  public:
    bool null() override
    {
        return Fail("null is not used in a record");
    }

    bool boolean(bool) override
    {
        return Fail("true and false are not used in a record");
    }

    bool number_integer(number_integer_t number) override
    {
        return Add(JsonValue{std::int64_t{number}});
    }

    bool number_unsigned(number_unsigned_t number) override
    {
        return number <= INT64_MAX ? Add(JsonValue{static_cast<std::int64_t>(number)})
                                   : Fail("a number is larger than 9223372036854775807");
    }

    bool number_float(number_float_t, const string_t& text) override
    {
        return Add(JsonValue{JsonDecimal{text}});
    }

    bool string(string_t& text) override
    {
        return Add(JsonValue{std::move(text)});
    }

    bool binary(binary_t&) override
    {
        return Fail("binary values are not JSON");
    }

    bool start_object(std::size_t) override
    {
        return Open(JsonValue{JsonObject()});
    }

    bool key(string_t& name) override
    {
        auto& object = std::get<JsonObject>(m_open.back().content);
        if (Find(object, name))
        {
            return Fail("the key '" + name + "' stands twice in one object");
        }
        object.push_back({std::move(name), JsonValue()});
        return true;
    }

    bool end_object() override
    {
        return Close();
    }

    bool start_array(std::size_t) override
    {
        return Open(JsonValue{JsonArray()});
    }

    bool end_array() override
    {
        return Close();
    }

    bool parse_error(std::size_t position,
                     const std::string&,
                     const nlohmann::detail::exception&) override
    {
        m_error.offset = position;
        return Fail("no well-formed JSON at octet " + std::to_string(position));
    }

    wire::Result<JsonValue> TakeResult(bool isComplete)
    {
        return isComplete ? wire::Result(std::move(m_root)) : wire::Result<JsonValue>(m_error);
    }

  private:
    bool Fail(std::string reason)
    {
        m_error.reason = std::move(reason);
        return false;
    }

    bool Open(JsonValue container)
    {
        if (m_open.size() == NESTING_LIMIT)
        {
            return Fail("more than " + std::to_string(NESTING_LIMIT) + " values inside each other");
        }
        m_open.push_back(std::move(container));
        return true;
    }

    bool Close()
    {
        auto closed = std::move(m_open.back());
        m_open.pop_back();
        return Add(std::move(closed));
    }

    bool Add(JsonValue value)
    {
        if (m_open.empty())
        {
            m_root = std::move(value);
        }
        else if (auto* const array = std::get_if<JsonArray>(&m_open.back().content))
        {
            array->push_back(std::move(value));
        }
        else
        {
            std::get<JsonObject>(m_open.back().content).back().value = std::move(value);
        }
        return true;
    }

    JsonValue m_root;
    std::vector<JsonValue> m_open;
    wire::Error m_error;
};

} // namespace

const JsonValue*
Find(const JsonObject& object, std::string_view key)
{
    const auto member = std::find_if(object.begin(), object.end(), [key](const auto& candidate) {
        return candidate.name == key;
    });
    return member == object.end() ? nullptr : &member->value;
}

wire::Result<JsonValue>
ParseJson(std::string_view text)
{
    TreeBuilder builder;
    const bool isComplete = nlohmann::json::sax_parse(text, &builder);
    return builder.TakeResult(isComplete);
}

} // namespace ns3::postroad::text

/**
 * A JSON text (RFC 8259) as a tree of values in which a decimal number keeps its digits.
 *
 * Virtual time is exact to the nanosecond and stays so only if no floating-point number comes
 * between the file and the event. Members keep their order. There is no null and no Boolean, for
 * the record has none.
 */
#ifndef POSTROAD_TEXT_JSON_VALUE_H
#define POSTROAD_TEXT_JSON_VALUE_H

#include "postroad/wire/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ns3::postroad::text
{

struct JsonValue;
struct JsonMember;

/// Values in order.
using JsonArray = std::vector<JsonValue>;

/// Members in the order of the text.
using JsonObject = std::vector<JsonMember>;

/// A number with a decimal point, as it was written.
struct JsonDecimal
{
    std::string text; ///< "0.123456789"
};

/// One value.
struct JsonValue
{
    std::variant<std::int64_t, JsonDecimal, std::string, JsonArray, JsonObject> content; ///< it
};

/// One member of an object.
struct JsonMember
{
    std::string name; ///< its key
    JsonValue value;  ///< what it holds
};

/// The value of the member of that name, or nullptr.
const JsonValue* Find(const JsonObject& object, std::string_view key);

/// The value that the whole text is.
wire::Result<JsonValue> ParseJson(std::string_view text);

} // namespace ns3::postroad::text

#endif // POSTROAD_TEXT_JSON_VALUE_H

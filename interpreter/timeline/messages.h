// Every Dutch sentence about invalid input. Each says what is wrong, what was expected and what to do.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/record.h"
#include "timeline/schema.h"
#include "values/moment.h"

namespace beding::messages {

// A line as text
std::string truncatedJson(std::string_view where);
std::string unexpectedJson(std::string_view character, std::size_t column, std::string_view hint);
std::string notUtf8(std::size_t column);
std::string notAnObject();
std::string jsonArray();
std::string nestedValue(std::string_view field);
std::string duplicateField(std::string_view field);
std::string neitherJsonNorCsv();
std::string csvHeaderLacks(std::string_view column);
std::string duplicateColumn(std::string_view column);
std::string csvCells(std::size_t expected, std::size_t found);
std::string csvOpenQuote();

// Fields
std::string missingField(std::string_view field);
std::string unknownEventType(std::string_view name, const std::vector<std::string>& known);
std::string unknownAttribute(std::string_view name, std::string_view event, const std::vector<std::string>& known);
std::string missingAttribute(const Attribute& attribute, std::string_view event);
std::string differsFromOp(std::string_view field);
/// A moment that cannot be read: what is wrong with it, in words.
std::string badMoment(std::string_view text, MomentError error);
std::string fieldNotText(std::string_view field);

// Values: `what` is wrong with the value, the rest says what was expected.
std::string expectation(const Attribute& attribute);
std::string wrongValue(const Attribute& attribute, std::string_view event, std::string_view what);
std::string floatMoney(std::string_view written);
std::string notAmong(std::string_view written, const std::vector<std::string>& choices);
std::string shown(const Field& field);
std::string badJudgement(const Field& outcome);

// Lines together
std::string duplicateId(std::string_view id, std::uint32_t firstLine);
std::string unknownTarget(std::string_view field, std::string_view id, const std::vector<std::string>& known);
std::string targetIsWithdrawal(std::string_view field, std::string_view id, std::uint32_t line);
std::string correctsAndWithdraws();
std::string correctionCycle(const std::vector<std::string>& ids);
std::string unknownContract(std::string_view contract, const std::vector<std::string>& known);
std::string contractNotNamed(const std::vector<std::string>& contracts);

}  // namespace beding::messages

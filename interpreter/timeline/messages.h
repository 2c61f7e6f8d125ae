// Every sentence about invalid input. Each says what is wrong, what was expected and what to do.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/wording.h"
#include "timeline/record.h"
#include "timeline/schema.h"
#include "values/moment.h"

namespace beding::messages {

// A line as text
Wording truncatedJson(const Wording& where);
Wording unexpectedJson(std::string_view character, std::size_t column, const Wording& hint);
Wording notUtf8(std::size_t column);
Wording notAnObject();
Wording jsonArray();
Wording nestedValue(std::string_view field);
Wording duplicateField(std::string_view field);
Wording neitherJsonNorCsv();
Wording csvHeaderLacks(std::string_view column);
Wording duplicateColumn(std::string_view column);
Wording csvCells(std::size_t expected, std::size_t found);
Wording csvOpenQuote();
Wording looseReturn();

// Fields
Wording missingField(std::string_view field);
Wording unknownEventType(std::string_view name, const std::vector<std::string>& known);
Wording unknownAttribute(std::string_view name, std::string_view event, const std::vector<std::string>& known);
Wording missingAttribute(const Attribute& attribute, std::string_view event);
Wording differsFromOp(std::string_view field);
/// A moment that cannot be read: what is wrong with it, in words.
Wording badMoment(std::string_view text, MomentError error);
Wording fieldNotText(std::string_view field);

// Values: `what` is wrong with the value, the rest says what was expected.
Wording expectation(const Attribute& attribute);
Wording wrongValue(const Attribute& attribute, std::string_view event, const Wording& what);
Wording floatMoney(std::string_view written);
Wording notAmong(std::string_view written, const std::vector<std::string>& choices);
Wording somethingElse(std::string_view written);
Wording writtenInDutch(std::string_view written, std::string_view decimal);
Wording notWholeCents(std::string_view written);
/// The same of "1.005", which is 1005 when a Dutchman wrote it.
Wording pointOfThousands(std::string_view written, std::string_view thousands);
Wording unknownParty(std::string_view written, std::string_view closest);
Wording isList(std::string_view written);
Wording otherValue();
std::string shown(const Field& field);
Wording badJudgement(const Field& outcome);

// Lines together
Wording duplicateId(std::string_view id, std::uint32_t firstLine);
Wording unknownTarget(std::string_view field, std::string_view id, const std::vector<std::string>& known);
Wording targetIsWithdrawal(std::string_view field, std::string_view id, std::uint32_t line);
Wording correctsAndWithdraws();
Wording correctionCycle(const std::vector<std::string>& ids);
Wording unknownContract(std::string_view contract, const std::vector<std::string>& known);
Wording contractNotNamed(const std::vector<std::string>& contracts);
/// The same where there are too many to name.
Wording contractNotNamed();

// Names that nothing has: no line is wrong, but it changes nothing.
Wording unknownInstance(std::string_view field, std::string_view event, std::string_view key,
                        const std::vector<std::string>& known);
/// In an expectation that nothing of that key is there.
Wording unknownKey(std::string_view key, const std::vector<std::string>& known);
Wording unknownSubject(std::string_view key, const std::vector<std::string>& known);
Wording unknownTopic(std::string_view topic, const std::vector<std::string>& known);
Wording unknownQuestion(std::string_view norm, const std::vector<std::string>& known);
Wording unfitAnswer(std::string_view norm, Type wanted);
Wording unfitAgreement(std::string_view topic, std::string_view value, Type wanted);
Wording unknownRole(std::string_view field, std::string_view event, std::string_view written);

}  // namespace beding::messages

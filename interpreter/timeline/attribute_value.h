// From a value as written to a value of the attribute's type.
#pragma once

#include <string>
#include <string_view>

#include "base/wording.h"
#include "timeline/record.h"
#include "timeline/schema.h"

namespace beding {

/// A value, or what is wrong with it.
struct ReadValue {
  Value value;
  Wording problem;
};

/// `event` is the name of the event type, for the message.
ReadValue readAttribute(const Attribute& attribute, std::string_view event, const Field& field);

/// The same for one value of an attribute that is no list; false when anything is wrong with it.
bool acceptValue(const Attribute& attribute, const Written& written, Value& value);

/// The outcome of a judgement: truth, moment, duration or number.
ReadValue readJudgementOutcome(const Field& field);

/// Whether a line has to say it: nothing else stands for it when it is absent.
inline bool mustBeGiven(const Attribute& attribute) { return attribute.required && !attribute.standsForOp; }

/// Whether the value is of the attribute's type, or absent.
bool hasType(const Attribute& attribute, const Value& value);

}  // namespace beding

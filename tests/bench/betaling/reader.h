// Events of a file of JSON Lines, read with simdjson. What an event points at lies in the file.
#pragma once

#include <simdjson.h>

#include "betaling/clause.h"

namespace bench {

/// Throws simdjson::simdjson_error when a field has another type than it should.
Event readEvent(simdjson::ondemand::object line);

/// Every event of the file, in order. Throws simdjson::simdjson_error at a line that is not JSON.
template <typename Take>
void eachEvent(const simdjson::padded_string& file, Take take) {
  simdjson::ondemand::parser parser;
  simdjson::ondemand::document_stream lines = parser.iterate_many(file);
  for (auto line : lines) take(readEvent(line.get_object()));
}

}  // namespace bench

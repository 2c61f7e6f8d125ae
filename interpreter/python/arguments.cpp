#include "arguments.h"

#include <cstdint>
#include <limits>

namespace py = pybind11;

namespace {

/// More than any amount, and few enough to write out.
constexpr int mostDigits = 100;

const char* const values = "str, int, bool, Decimal, date, datetime of een lijst van str";

bool isInstance(const py::handle& value, const char* module, const char* name) {
  return py::isinstance(value, py::module_::import(module).attr(name));
}

std::string typeOf(const py::handle& value) { return py::str(py::type::of(value).attr("__name__")); }

[[noreturn]] void refuseInput(const std::string& dutch, const std::string& english) {
  throw Raised{{beding::Code::invalidInput, {dutch, english}}};
}

[[noreturn]] void refuseDigits(const std::string& name) {
  refuseInput(name + ": dit getal heeft meer dan 100 cijfers; geef een kleiner of minder fijn getal",
              name + ": this number has more than 100 digits; give a smaller or less fine one");
}

/// A whole number; one that is too large for 64 bits goes as text.
decltype(beding::Field::value) wholeNumber(const std::string& name, const py::handle& value) {
  int overflow = 0;
  const std::int64_t number = PyLong_AsLongLongAndOverflow(value.ptr(), &overflow);
  if (overflow == 0) return number;
  if (value.attr("__abs__")() >= py::int_(10).attr("__pow__")(mostDigits)) refuseDigits(name);
  return textFrom(name, py::str("{:d}").format(value));
}

/// Written out without an exponent. One that is not a number is for the library to refuse.
std::string decimalText(const std::string& name, const py::handle& value) {
  if (value.attr("is_finite")().cast<bool>()) {
    const auto highest = value.attr("adjusted")().cast<std::int64_t>();
    const auto lowest = value.attr("as_tuple")().attr("exponent").cast<std::int64_t>();
    if (highest >= mostDigits || lowest < -mostDigits) refuseDigits(name);
  }
  return textFrom(name, py::str("{:f}").format(value));
}

/// A value of an attribute. Floats are refused: they are never exact.
decltype(beding::Field::value) valueFrom(const std::string& name, const py::handle& value) {
  if (py::isinstance<py::bool_>(value)) return value.cast<bool>();
  if (py::isinstance<py::int_>(value)) return wholeNumber(name, value);
  if (py::isinstance<py::str>(value)) return textFrom(name, value);
  if (isInstance(value, "decimal", "Decimal")) return decimalText(name, value);
  if (isInstance(value, "datetime", "date")) return textFrom(name, value.attr("isoformat")());
  if (py::isinstance<py::list>(value) || py::isinstance<py::tuple>(value)) return textsFrom(name, value);
  refuse(name, value, values);
}

}  // namespace

void refuse(const std::string& name, const py::handle& value, const std::string& wanted) {
  const std::string type = typeOf(value);
  throw py::type_error(name + ": een " + type + " kan niet; geef " + wanted + " (a " + type + " will not do)");
}

std::string textFrom(const std::string& name, const py::handle& value) {
  if (!py::isinstance<py::str>(value)) refuse(name, value, "str");
  Py_ssize_t size = 0;
  const char* text = PyUnicode_AsUTF8AndSize(value.ptr(), &size);
  if (text != nullptr) return {text, static_cast<std::size_t>(size)};
  PyErr_Clear();  // half of a pair of surrogates: the only text that cannot be UTF-8
  refuseInput(name + ": deze tekst is geen Unicode (er staat een los surrogaat in); lees haar opnieuw, als UTF-8",
              name + ": this text is not Unicode (it holds a lone surrogate); read it again, as UTF-8");
}

std::string pathFrom(const std::string& name, const py::handle& value) {
  if (py::isinstance<py::str>(value)) return textFrom(name, value);
  if (!isInstance(value, "os", "PathLike")) refuse(name, value, "str of een pad (os.PathLike)");
  return textFrom(name, py::module_::import("os").attr("fspath")(value));
}

std::string bytesFrom(const std::string& name, const py::handle& value) {
  if (PyObject_CheckBuffer(value.ptr()) == 0) refuse(name, value, "bytes");
  const auto bytes = py::reinterpret_steal<py::bytes>(PyBytes_FromObject(value.ptr()));
  if (!bytes) throw py::error_already_set();
  return bytes;
}

std::vector<std::string> textsFrom(const std::string& name, const py::handle& value) {
  if (py::isinstance<py::str>(value) || !py::isinstance<py::sequence>(value)) refuse(name, value, "een lijst van str");
  std::vector<std::string> texts;
  for (const py::handle& each : value) texts.push_back(textFrom(name + ", in de lijst", each));
  return texts;
}

bool flagFrom(const std::string& name, const py::handle& value) {
  if (!py::isinstance<py::bool_>(value)) refuse(name, value, "True of False");
  return value.cast<bool>();
}

std::size_t countFrom(const std::string& name, const py::handle& value, std::size_t most) {
  if (py::isinstance<py::bool_>(value) || !py::isinstance<py::int_>(value)) refuse(name, value, "int");
  int overflow = 0;
  const std::int64_t number = PyLong_AsLongLongAndOverflow(value.ptr(), &overflow);
  if (overflow == 0 && number >= 0 && static_cast<std::uint64_t>(number) <= most)
    return static_cast<std::size_t>(number);
  const std::string limit = std::to_string(most);
  throw Raised{{beding::Code::wrongUsage,
                {name + ": dit aantal kan niet; geef een getal van 0 tot en met " + limit,
                 name + ": there is no such number; give one from 0 to " + limit}}};
}

beding::Date dateFrom(const std::string& name, const py::handle& value) {
  if (!isInstance(value, "datetime", "date")) refuse(name, value, "een dag (datetime.date)");
  return {value.attr("year").cast<int>(), value.attr("month").cast<int>(), value.attr("day").cast<int>()};
}

std::optional<beding::Date> dateOrNone(const std::string& name, const py::handle& value) {
  return value.is_none() ? std::nullopt : std::optional(dateFrom(name, value));
}

beding::Event eventFrom(const py::handle& fields) {
  if (!py::isinstance<py::dict>(fields)) refuse("event", fields, "een dict");
  beding::Event event;
  for (const auto& [key, value] : py::reinterpret_borrow<py::dict>(fields)) {
    const std::string name = textFrom("de naam van een veld", key);
    if (value.is_none()) continue;
    auto made = valueFrom(name, value);
    const bool isHead = name == "op" || name == "gebeurtenis";
    if (isHead && std::holds_alternative<std::string>(made))
      (name == "op" ? event.on : event.name) = std::get<std::string>(std::move(made));
    else
      event.fields.push_back({name, std::move(made)});
  }
  return event;
}

// What Python hands over, as the library wants it. What cannot be taken is an exception that says which argument, and
// what was expected. All of it needs the interpreter's lock.
#pragma once

#include <beding/beding.h>
#include <pybind11/pybind11.h>

#include <optional>
#include <string>
#include <vector>

/// An error on its way to the exception that Python knows.
struct Raised {
  beding::Error error;
};

/// A str.
std::string textFrom(const std::string& name, const pybind11::handle& value);
/// A str, or what has a path (os.PathLike).
std::string pathFrom(const std::string& name, const pybind11::handle& value);
/// bytes, or what can be seen as bytes.
std::string bytesFrom(const std::string& name, const pybind11::handle& value);
/// A sequence of str.
std::vector<std::string> textsFrom(const std::string& name, const pybind11::handle& value);
bool flagFrom(const std::string& name, const pybind11::handle& value);
/// A whole number from zero to `most`.
std::size_t countFrom(const std::string& name, const pybind11::handle& value, std::size_t most);
beding::Date dateFrom(const std::string& name, const pybind11::handle& value);
/// The same, or None.
std::optional<beding::Date> dateOrNone(const std::string& name, const pybind11::handle& value);
/// A dict of attributes; those that are None are left out.
beding::Event eventFrom(const pybind11::handle& fields);

/// Ends in a TypeError: `factuur: een set kan niet; geef str`.
[[noreturn]] void refuse(const std::string& name, const pybind11::handle& value, const std::string& wanted);

/// An object of that class of ours.
template <class T>
const T& objectFrom(const std::string& name, const pybind11::handle& value, const char* wanted) {
  if (!pybind11::isinstance<T>(value)) refuse(name, value, wanted);
  return value.cast<const T&>();
}

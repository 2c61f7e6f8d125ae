// How JSON is written: field by field, each with one look at the room that is left.
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/plain_outcome.h"

namespace beding {

/// A text that grows at its end.
class JsonText {
 public:
  explicit JsonText(std::size_t expected = 512) : bytes_(new char[expected]), room_(expected) {}

  /// Where so many bytes can be written; `take` says up to where they were.
  char* room(std::size_t count) {
    if (room_ - used_ < count) grow(count);
    return bytes_.get() + used_;
  }
  void take(const char* end) { used_ = static_cast<std::size_t>(end - bytes_.get()); }

  JsonText& operator+=(char letter) {
    *room(1) = letter;
    ++used_;
    return *this;
  }
  JsonText& operator+=(std::string_view more) {
    take(std::copy_n(more.data(), more.size(), room(more.size())));
    return *this;
  }
  [[nodiscard]] std::size_t size() const { return used_; }
  char& operator[](std::size_t place) { return bytes_[place]; }
  [[nodiscard]] std::string_view text() const { return {bytes_.get(), used_}; }
  /// Its room stays.
  void clear() { used_ = 0; }

 private:
  void grow(std::size_t count) {
    room_ = 2 * (used_ + count);
    std::unique_ptr<char[]> bytes(new char[room_]);
    std::copy_n(bytes_.get(), used_, bytes.get());
    bytes_ = std::move(bytes);
  }

  std::unique_ptr<char[]> bytes_;
  std::size_t used_ = 0, room_;
};

/// Between quotes, with what has to be escaped.
void appendText(JsonText& out, std::string_view text);

/// The name of a field as it is written: `,"naam":`.
template <std::size_t Size>
struct FieldName {
  consteval FieldName(const char (&name)[Size]) {  // NOLINT(google-explicit-constructor): it is written as its name
    std::copy_n(name, Size - 1, written.begin() + 2);
  }
  [[nodiscard]] constexpr std::string_view text() const { return {written.data(), written.size()}; }

  std::array<char, Size + 3> written = [] {
    std::array<char, Size + 3> around{};
    around.front() = ',';
    around[1] = '"';
    around[Size + 1] = '"';
    around[Size + 2] = ':';
    return around;
  }();
};

/// The fields of one object in their order, written as they come.
class ObjectText {
 public:
  explicit ObjectText(JsonText& out) : out_(out), begin_(out.size()) {}

  /// Where the value of the next field goes.
  template <FieldName Name>
  JsonText& name() {
    static constexpr std::string_view written = Name.text();
    return out_ += written;
  }
  template <FieldName Name>
  void text(std::string_view value) {
    appendText(name<Name>(), value);
  }
  /// A word of the interface: needs no look.
  template <FieldName Name>
  void word(std::string_view value) {
    quoted<Name>(value.size(), [&](char* to) { return std::copy_n(value.data(), value.size(), to); });
  }
  template <FieldName Name>
  void word(Date day) {
    quoted<Name>(isoRoom, [&](char* to) { return writeIso(to, day); });
  }
  template <FieldName Name>
  void word(Cents amount) {
    quoted<Name>(centsRoom, [&](char* to) { return writeCents(to, amount.count); });
  }
  template <FieldName Name>
  void word(const Moment& moment) {
    word<Name>(isoText(moment));
  }
  template <FieldName Name>
  void word(const Money& amount) {
    word<Name>(decimalText(amount));
  }
  template <FieldName Name>
  void number(std::int32_t value) {
    JsonText& to = name<Name>();
    to.take(std::to_chars(to.room(numberRoom), to.room(numberRoom) + numberRoom, value).ptr);
  }
  template <FieldName Name>
  void truth(bool value) {
    name<Name>() += value ? std::string_view("true") : "false";
  }

  template <FieldName Name>
  void put(std::string_view value) {
    if (!value.empty()) text<Name>(value);
  }
  template <FieldName Name, class Word>
  void put(const std::optional<Word>& value) {
    if (value) word<Name>(*value);
  }
  template <FieldName Name, class Elements, class Append>
  void list(const Elements& elements, Append append) {
    name<Name>() += '[';
    for (auto element = elements.begin(); element != elements.end(); ++element) {
      if (element != elements.begin()) out_ += ',';
      append(out_, *element);
    }
    out_ += ']';
  }
  template <FieldName Name, class Elements, class Append>
  void putList(const Elements& elements, Append append) {
    if (!elements.empty()) list<Name>(elements, append);
  }
  /// Fields that were written before.
  void fields(std::string_view written) { out_ += written; }
  /// Every object has a field, and the comma before the first gives way to the brace.
  void end() {
    out_[begin_] = '{';
    out_ += '}';
  }

 private:
  /// `write` is given where the value goes, with so much room, and says where it ends.
  template <FieldName Name, class Write>
  void quoted(std::size_t room, Write write) {
    static constexpr std::string_view written = Name.text();
    char* at = out_.room(written.size() + room + 2);
    at = std::copy_n(written.data(), written.size(), at);
    *at++ = '"';
    at = write(at);
    *at++ = '"';
    out_.take(at);
  }

  static constexpr std::size_t numberRoom = 12;

  JsonText& out_;
  std::size_t begin_;
};

}  // namespace beding

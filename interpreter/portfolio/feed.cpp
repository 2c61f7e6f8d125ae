#include "portfolio/feed.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "timeline/lines.h"
#include "timeline/record.h"

namespace beding {

namespace {

constexpr std::string_view contractField = "overeenkomst";

const Field* fieldOf(const Records& records) {
  if (records.records.empty()) return nullptr;
  for (const Field& field : records.records.front().fields)
    if (field.name == contractField && field.values.size() == 1) return &field;
  return nullptr;
}

/// Where the key stands in the line, or its end.
std::size_t placeOfKey(std::string_view line) {
  static constexpr std::string_view key = "\"overeenkomst\"";
  static const std::boyer_moore_horspool_searcher search(key.begin(), key.end());
  return static_cast<std::size_t>(std::search(line.begin(), line.end(), search) - line.begin());
}

/// The value behind `"overeenkomst":` in a line without escapes; nothing when the line must be taken apart.
std::optional<std::string_view> quickContract(std::string_view line) {
  if (line.find('\\') != std::string_view::npos) return std::nullopt;
  const std::size_t place = placeOfKey(line);
  if (place == line.size()) return "";
  line.remove_prefix(place + contractField.size() + 2);
  const auto skip = [&] { line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size())); };
  skip();
  if (!line.starts_with(':')) return std::nullopt;
  line.remove_prefix(1);
  skip();
  const std::size_t end = line.find('"', 1);
  if (!line.starts_with('"') || end == std::string_view::npos) return std::nullopt;
  return line.substr(1, end - 1);
}

/// A contract as nearly every line of it names it.
class Named {
 public:
  explicit Named(std::string_view contract) : field_("\"overeenkomst\":\"" + std::string(contract) + '"') {}

  /// A text in quotes that a line holds cannot be this, as its quotes would be escaped. What is looked for begins with
  /// a letter that lines seldom have before it.
  [[nodiscard]] bool isIn(std::string_view line) const {
    constexpr std::size_t seldom = std::string_view("\"overeen").size();
    std::size_t place = line.find(field_[seldom], seldom);
    while (place != std::string_view::npos && line.substr(place - seldom, field_.size()) != field_)
      place = line.find(field_[seldom], place + 1);
    return place != std::string_view::npos;
  }
  [[nodiscard]] std::string_view contract() const {
    return std::string_view(field_).substr(contractField.size() + 4, field_.size() - contractField.size() - 5);
  }

 private:
  std::string field_;
};

/// Contracts as they begin. Of each only a number is kept, so that a million of them take little room.
class Begun {
 public:
  void add(std::string_view contract) {
    hashes_.push_back(std::hash<std::string_view>()(contract));
    if (hashes_.size() == nextLook_) sort();
  }
  /// None comes back, as far as was looked: often enough to notice before there are twice as many.
  [[nodiscard]] bool differ() const { return differ_; }
  /// Those of a later stretch.
  void add(const Begun& later) { hashes_.insert(hashes_.end(), later.hashes_.begin(), later.hashes_.end()); }
  void sort() {
    std::sort(hashes_.begin(), hashes_.end());
    differ_ = std::adjacent_find(hashes_.begin(), hashes_.end()) == hashes_.end();
    nextLook_ = std::max<std::size_t>(1024, 2 * hashes_.size());
  }

 private:
  std::vector<std::size_t> hashes_;
  std::size_t nextLook_ = 1024;
  bool differ_ = true;
};

std::string fileOf(const std::string& path) { return path == "-" ? "/dev/stdin" : path; }

}  // namespace

/// What was seen of a part of the file.
struct Feed::Stretch {
  Begun begun;
  std::deque<Start> starts;  ///< lines counted from its own first
  std::uint32_t lines = 0;
};

Feed::Feed(const std::string& path, std::size_t memory, std::size_t threads) : path_(path), source_(fileOf(path)) {
  if (!source_.isOpen() || std::filesystem::is_directory(path))
    throw PortfolioError(worded({"kan «{0}» niet lezen", "cannot read «{0}»"}, {path}));
  if (source_.canGoBack() && lookThrough(threads)) return;
  takeApart(memory);
}

Feed::Feed(const std::string& path, From begin) : source_(fileOf(path)) {
  source_.seek(begin.offset);
  line_ = begin.offset > 0 ? 1 : 0;  // only the first line of a file can be a header
}

/// Where every contract begins; false when one comes back after another has begun.
bool Feed::lookThrough(std::size_t threads) {
  const std::vector<std::uint64_t> at = cuts(threads);
  std::vector<Stretch> stretches(at.size() - 1);
  if (stretches.size() == 1) {
    lookThrough(at.back(), stretches.front());
  } else {
    inParallel(stretches.size(), threads, [&](std::size_t index, std::size_t) {
      Feed(path_, From{at[index]}).lookThrough(at[index + 1], stretches[index]);
    });
  }
  return isJoined(std::move(stretches), at.back());
}

/// Where as many stretches begin, each with another contract than the line before it is of, and the end of the file; a
/// small one, and one with a header, is a single stretch.
std::vector<std::uint64_t> Feed::cuts(std::size_t threads) {
  constexpr std::uint64_t least = std::uint64_t{1} << 20;  // bytes of a stretch
  const std::uint64_t size = source_.size();
  std::string_view line;
  std::vector<std::uint64_t> at = {0};
  const bool isLarge = threads > 1 && size / threads >= least && readLine(line) && header_.empty();
  for (std::size_t next = 1; isLarge && next < threads; ++next) {
    source_.seek(size / threads * next);
    source_.next(line);  // of which this is somewhere within
    bool isThere = readLine(line);
    const Named present(isThere ? contractOf(line) : "");
    while (isThere && (present.isIn(line) || contractOf(line) == present.contract())) isThere = readLine(line);
    if (!isThere) break;
    if (const std::uint64_t begin = source_.offsetOf(line.data()); begin > at.back()) at.push_back(begin);
  }
  at.push_back(size);
  rewind();
  return at;
}

/// From where the source is through the last line that begins before `end`.
void Feed::lookThrough(std::uint64_t end, Stretch& stretch) {
  const std::uint32_t before = line_;
  std::optional<Named> previous;
  bool isPast = false;
  for (std::string_view line; stretch.begun.differ() && source_.offset() < end && readLine(line);) {
    isPast = source_.offsetOf(line.data()) >= end;  // it was looked for behind empty lines
    if (isPast) break;
    if (previous && header_.empty() && previous->isIn(line)) continue;
    const std::string_view contract = contractOf(line);
    if (previous && contract == previous->contract()) continue;
    stretch.starts.push_back({source_.offsetOf(line.data()), line_ - before});
    stretch.begun.add(contract);
    previous.emplace(contract);
  }
  stretch.lines = line_ - before - (isPast ? 1 : 0);
}

/// Puts the stretches of the whole file together; false when a contract begins more than once.
bool Feed::isJoined(std::vector<Stretch> stretches, std::uint64_t end) {
  Begun begun = std::move(stretches.front().begun);
  starts_ = std::move(stretches.front().starts);
  line_ = stretches.front().lines;
  for (auto stretch = stretches.begin() + 1; stretch != stretches.end(); ++stretch) {
    begun.add(stretch->begun);
    for (; !stretch->starts.empty(); stretch->starts.pop_front())
      starts_.push_back({stretch->starts.front().offset, stretch->starts.front().line + line_});
    line_ += stretch->lines;
  }
  begun.sort();
  contracts_ = starts_.size();
  starts_.push_back({end, line_ + 1});
  if (begun.differ()) source_.seek(starts_.front().offset);
  return begun.differ();
}

void Feed::takeApart(std::size_t memory) {
  if (!starts_.empty()) rewind();
  spool_ = std::make_unique<Spool>(memory);
  for (std::string_view line; readLine(line);) spool_->add(contractOf(line), line_, line);
  contracts_ = spool_->contracts();
}

void Feed::rewind() {
  source_.seek(0);
  starts_.clear();
  header_.clear();
  line_ = 0;
}

/// The next line with something on it. The header of a CSV file is kept apart.
bool Feed::readLine(std::string_view& line) {
  while (source_.next(line)) {
    if (++line_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    if (header_.empty() && line.starts_with('{')) return true;
    const auto* const first = std::find_if_not(line.begin(), line.end(), isBlank);
    if (first == line.end()) continue;
    if (!header_.empty() || *first == '{' || line_ > 1) return true;
    header_ = line;
  }
  return false;
}

/// There until the next call.
std::string_view Feed::contractOf(std::string_view line) {
  if (header_.empty()) {
    if (const auto quick = quickContract(line)) return *quick;
  }
  const std::string whole = (header_.empty() ? "" : header_ + "\n") + std::string(line) + "\n";
  const Records records = header_.empty() ? readJsonLines(whole) : readCsv(whole);
  const Field* field = fieldOf(records);
  return named_ = field != nullptr ? field->values.front().text : std::string();
}

std::optional<ContractLines> Feed::next() { return spool_ != nullptr ? spool_->next() : nextGrouped(); }

std::optional<ContractLines> Feed::nextGrouped() {
  if (starts_.size() < 2) return std::nullopt;
  const Start start = starts_.front();
  starts_.pop_front();
  ContractLines contract;
  contract.text = source_.bytes(starts_.front().offset - start.offset);
  contract.numbers.first = start.line;
  contract.name = contractOf(std::string_view(contract.text).substr(0, contract.text.find('\n')));
  return contract;
}

TimelineResult Feed::timeline(const ContractLines& contract, const TimelineReader& reader,
                              const ReadOptions& options) const {
  if (header_.empty()) return reader.read(contract.text, contract.numbers, path_, options);
  std::string text = header_ + "\n";
  std::vector<std::uint32_t> numbers;
  eachRawLine(contract.text, [&](std::string_view line, std::size_t place) {
    if (std::all_of(line.begin(), line.end(), isBlank)) return;
    (text += line) += '\n';
    numbers.push_back(contract.numbers[place]);
  });
  Records records = readCsv(text);
  const auto place = [&](std::uint32_t read) {  // the header was line 1
    return numbers[std::min<std::size_t>(read < 2 ? 0 : read - 2, numbers.size() - 1)];
  };
  for (Record& record : records.records) record.line = place(record.line);
  for (InputProblem& problem : records.problems) problem.line = place(problem.line);
  return reader.read(std::move(records), path_, options);
}

}  // namespace beding

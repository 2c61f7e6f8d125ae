#include "portfolio/feed.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "timeline/lines.h"
#include "timeline/messages.h"
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

/// Calls `visit` with lines that follow each other in the file and the number of the first: only of such can more than
/// one be a row.
template <class Visit>
void eachRun(const ContractLines& contract, Visit visit) {
  std::string_view run = contract.text;
  std::uint32_t first = contract.numbers[0], next = first;
  eachRawLine(run, [&](std::string_view line, std::size_t place) {
    const std::uint32_t number = contract.numbers[place];
    if (number != next) {
      const auto size = static_cast<std::size_t>(line.data() - run.data());
      visit(run.substr(0, size), std::exchange(first, number));
      run.remove_prefix(size);
    }
    next = number + 1;
  });
  visit(run, first);
}

using NumberedLines = std::vector<std::pair<std::uint32_t, std::string_view>>;

NumberedLines linesOf(const ContractLines& contract) {
  NumberedLines lines;
  eachRawLine(contract.text,
              [&](std::string_view line, std::size_t place) { lines.emplace_back(contract.numbers[place], line); });
  return lines;
}

/// How far behind a first line that is none lines of JSON are looked for, in bytes.
constexpr std::size_t farEnough = std::size_t{1} << 20;

bool isBlankLine(std::string_view line) { return std::all_of(line.begin(), line.end(), isBlank); }

bool beginsWith(std::string_view line, char first) {
  const auto* const begin = std::find_if_not(line.begin(), line.end(), isBlank);
  return begin != line.end() && *begin == first;
}

bool endsWith(std::string_view line, char last) {
  const auto end = std::find_if_not(line.rbegin(), line.rend(), isBlank);
  return end != line.rend() && *end == last;
}

}  // namespace

/// What was seen of a part of the file.
struct Feed::Stretch {
  Begun begun;
  std::deque<Start> starts;  ///< lines counted from its own first
  std::uint32_t lines = 0;
  bool hasNameless = false;  ///< lines that say no contract
};

Feed::Feed(const std::string& path, std::size_t memory, std::size_t threads) : path_(path), source_(path) {
  if (source_.canGoBack() && lookThrough(threads)) return;
  takeApart(memory);
}

Feed::Feed(const std::string& path, From begin) : source_(path), begun_(true) {
  source_.seek(begin.offset);
  line_ = begin.offset > 0 ? 1 : 0;  // a mark of byte order stands only before the first line of a file
}

/// Where every contract begins; false when one comes back after another has begun, or not every line says one.
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
  const bool isLarge = threads > 1 && size / threads >= least && readLine(line) && !csv_;
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
    if (previous && !csv_ && previous->isIn(line)) continue;
    const std::string_view contract = contractOf(line);
    if (previous && contract == previous->contract()) continue;
    stretch.starts.push_back({source_.offsetOf(line.data()), number() - before});
    stretch.hasNameless = stretch.hasNameless || contract.empty();
    stretch.begun.add(contract);
    previous.emplace(contract);
  }
  stretch.lines = line_ - before - (isPast ? 1 : 0);
}

/// Puts the stretches of the whole file together; false when a contract begins more than once, or there are lines of
/// none beside it.
bool Feed::isJoined(std::vector<Stretch> stretches, std::uint64_t end) {
  const bool hasNameless = std::ranges::any_of(stretches, &Stretch::hasNameless);
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
  contracts_ = parts_ = starts_.size();
  starts_.push_back({end, line_ + 1});
  const bool stand = begun.differ() && (contracts_ == 1 || !hasNameless);
  if (stand) source_.seek(starts_.front().offset);
  return stand;
}

void Feed::takeApart(std::size_t memory) {
  if (!starts_.empty()) rewind();
  spool_ = std::make_unique<Spool>(memory);
  for (std::string_view line; readLine(line);) spool_->add(contractOf(line), number(), line);
  contracts_ = parts_ = spool_->contracts();
  if (contracts_ == 1 || !spool_->has("")) return;
  if (--contracts_ > 1) return;
  giveToOnlyOne();
  parts_ = ready_.size();
}

/// Whatever says no contract and can be taken apart.
void Feed::giveToOnlyOne() {
  ContractLines nameless = spool_->next().value(), named = spool_->next().value();
  if (!nameless.name.empty()) std::swap(nameless, named);
  std::set<std::uint32_t> bad;
  for (const InputProblem& problem : recordsOf(nameless).problems) bad.insert(problem.line);
  ContractLines stray{"", {}, {}, true}, all{named.name, {}, {}};
  NumberedLines given, lines;
  for (const auto& [number, line] : linesOf(nameless))
    bad.count(number) > 0 ? stray.add(number, line) : static_cast<void>(given.emplace_back(number, line));
  std::ranges::merge(given, linesOf(named), std::back_inserter(lines));
  for (const auto& [number, line] : lines) all.add(number, line);
  if (!stray.text.empty()) ready_.push_back(std::move(stray));
  ready_.push_back(std::move(all));
}

void Feed::rewind() {
  source_.seek(0);
  starts_.clear();
  csv_.reset();
  begun_ = false;
  line_ = further_ = 0;
}

/// The next line, or row, with something on it. The header of a CSV file is kept apart.
bool Feed::readLine(std::string_view& line) {
  while (source_.next(line)) {
    if (++line_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    if (!csv_ && line.starts_with('{')) return begun_ = true;
    if (isBlankLine(line)) continue;
    if (!std::exchange(begun_, true) && isHeader(line)) continue;
    if (!csv_) return true;
    line = wholeRow(line, *csv_);
    if (!isEmptyRow(line, *csv_)) return true;
  }
  return false;
}

/// Whether the first line is that of a CSV file. If it is neither that nor JSON, it is a bad line when lines of JSON
/// come behind it; otherwise the file is something else.
bool Feed::isHeader(std::string_view& line) {
  if (beginsWith(line, '{')) return false;
  const CsvHeader alone = csvHeader(line);
  if (!isMeantAsHeader(alone)) {
    if (standsBeforeLines(line)) return false;
    refuse(beginsWith(line, '[') ? messages::jsonArray() : messages::neitherJsonNorCsv());
  }
  csv_ = csvHeader(wholeRow(line, {alone.separator, {}, {}}));
  if (!csv_->problem.empty()) refuse(csv_->problem);
  return true;
}

/// An array that goes on behind the line has no lines of its own.
bool Feed::standsBeforeLines(std::string_view& line) {
  if (beginsWith(line, '[') && !endsWith(line, ']')) return false;
  source_.handBack(line);
  const std::string_view ahead = source_.peek(line.size() + farEnough);
  line = ahead.substr(0, line.size());
  const bool stands = haveObjects(ahead.substr(line.size()));
  source_.skip(line.size() + 1);
  return stands;
}

void Feed::refuse(const Wording& problem) const {
  const Wording name = path_ == "-" ? Wording(Phrasing("standaardinvoer", "standard input")) : Wording(path_);
  throw PortfolioError(worded({"{0}:{1}: {2}", "{0}:{1}: {2}"}, {name, std::to_string(line_), problem}));
}

/// With the lines over which a quoted cell goes on.
std::string_view Feed::wholeRow(std::string_view line, const CsvHeader& header) {
  further_ = 0;
  if (line.find('"') == std::string_view::npos) return line;
  std::size_t reach = line.size() + 1;
  source_.handBack(line);
  std::string_view ahead = source_.peek(reach);
  RowExtent row = firstRow(ahead, header);
  while (row.reachesEnd && ahead.size() == reach) {
    reach *= 2;
    ahead = source_.peek(reach);
    row = firstRow(ahead, header);
  }
  source_.skip(row.length + 1);
  const std::string_view whole = ahead.substr(0, row.length);
  further_ = static_cast<std::uint32_t>(std::count(whole.begin(), whole.end(), '\n'));
  line_ += further_;
  return whole;
}

/// There until the next call.
std::string_view Feed::contractOf(std::string_view line) {
  if (csv_) return named_ = cellOf(line, *csv_, contractField);
  if (const auto quick = quickContract(line)) return *quick;
  Records records;
  readJsonLine(line, 0, records);
  const Field* field = fieldOf(records);
  return named_ = field != nullptr ? field->values.front().text : std::string();
}

std::optional<ContractLines> Feed::next() { return spool_ != nullptr ? nextApart() : nextGrouped(); }

std::optional<ContractLines> Feed::nextGrouped() {
  if (starts_.size() < 2) return std::nullopt;
  const Start start = starts_.front();
  starts_.pop_front();
  const std::size_t size = starts_.front().offset - start.offset;
  ContractLines contract;
  contract.text = source_.peek(size);
  source_.skip(size);
  contract.numbers.first = start.line;
  const std::string_view text = contract.text;
  contract.name = contractOf(text.substr(0, csv_ ? firstRow(text, *csv_).length : text.find('\n')));
  return contract;
}

std::optional<ContractLines> Feed::nextApart() {
  if (ready_.empty()) {
    auto contract = spool_->next();
    if (contract) contract->areStray = contract->name.empty() && spool_->contracts() > 1;
    return contract;
  }
  ContractLines contract = std::move(ready_.front());
  ready_.pop_front();
  return contract;
}

Records Feed::recordsOf(const ContractLines& contract) const {
  Records records;
  if (csv_)
    eachRun(contract, [&](std::string_view run, std::uint32_t number) { readCsvRows(run, *csv_, number, records); });
  else
    eachLine(contract.text,
             [&](std::string_view line, std::size_t place) { readJsonLine(line, contract.numbers[place], records); });
  return records;
}

std::vector<InputProblem> Feed::problems(const ContractLines& stray) const {
  Records records = recordsOf(stray);
  for (const Record& record : records.records)
    records.problems.push_back({"", record.line, messages::contractNotNamed()});
  for (InputProblem& problem : records.problems) problem.file = path_;
  std::ranges::sort(records.problems, {}, &InputProblem::line);
  return std::move(records.problems);
}

TimelineResult Feed::timeline(const ContractLines& contract, const TimelineReader& reader,
                              const ReadOptions& options) const {
  return csv_ ? reader.read(recordsOf(contract), path_, options)
              : reader.read(contract.text, contract.numbers, path_, options);
}

}  // namespace beding

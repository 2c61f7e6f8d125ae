#include "portfolio/feed.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <unordered_set>
#include <utility>

namespace beding {

namespace {

constexpr std::string_view contractField = "overeenkomst";

bool isBlank(const std::string& text) { return text.find_first_not_of(" \t\r") == std::string::npos; }

const Field* fieldOf(const Records& records) {
  if (records.records.empty()) return nullptr;
  for (const Field& field : records.records.front().fields)
    if (field.name == contractField && field.values.size() == 1) return &field;
  return nullptr;
}

/// The value behind the one `"overeenkomst":` of a line without escapes; nothing when the line must be taken apart.
std::optional<std::string> quickContract(const std::string& line) {
  constexpr std::string_view key = "\"overeenkomst\"";
  const std::size_t place = line.find(key);
  if (place == std::string::npos)
    return line.find('\\') == std::string::npos ? std::optional<std::string>("") : std::nullopt;
  if (line.find('\\') != std::string::npos || line.find(key, place + 1) != std::string::npos) return std::nullopt;
  std::size_t begin = line.find_first_not_of(" \t", place + key.size());
  if (begin == std::string::npos || line[begin] != ':') return std::nullopt;
  begin = line.find_first_not_of(" \t", begin + 1);
  if (begin == std::string::npos || line[begin] != '"') return std::nullopt;
  const std::size_t end = line.find('"', begin + 1);
  return end == std::string::npos ? std::nullopt : std::optional(line.substr(begin + 1, end - begin - 1));
}

}  // namespace

Feed::Feed(const std::string& path, std::size_t memory)
    : path_(path), file_(path == "-" ? "/dev/stdin" : path, std::ios::binary) {
  if (!file_ || std::filesystem::is_directory(path))
    throw PortfolioError(worded({"kan «{0}» niet lezen", "cannot read «{0}»"}, {path}));
  const bool once = !canBeReadTwice();
  if (!once) lookThrough();
  if (once || !grouped_) takeApart(memory);
}

bool Feed::canBeReadTwice() {
  const bool movable = file_.seekg(0, std::ios::end).good() && file_.seekg(0).good();
  file_.clear();
  return movable;
}

/// How many contracts there are, and whether one comes back after another has begun.
void Feed::lookThrough() {
  std::unordered_set<std::size_t> begun;
  std::string text, previous;
  while (readLine(text)) {
    const std::string contract = contractOf(text);
    if (!begun.empty() && contract == previous) continue;
    const bool isNew = begun.insert(std::hash<std::string>()(contract)).second;
    grouped_ = grouped_ && isNew;
    previous = contract;
  }
  contracts_ = begun.size();
  file_.clear();
  file_.seekg(0);
  line_ = 0;
  header_.clear();
}

void Feed::takeApart(std::size_t memory) {
  spool_ = std::make_unique<Spool>(memory);
  for (std::string text; readLine(text);) {
    const std::string contract = contractOf(text);
    spool_->add(contract, {line_, std::move(text)});
  }
  contracts_ = spool_->contracts();
}

/// The next line with something on it. The header of a CSV file is kept apart.
bool Feed::readLine(std::string& text) {
  while (std::getline(file_, text)) {
    ++line_;
    if (line_ == 1 && text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    if (isBlank(text)) continue;
    const bool isJson = text[text.find_first_not_of(" \t")] == '{';
    if (!header_.empty() || isJson || line_ > 1) return true;
    header_ = text;
  }
  return false;
}

std::string Feed::contractOf(const std::string& line) const {
  if (header_.empty()) {
    if (auto quick = quickContract(line)) return *quick;
  }
  const Records records = header_.empty() ? readJsonLines(line) : readCsv(header_ + "\n" + line + "\n");
  const Field* field = fieldOf(records);
  return field != nullptr ? field->values.front().text : std::string();
}

std::optional<ContractLines> Feed::next() { return spool_ != nullptr ? spool_->next() : nextGrouped(); }

std::optional<ContractLines> Feed::nextGrouped() {
  ContractLines contract;
  if (ahead_) {
    contract.name = std::move(aheadOf_);
    contract.lines.push_back(std::move(*ahead_));
    ahead_.reset();
  }
  for (std::string text; readLine(text);) {
    std::string name = contractOf(text);
    if (contract.lines.empty()) contract.name = name;
    ContractLine line{line_, std::move(text)};
    if (name != contract.name) {
      aheadOf_ = std::move(name);
      ahead_ = std::move(line);
      return contract;
    }
    contract.lines.push_back(std::move(line));
  }
  return contract.lines.empty() ? std::nullopt : std::optional(std::move(contract));
}

Records Feed::records(const ContractLines& contract) const {
  std::string text = header_.empty() ? "" : header_ + "\n";
  for (const ContractLine& line : contract.lines) text += line.text + "\n";
  Records records = header_.empty() ? readJsonLines(text) : readCsv(text);
  const std::uint32_t before = header_.empty() ? 1 : 2;  // number of the first line of a contract, as it was read
  const auto place = [&](std::uint32_t read) {
    const std::size_t index = read < before ? 0 : read - before;
    return contract.lines[std::min(index, contract.lines.size() - 1)].number;
  };
  for (Record& record : records.records) record.line = place(record.line);
  for (InputProblem& problem : records.problems) problem.line = place(problem.line);
  return records;
}

}  // namespace beding

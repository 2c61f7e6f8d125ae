#include "portfolio/spool.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <tuple>
#include <utility>

namespace beding {

namespace {

constexpr std::size_t blockSize = std::size_t{1} << 18;

void check(int status, sqlite3* database) {
  if (status != SQLITE_OK && status != SQLITE_DONE && status != SQLITE_ROW)
    throw PortfolioError(worded({"tijdelijke databank: {0}", "temporary database: {0}"}, {sqlite3_errmsg(database)}));
}

}  // namespace

void ContractLines::add(std::uint32_t number, std::string_view line) {
  (text += line) += '\n';
  const auto further = static_cast<std::uint32_t>(std::count(line.begin(), line.end(), '\n'));
  for (std::uint32_t i = 0; i <= further; ++i) numbers.each.push_back(number + i);
}

/// What memory held, each time that it was full: of each contract its lines as one text. An empty file name is SQLite's
/// temporary database: on disk, removed on closing.
class Spool::Database {
 public:
  Database() {
    check(sqlite3_open("", &database_), database_);
    run("PRAGMA journal_mode=OFF");
    run("PRAGMA synchronous=OFF");
    run("CREATE TABLE parts(place INTEGER PRIMARY KEY, numbers BLOB, text BLOB)");
    run("BEGIN");
    prepare("INSERT INTO parts VALUES(?1, ?2, ?3)", insert_);
    prepare("SELECT numbers, text FROM parts WHERE place = ?1", select_);
  }
  ~Database() {
    sqlite3_finalize(insert_);
    sqlite3_finalize(select_);
    sqlite3_close(database_);
  }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Places go up: what is written is only ever added behind what is there.
  void beginRun() { ++runs_; }
  void add(std::uint32_t contract, const ContractLines& part) {
    const auto& numbers = part.numbers.each;
    sqlite3_bind_int64(insert_, 1, placeOf(runs_, contract));
    bind(2, numbers.data(), numbers.size() * sizeof numbers.front());
    bind(3, part.text.data(), part.text.size());
    check(sqlite3_step(insert_), database_);
    check(sqlite3_reset(insert_), database_);
  }

  void takeLines(std::uint32_t contract, ContractLines& taken) {
    for (std::int64_t run = 1; run <= runs_; ++run) {
      sqlite3_bind_int64(select_, 1, placeOf(run, contract));
      const int status = sqlite3_step(select_);
      check(status, database_);
      if (status == SQLITE_ROW) appendPart(taken);
      check(sqlite3_reset(select_), database_);
    }
  }

 private:
  static std::int64_t placeOf(std::int64_t run, std::uint32_t contract) { return run << 32 | contract; }

  void appendPart(ContractLines& taken) {
    const auto* const numbers = static_cast<const std::uint32_t*>(sqlite3_column_blob(select_, 0));
    const auto count = static_cast<std::size_t>(sqlite3_column_bytes(select_, 0)) / sizeof *numbers;
    for (std::size_t i = 0; i < count; ++i) {
      std::uint32_t number = 0;
      std::memcpy(&number, numbers + i, sizeof number);
      taken.numbers.each.push_back(number);
    }
    const auto* const text = static_cast<const char*>(sqlite3_column_blob(select_, 1));
    taken.text.append(text, static_cast<std::size_t>(sqlite3_column_bytes(select_, 1)));
  }

  void run(const char* statement) { check(sqlite3_exec(database_, statement, nullptr, nullptr, nullptr), database_); }
  void prepare(const char* statement, sqlite3_stmt*& prepared) {
    check(sqlite3_prepare_v2(database_, statement, -1, &prepared, nullptr), database_);
  }
  void bind(int parameter, const void* bytes, std::size_t size) {
    check(sqlite3_bind_blob64(insert_, parameter, bytes, size, SQLITE_STATIC), database_);
  }

  sqlite3* database_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
  sqlite3_stmt* select_ = nullptr;
  std::int64_t runs_ = 0;
};

Spool::Spool(std::size_t memory) : memory_(memory) {}

Spool::~Spool() = default;

void Spool::add(std::string_view contract, std::uint32_t number, std::string_view line) {
  lines_.push_back({contractNamed(contract), number, kept(line)});
  held_ += line.size() + sizeof(Line);
  if (held_ > memory_) moveToDisk();
}

std::uint32_t Spool::contractNamed(std::string_view name) {
  const auto known = index_.find(name);
  if (known != index_.end()) return known->second;
  const auto place = static_cast<std::uint32_t>(names_.size());
  names_.push_back(&index_.emplace(name, place).first->first);
  return place;
}

/// A copy that stays where it is: a block never grows beyond the room it began with.
std::string_view Spool::kept(std::string_view line) {
  if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < line.size())
    blocks_.emplace_back().reserve(std::max(blockSize, line.size()));
  std::string& block = blocks_.back();
  block += line;
  return std::string_view(block).substr(block.size() - line.size());
}

void Spool::sort() {
  std::sort(lines_.begin(), lines_.end(), [](const Line& a, const Line& b) {
    return std::tie(a.contract, a.number) < std::tie(b.contract, b.number);
  });
}

void Spool::moveToDisk() {
  if (database_ == nullptr) database_ = std::make_unique<Database>();
  database_->beginRun();
  sort();
  while (!lines_.empty()) {
    ContractLines part;
    const std::uint32_t contract = lines_.front().contract;
    takeLines(contract, part);
    database_->add(contract, part);
  }
  blocks_.clear();
  held_ = 0;
}

/// Those in memory that come next, if they are of that contract.
void Spool::takeLines(std::uint32_t contract, ContractLines& taken) {
  for (; !lines_.empty() && lines_.front().contract == contract; lines_.pop_front())
    taken.add(lines_.front().number, lines_.front().text);
}

std::optional<ContractLines> Spool::next() {
  if (!std::exchange(sorted_, true)) isOnDisk() ? moveToDisk() : sort();
  if (next_ == names_.size()) return std::nullopt;
  ContractLines found;
  found.name = *names_[next_];
  isOnDisk() ? database_->takeLines(next_, found) : takeLines(next_, found);
  ++next_;
  return found;
}

}  // namespace beding

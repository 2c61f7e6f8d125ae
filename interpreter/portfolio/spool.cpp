#include "portfolio/spool.h"

#include <sqlite3.h>

#include <utility>

namespace beding {

namespace {

void check(int status, sqlite3* database) {
  if (status != SQLITE_OK && status != SQLITE_DONE && status != SQLITE_ROW)
    throw PortfolioError(worded({"tijdelijke databank: {0}", "temporary database: {0}"}, {sqlite3_errmsg(database)}));
}

}  // namespace

/// Lines by contract and number. An empty file name is SQLite's temporary database: on disk, removed on closing.
class Spool::Database {
 public:
  Database() {
    check(sqlite3_open("", &database_), database_);
    run("PRAGMA journal_mode=OFF");
    run("PRAGMA synchronous=OFF");
    run("CREATE TABLE lines(contract INTEGER, number INTEGER, text TEXT, PRIMARY KEY(contract, number)) WITHOUT ROWID");
    run("BEGIN");
    prepare("INSERT INTO lines VALUES(?1, ?2, ?3)", insert_);
    prepare("SELECT number, text FROM lines WHERE contract = ?1 ORDER BY number", select_);
  }
  ~Database() {
    sqlite3_finalize(insert_);
    sqlite3_finalize(select_);
    sqlite3_close(database_);
  }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void add(std::size_t contract, const ContractLine& line) {
    sqlite3_bind_int64(insert_, 1, static_cast<std::int64_t>(contract));
    sqlite3_bind_int64(insert_, 2, line.number);
    sqlite3_bind_text(insert_, 3, line.text.data(), static_cast<int>(line.text.size()), SQLITE_TRANSIENT);
    check(sqlite3_step(insert_), database_);
    check(sqlite3_reset(insert_), database_);
  }

  std::vector<ContractLine> linesOf(std::size_t contract) {
    std::vector<ContractLine> lines;
    sqlite3_bind_int64(select_, 1, static_cast<std::int64_t>(contract));
    while (sqlite3_step(select_) == SQLITE_ROW) {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(select_, 1));
      lines.push_back({static_cast<std::uint32_t>(sqlite3_column_int64(select_, 0)),
                       std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(select_, 1)))});
    }
    check(sqlite3_reset(select_), database_);
    return lines;
  }

 private:
  void run(const char* statement) { check(sqlite3_exec(database_, statement, nullptr, nullptr, nullptr), database_); }
  void prepare(const char* statement, sqlite3_stmt*& prepared) {
    check(sqlite3_prepare_v2(database_, statement, -1, &prepared, nullptr), database_);
  }

  sqlite3* database_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
  sqlite3_stmt* select_ = nullptr;
};

Spool::Spool(std::size_t memory) : memory_(memory) {}

Spool::~Spool() = default;

void Spool::add(const std::string& contract, ContractLine line) {
  const auto [entry, isNew] = index_.try_emplace(contract, contracts_.size());
  if (isNew) contracts_.push_back({contract, {}});
  if (database_ != nullptr) return database_->add(entry->second, line);
  held_ += line.text.size() + sizeof line;
  contracts_[entry->second].lines.push_back(std::move(line));
  if (held_ > memory_) moveToDisk();
}

void Spool::moveToDisk() {
  database_ = std::make_unique<Database>();
  for (std::size_t contract = 0; contract < contracts_.size(); ++contract) {
    for (const ContractLine& line : contracts_[contract].lines) database_->add(contract, line);
    contracts_[contract].lines = {};
  }
}

std::optional<ContractLines> Spool::next() {
  if (next_ == contracts_.size()) return std::nullopt;
  const std::size_t contract = next_++;
  ContractLines found = std::move(contracts_[contract]);
  if (database_ != nullptr) found.lines = database_->linesOf(contract);
  return found;
}

}  // namespace beding

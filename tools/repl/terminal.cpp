// The only file that knows libedit.
#include "repl/terminal.h"

#include <histedit.h>
#include <unistd.h>

#include <clocale>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>

#include "repl/entry.h"
#include "repl/session.h"

namespace beding::repl {
namespace {

constexpr int historySize = 1000;

/// One line at a time, however it comes.
class Input {
 public:
  virtual ~Input() = default;
  /// The next line without its end; nothing at the end of the input. `continues`: an entry was begun.
  virtual std::optional<std::string> line(bool continues) = 0;
  /// Whether the line was given up (Ctrl-C), and with it the entry.
  virtual bool interrupted() { return false; }
  virtual void remember(const std::string&) {}
};

class PipedInput : public Input {
 public:
  std::optional<std::string> line(bool) override {
    std::string text;
    return std::getline(std::cin, text) ? std::optional(text) : std::nullopt;
  }
};

class Terminal : public Input {
 public:
  explicit Terminal(Session& session)
      : session_(session), history_(history_init()), edit_(el_init("beding", stdin, stdout, stderr)) {
    HistEvent event;
    history(history_, &event, H_SETSIZE, historySize);
    history(history_, &event, H_SETUNIQUE, 1);
    if (const std::string file = historyFile(); !file.empty()) history(history_, &event, H_LOAD, file.c_str());
    el_set(edit_, EL_CLIENTDATA, this);
    el_set(edit_, EL_HIST, history, history_);
    el_set(edit_, EL_EDITOR, "emacs");
    el_set(edit_, EL_PROMPT, &Terminal::prompt);
    el_set(edit_, EL_SIGNAL, 0);
    el_set(edit_, EL_SETTY, "-d", "-isig", nullptr);
    el_set(edit_, EL_ADDFN, "beding-complete", "complete", &Terminal::completeKey);
    el_set(edit_, EL_ADDFN, "beding-cancel", "give up the entry", &Terminal::cancelKey);
    el_set(edit_, EL_BIND, "^I", "beding-complete", nullptr);
    el_set(edit_, EL_BIND, "^C", "beding-cancel", nullptr);
    el_set(edit_, EL_BIND, "^R", "em-inc-search-prev", nullptr);
  }

  ~Terminal() override {
    HistEvent event;
    if (const std::string file = historyFile(); !file.empty()) history(history_, &event, H_SAVE, file.c_str());
    history_end(history_);
    el_end(edit_);
  }

  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  std::optional<std::string> line(bool continues) override {
    continues_ = continues;
    interrupted_ = false;
    int count = 0;
    const char* text = el_gets(edit_, &count);
    if (interrupted_) return std::string();
    if (text == nullptr || count <= 0) {
      std::cout << '\n';
      return std::nullopt;
    }
    std::string result(text, static_cast<std::size_t>(count));
    while (result.ends_with('\n') || result.ends_with('\r')) result.pop_back();
    return result;
  }

  bool interrupted() override { return interrupted_; }

  /// An entry is one line of history, so that a rejected one comes back whole.
  void remember(const std::string& entry) override {
    std::string text = trimmed(entry);
    for (char& c : text) c = c == '\n' ? ' ' : c;
    HistEvent event;
    if (!text.empty()) history(history_, &event, H_ENTER, text.c_str());
  }

 private:
  static Terminal& of(EditLine* edit) {
    void* terminal = nullptr;
    el_get(edit, EL_CLIENTDATA, &terminal);
    return *static_cast<Terminal*>(terminal);
  }

  static char* prompt(EditLine* edit) {
    static char first[] = "beding> ";
    static char more[] = "   ...> ";
    return of(edit).continues_ ? more : first;
  }

  static unsigned char cancelKey(EditLine* edit, int) {
    of(edit).interrupted_ = true;
    std::cout << "^C\n" << std::flush;
    return CC_NEWLINE;
  }

  static unsigned char completeKey(EditLine* edit, int) {
    const LineInfo* info = el_line(edit);
    const Completion found =
        of(edit).session_.complete({info->buffer, static_cast<std::size_t>(info->cursor - info->buffer)});
    if (found.texts.empty()) return CC_ERROR;
    const std::string text = commonStart(found.texts);
    const bool grows = text.size() > found.length;
    if (grows) {
      el_deletestr(edit, charactersBefore(info, found.length));
      el_insertstr(edit, text.c_str());
      return CC_REFRESH;
    }
    if (found.texts.size() > 1) list(found.texts);
    return CC_REDISPLAY;
  }

  /// libedit deletes characters, not bytes.
  static int charactersBefore(const LineInfo* info, std::size_t bytes) {
    int count = 0;
    for (const char* at = info->cursor - bytes; at < info->cursor; ++at) count += (*at & 0xC0) != 0x80 ? 1 : 0;
    return count;
  }

  static void list(const std::vector<std::string>& texts) {
    constexpr std::size_t most = 40;
    std::cout << '\n';
    for (std::size_t at = 0; at < std::min(most, texts.size()); ++at) std::cout << "  " << texts[at] << '\n';
    if (texts.size() > most) std::cout << "  ... +" << texts.size() - most << '\n';
    std::cout << std::flush;
  }

  static std::string historyFile() {
    const char* home = std::getenv("HOME");
    return home == nullptr ? std::string() : std::string(home) + "/.beding_geschiedenis";
  }

  Session& session_;
  History* history_;
  EditLine* edit_;
  bool continues_ = false;
  bool interrupted_ = false;
};

void print(const Reply& reply) { (reply.isError ? std::cerr : std::cout) << reply.text << std::flush; }

/// Reads and answers until the end. Whether everything was right.
class Conversation {
 public:
  Conversation(Session& session, Input& input) : session_(session), input_(input) {}

  bool hold() {
    while (const auto line = input_.line(collector_.isBegun())) {
      if (input_.interrupted()) {
        collector_.clear();
        continue;
      }
      const Collector::Found found = collector_.add(*line);
      if (found.givenUp) input_.remember(*found.givenUp);
      if (found.givenUp) answer(session_.unfinished(*found.givenUp));
      if (found.entry && !take(*found.entry)) return right_;
    }
    if (const auto rest = collector_.rest()) take(*rest);
    return right_;
  }

 private:
  bool take(const std::string& entry) {
    input_.remember(entry);
    const Reply reply = session_.enter(entry);
    answer(reply);
    return !reply.isEnd;
  }

  void answer(const Reply& reply) {
    print(reply);
    right_ = right_ && !reply.isError;
  }

  Session& session_;
  Input& input_;
  Collector collector_;
  bool right_ = true;
};

bool loadAll(Session& session, const std::vector<std::string>& documents) {
  bool right = true;
  for (const std::string& document : documents) {
    const Reply reply = session.enter("laad " + document);
    print(reply);
    right = right && !reply.isError;
  }
  return right;
}

}  // namespace

bool run(const std::vector<std::string>& documents, Style style) {
  Session session(style);
  const bool loaded = loadAll(session, documents);
  if (isatty(STDIN_FILENO) == 0) {
    PipedInput input;
    return Conversation(session, input).hold() && loaded;
  }
  if (std::setlocale(LC_CTYPE, "") == nullptr || MB_CUR_MAX < 2) std::setlocale(LC_CTYPE, "C.UTF-8");
  std::cout << Phrasing("Beding. «help» noemt wat er kan, «einde» stopt.\n",
                        "Beding. «help» tells what there is, «einde» stops.\n")
                   .in(style.language)
            << std::flush;
  Terminal terminal(session);
  Conversation(session, terminal).hold();
  return true;
}

}  // namespace beding::repl

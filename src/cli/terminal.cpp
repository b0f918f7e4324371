#include "cli/terminal.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "cli/command.hpp"

namespace muster::cli {
namespace {

std::atomic<bool> interrupted{false};

void on_interrupt(int) {
  interrupted.store(true);
}

bool stdout_is_terminal() {
  return ::isatty(STDOUT_FILENO) == 1;
}

int terminal_width() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) return size.ws_col;
  return 100;
}

// One line on stderr, drawn over itself at most ten times a second.
class Bar {
 public:
  void step(std::size_t done, std::size_t total, std::string_view name) {
    const auto now = std::chrono::steady_clock::now();
    if (done < total && now - drawn_ < std::chrono::milliseconds(100)) return;
    drawn_ = now;
    const double seconds = std::chrono::duration<double>(now - start_).count();
    const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
    const double left = rate > 0 ? static_cast<double>(total - done) / rate : 0;
    constexpr std::size_t kCells = 24;
    const std::size_t full = total == 0 ? kCells : done * kCells / total;
    std::string bar;
    for (std::size_t i = 0; i < kCells; ++i) bar += i < full ? "█" : "░";
    fmt::print(stderr, "\r\033[K{} {}/{}  {:.1f} files/s  {:.0f} s left  {}", bar, done, total, rate, left,
               name.substr(0, 40));
    if (done == total) fmt::print(stderr, "\r\033[K");
    std::fflush(stderr);
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point drawn_{};
};

}  // namespace

report::Format output_format(const std::string& asked) {
  if (const auto named = report::format_named(asked)) return *named;
  return stdout_is_terminal() ? report::Format::kTable : report::Format::kTsv;
}

report::TextOptions text_options() {
  const char* no_colour = std::getenv("NO_COLOR");
  report::TextOptions options;
  options.width = terminal_width();
  options.colour = stdout_is_terminal() && (no_colour == nullptr || *no_colour == 0);
  return options;
}

void print(std::string_view data) {
  if (std::fwrite(data.data(), 1, data.size(), stdout) == data.size() && std::fflush(stdout) == 0) return;
  if (errno != EPIPE) std::perror("muster: cannot write the output");
  std::_Exit(kFailed);
}

void note(std::string_view line) {
  fmt::print(stderr, "{}\n", line);
}

int report_error(const base::Error& error) {
  fmt::print(stderr, "muster: {}\n", base::describe(error));
  return kFailed;
}

engine::Progress make_progress(bool quiet) {
  struct sigaction action{};
  action.sa_handler = on_interrupt;
  ::sigaction(SIGINT, &action, nullptr);
  engine::Progress progress;
  progress.stop = &interrupted;
  if (quiet || ::isatty(STDERR_FILENO) != 1) return progress;
  progress.step = [bar = std::make_shared<Bar>()](std::size_t done, std::size_t total,
                                                  std::string_view name) { bar->step(done, total, name); };
  return progress;
}

}  // namespace muster::cli

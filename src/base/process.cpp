#include "base/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace muster::base {
namespace {

constexpr std::size_t kMostErrorBytes = 64 << 10;

struct Pipe {
  std::array<int, 2> ends{-1, -1};
  Pipe() {
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) ends = {-1, -1};
  }
  ~Pipe() {
    close_end(0);
    close_end(1);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  void close_end(std::size_t which) {
    if (ends[which] >= 0) ::close(ends[which]);
    ends[which] = -1;
  }
};

Result<pid_t> spawn(const std::vector<std::string>& arguments, Pipe& out, Pipe& err) {
  std::vector<char*> argv;
  for (const auto& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out.ends[1], 1);
  posix_spawn_file_actions_adddup2(&actions, err.ends[1], 2);
  pid_t child = 0;
  const int failed = ::posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) {
    return fail("cannot run the program: " + std::string(std::strerror(failed)), arguments[0],
                "install the package that holds it");
  }
  return child;
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

// Reads what is there; false when the stream has ended.
bool drain(int fd, std::string& into, std::size_t keep_at_most) {
  char buffer[1 << 16];
  const ssize_t got = ::read(fd, buffer, sizeof buffer);
  if (got < 0) return errno == EINTR || errno == EAGAIN;
  if (got == 0) return false;
  const std::size_t room = keep_at_most > into.size() ? keep_at_most - into.size() : 0;
  into.append(buffer, std::min(room, static_cast<std::size_t>(got)));
  return true;
}

}  // namespace

Result<ProcessOutput> run_process(const std::vector<std::string>& arguments, std::chrono::milliseconds limit,
                                  std::size_t most_bytes) {
  require(!arguments.empty(), "a process needs a program");
  Pipe out;
  Pipe err;
  auto child = spawn(arguments, out, err);
  if (!child) return std::unexpected(child.error());
  out.close_end(1);
  err.close_end(1);
  ProcessOutput output;
  const auto deadline = std::chrono::steady_clock::now() + limit;
  std::string broken;
  while ((out.ends[0] >= 0 || err.ends[0] >= 0) && broken.empty()) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0) {
      broken = "ran longer than " + std::to_string(limit.count()) + " ms";
      break;
    }
    std::array<pollfd, 2> watched{pollfd{out.ends[0], POLLIN, 0}, pollfd{err.ends[0], POLLIN, 0}};
    ::poll(watched.data(), watched.size(), static_cast<int>(left.count()));
    if (watched[0].revents != 0 && !drain(out.ends[0], output.out, most_bytes + 1)) out.close_end(0);
    if (watched[1].revents != 0 && !drain(err.ends[0], output.err, kMostErrorBytes)) err.close_end(0);
    if (output.out.size() > most_bytes) broken = "printed more than " + std::to_string(most_bytes) + " bytes";
  }
  if (!broken.empty()) ::kill(*child, SIGKILL);
  output.exit_code = wait_for(*child);
  if (!broken.empty()) return fail(broken, arguments[0], "the file may be damaged; open it by hand");
  return output;
}

}  // namespace muster::base

// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/classroom/class_client.hpp"

#include "sim/lesson/lesson_result.hpp"
#include "sim/live/base/tcp_connect.hpp"
#include "sim/live/base/wall_clock.hpp"
#include "sim/live/classroom/line_socket.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <optional>
#include <poll.h>
#include <thread>
#include <utility>

namespace meter::sim::live {

namespace {

constexpr WallUs kJoinUs = 5'000'000;  ///< So long may joining take.
constexpr WallUs kReportUs = 500'000;  ///< Between two reports.
constexpr WallUs kRetryUs = 2'000'000; ///< Between two tries to join again.
constexpr WallUs kFarewellUs = 2'000'000;
constexpr int kTickMs = 100;

Result<FileDescriptor> connected(const TcpAddress& address, WallUs until) {
    auto fd = connectTcp(address.host, address.port, until);
    if (fd) {
        return std::move(*fd);
    }
    if (fd.error().lookup != 0) {
        return std::unexpected(Error{"there is no host " + address.host, {}});
    }
    return std::unexpected(Error{"no class answers at " + address.host + ":" +
                                     std::to_string(address.port) +
                                     "; is it running, and does its address reach this machine?",
                                 {}});
}

std::optional<std::string> lineWithin(LineSocket& socket, WallUs until) {
    while (true) {
        if (std::optional<std::string> line = socket.nextLine()) {
            return line;
        }
        if (readyFor(socket.fd(), POLLIN, until) == 0) {
            return std::nullopt;
        }
        if (!socket.receive()) {
            return socket.nextLine();
        }
    }
}

template <typename Word>
Result<Word> wordWithin(LineSocket& socket, WallUs until) {
    const std::optional<std::string> line = lineWithin(socket, until);
    if (!line) {
        return std::unexpected(Error{"the class does not answer; is it another program?", {}});
    }
    Result<ClassWord> word = classWord(*line);
    if (!word) {
        return std::unexpected(word.error());
    }
    if (const auto* const refusal = std::get_if<ClassRefusal>(&*word)) {
        return std::unexpected(Error{refusal->why, {}});
    }
    if (auto* const wanted = std::get_if<Word>(&*word)) {
        return std::move(*wanted);
    }
    return std::unexpected(Error{"the class says something else than was expected", {}});
}

struct Joined {
    LineSocket socket;
    std::string name;
};

Result<Joined> joined(const JoinOptions& options, const std::string& name) {
    const WallUs until = wallNow() + kJoinUs;
    Result<FileDescriptor> fd = connected(options.address, until);
    if (!fd) {
        return std::unexpected(fd.error());
    }
    LineSocket socket(std::move(*fd), kClassLineMax);
    const Result<ClassHello> hello = wordWithin<ClassHello>(socket, until);
    if (!hello) {
        return std::unexpected(hello.error());
    }
    ClassJoin join{.name = name, .nonce = freshNonce(), .proof = {}};
    join.proof = classProof(options.code, ClassSide::Learner, hello->nonce, join);
    if (!socket.send(classLine(join))) {
        return std::unexpected(Error{"the class has closed the connection", {}});
    }
    Result<ClassWelcome> welcome = wordWithin<ClassWelcome>(socket, until);
    if (!welcome) {
        return std::unexpected(welcome.error());
    }
    const std::string proof = classProof(options.code, ClassSide::Trainer, hello->nonce, join);
    if (!isSameProof(welcome->proof, proof)) {
        return std::unexpected(
            Error{"whoever answers there does not know the code of the class", {}});
    }
    return Joined{.socket = std::move(socket), .name = std::move(welcome->name)};
}

} // namespace

struct ClassClient::Impl {
    explicit Impl(JoinOptions given) : options(std::move(given)) {}

    void run();
    void serve();
    void hear();
    void send();
    void cut();
    [[nodiscard]] bool isAllHandedIn() const;

    JoinOptions options;
    std::optional<LineSocket> socket; ///< The thread's own, after the start.
    WallUs nextReport = 0;
    WallUs nextTry = 0;
    SeatReport sent;
    std::size_t sentResults = 0; ///< Over this link.

    std::thread thread;
    std::atomic<bool> isStopping = false;
    std::atomic<bool> isLinked = false;
    mutable std::mutex mutex; ///< Guards the rest.
    std::string name;
    SeatReport wanted;
    std::vector<ClassResult> results; ///< Not acknowledged yet.
    std::vector<ClassWord> words;
};

bool ClassClient::Impl::isAllHandedIn() const {
    const std::scoped_lock lock(mutex);
    return results.empty();
}

void ClassClient::Impl::run() {
    WallUs end = kNever;
    while (wallNow() < end) {
        if (isStopping.load(std::memory_order_acquire)) {
            end = end == kNever ? wallNow() + kFarewellUs : end;
            if (isAllHandedIn() || !socket) {
                return;
            }
        }
        serve();
    }
}

void ClassClient::Impl::serve() {
    if (!socket) {
        if (wallNow() < nextTry) {
            std::this_thread::sleep_for(std::chrono::milliseconds(kTickMs));
            return;
        }
        nextTry = wallNow() + kRetryUs;
        std::string own;
        {
            const std::scoped_lock lock(mutex);
            own = name;
        }
        if (Result<Joined> again = joined(options, own)) {
            socket.emplace(std::move(again->socket));
            sentResults = 0;
            sent = {};
            isLinked = true;
        }
        return;
    }
    const short events = static_cast<short>(socket->isWaiting() ? POLLIN | POLLOUT : POLLIN);
    pollfd wait{.fd = socket->fd(), .events = events, .revents = 0};
    const int ready = ::poll(&wait, 1, kTickMs);
    if (ready > 0 && (wait.revents & POLLOUT) != 0 && !socket->flush()) {
        cut();
        return;
    }
    if (ready > 0 && (wait.revents & ~POLLOUT) != 0) {
        const bool isOpen = socket->receive();
        hear();
        if (!isOpen) {
            cut();
            return;
        }
    }
    send();
}

void ClassClient::Impl::hear() {
    while (const std::optional<std::string> line = socket->nextLine()) {
        Result<ClassWord> word = classWord(*line);
        if (!word) {
            continue;
        }
        const std::scoped_lock lock(mutex);
        if (const auto* const received = std::get_if<ClassReceived>(&*word)) {
            std::erase_if(results, [&](const ClassResult& result) {
                const Result<ResultHead> head = readResultHead(result.text);
                return !head || head->digest == received->digest;
            });
            sentResults = std::min(sentResults, results.size());
        } else {
            words.push_back(std::move(*word));
        }
    }
}

void ClassClient::Impl::send() {
    std::vector<std::string> lines;
    {
        const std::scoped_lock lock(mutex);
        for (; sentResults < results.size(); ++sentResults) {
            lines.push_back(classLine(results[sentResults]));
        }
        if (!(wanted == sent) && wallNow() >= nextReport) {
            nextReport = wallNow() + kReportUs;
            sent = wanted;
            lines.push_back(classLine(sent));
        }
    }
    for (const std::string& line : lines) {
        if (!socket->send(line)) {
            cut();
            return;
        }
    }
}

void ClassClient::Impl::cut() {
    socket.reset();
    isLinked = false;
    nextTry = wallNow() + kRetryUs;
}

ClassClient::ClassClient(JoinOptions options)
    : m_impl(std::make_unique<Impl>(std::move(options))) {}

ClassClient::~ClassClient() {
    stop();
}

Result<void> ClassClient::start() {
    Result<Joined> first = joined(m_impl->options, m_impl->options.learner);
    if (!first) {
        return std::unexpected(first.error());
    }
    m_impl->socket.emplace(std::move(first->socket));
    m_impl->name = std::move(first->name);
    m_impl->isLinked = true;
    m_impl->thread = std::thread([impl = m_impl.get()] { impl->run(); });
    return {};
}

void ClassClient::stop() {
    if (m_impl->thread.joinable()) {
        m_impl->isStopping.store(true, std::memory_order_release);
        m_impl->thread.join();
    }
}

std::string ClassClient::name() const {
    const std::scoped_lock lock(m_impl->mutex);
    return m_impl->name;
}

bool ClassClient::isLinked() const {
    return m_impl->isLinked;
}

void ClassClient::report(const SeatReport& report) {
    const std::scoped_lock lock(m_impl->mutex);
    m_impl->wanted = report;
}

void ClassClient::handIn(ClassResult result) {
    const std::scoped_lock lock(m_impl->mutex);
    m_impl->results.push_back(std::move(result));
}

bool ClassClient::isAllHandedIn() const {
    return m_impl->isAllHandedIn();
}

std::vector<ClassWord> ClassClient::takeWords() {
    const std::scoped_lock lock(m_impl->mutex);
    return std::exchange(m_impl->words, {});
}

} // namespace meter::sim::live

// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/classroom/class_server.hpp"

#include "sim/base/whole_file.hpp"
#include "sim/lesson/attempt_files.hpp"
#include "sim/lesson/lesson_result.hpp"
#include "sim/live/base/poll_loop.hpp"
#include "sim/live/base/spare_descriptor.hpp"
#include "sim/live/classroom/line_socket.hpp"
#include "sim/live/endpoints/listening_socket.hpp"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <list>
#include <mutex>
#include <sys/socket.h>
#include <thread>
#include <utility>

namespace meter::sim::live {

namespace {

constexpr std::size_t kStrangerCountMax = 16; ///< Who has not proved the code yet.
constexpr WallUs kGreetingUs = 5'000'000;     ///< So long may it take to prove it.
constexpr WallUs kTickUs = 200'000;
constexpr WallUs kSecondUs = 1'000'000;
constexpr int kLinesPerSecond = 50; ///< What comes beyond that ends the connection.

bool isName(const std::string& name) {
    return !name.empty() && std::ranges::none_of(name, [](char letter) {
        return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F;
    });
}

} // namespace

struct ClassServer::Impl final : Pollable {
    struct Guest final : Pollable {
        Guest(Impl& owner, FileDescriptor fd, WallUs now)
            : server(owner), socket(std::move(fd), kClassGreetingMax), since(now), window(now) {}

        void onReady(std::uint32_t events) override { server.serve(*this, events); }

        Impl& server;
        LineSocket socket;
        std::string nonce = freshNonce();
        std::string name; ///< Empty: a stranger.
        WallUs since;
        WallUs window; ///< The second whose lines are counted.
        int lineCount = 0;
        bool isGone = false;
        bool isFull = false; ///< Waits until its socket takes more.
    };

    Impl(ClassOptions given, std::function<void(const std::string&)> listener)
        : options(std::move(given)), onEvent(std::move(listener)) {}

    Result<void> open();
    void run();
    void onReady(std::uint32_t events) override;
    void accept(FileDescriptor fd);
    void serve(Guest& guest, std::uint32_t events);
    void hear(Guest& guest, const std::string& line);
    void join(Guest& guest, const ClassJoin& join);
    void note(Guest& guest, const SeatReport& report);
    void keep(Guest& guest, const ClassResult& result);
    void send(Guest& guest, const ClassWord& word);
    void refuse(Guest& guest, const std::string& why);
    void sweep(WallUs now);
    void sendTo(const std::string& name, const ClassWord& word);
    ClassSeat* seatOf(const std::string& name);
    std::string freeName(const std::string& wanted);
    void enqueue(std::function<void()> command);

    ClassOptions options;
    std::function<void(const std::string&)> onEvent;
    PollLoop loop;
    ListeningSocket listening;
    SpareDescriptor spare;
    std::list<Guest> guests;
    std::thread thread;
    std::atomic<bool> isStopping = false;
    mutable std::mutex mutex; ///< Guards the two below.
    std::vector<ClassSeat> seats;
    std::vector<std::function<void()>> commands;
};

Result<void> ClassServer::Impl::open() {
    if (options.code.empty()) {
        return std::unexpected(Error{"a class needs a code; learners join with it", {}});
    }
    std::error_code code;
    std::filesystem::create_directories(options.resultsFolder, code);
    if (!std::filesystem::is_directory(options.resultsFolder, code)) {
        return std::unexpected(
            Error{options.resultsFolder + " is not a folder, and none can be made there", {}});
    }
    Result<void> done = loop.open();
    if (!done) {
        return done;
    }
    Result<ListeningSocket> socket = listenOn(options.address);
    if (!socket) {
        return std::unexpected(socket.error());
    }
    listening = std::move(*socket);
    return loop.add(listening.fd.get(), EPOLLIN, *this);
}

void ClassServer::Impl::run() {
    while (!isStopping.load(std::memory_order_acquire)) {
        loop.wait(kTickUs);
        std::vector<std::function<void()>> taken;
        {
            const std::scoped_lock lock(mutex);
            taken.swap(commands);
        }
        for (const std::function<void()>& command : taken) {
            command();
        }
        sweep(wallNow());
    }
}

void ClassServer::Impl::onReady(std::uint32_t /*events*/) {
    FileDescriptor fd(
        ::accept4(listening.fd.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (fd.isOpen()) {
        accept(std::move(fd));
    } else if (SpareDescriptor::isNeededFor(errno)) {
        spare.refuseOneAt(listening.fd.get());
        onEvent("error: a learner was not let in: this process has no file descriptors left");
    }
}

void ClassServer::Impl::accept(FileDescriptor fd) {
    const auto strangers =
        std::ranges::count_if(guests, [](const Guest& guest) { return guest.name.empty(); });
    if (static_cast<std::size_t>(strangers) >= kStrangerCountMax) {
        return; // The descriptor closes: somebody floods us.
    }
    Guest& guest = guests.emplace_back(*this, std::move(fd), wallNow());
    if (!loop.add(guest.socket.fd(), EPOLLIN, guest)) {
        guests.pop_back();
        return;
    }
    send(guest, ClassHello{guest.nonce});
}

void ClassServer::Impl::serve(Guest& guest, std::uint32_t events) {
    if (guest.isGone) {
        return;
    }
    if ((events & EPOLLOUT) != 0 && !guest.socket.flush()) {
        guest.isGone = true;
        return;
    }
    const bool isOpen = guest.socket.receive();
    const WallUs now = wallNow();
    if (now - guest.window >= kSecondUs) {
        guest.window = now;
        guest.lineCount = 0;
    }
    while (const std::optional<std::string> line = guest.socket.nextLine()) {
        if (++guest.lineCount > kLinesPerSecond) {
            refuse(guest, "too many lines at once");
            return;
        }
        hear(guest, *line);
        if (guest.isGone) {
            return;
        }
    }
    guest.isGone = guest.isGone || !isOpen;
}

void ClassServer::Impl::hear(Guest& guest, const std::string& line) {
    const Result<ClassWord> word = classWord(line);
    if (!word) {
        refuse(guest, word.error().text);
    } else if (const auto* const wanted = std::get_if<ClassJoin>(&*word)) {
        join(guest, *wanted);
    } else if (guest.name.empty()) {
        refuse(guest, "join first");
    } else if (const auto* const report = std::get_if<SeatReport>(&*word)) {
        note(guest, *report);
    } else if (const auto* const result = std::get_if<ClassResult>(&*word)) {
        keep(guest, *result);
    } else {
        refuse(guest, "a learner gives no orders");
    }
}

/// Of somebody whose link was cut it is the same seat again; of two who are there, another one.
std::string ClassServer::Impl::freeName(const std::string& wanted) {
    std::string name = wanted;
    for (int number = 2;; ++number) {
        const ClassSeat* const seat = seatOf(name);
        if (seat == nullptr || !seat->isThere) {
            return name;
        }
        name = wanted + " " + std::to_string(number);
    }
}

void ClassServer::Impl::join(Guest& guest, const ClassJoin& join) {
    if (!guest.name.empty() || !isName(join.name)) {
        refuse(guest, "a learner joins once, with a name");
        return;
    }
    if (!isSameProof(join.proof, classProof(options.code, ClassSide::Learner, guest.nonce, join))) {
        refuse(guest, "the code of the class is another one; ask the trainer for it");
        return;
    }
    {
        const std::scoped_lock lock(mutex);
        const std::string name = freeName(join.name);
        if (seatOf(name) == nullptr) {
            if (seats.size() >= kSeatCountMax) {
                guest.name.clear();
            } else {
                seats.push_back({.name = name, .isThere = true, .report = {}, .resultFile = {}});
                guest.name = name;
            }
        } else {
            seatOf(name)->isThere = true;
            guest.name = name;
        }
    }
    if (guest.name.empty()) {
        refuse(guest, "the class is full: it has 40 seats");
        return;
    }
    guest.socket.setLineMax(kClassLineMax);
    send(guest,
         ClassWelcome{.name = guest.name,
                      .proof = classProof(options.code, ClassSide::Trainer, guest.nonce, join)});
    if (options.lesson) {
        send(guest, *options.lesson);
    }
    onEvent("joined " + guest.name);
}

void ClassServer::Impl::note(Guest& guest, const SeatReport& report) {
    SeatReport before;
    {
        const std::scoped_lock lock(mutex);
        ClassSeat* const seat = seatOf(guest.name);
        before = std::exchange(seat->report, report);
    }
    if (report.lesson == before.lesson && report.points != before.points) {
        onEvent("task " + guest.name + " " + report.task + " " + std::to_string(report.points));
    }
    if (report.isFinished && !before.isFinished) {
        onEvent("finished " + guest.name + " " + std::to_string(report.points) + "/" +
                std::to_string(report.of));
    }
}

void ClassServer::Impl::keep(Guest& guest, const ClassResult& result) {
    const Result<ResultHead> head = readResultHead(result.text);
    if (!head || !head->isWhole) {
        onEvent("error " + guest.name + ": what was handed in is not a result, or was edited");
        return;
    }
    std::string name = attemptFileName(guest.name, head->lessonId, head->attempt);
    if (head->attempt == 1) {
        name.erase(name.rfind("-1.json")).append(".json");
    }
    const std::filesystem::path file = std::filesystem::path(options.resultsFolder) / name;
    if (const Result<void> written = writeWhole(file, result.text); !written) {
        onEvent("error " + guest.name + ": " + written.error().text);
        return; // Not acknowledged: the learner keeps it and sends it again.
    }
    {
        const std::scoped_lock lock(mutex);
        seatOf(guest.name)->resultFile = file.string();
    }
    send(guest, ClassReceived{head->digest});
}

void ClassServer::Impl::send(Guest& guest, const ClassWord& word) {
    if (!guest.isGone && !guest.socket.send(classLine(word))) {
        guest.isGone = true;
    }
}

void ClassServer::Impl::refuse(Guest& guest, const std::string& why) {
    send(guest, ClassRefusal{why});
    guest.isGone = true;
}

void ClassServer::Impl::sweep(WallUs now) {
    for (auto guest = guests.begin(); guest != guests.end();) {
        const bool isLate = guest->name.empty() && now - guest->since > kGreetingUs;
        if (!guest->isGone && !isLate) {
            if (guest->socket.isWaiting() != guest->isFull) {
                guest->isFull = guest->socket.isWaiting();
                const std::uint32_t out = guest->isFull ? EPOLLOUT : 0U;
                loop.modify(guest->socket.fd(), EPOLLIN | out, *guest);
            }
            ++guest;
            continue;
        }
        loop.remove(guest->socket.fd(), *guest);
        if (!guest->name.empty()) {
            {
                const std::scoped_lock lock(mutex);
                seatOf(guest->name)->isThere = false;
            }
            onEvent("left " + guest->name);
        }
        guest = guests.erase(guest);
    }
}

void ClassServer::Impl::sendTo(const std::string& name, const ClassWord& word) {
    for (Guest& guest : guests) {
        if (!guest.name.empty() && (name.empty() || guest.name == name)) {
            send(guest, word);
        }
    }
}

ClassSeat* ClassServer::Impl::seatOf(const std::string& name) {
    const auto found = std::ranges::find(seats, name, &ClassSeat::name);
    return found == seats.end() ? nullptr : &*found;
}

void ClassServer::Impl::enqueue(std::function<void()> command) {
    {
        const std::scoped_lock lock(mutex);
        commands.push_back(std::move(command));
    }
    loop.wake();
}

ClassServer::ClassServer(ClassOptions options, std::function<void(const std::string&)> onEvent)
    : m_impl(std::make_unique<Impl>(std::move(options), std::move(onEvent))) {}

ClassServer::~ClassServer() {
    stop();
}

Result<void> ClassServer::start() {
    if (const Result<void> opened = m_impl->open(); !opened) {
        return opened;
    }
    m_impl->thread = std::thread([this] { m_impl->run(); });
    return {};
}

void ClassServer::stop() {
    if (m_impl->thread.joinable()) {
        m_impl->isStopping.store(true, std::memory_order_release);
        m_impl->loop.wake();
        m_impl->thread.join();
    }
}

std::string ClassServer::address() const {
    return m_impl->listening.address;
}

std::vector<ClassSeat> ClassServer::board() const {
    const std::scoped_lock lock(m_impl->mutex);
    return m_impl->seats;
}

void ClassServer::handOut(ClassLesson lesson, const std::string& name) {
    m_impl->enqueue([impl = m_impl.get(), lesson = std::move(lesson), name] {
        impl->sendTo(name, lesson);
        if (name.empty()) {
            impl->options.lesson = lesson;
        }
    });
}

void ClassServer::say(const std::string& text, const std::string& name) {
    m_impl->enqueue([impl = m_impl.get(), text, name] { impl->sendTo(name, ClassMessage{text}); });
}

void ClassServer::makeFault(const std::string& fault, const std::string& name) {
    m_impl->enqueue([impl = m_impl.get(), fault, name] { impl->sendTo(name, ClassFault{fault}); });
}

} // namespace meter::sim::live

// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Requests per second over Modbus TCP: our server beside the one that libmodbus' documentation
// shows (a select loop of modbus_receive and modbus_reply over one block of registers), that of
// pymodbus, and the least that one in Node can be. The same client for all, in the same run: all
// clients ask, then all fetch their answers. Beside the rate stand the time within which 99 of
// 100 such rounds were over and, for the two in this process, the processor time of the server's
// side for one request. What is not installed is left out.
//
//     metertwin_tcp_bench --benchmark_repetitions=5 --benchmark_report_aggregates_only=true

#include "sim/live/base/file_descriptor.hpp"
#include "sim/live/engine.hpp"

#include <benchmark/benchmark.h>
#include <modbus/modbus.h>

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <thread>
#include <vector>

namespace {

using meter::sim::live::FileDescriptor;

// Twenty registers of floats from 261 on: totals of power and what follows them.
constexpr std::array<std::uint8_t, 12> kRequest = {0, 1, 0, 0, 0, 6, 1, 3, 1, 4, 0, 20};
constexpr std::size_t kAnswerSize = 9 + 2 * 20;

/// The server of libmodbus, as its own examples write it.
class LibmodbusServer {
public:
    LibmodbusServer()
        : m_stop(::eventfd(0, EFD_CLOEXEC))
        , m_context(modbus_new_tcp("127.0.0.1", 0))
        , m_mapping(modbus_mapping_new(0, 0, 1000, 0)) {
        m_listener = FileDescriptor(modbus_tcp_listen(m_context, 128));
        m_thread = std::thread([this] { run(); });
    }

    ~LibmodbusServer() {
        ::eventfd_write(m_stop.get(), 1);
        m_thread.join();
        modbus_mapping_free(m_mapping);
        modbus_free(m_context);
    }

    LibmodbusServer(const LibmodbusServer&) = delete;
    LibmodbusServer& operator=(const LibmodbusServer&) = delete;

    [[nodiscard]] std::uint16_t port() const {
        sockaddr_in address{};
        socklen_t size = sizeof address;
        ::getsockname(m_listener.get(), reinterpret_cast<sockaddr*>(&address), &size);
        return ntohs(address.sin_port);
    }

private:
    void run() {
        fd_set watched;
        FD_ZERO(&watched);
        FD_SET(m_listener.get(), &watched);
        FD_SET(m_stop.get(), &watched);
        int last = std::max(m_listener.get(), m_stop.get());
        std::array<std::uint8_t, MODBUS_TCP_MAX_ADU_LENGTH> query{};
        for (;;) {
            fd_set ready = watched;
            if (::select(last + 1, &ready, nullptr, nullptr, nullptr) < 0 ||
                FD_ISSET(m_stop.get(), &ready)) {
                return;
            }
            for (int fd = 0; fd <= last; ++fd) {
                if (!FD_ISSET(fd, &ready)) {
                    continue;
                }
                if (fd == m_listener.get()) {
                    const int client = ::accept(fd, nullptr, nullptr);
                    FD_SET(client, &watched);
                    last = std::max(last, client);
                    continue;
                }
                modbus_set_socket(m_context, fd);
                const int size = modbus_receive(m_context, query.data());
                if (size > 0) {
                    modbus_reply(m_context, query.data(), size, m_mapping);
                } else if (size == -1) {
                    ::close(fd);
                    FD_CLR(fd, &watched);
                }
            }
        }
    }

    FileDescriptor m_stop;
    modbus_t* m_context;
    modbus_mapping_t* m_mapping;
    FileDescriptor m_listener;
    std::thread m_thread;
};

/// The meter, measuring in real time while it answers.
class OurServer {
public:
    OurServer() : m_engine({scenario()}, options()) {
        if (!m_engine.start()) {
            std::abort();
        }
        m_engine.setSpeed(1000.0); // Over the second of booting.
        while (!m_engine.snapshot().readings.isMeasuring) {
            std::this_thread::yield();
        }
        m_engine.setSpeed(1.0);
    }

    [[nodiscard]] std::uint16_t port() const {
        const std::string address = m_engine.endpoints().front().address;
        return static_cast<std::uint16_t>(std::atoi(address.substr(address.find(':') + 1).c_str()));
    }

private:
    static meter::sim::Scenario scenario() {
        meter::sim::Scenario scenario;
        scenario.world.load.currentA = {50.0, 50.0, 50.0};
        return scenario;
    }

    static meter::sim::live::EngineOptions options() {
        meter::sim::live::EngineOptions options;
        options.tcp = {.host = "127.0.0.1", .port = 0, .isDefault = false};
        options.ptyLink.reset();
        return options;
    }

    meter::sim::live::Engine m_engine;
};

/// A server in a program of its own, which prints its port and its process.
class ProgramServer {
public:
    explicit ProgramServer(const char* call) : m_output(::popen(call, "r")) {
        if (m_output == nullptr || std::fscanf(m_output, "%d %d", &m_port, &m_process) != 2) {
            m_port = 0;
        }
    }

    ~ProgramServer() {
        if (m_port != 0) {
            ::kill(m_process, SIGKILL);
        }
        if (m_output != nullptr) {
            ::pclose(m_output);
        }
    }

    ProgramServer(const ProgramServer&) = delete;
    ProgramServer& operator=(const ProgramServer&) = delete;

    [[nodiscard]] std::uint16_t port() const { return static_cast<std::uint16_t>(m_port); }

private:
    std::FILE* m_output;
    int m_port = 0;
    int m_process = 0;
};

class PymodbusServer : public ProgramServer {
public:
    PymodbusServer()
        : ProgramServer("/usr/bin/python3 -B " METERTWIN_BENCH_FOLDER
                        "/pymodbus_server.py 2>/dev/null") {}
};

class NodeServer : public ProgramServer {
public:
    NodeServer() : ProgramServer("node " METERTWIN_BENCH_FOLDER "/node_server.js 2>/dev/null") {}
};

FileDescriptor connectTo(std::uint16_t port) {
    FileDescriptor fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(fd.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(fd.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        std::abort();
    }
    return fd;
}

double processorUs(int who) {
    rusage usage{};
    ::getrusage(who, &usage);
    return 1e6 * static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

/// Processor time of all other threads: the server's.
double serverUs() {
    return processorUs(RUSAGE_SELF) - processorUs(RUSAGE_THREAD);
}

template <typename Server>
void serveRequests(benchmark::State& state) {
    const Server server;
    if (server.port() == 0) {
        state.SkipWithError("not installed");
        return;
    }
    std::vector<FileDescriptor> clients;
    for (std::int64_t i = 0; i < state.range(0); ++i) {
        clients.push_back(connectTo(server.port()));
    }
    std::array<std::uint8_t, kAnswerSize> answer{};
    const double before = serverUs();
    std::vector<float> timesUs;
    timesUs.reserve(1U << 22U);
    for (auto _ : state) {
        const auto asked = std::chrono::steady_clock::now();
        for (const FileDescriptor& client : clients) {
            ::send(client.get(), kRequest.data(), kRequest.size(), 0);
        }
        for (const FileDescriptor& client : clients) {
            const ssize_t size = ::recv(client.get(), answer.data(), answer.size(), MSG_WAITALL);
            if (size != static_cast<ssize_t>(kAnswerSize) || answer[7] != 3) {
                state.SkipWithError("no proper answer");
                return;
            }
        }
        const std::chrono::duration<float, std::micro> time =
            std::chrono::steady_clock::now() - asked;
        timesUs.push_back(time.count());
    }
    const double requests = static_cast<double>(state.iterations() * state.range(0));
    state.counters["requests"] = benchmark::Counter(requests, benchmark::Counter::kIsRate);
    state.counters["server_us"] = (serverUs() - before) / requests;
    const auto place = timesUs.begin() + static_cast<std::ptrdiff_t>(timesUs.size() * 99 / 100);
    std::ranges::nth_element(timesUs, place);
    state.counters["p99_us"] = static_cast<double>(*place);
}

} // namespace

BENCHMARK(serveRequests<LibmodbusServer>)->Name("libmodbus")->Arg(1)->Arg(32)->UseRealTime();
BENCHMARK(serveRequests<OurServer>)->Name("metertwin")->Arg(1)->Arg(32)->UseRealTime();

BENCHMARK(serveRequests<PymodbusServer>)->Name("pymodbus")->Arg(1)->Arg(32)->UseRealTime();
BENCHMARK(serveRequests<NodeServer>)->Name("node")->Arg(1)->Arg(32)->UseRealTime();

BENCHMARK_MAIN();

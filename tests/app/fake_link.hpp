// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A link whose other side is a hostile slave, with a clock of its own: what a test says arrives
// so long after a frame was sent. Nothing waits.

#include "app/master/modbus_master.hpp"

#include <algorithm>
#include <functional>
#include <list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace meter::test {

using app::LinkBytes;
using app::MasterTime;
using std::chrono::milliseconds;

class FakeLink;

/// What the other side does when a frame comes.
using Slave = std::function<void(FakeLink& link, const LinkBytes& frame)>;

class FakeLink final : public app::MasterLink {
public:
    explicit FakeLink(Slave slave) : m_slave(std::move(slave)) {}

    sim::Result<void> open() override {
        ++opened;
        if (opensRefused > 0 && opened > 1) {
            --opensRefused;
            return std::unexpected(sim::Error{.text = "connection refused", .place = {}});
        }
        m_isOpen = true;
        return {};
    }

    void close() override {
        m_isOpen = false;
        m_coming.clear();
    }

    [[nodiscard]] bool isOpen() const override { return m_isOpen; }

    sim::Result<void> send(std::span<const std::byte> bytes, MasterTime /*deadline*/) override {
        const LinkBytes frame(bytes.begin(), bytes.end());
        sent.push_back(frame);
        sentAt.push_back(m_now);
        m_slave(*this, frame);
        return {};
    }

    sim::Result<LinkBytes> receive(MasterTime deadline) override {
        if (m_coming.empty() || m_coming.front().first > std::max(deadline, m_now)) {
            m_now = std::max(m_now, deadline);
            return LinkBytes{};
        }
        m_now = std::max(m_now, m_coming.front().first);
        LinkBytes bytes = std::move(m_coming.front().second);
        m_coming.pop_front();
        if (bytes.empty()) {
            m_isOpen = false;
            return std::unexpected(
                sim::Error{.text = "the other side reset the connection", .place = {}});
        }
        return bytes;
    }

    [[nodiscard]] MasterTime now() const override { return m_now; }

    void pause(milliseconds time) override { m_now += time; }

    [[nodiscard]] std::string place() const override { return "fake"; }

    /// The bytes arrive together, `after` from now; none: the connection is reset then.
    void arrive(milliseconds after, LinkBytes bytes) {
        const MasterTime at = m_now + after;
        auto place = m_coming.begin();
        while (place != m_coming.end() && place->first <= at) {
            ++place;
        }
        m_coming.insert(place, {at, std::move(bytes)});
    }

    std::vector<LinkBytes> sent;
    std::vector<MasterTime> sentAt;
    int opened = 0;
    int opensRefused = 0; ///< From the second opening on.

private:
    Slave m_slave;
    bool m_isOpen = false;
    MasterTime m_now{std::chrono::hours(1)};
    std::list<std::pair<MasterTime, LinkBytes>> m_coming;
};

/// A master and the link that it does not own alone any more.
struct FakeLine {
    explicit FakeLine(Slave slave, app::MasterManner manner)
        : link(new FakeLink(std::move(slave)))
        , master(
              app::ModbusMaster::connect(std::unique_ptr<app::MasterLink>(link), std::move(manner))
                  .value()) {}

    FakeLink* link; ///< The master's.
    app::ModbusMaster master;
};

} // namespace meter::test

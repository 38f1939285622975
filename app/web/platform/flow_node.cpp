// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/platform/flow_node.hpp"

#include <algorithm>

namespace YAML {

struct Node::Value {
    Kind kind = Kind::Null;
    YAML::Mark mark;
    std::string scalar;
    std::vector<Item> items;
};

Node::Node() : m_value(std::make_shared<Value>()) {}

Node::Node(Kind kind, YAML::Mark mark, std::string scalar)
    : m_value(std::make_shared<Value>(Value{kind, mark, std::move(scalar), {}})) {}

bool Node::is(Kind kind) const {
    return m_value != nullptr && m_value->kind == kind;
}

const std::string& Node::Scalar() const {
    static const std::string kNone;
    return m_value == nullptr ? kNone : m_value->scalar;
}

Mark Node::Mark() const {
    return m_value == nullptr ? YAML::Mark{} : m_value->mark;
}

std::size_t Node::size() const {
    return m_value == nullptr ? 0 : m_value->items.size();
}

const Item* Node::begin() const {
    return m_value == nullptr ? nullptr : m_value->items.data();
}

const Item* Node::end() const {
    return begin() + size();
}

Node Node::operator[](std::string_view key) const {
    Node found;
    found.m_value = nullptr;
    if (IsMap()) {
        const Item* const item = std::find_if(
            begin(), end(), [&](const Item& each) { return each.first.Scalar() == key; });
        if (item != end()) {
            found = item->second;
        }
    }
    return found;
}

Node::Slot Node::operator[](std::string_view key) {
    return {*this, std::string(key)};
}

Node Node::operator[](int place) const {
    Node found;
    found.m_value = nullptr;
    if (IsSequence() && place >= 0 && static_cast<std::size_t>(place) < size()) {
        found = begin()[place];
    }
    return found;
}

void Node::push_back(const Node& item) {
    m_value->kind = Kind::Sequence;
    m_value->items.push_back({item, {}});
}

void Node::insert(const Node& key, const Node& value) {
    m_value->kind = Kind::Map;
    m_value->items.push_back({Node(), {key, value}});
}

void Node::Slot::operator=(const Node& value) {
    for (Item& item : m_map.m_value->items) {
        if (item.first.Scalar() == m_key) {
            item.second = value;
            return;
        }
    }
    m_map.insert(Node(Kind::Scalar, {}, m_key), value);
}

void Node::Slot::operator=(const char* scalar) {
    *this = Node(Kind::Scalar, {}, scalar);
}

Node::Slot Node::Slot::operator[](std::string_view key) {
    Node inner = std::as_const(m_map)[m_key];
    if (!inner.IsDefined()) {
        inner = Node();
        *this = inner;
    }
    return {inner, std::string(key)};
}

} // namespace YAML

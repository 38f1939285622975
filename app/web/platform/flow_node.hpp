// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the readers of scenarios and lessons use of yaml-cpp, for a place that has no such
// library: a document in YAML's flow style, of which JSON is a part. Nodes share what they stand
// for, as those of yaml-cpp do.

#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace YAML {

struct Mark {
    int line = -1; ///< From 0; below: nowhere.
    int column = -1;

    [[nodiscard]] bool is_null() const { return line < 0; }
};

struct Item;

class Node {
public:
    enum class Kind : std::uint8_t { Null, Scalar, Sequence, Map };
    class Slot;

    Node();
    Node(Kind kind, YAML::Mark mark, std::string scalar = {});

    [[nodiscard]] bool IsDefined() const { return m_value != nullptr; }

    [[nodiscard]] bool IsNull() const { return is(Kind::Null); }

    [[nodiscard]] bool IsScalar() const { return is(Kind::Scalar); }

    [[nodiscard]] bool IsSequence() const { return is(Kind::Sequence); }

    [[nodiscard]] bool IsMap() const { return is(Kind::Map); }

    explicit operator bool() const { return IsDefined() && !IsNull(); }

    [[nodiscard]] const std::string& Scalar() const;
    [[nodiscard]] YAML::Mark Mark() const;
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] const Item* begin() const;
    [[nodiscard]] const Item* end() const;

    Node operator[](std::string_view key) const; ///< Undefined if there is none.
    Slot operator[](std::string_view key);       ///< Made when it is set.
    Node operator[](int place) const;            ///< Of a sequence; undefined if it is not so long.
    void push_back(const Node& item);
    void insert(const Node& key, const Node& value); ///< Last; a key may be there already.

private:
    struct Value;

    [[nodiscard]] bool is(Kind kind) const;

    std::shared_ptr<Value> m_value; ///< Null: undefined.
};

/// Of a sequence the node itself, of a map `first` and `second`.
struct Item : Node, std::pair<Node, Node> {};

/// A place in a map that is being made.
class Node::Slot {
public:
    Slot(Node map, std::string key) : m_map(std::move(map)), m_key(std::move(key)) {}

    void operator=(const Node& value);
    void operator=(const char* scalar);
    Slot operator[](std::string_view key);

private:
    Node m_map;
    std::string m_key;
};

struct Flaw {
    std::string text;
    YAML::Mark mark;
};

/// One value in flow style, with nothing behind it. Every mark is where the value begins.
[[nodiscard]] std::expected<Node, Flaw> readFlow(std::string_view text);

} // namespace YAML

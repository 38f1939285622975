// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// JSON-RPC 2.0 as text: a line becomes requests, outcomes become a line. Knows nothing of what
// the methods do. https://www.jsonrpc.org/specification

#include <nlohmann/json.hpp>

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meter::sim::live {

using Json = nlohmann::ordered_json;

/// The specification's codes, and one of our own in the range that it leaves to servers.
enum class RpcCode : int {
    ParseError = -32700,
    InvalidRequest = -32600,
    MethodNotFound = -32601,
    InvalidParams = -32602,
    InternalError = -32603,
    Refused = -32000, ///< Understood, and the twin cannot do it now; the message says why.
};

struct RpcError {
    RpcCode code = RpcCode::InternalError;
    std::string text;
    Json data{}; ///< Null: none.
};

using RpcOutcome = std::expected<Json, RpcError>;

struct RpcRequest {
    Json id{}; ///< Null where none could be read.
    bool isNotification = false;
    std::string method;
    Json params = Json::object(); ///< An object or an array.
    std::optional<RpcError> mistake;
};

struct RpcMessage {
    bool isBatch = false;
    std::vector<RpcRequest> requests; ///< Never empty; mistakes are requests with a mistake.
};

inline constexpr std::size_t kRpcBatchSizeMax = 100;
inline constexpr int kRpcNestingMax = 32;

[[nodiscard]] RpcMessage parseRpc(std::string_view line);

/// One response object; null for a notification, which gets none.
[[nodiscard]] Json rpcResponse(const RpcRequest& request, const RpcOutcome& outcome);

/// One line without its end; bytes that are no UTF-8 are replaced.
[[nodiscard]] std::string rpcText(const Json& json);

} // namespace meter::sim::live

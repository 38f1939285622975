// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/live/control/json_rpc.hpp"

#include <algorithm>
#include <utility>

namespace meter::sim::live {
namespace {

RpcRequest mistaken(RpcCode code, std::string text, Json id = nullptr) {
    RpcRequest request;
    request.id = std::move(id);
    request.mistake = RpcError{.code = code, .text = std::move(text)};
    return request;
}

RpcMessage alone(RpcRequest request) {
    RpcMessage message;
    message.requests.push_back(std::move(request));
    return message;
}

/// Values within values, outside of strings: what reads and writes JSON recurses that deep.
int nestingOf(std::string_view line) {
    int depth = 0;
    int deepest = 0;
    bool isText = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (isText) {
            i += c == '\\' ? 1U : 0U;
            isText = c != '"';
        } else if (c == '"') {
            isText = true;
        } else if (c == '[' || c == '{') {
            deepest = std::max(deepest, ++depth);
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return deepest;
}

RpcRequest requestOf(const Json& json) {
    if (!json.is_object()) {
        return mistaken(RpcCode::InvalidRequest, "a request is an object, such as "
                                                 R"({"jsonrpc":"2.0","id":1,"method":"status"})");
    }
    const auto id = json.find("id");
    const bool isIdRight = id == json.end() || id->is_string() || id->is_number() || id->is_null();
    const Json shownId = id != json.end() && isIdRight ? *id : Json(nullptr);
    if (!isIdRight) {
        return mistaken(RpcCode::InvalidRequest, "`id` is a text or a number");
    }
    const auto version = json.find("jsonrpc");
    if (version == json.end() || *version != "2.0") {
        return mistaken(RpcCode::InvalidRequest, R"(`"jsonrpc": "2.0"` is missing)", shownId);
    }
    const auto method = json.find("method");
    if (method == json.end() || !method->is_string()) {
        return mistaken(RpcCode::InvalidRequest,
                        "`method` is missing: a text, such as \"status\"; `help` lists them",
                        shownId);
    }
    RpcRequest request;
    request.id = shownId;
    request.isNotification = id == json.end();
    request.method = method->get<std::string>();
    const auto params = json.find("params");
    if (params == json.end()) {
        return request;
    }
    if (!params->is_structured()) {
        return mistaken(RpcCode::InvalidRequest,
                        "`params` is an object of named parameters; `help` lists them", shownId);
    }
    request.params = *params;
    return request;
}

} // namespace

RpcMessage parseRpc(std::string_view line) {
    if (nestingOf(line) > kRpcNestingMax) {
        return alone(mistaken(RpcCode::InvalidRequest, "values are nested more deeply than " +
                                                           std::to_string(kRpcNestingMax) +
                                                           " levels"));
    }
    const Json json = Json::parse(line, nullptr, false);
    if (json.is_discarded()) {
        return alone(mistaken(RpcCode::ParseError,
                              "this line is not JSON; write one request a line, such as "
                              R"({"jsonrpc":"2.0","id":1,"method":"status"})"));
    }
    if (!json.is_array()) {
        return alone(requestOf(json));
    }
    if (json.empty() || json.size() > kRpcBatchSizeMax) {
        return alone(
            mistaken(RpcCode::InvalidRequest,
                     "a batch has 1 to " + std::to_string(kRpcBatchSizeMax) + " requests"));
    }
    RpcMessage message;
    message.isBatch = true;
    for (const Json& one : json) {
        message.requests.push_back(requestOf(one));
    }
    return message;
}

Json rpcResponse(const RpcRequest& request, const RpcOutcome& outcome) {
    if (request.isNotification) {
        return nullptr;
    }
    Json response = {{"jsonrpc", "2.0"}, {"id", request.id}};
    if (outcome) {
        response["result"] = *outcome;
        return response;
    }
    Json error = {{"code", static_cast<int>(outcome.error().code)},
                  {"message", outcome.error().text}};
    if (!outcome.error().data.is_null()) {
        error["data"] = outcome.error().data;
    }
    response["error"] = std::move(error);
    return response;
}

std::string rpcText(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace meter::sim::live

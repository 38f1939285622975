// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands before the content of the report's page: its style, and what opens everything
// for printing. The colours of the lines differ in lightness too.

#include <string_view>

namespace meter::sim {

inline constexpr std::string_view kHtmlHead = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<style>
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1f24; --soft: #59636e; --line: #d5dae0;
  --card: #f6f8fa; --good: #1a7037; --bad: #c0212b; --a: #0b5fc0; --b: #c65102; --c: #6b7a1f;
  --allowed: #1a703726; --span: #59636e1c; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14171b; --ink: #e6e9ed; --soft: #a2acb8; --line: #363d46; --card: #1d2126;
    --good: #57c77a; --bad: #ff7b72; --a: #6cb2ff; --b: #ff9a4d; --c: #c3d65a;
    --allowed: #57c77a2e; --span: #a2acb824; }
}
* { box-sizing: border-box; }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 76rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.6rem; margin: 0 0 .6rem; }
h2 { font-size: 1.25rem; margin: 2.4rem 0 .5rem; padding-top: 1rem;
  border-top: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.4rem 0 .4rem; }
a { color: var(--a); }
code { font: .9em/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
.outcome { font-size: 1.1rem; font-weight: 600; padding: .6rem .9rem; margin: 0 0 1rem;
  background: var(--card); border-left: .35rem solid var(--good); }
.outcome.failed { border-color: var(--bad); }
.mark { font-weight: 700; color: var(--good); white-space: nowrap; }
.failed > .mark, .failed > * > .mark { color: var(--bad); }
table { border-collapse: collapse; }
.wide { width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .25rem .9rem .25rem 0;
  border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: 600; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.facts { color: var(--soft); margin: 0 0 .8rem; }
.warning { border-left: .35rem solid var(--b); padding: .3rem .9rem; background: var(--card); }
details { border: 1px solid var(--line); border-radius: .4rem; margin: .5rem 0; }
details.failed { border-color: var(--bad); }
summary { cursor: pointer; padding: .5rem .8rem; border-radius: .4rem; background: var(--card); }
summary:focus-visible { outline: 2px solid var(--a); }
.seen { display: block; padding-left: 1.2rem; }
.inside { padding: .6rem .8rem; }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(30rem, 100%), 1fr));
  gap: .4rem 1.2rem; }
svg.plot { width: 100%; height: auto; display: block; }
svg.lcd { width: 20rem; max-width: 100%; height: auto; display: block; border-radius: .3rem; }
.moment { display: flex; flex-wrap: wrap; gap: .8rem 1.6rem; align-items: start; }
figure { margin: 0; }
figcaption { color: var(--soft); font-size: .87rem; }
svg.plot path { fill: none; }
.plot .l0, .plot .l1, .plot .l2 { stroke-width: 1.7; stroke-linejoin: round;
  stroke-linecap: round; }
.plot .l0 { stroke: var(--a); }
.plot .l1 { stroke: var(--b); stroke-dasharray: 9 4; }
.plot .l2 { stroke: var(--c); stroke-dasharray: 2 4; stroke-width: 2.2; }
.plot .grid { stroke: var(--line); stroke-width: .7; }
.plot .axis { stroke: var(--soft); }
.plot .event { stroke: var(--ink); stroke-width: 1.4; stroke-dasharray: 1 3; }
.plot .allowed { fill: var(--allowed); stroke: var(--good); stroke-width: .8;
  stroke-dasharray: 4 3; }
.plot .span { fill: var(--span); stroke: var(--soft); stroke-width: .8; }
.plot text { fill: var(--soft); font: 12px system-ui, sans-serif; }
.plot .title text { fill: var(--ink); font-weight: 600; font-size: 13px; }
@media (max-width: 48rem) {
  .wide th:nth-child(3), .wide td:nth-child(3) { display: none; }
}
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #333; --line: #bbb; --card: #fff; --good: #1a7037;
    --bad: #c0212b; --a: #0b5fc0; --b: #c65102; --c: #6b7a1f; --allowed: #1a703726;
    --span: #59636e22; }
  body { font-size: 10pt; max-width: none; padding: 0; }
  .plots { grid-template-columns: 1fr 1fr; }
  svg.lcd { width: 12rem; }
  details, figure, tr, svg { break-inside: avoid; }
  .inside .plots { grid-template-columns: 1fr 1fr 1fr; }
  .inside h3 { margin: .3rem 0; }
  .inside .plot text { font-size: 16px; }
  h2, h3, summary { break-after: avoid; }
  section { break-before: page; }
  section:first-of-type { break-before: auto; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
</style>
<script>
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details")) { details.open = true; }
});
const openTarget = () => {
  const target = document.getElementById(location.hash.slice(1));
  if (target instanceof HTMLDetailsElement) { target.open = true; target.scrollIntoView(); }
};
addEventListener("hashchange", openTarget);
addEventListener("DOMContentLoaded", openTarget);
</script>
)";

} // namespace meter::sim

// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/help/help_pages.hpp"

#include "gui/help/situation.hpp"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace meter::gui {

namespace {

constexpr std::array kPages = {
    HelpPage{"troubleshooting", QT_TRANSLATE_NOOP("meter::gui::Help", "Troubleshooting"),
             QT_TRANSLATE_NOOP(
                 "meter::gui::Help",
                 "<p>What do you see?</p><ul>"
                 "<li><a href=\"page:wrench\">The wrench is lit on the display</a></li>"
                 "<li><a href=\"page:blank\">The display is blank</a></li>"
                 "<li><a href=\"page:setup\">The readings are wrong: is the meter set up as it is "
                 "wired?</a></li>"
                 "<li><a href=\"page:voltage\">The readings are wrong: do the voltages "
                 "arrive?</a></li>"
                 "<li><a href=\"page:wiring\">The readings are wrong: is each wire in its "
                 "place?</a></li>"
                 "<li><a href=\"page:line\">The meter cannot be reached</a></li></ul>"
                 "<p>On each page, <b>Show me</b> sets up that very trouble in the running meter. "
                 "Look at it as long as you like, then put it right again.</p>")},
    HelpPage{
        "wrench", QT_TRANSLATE_NOOP("meter::gui::Help", "The wrench is lit on the display"),
        QT_TRANSLATE_NOOP(
            "meter::gui::Help",
            "<p>The meter has found something wrong at its inputs. Which it is, the ALERT menu of "
            "the display says, and so do the bits of register 146.</p>"
            "<p><b>A phase is lost.</b> A voltage has fallen below the phase loss limit, or the "
            "voltages differ too much. The alarm contact closes as well. Look for blown fuses and "
            "open leads.</p>[show:phase-loss]"
            "<p><b>A voltage or a current is above the range.</b> Beyond 120 % of its rating no "
            "accuracy is promised, and crests may be cut. Are the CTs large enough?</p>"
            "[show:over-current]"
            "<p><b>The frequency is outside 45 to 65 Hz.</b></p>[show:frequency]"
            "<p><b>The power factor is low.</b> Often not the load but a CT on the wrong phase: "
            "see <a href=\"page:wiring\">the wiring</a>.</p>[show:cts-swapped]")},
    HelpPage{
        "blank", QT_TRANSLATE_NOOP("meter::gui::Help", "The display is blank"),
        QT_TRANSLATE_NOOP(
            "meter::gui::Help",
            "<p>The meter gets too little control power, or none. Measure at the control power "
            "terminals whether the voltage is there that the label asks for, and check the "
            "fuse.</p><p>A heart that beats on the display says that the meter runs. Without "
            "control power the alarm contact is closed and no master gets an answer.</p>"
            "[show:power-off]")},
    HelpPage{
        "setup",
        QT_TRANSLATE_NOOP("meter::gui::Help", "The readings are wrong: how the meter is set"),
        QT_TRANSLATE_NOOP(
            "meter::gui::Help",
            "<p>The meter cannot know what it is wired to. Compare what is set under SETUP with "
            "what is printed on the CTs and PTs and with the service.</p>"
            "<p><b>CT size.</b> Currents, powers and energies are all off by the same factor; the "
            "voltages are right.</p>[show:ct-size]"
            "<p><b>PT ratio.</b> Voltages, powers and energies are off by the same factor; the "
            "currents are right.</p>[show:pt-ratio]"
            "<p><b>System type.</b> It decides which inputs count. Values that it does not have "
            "show dashes and read as invalid.</p>")},
    HelpPage{
        "voltage",
        QT_TRANSLATE_NOOP("meter::gui::Help", "The readings are wrong: the voltage inputs"),
        QT_TRANSLATE_NOOP(
            "meter::gui::Help",
            "<p>Measure at the meter's voltage terminals and compare with the display.</p>"
            "<p><b>One voltage is missing.</b> A fuse has blown or a lead is loose: a third of "
            "the power is missing with it.</p>[show:phase-loss]"
            "<p><b>The neutral is lost.</b> The star point moves to where the loads push it: some "
            "phases get too much voltage and others too little.</p>[show:neutral]"
            "<p><b>All voltages are low.</b> Then it is the grid.</p>[show:undervoltage]")},
    HelpPage{
        "wiring", QT_TRANSLATE_NOOP("meter::gui::Help", "The readings are wrong: the wiring"),
        QT_TRANSLATE_NOOP(
            "meter::gui::Help",
            "<p>Each CT must enclose the conductor whose voltage is on the terminal of the same "
            "letter. Follow every lead from end to end. The docks <b>Phasors</b> and "
            "<b>Wiring</b> show what is on the conductors beside what the meter gets.</p>"
            "<p><b>A CT is reversed.</b> Its arrow points the wrong way. This meter counts the "
            "power of a phase without its sign, so the readings look right; other meters would "
            "subtract it.</p>[show:ct-reversed]"
            "<p><b>Two CTs are exchanged.</b> Voltages and currents look right, but the powers and "
            "power factors of both phases are wrong.</p>[show:cts-swapped]"
            "<p><b>A CT is not closed.</b> Its current is zero, or far too small.</p>"
            "[show:ct-open]"
            "<p><b>Two voltage leads are exchanged.</b> As with exchanged CTs; besides, the phases "
            "follow each other in the order A, C, B.</p>[show:voltages-swapped]"
            "<p><b>The neutral is on a phase terminal.</b> Two voltages are &radic;3 times too "
            "large.</p>[show:neutral-exchanged]")},
    HelpPage{
        "line", QT_TRANSLATE_NOOP("meter::gui::Help", "The meter cannot be reached"),
        QT_TRANSLATE_NOOP(
            "meter::gui::Help",
            "<p>Watch the docks <b>Line</b> and <b>Log</b> while a master asks: they say what "
            "arrives and why it is not answered.</p>"
            "<p><b>The address is another one.</b> A meter is silent to requests that are not for "
            "it. Look under SETUP, or let the master search.</p>[show:address]"
            "<p><b>Baud rate or parity differ.</b> All devices of a line must be set alike. The "
            "meter hears noise and stays silent.</p>[show:baud]"
            "<p><b>The line is open or exchanged.</b> Check + and \xE2\x88\x92, and the shield "
            "between all devices.</p>[show:line-cut]"
            "<p><b>The line has no terminators.</b> One at each end of the chain and none between: "
            "without them, answers are disturbed now and then.</p>[show:line-noise]")},
};

} // namespace

std::span<const HelpPage> helpPages() {
    return kPages;
}

const HelpPage* findHelpPage(const QString& id) {
    const auto* const found = std::ranges::find_if(
        kPages, [&](const HelpPage& page) { return id == QLatin1String(page.id); });
    return found == kPages.end() ? nullptr : found;
}

QString helpText(const char* source) {
    return QCoreApplication::translate("meter::gui::Help", source);
}

QString helpHtml(const HelpPage& page) {
    QString body = helpText(page.body);
    for (const Situation& situation : situations()) {
        const QString id =
            QString::fromLatin1(situation.id.data(), static_cast<qsizetype>(situation.id.size()));
        const QString link =
            QStringLiteral("<p>\u25B6 <a href=\"show:%1\">%2</a></p>")
                .arg(id, helpText(QT_TRANSLATE_NOOP("meter::gui::Help", "Show me: %1"))
                             .arg(helpText(situation.title)));
        body.replace(QStringLiteral("[show:%1]").arg(id), link);
    }
    const bool isContents = &page == kPages.data();
    const QString back = QStringLiteral("<p><a href=\"page:%1\">\u2190 %2</a></p>")
                             .arg(QLatin1String(kPages.front().id), helpText(kPages.front().title));
    return QStringLiteral("<h2>") + helpText(page.title) + QStringLiteral("</h2>") + body +
           (isContents ? QString() : back);
}

} // namespace meter::gui

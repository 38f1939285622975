// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/scenario/scenario_file_dock.hpp"

#include "gui/docks/dock_style.hpp"
#include "gui/docks/file_dialog.hpp"
#include "gui/live/live_meter.hpp"
#include "gui/readings/snapshot_registers.hpp"
#include "sim/base/whole_file.hpp"
#include "sim/live/history/live_run.hpp"
#include "sim/scenario/yaml/scenario_writer.hpp"

#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>
#include <initializer_list>

namespace meter::gui {

namespace {

/// What one expects most; any other register can be written by hand.
constexpr std::array kQuantities = {"real_power_total", "voltage_an",          "voltage_bn",
                                    "voltage_cn",       "voltage_ab",          "current_a",
                                    "current_b",        "current_c",           "power_factor_total",
                                    "frequency",        "reactive_power_total"};
constexpr double kTolerance = 1.0; ///< Percent: what a reading may wander.

} // namespace

QString withExpectation(const QString& text, const QString& item) {
    const QString line = QStringLiteral("  - ") + item + u'\n';
    QStringList lines = text.split(u'\n');
    qsizetype place = -1;
    for (qsizetype row = 0; row < lines.size(); ++row) {
        const QString& each = lines[row];
        if (each.startsWith(QStringLiteral("expect:"))) {
            place = row;
        } else if (place >= 0 && (each.startsWith(u' ') || each.startsWith(u'-'))) {
            place = row; // The last line of its items.
        } else if (place >= 0 && !each.isEmpty() && !each.startsWith(u'#')) {
            break;
        }
    }
    if (place < 0) {
        const QString end = text.isEmpty() || text.endsWith(u'\n') ? QString() : QString(u'\n');
        return text + end + QStringLiteral("\nexpect:\n") + line;
    }
    lines.insert(place + 1, line.chopped(1));
    return lines.join(u'\n');
}

ScenarioFileDock::ScenarioFileDock(LiveMeter& meter, QWidget* parent)
    : QWidget(parent)
    , m_meter(meter)
    , m_editor(new QPlainTextEdit(this))
    , m_quantity(new QComboBox(this))
    , m_expect(new QPushButton(tr("&Expect what is seen now"), this))
    , m_apply(new QPushButton(tr("Save and &play"), this))
    , m_note(newRefusalLabel(this)) {
    m_editor->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_editor->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_editor->setTabChangesFocus(true);
    m_editor->setAccessibleName(tr("Text of the scenario"));
    for (const char* quantity : kQuantities) {
        m_quantity->addItem(QString::fromLatin1(quantity));
    }
    m_quantity->setAccessibleName(tr("Register that is expected"));
    m_expect->setToolTip(tr("Adds the register's value at this moment to what is expected"));
    m_apply->setToolTip(tr("Writes the file and plays it from its beginning (Ctrl+S)"));
    m_apply->setShortcut(QKeySequence::Save);
    auto* row = new QHBoxLayout;
    row->addWidget(m_quantity);
    row->addWidget(m_expect);
    row->addStretch();
    row->addWidget(m_apply);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kDockMargin, kDockMargin, kDockMargin, kDockMargin);
    layout->setSpacing(kDockGap);
    layout->addLayout(row);
    layout->addWidget(m_note);
    layout->addWidget(m_editor, 1);
    setFocusProxy(m_editor);
    connect(m_expect, &QPushButton::clicked, this, &ScenarioFileDock::addExpectation);
    connect(m_apply, &QPushButton::clicked, this, &ScenarioFileDock::apply);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &ScenarioFileDock::onFileChanged);
    connect(&m_meter, &LiveMeter::scenarioOpened, this, &ScenarioFileDock::load);
    connect(&m_meter, &LiveMeter::scenarioRefused, this,
            [this](const QStringList& mistakes) { say(mistakes.join(u'\n'), true); });
    load();
}

QString ScenarioFileDock::note() const {
    return m_note->isHidden() ? QString() : m_note->text();
}

void ScenarioFileDock::say(const QString& text, bool isRefusal) {
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText,
                     isRefusal ? refusalColour(palette()) : palette().color(QPalette::WindowText));
    m_note->setPalette(colours);
    showRefusal(*m_note, text);
}

void ScenarioFileDock::load() {
    if (!m_file.isEmpty()) {
        m_watcher.removePath(m_file);
    }
    const bool isLesson = m_meter.lesson() != nullptr;
    for (QWidget* part : std::initializer_list<QWidget*>{m_editor, m_quantity, m_expect, m_apply}) {
        part->setDisabled(isLesson);
    }
    if (isLesson) {
        // Its file is not a scenario, and holds the solution.
        m_file.clear();
        m_editor->clear();
        say(tr("A lesson runs; its file is not edited here."), false);
        return;
    }
    m_file = QFile::decodeName(QByteArray::fromStdString(m_meter.identity().scenarioFile));
    QFile file(m_file);
    const bool isText = m_file.endsWith(QStringLiteral(".yaml"), Qt::CaseInsensitive) ||
                        m_file.endsWith(QStringLiteral(".yml"), Qt::CaseInsensitive);
    if (isText && file.open(QIODevice::ReadOnly | QIODevice::Text)) {
        m_editor->setPlainText(QString::fromUtf8(file.readAll()));
        m_watcher.addPath(m_file);
    } else {
        // Built in, or played from a bundle or a recording: as the writer would put it.
        m_file.clear();
        const auto& run = m_meter.snapshot().liveRun;
        const auto text = run ? sim::scenarioText(*run->scenario, std::filesystem::path())
                              : sim::Result<std::string>(std::string());
        m_editor->setPlainText(text ? QString::fromStdString(*text) : QString());
    }
    m_editor->document()->setModified(false);
    say({}, false);
}

/// By another program. What was typed here is not thrown away.
void ScenarioFileDock::onFileChanged() {
    if (m_editor->document()->isModified()) {
        say(tr("Another program has changed the file. Save and play keeps the text here."), true);
        return;
    }
    if (QFileInfo::exists(m_file)) {
        m_meter.openScenario(m_file); // Which loads it here as well.
    }
}

void ScenarioFileDock::addExpectation() {
    const QString name = m_quantity->currentText();
    const sim::live::Snapshot& snapshot = m_meter.snapshot();
    const auto reading = registerReading(snapshot, m_meter.identity().factory, name.toStdString());
    if (!reading || !reading->value) {
        say(tr("%1 has no value now.").arg(name), true);
        return;
    }
    const QString unit =
        QString::fromUtf8(reading->unit.data(), static_cast<qsizetype>(reading->unit.size()));
    const QString value = QString::number(*reading->value, 'f', reading->decimals) +
                          (unit.isEmpty() ? QString() : QString(u' ' + unit));
    const QString item = QStringLiteral("{at: %1 s, register: %2, equals: %3, within: %4 %}")
                             .arg(QString::number(sim::secondsOf(snapshot.now), 'f', 1), name,
                                  value, QString::number(kTolerance));
    m_editor->setPlainText(withExpectation(m_editor->toPlainText(), item));
    m_editor->document()->setModified(true);
    say(tr("Added: %1").arg(item), false);
}

void ScenarioFileDock::apply() {
    if (!m_file.isEmpty() && QFileInfo(m_file).isWritable()) {
        saveAs(m_file);
        return;
    }
    askForFile(m_meter, *this,
               {.id = "scenario-text",
                .title = tr("Save the scenario"),
                .filter = tr("Scenarios (*.yaml *.yml)"),
                .suffix = QStringLiteral("yaml")},
               [this](const QString& file) { saveAs(file); });
}

void ScenarioFileDock::saveAs(const QString& file) {
    if (!m_file.isEmpty()) {
        m_watcher.removePath(m_file); // Our own change is none.
    }
    if (write(file)) {
        m_editor->document()->setModified(false);
        m_meter.openScenario(file);
    }
}

bool ScenarioFileDock::write(const QString& file) {
    const auto written = sim::writeWhole(QFile::encodeName(file).toStdString(),
                                         m_editor->toPlainText().toStdString());
    if (!written) {
        say(QString::fromStdString(written.error().text), true);
    }
    return written.has_value();
}

} // namespace meter::gui

// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The File menu: open a scenario, a lesson, a bundle, a recording, one of the last ones or of the
// examples, save what is set up as a scenario, save a picture of the front, quit. Nothing here is
// modal: the meter runs on.

#include <QMenu>
#include <QStringList>

class QMainWindow;
class QSettings;

namespace meter::gui {

class FaceplateWidget;
class LiveMeter;
class MessageBar;

class FileMenu final : public QMenu {
    Q_OBJECT

public:
    /// All outlive the menu.
    FileMenu(LiveMeter& meter,
             FaceplateWidget& faceplate,
             MessageBar& messages,
             QMainWindow& window);

    [[nodiscard]] QAction& openAction() const { return *m_open; }

    [[nodiscard]] const QStringList& recentFiles() const { return m_recentFiles; }

    /// Of whatever kind it is.
    void openDocument(const QString& file);

    void restore(const QSettings& settings);
    void save(QSettings& settings) const;

    /// False if it could not be written; the reason is shown.
    bool savePicture(const QString& file);
    void saveScenario(const QString& file);

Q_SIGNALS:
    void recentChanged();

private:
    void fillExamples();
    void askForDocument();
    void askForPicture();
    void askForTarget();
    void noteOpened();
    void fillRecent();
    void reportSaved(const QString& file);

    LiveMeter& m_meter;
    FaceplateWidget& m_faceplate;
    MessageBar& m_messages;
    QMainWindow& m_window;
    QAction* m_open;
    QMenu* m_recent;
    QMenu* m_examples;
    QStringList m_recentFiles; ///< The last one first.
};

} // namespace meter::gui

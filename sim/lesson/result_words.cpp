// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lesson/result_words.hpp"

namespace meter::sim {

namespace {

constexpr std::array kWords = {
    ResultWords{.language = "en",
                .result = "Result",
                .passed = "Passed",
                .notPassed = "Not passed",
                .learner = "Learner",
                .lesson = "Lesson",
                .date = "Date",
                .attempt = "Attempt",
                .passMark = "Pass mark",
                .time = "Meter time",
                .seed = "Number (seed)",
                .hidden = "Hidden faults",
                .nothing = "none: the installation was right",
                .task = "Task",
                .state = "State",
                .points = "Points",
                .answers = "Answers",
                .right = "Right answer",
                .lost = "Points lost",
                .failed = "failed",
                .digest = "Digest",
                .serial = "Serial number of the meter",
                .code = "Code to hand in",
                .certificate = "Certificate",
                .signature = "Signature",
                .states = {"open", "done", "given up", "wrong"}},
    ResultWords{.language = "de",
                .result = "Ergebnis",
                .passed = "Bestanden",
                .notPassed = "Nicht bestanden",
                .learner = "Name",
                .lesson = "Lektion",
                .date = "Datum",
                .attempt = "Versuch",
                .passMark = "Bestehensgrenze",
                .time = "Zeit am Zähler",
                .seed = "Nummer (Startwert)",
                .hidden = "Versteckte Fehler",
                .nothing = "keine: die Anlage war in Ordnung",
                .task = "Aufgabe",
                .state = "Stand",
                .points = "Punkte",
                .answers = "Antworten",
                .right = "Richtige Antwort",
                .lost = "Abzüge",
                .failed = "nicht bestanden",
                .digest = "Prüfsumme",
                .serial = "Seriennummer des Zählers",
                .code = "Abgabecode",
                .certificate = "Zertifikat",
                .signature = "Unterschrift",
                .states = {"offen", "erledigt", "aufgegeben", "falsch"}},
    ResultWords{.language = "es",
                .result = "Resultado",
                .passed = "Aprobado",
                .notPassed = "No aprobado",
                .learner = "Nombre",
                .lesson = "Lección",
                .date = "Fecha",
                .attempt = "Intento",
                .passMark = "Mínimo para aprobar",
                .time = "Tiempo del medidor",
                .seed = "Número (semilla)",
                .hidden = "Fallos ocultos",
                .nothing = "ninguno: la instalación era correcta",
                .task = "Tarea",
                .state = "Estado",
                .points = "Puntos",
                .answers = "Respuestas",
                .right = "Respuesta correcta",
                .lost = "Puntos perdidos",
                .failed = "suspendido",
                .digest = "Suma de verificación",
                .serial = "Número de serie del medidor",
                .code = "Código de entrega",
                .certificate = "Certificado",
                .signature = "Firma",
                .states = {"pendiente", "hecha", "abandonada", "incorrecta"}},
};

} // namespace

const ResultWords& resultWords(std::string_view language) {
    for (const ResultWords& words : kWords) {
        if (language.starts_with(words.language)) {
            return words;
        }
    }
    return kWords.front();
}

} // namespace meter::sim

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>meter::gui::AnswerField</name>
    <message>
        <source>A&amp;nswer</source>
        <translation>A&amp;ntworten</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Ihre Antwort</translation>
    </message>
</context>
<context>
    <name>meter::gui::BeginPage</name>
    <message>
        <source>&amp;Show how it is done</source>
        <translation>&amp;Zeigen, wie es geht</translation>
    </message>
    <message>
        <source>&amp;All lessons</source>
        <translation>&amp;Alle Lektionen</translation>
    </message>
    <message>
        <source>Your &amp;name, as it stands on the result:</source>
        <translation>Ihr &amp;Name, wie er auf dem Ergebnis steht:</translation>
    </message>
    <message>
        <source>For trainers: hidden faults, every step of the solution, nothing counts</source>
        <translation>Für Ausbilder: versteckte Fehler, jeder Schritt der Lösung, nichts zählt</translation>
    </message>
    <message>
        <source>Job sheet:</source>
        <translation>Auftrag:</translation>
    </message>
    <message>
        <source>Time limit:</source>
        <translation>Zeitgrenze:</translation>
    </message>
    <message>
        <source>Usual time:</source>
        <translation>Übliche Dauer:</translation>
    </message>
    <message>
        <source>Passed with:</source>
        <translation>Bestanden mit:</translation>
    </message>
    <message>
        <source>%1 % of %2 points</source>
        <translation>%1 % von %2 Punkten</translation>
    </message>
    <message>
        <source>You may operate:</source>
        <translation>Sie dürfen bedienen:</translation>
    </message>
    <message>
        <source>This is an exam. There are no hints, and nothing tells whether you are right before you hand it in. Everything that is not on your desk is closed. The clock runs on if the window closes unexpectedly; closing the window hands the exam in. Measure with the hand tools: they show what is really there.</source>
        <translation>Dies ist eine Prüfung. Es gibt keine Hinweise, und vor der Abgabe verrät nichts, ob Sie richtig liegen. Alles, was nicht auf Ihrem Tisch liegt, ist geschlossen. Die Uhr läuft weiter, wenn das Fenster unerwartet endet; wer das Fenster schließt, gibt ab. Messen Sie mit den Handgeräten: Sie zeigen, was wirklich da ist.</translation>
    </message>
    <message>
        <source>Go on where you &amp;stopped</source>
        <translation>&amp;Weiter, wo Sie aufgehört haben</translation>
    </message>
    <message>
        <source>&amp;Begin the exam</source>
        <translation>Prüfung &amp;beginnen</translation>
    </message>
    <message>
        <source>&amp;Begin again</source>
        <translation>Noch einmal &amp;beginnen</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Beginnen</translation>
    </message>
    <message>
        <source>Enter your name first</source>
        <translation>Geben Sie zuerst Ihren Namen ein</translation>
    </message>
</context>
<context>
    <name>meter::gui::CarefulStart</name>
    <message>
        <source>The next free port is used instead. To free the port, end the other program (`ss -ltnp` shows which one it is) and start again.</source>
        <translation>Stattdessen wird der nächste freie Port benutzt. Um den Port frei zu machen, das andere Programm beenden (`ss -ltnp` zeigt, welches es ist) und neu starten.</translation>
    </message>
    <message>
        <source>There is no control socket.</source>
        <translation>Es gibt keinen Steuer-Socket.</translation>
    </message>
    <message>
        <source>There are no metrics.</source>
        <translation>Es gibt keine Metriken.</translation>
    </message>
    <message>
        <source>The serial port is not served. Add it in the Line dock once it can be had.</source>
        <translation>Die serielle Schnittstelle wird nicht bedient. Im Feld Schnittstelle hinzufügen, sobald sie verfügbar ist.</translation>
    </message>
    <message>
        <source>The virtual serial port has another name, or there is none.</source>
        <translation>Die virtuelle serielle Schnittstelle hat einen anderen Namen, oder es gibt keine.</translation>
    </message>
    <message>
        <source>RTU over TCP is not served.</source>
        <translation>RTU über TCP wird nicht bedient.</translation>
    </message>
    <message>
        <source>RFC 2217 is not served.</source>
        <translation>RFC 2217 wird nicht bedient.</translation>
    </message>
    <message>
        <source>Of each kind of endpoint only the first one is served.</source>
        <translation>Von jeder Art Endpunkt wird nur der erste bedient.</translation>
    </message>
    <message>
        <source>Modbus TCP is served on this machine alone, at 127.0.0.1.</source>
        <translation>Modbus TCP wird nur auf diesem Rechner bedient, unter 127.0.0.1.</translation>
    </message>
    <message>
        <source>The memory of the meter is not kept this time.</source>
        <translation>Der Speicher des Messgeräts wird diesmal nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>The built-in scenario runs instead.</source>
        <translation>Stattdessen läuft das eingebaute Szenario.</translation>
    </message>
</context>
<context>
    <name>meter::gui::ClassBoard</name>
    <message>
        <source>&amp;Open the class</source>
        <translation>Klasse er&amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;Hand the lesson out</source>
        <translation>Lektion &amp;austeilen</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>&amp;Make the fault</source>
        <translation>&amp;Fehler machen</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>127.0.0.1 is this machine alone; for a network write this machine&apos;s address in it</source>
        <translation>127.0.0.1 ist nur dieser Rechner; für ein Netz schreiben Sie seine Adresse darin</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Lesson</source>
        <translation>&amp;Lektion</translation>
    </message>
    <message>
        <source>Learner</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Glass</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>To the chosen learner, or to all:</source>
        <translation>An den gewählten Lernenden oder an alle:</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>A message</source>
        <translation>Eine Nachricht</translation>
    </message>
    <message>
        <source>Enter the address as HOST:PORT.</source>
        <translation>Geben Sie die Adresse als HOST:PORT ein.</translation>
    </message>
    <message>
        <source>Learners join %1 with the code %2. Results: %3</source>
        <translation>Lernende treten bei unter %1 mit dem Code %2. Ergebnisse: %3</translation>
    </message>
    <message>
        <source>handed in</source>
        <translation>abgegeben</translation>
    </message>
    <message>
        <source>link cut</source>
        <translation>Verbindung getrennt</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
</context>
<context>
    <name>meter::gui::ClassSeat</name>
    <message>
        <source>&amp;Join</source>
        <translation>&amp;Beitreten</translation>
    </message>
    <message>
        <source>Join a class</source>
        <translation>Einer Klasse beitreten</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Enter the address as HOST:PORT, the code, and your name.</source>
        <translation>Geben Sie die Adresse als HOST:PORT, den Code und Ihren Namen ein.</translation>
    </message>
    <message>
        <source>In the class as %1.</source>
        <translation>In der Klasse als %1.</translation>
    </message>
    <message>
        <source>The link is cut. Go on: what you hand in is sent as soon as it is there again.</source>
        <translation>Die Verbindung ist getrennt. Machen Sie weiter: Was Sie abgeben, wird gesendet, sobald sie wieder da ist.</translation>
    </message>
    <message>
        <source>The trainer says: %1</source>
        <translation>Der Ausbilder sagt: %1</translation>
    </message>
</context>
<context>
    <name>meter::gui::ConnectDock</name>
    <message>
        <source>How to read the meter</source>
        <translation>Wie man das Messgerät liest</translation>
    </message>
    <message>
        <source>Nobody can connect. Add an endpoint in the Line dock.</source>
        <translation>Niemand kann sich verbinden. Im Feld Schnittstelle einen Endpunkt hinzufügen.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the line for %1</source>
        <translation>Die Zeile für %1 kopieren</translation>
    </message>
</context>
<context>
    <name>meter::gui::CopyMenu</name>
    <message>
        <source>%1 was not written; choose another folder or name.</source>
        <translation>%1 wurde nicht geschrieben; einen anderen Ordner oder Namen wählen.</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Bild speichern…</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>PNG images (*.png);;SVG drawings (*.svg)</source>
        <translation>PNG-Bilder (*.png);;SVG-Zeichnungen (*.svg)</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation>Tabelle speichern…</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Durch Kommas getrennte Werte (*.csv)</translation>
    </message>
</context>
<context>
    <name>meter::gui::CoursePage</name>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>Search lessons and exams</source>
        <translation>Lektionen und Prüfungen suchen</translation>
    </message>
    <message>
        <source>Lessons and exams</source>
        <translation>Lektionen und Prüfungen</translation>
    </message>
    <message>
        <source>Own lessons</source>
        <translation>Eigene Lektionen</translation>
    </message>
    <message>
        <source>Go on: %1</source>
        <translation>Weiter: %1</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>✓ %1 %</source>
        <translation>✓ %1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n Aufgabe</numerusform>
            <numerusform>%n Aufgaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n Punkt</numerusform>
            <numerusform>%n Punkte</numerusform>
        </translation>
    </message>
    <message>
        <source>better after: %1</source>
        <translation>besser nach: %1</translation>
    </message>
</context>
<context>
    <name>meter::gui::DockTable</name>
    <message>
        <source>Readings</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Oszilloskop</translation>
    </message>
    <message>
        <source>Source and load</source>
        <translation>Quelle und Last</translation>
    </message>
    <message>
        <source>Wiring</source>
        <translation>Verdrahtung</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Phasors</source>
        <translation>Zeiger</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Telegramme</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>Spektrum</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Schnittstelle</translation>
    </message>
    <message>
        <source>Troubleshooting</source>
        <translation>Fehlersuche</translation>
    </message>
    <message>
        <source>Hand tools</source>
        <translation>Handmessgeräte</translation>
    </message>
    <message>
        <source>Meters</source>
        <translation>Messgeräte</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Scenario file</source>
        <translation>Szenariodatei</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
</context>
<context>
    <name>meter::gui::EndpointLabel</name>
    <message>
        <source>Modbus TCP</source>
        <translation>Modbus TCP</translation>
    </message>
    <message>
        <source>RTU over TCP</source>
        <translation>RTU über TCP</translation>
    </message>
    <message>
        <source>Modbus RTU</source>
        <translation>Modbus RTU</translation>
    </message>
    <message>
        <source>Copy the address %1</source>
        <translation>Adresse %1 kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
</context>
<context>
    <name>meter::gui::EndpointModel</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Masters</source>
        <translation>Master</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>Wrong CRC, noise, other addresses, wrong baud rate or parity</source>
        <translation>Falsche CRC, Rauschen, andere Adressen, falsche Baudrate oder Parität</translation>
    </message>
</context>
<context>
    <name>meter::gui::EndpointRequest</name>
    <message>
        <source>Modbus TCP</source>
        <translation>Modbus TCP</translation>
    </message>
    <message>
        <source>RTU over TCP</source>
        <translation>RTU über TCP</translation>
    </message>
    <message>
        <source>Serial over TCP (RFC 2217)</source>
        <translation>Seriell über TCP (RFC 2217)</translation>
    </message>
    <message>
        <source>Virtual serial port</source>
        <translation>Virtuelle serielle Schnittstelle</translation>
    </message>
    <message>
        <source>Serial device</source>
        <translation>Serielles Gerät</translation>
    </message>
    <message>
        <source>A path is missing, such as %1</source>
        <translation>Ein Pfad fehlt, zum Beispiel %1</translation>
    </message>
    <message>
        <source>“%1” is no address: write host:port, such as %2</source>
        <translation>„%1“ ist keine Adresse: Rechner:Port schreiben, zum Beispiel %2</translation>
    </message>
</context>
<context>
    <name>meter::gui::Environment</name>
    <message>
        <source>&amp;On</source>
        <translation>&amp;Ein</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Control power</source>
        <translation>Hilfsspannung</translation>
    </message>
    <message>
        <source>Ambient</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>wye</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>delta</source>
        <translation>Dreieck</translation>
    </message>
    <message>
        <source>split phase</source>
        <translation>Zweiphasen-Dreileiter</translation>
    </message>
    <message>
        <source>single phase</source>
        <translation>einphasig</translation>
    </message>
    <message>
        <source>delta, corner grounded</source>
        <translation>Dreieck, Ecke geerdet</translation>
    </message>
    <message>
        <source>delta, high leg</source>
        <translation>Dreieck, High-Leg</translation>
    </message>
    <message>
        <source>What the grid offers; the leads stay where they are</source>
        <translation>Was das Netz bietet; die Leitungen bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>AC supply of its own</source>
        <translation>eigene Wechselspannung</translation>
    </message>
    <message>
        <source>DC supply of its own</source>
        <translation>eigene Gleichspannung</translation>
    </message>
    <message>
        <source>from the service</source>
        <translation>aus dem Netz</translation>
    </message>
    <message>
        <source>Source of the control power</source>
        <translation>Quelle der Hilfsspannung</translation>
    </message>
    <message>
        <source>Conductors of the control power</source>
        <translation>Leiter der Hilfsspannung</translation>
    </message>
    <message>
        <source>Voltage of the control power</source>
        <translation>Höhe der Hilfsspannung</translation>
    </message>
    <message>
        <source>Switch the meter&apos;s control power</source>
        <translation>Die Hilfsspannung des Messgeräts schalten</translation>
    </message>
    <message>
        <source>Ambient temperature</source>
        <translation>Umgebungstemperatur</translation>
    </message>
    <message>
        <source>Temperature around the meter</source>
        <translation>Temperatur rund um das Messgerät</translation>
    </message>
</context>
<context>
    <name>meter::gui::Events</name>
    <message>
        <source>voltage A over range</source>
        <translation>Spannung A über dem Bereich</translation>
    </message>
    <message>
        <source>voltage B over range</source>
        <translation>Spannung B über dem Bereich</translation>
    </message>
    <message>
        <source>voltage C over range</source>
        <translation>Spannung C über dem Bereich</translation>
    </message>
    <message>
        <source>current A over range</source>
        <translation>Strom A über dem Bereich</translation>
    </message>
    <message>
        <source>current B over range</source>
        <translation>Strom B über dem Bereich</translation>
    </message>
    <message>
        <source>current C over range</source>
        <translation>Strom C über dem Bereich</translation>
    </message>
    <message>
        <source>frequency out of range</source>
        <translation>Frequenz außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>reserviert</translation>
    </message>
    <message>
        <source>phase loss A</source>
        <translation>Phasenausfall A</translation>
    </message>
    <message>
        <source>phase loss B</source>
        <translation>Phasenausfall B</translation>
    </message>
    <message>
        <source>phase loss C</source>
        <translation>Phasenausfall C</translation>
    </message>
    <message>
        <source>low power factor A</source>
        <translation>niedriger Leistungsfaktor A</translation>
    </message>
    <message>
        <source>low power factor B</source>
        <translation>niedriger Leistungsfaktor B</translation>
    </message>
    <message>
        <source>low power factor C</source>
        <translation>niedriger Leistungsfaktor C</translation>
    </message>
    <message>
        <source>energy pulses overrun</source>
        <translation>Energieimpulse überlaufen</translation>
    </message>
    <message>
        <source>energy pulses wrongly configured</source>
        <translation>Energieimpulse falsch eingestellt</translation>
    </message>
    <message>
        <source>Alert: %1</source>
        <translation>Meldung: %1</translation>
    </message>
    <message>
        <source>Alert over: %1</source>
        <translation>Meldung vorbei: %1</translation>
    </message>
    <message>
        <source>Control power came</source>
        <translation>Hilfsspannung ist da</translation>
    </message>
    <message>
        <source>Control power went</source>
        <translation>Hilfsspannung ist weg</translation>
    </message>
    <message>
        <source>Alarm contact closed</source>
        <translation>Alarmkontakt geschlossen</translation>
    </message>
    <message>
        <source>Alarm contact opened</source>
        <translation>Alarmkontakt geöffnet</translation>
    </message>
    <message>
        <source>The meter&apos;s settings changed</source>
        <translation>Einstellungen des Messgeräts geändert</translation>
    </message>
    <message>
        <source>Energies cleared</source>
        <translation>Energiezähler zurückgesetzt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Fortgesetzt</translation>
    </message>
    <message>
        <source>Speed %1</source>
        <translation>Tempo %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>meter::gui::Examples</name>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Faults of grid and wiring</source>
        <translation>Störungen von Netz und Verdrahtung</translation>
    </message>
    <message>
        <source>Trouble with counters</source>
        <translation>Ärger mit Zählern</translation>
    </message>
</context>
<context>
    <name>meter::gui::FaceplateWidget</name>
    <message>
        <source>Power meter, front</source>
        <translation>Leistungsmessgerät, Front</translation>
    </message>
    <message>
        <source>Alarm contact closed.</source>
        <translation>Alarmkontakt geschlossen.</translation>
    </message>
    <message>
        <source>Alarm contact open.</source>
        <translation>Alarmkontakt offen.</translation>
    </message>
</context>
<context>
    <name>meter::gui::FaultForm</name>
    <message>
        <source>&amp;Apply now</source>
        <translation>&amp;Jetzt auslösen</translation>
    </message>
    <message>
        <source>No fault is chosen</source>
        <translation>Keine Störung ausgewählt</translation>
    </message>
    <message>
        <source>Choose one above; double click applies it at once.</source>
        <translation>Oben eine auswählen; ein Doppelklick löst sie sofort aus.</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>erforderlich</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>How long, such as 2 s or 12 cycles</source>
        <translation>Wie lange, zum Beispiel 2 s oder 12 cycles (Perioden)</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>until it is ended</source>
        <translation>bis sie beendet wird</translation>
    </message>
</context>
<context>
    <name>meter::gui::FaultGroups</name>
    <message>
        <source>Dips and interruptions (IEC 61000)</source>
        <translation>Einbrüche und Unterbrechungen (IEC 61000)</translation>
    </message>
    <message>
        <source>Ride-through (SEMI F47, ITIC)</source>
        <translation>Störfestigkeit (SEMI F47, ITIC)</translation>
    </message>
    <message>
        <source>Categories of IEEE 1159</source>
        <translation>Kategorien der IEEE 1159</translation>
    </message>
    <message>
        <source>Dips and swells</source>
        <translation>Einbrüche und Überhöhungen</translation>
    </message>
    <message>
        <source>Unbalance</source>
        <translation>Unsymmetrie</translation>
    </message>
    <message>
        <source>Harmonics and noise</source>
        <translation>Oberschwingungen und Rauschen</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Frequenz</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Wiring and fitting</source>
        <translation>Verdrahtung und Einbau</translation>
    </message>
    <message>
        <source> after %1 s</source>
        <translation> nach %1 s</translation>
    </message>
    <message>
        <source>Lasts until it is ended.</source>
        <translation>Dauert, bis sie beendet wird.</translation>
    </message>
    <message>
        <source>Lasts %1 s.</source>
        <translation>Dauert %1 s.</translation>
    </message>
    <message>
        <source>Lasts %1 s at 60 Hz, %2 s at 50 Hz.</source>
        <translation>Dauert %1 s bei 60 Hz, %2 s bei 50 Hz.</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
</context>
<context>
    <name>meter::gui::FaultsDock</name>
    <message>
        <source>Search faults</source>
        <translation>Störungen suchen</translation>
    </message>
    <message>
        <source>Library of faults</source>
        <translation>Störungsbibliothek</translation>
    </message>
</context>
<context>
    <name>meter::gui::FileMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Save scenario as…</source>
        <translation>Szenario &amp;speichern unter…</translation>
    </message>
    <message>
        <source>What is set up now, as a scenario that begins with it</source>
        <translation>Was jetzt eingestellt ist, als Szenario, das damit beginnt</translation>
    </message>
    <message>
        <source>Save a &amp;picture of the front…</source>
        <translation>B&amp;ild der Front speichern…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;%1  %2</source>
        <translation>&amp;%1  %2</translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation>Szenario speichern</translation>
    </message>
    <message>
        <source>Scenarios (*.yaml *.yml)</source>
        <translation>Szenarien (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>Save a picture of the front</source>
        <translation>Bild der Front speichern</translation>
    </message>
    <message>
        <source>PNG images (*.png);;SVG drawings (*.svg)</source>
        <translation>PNG-Bilder (*.png);;SVG-Zeichnungen (*.svg)</translation>
    </message>
    <message>
        <source>The picture was not saved.</source>
        <translation>Das Bild wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>%1 cannot be written; choose another folder, and a name that ends in .png or .svg</source>
        <translation>%1 kann nicht geschrieben werden; einen anderen Ordner wählen und einen Namen, der auf .png oder .svg endet</translation>
    </message>
    <message>
        <source>The scenario was not saved.</source>
        <translation>Das Szenario wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation>Beis&amp;piele</translation>
    </message>
    <message>
        <source>The examples are not installed</source>
        <translation>Die Beispiele sind nicht installiert</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>All that metertwin opens (%1)</source>
        <translation>Alles, was metertwin öffnet (%1)</translation>
    </message>
    <message>
        <source>Scenarios and lessons (*.yaml *.yml)</source>
        <translation>Szenarien und Lektionen (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>Bundles (*.zip)</source>
        <translation>Pakete (*.zip)</translation>
    </message>
    <message>
        <source>Recordings (*.cfg *.cff *.csv)</source>
        <translation>Aufzeichnungen (*.cfg *.cff *.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>meter::gui::FrontWiring</name>
    <message>
        <source>Voltage terminal %1: nothing is connected.</source>
        <translation>Spannungsklemme %1: Nichts ist angeschlossen.</translation>
    </message>
    <message>
        <source>Voltage terminal %1 comes from conductor %2.</source>
        <translation>Spannungsklemme %1 kommt von Leiter %2.</translation>
    </message>
    <message>
        <source>Its fuse is blown.</source>
        <translation>Ihre Sicherung ist durchgebrannt.</translation>
    </message>
    <message>
        <source>The disconnect is open.</source>
        <translation>Der Trennschalter ist offen.</translation>
    </message>
    <message>
        <source>CT %1 encloses conductor %2.</source>
        <translation>Stromwandler %1 umschließt Leiter %2.</translation>
    </message>
    <message>
        <source>CT %1: nothing is connected.</source>
        <translation>Stromwandler %1: Nichts ist angeschlossen.</translation>
    </message>
    <message>
        <source>It is the wrong way round.</source>
        <translation>Er sitzt verkehrt herum.</translation>
    </message>
</context>
<context>
    <name>meter::gui::Glass</name>
    <message>
        <source>Phase A</source>
        <translation>Phase A</translation>
    </message>
    <message>
        <source>Phase B</source>
        <translation>Phase B</translation>
    </message>
    <message>
        <source>Phase C</source>
        <translation>Phase C</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>Demand (Leistungsmittel)</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Diagnostic alert</source>
        <translation>Diagnosemeldung</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>The display is blank: no control power.</source>
        <translation>Die Anzeige ist leer: keine Hilfsspannung.</translation>
    </message>
</context>
<context>
    <name>meter::gui::HandToolsView</name>
    <message>
        <source>Clamp</source>
        <translation>Stromzange</translation>
    </message>
    <message>
        <source>Voltmeter</source>
        <translation>Spannungsmesser</translation>
    </message>
    <message>
        <source>Phase sequence</source>
        <translation>Drehfeld</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>Hand tools</source>
        <translation>Handgeräte</translation>
    </message>
    <message>
        <source>Hand tool</source>
        <translation>Handgerät</translation>
    </message>
    <message>
        <source>Where to measure</source>
        <translation>Messstelle</translation>
    </message>
    <message>
        <source>A, B, C, N: the conductors; VA, VB, VC, VN: the meter&apos;s terminals</source>
        <translation>A, B, C, N: die Leiter; VA, VB, VC, VN: die Klemmen des Zählers</translation>
    </message>
</context>
<context>
    <name>meter::gui::HarmonicsEditor</name>
    <message>
        <source>Voltages</source>
        <translation>Spannungen</translation>
    </message>
    <message>
        <source>Currents</source>
        <translation>Ströme</translation>
    </message>
    <message>
        <source>Harmonics of voltages or currents</source>
        <translation>Oberschwingungen der Spannungen oder der Ströme</translation>
    </message>
    <message>
        <source>Harmonics of which phase</source>
        <translation>Oberschwingungen welcher Phase</translation>
    </message>
    <message>
        <source>Harmonics</source>
        <translation>Oberschwingungen</translation>
    </message>
    <message>
        <source>Order of the harmonic to add</source>
        <translation>Ordnung der hinzuzufügenden Oberschwingung</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordnung</translation>
    </message>
    <message>
        <source>All phases</source>
        <translation>Alle Phasen</translation>
    </message>
</context>
<context>
    <name>meter::gui::HarmonicsModel</name>
    <message>
        <source>differ</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordnung</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
</context>
<context>
    <name>meter::gui::Help</name>
    <message>
        <source>Troubleshooting</source>
        <translation>Fehlersuche</translation>
    </message>
    <message>
        <source>&lt;p&gt;What do you see?&lt;/p&gt;&lt;ul&gt;&lt;li&gt;&lt;a href=&quot;page:wrench&quot;&gt;The wrench is lit on the display&lt;/a&gt;&lt;/li&gt;&lt;li&gt;&lt;a href=&quot;page:blank&quot;&gt;The display is blank&lt;/a&gt;&lt;/li&gt;&lt;li&gt;&lt;a href=&quot;page:setup&quot;&gt;The readings are wrong: is the meter set up as it is wired?&lt;/a&gt;&lt;/li&gt;&lt;li&gt;&lt;a href=&quot;page:voltage&quot;&gt;The readings are wrong: do the voltages arrive?&lt;/a&gt;&lt;/li&gt;&lt;li&gt;&lt;a href=&quot;page:wiring&quot;&gt;The readings are wrong: is each wire in its place?&lt;/a&gt;&lt;/li&gt;&lt;li&gt;&lt;a href=&quot;page:line&quot;&gt;The meter cannot be reached&lt;/a&gt;&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;On each page, &lt;b&gt;Show me&lt;/b&gt; sets up that very trouble in the running meter. Look at it as long as you like, then put it right again.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Was ist zu sehen?&lt;/p&gt;&lt;ul&gt;&lt;li&gt;&lt;a href=&quot;page:wrench&quot;&gt;Der Schraubenschlüssel leuchtet auf der Anzeige&lt;/a&gt;&lt;/li&gt;&lt;li&gt;&lt;a href=&quot;page:blank&quot;&gt;Die Anzeige ist leer&lt;/a&gt;&lt;/li&gt;&lt;li&gt;&lt;a href=&quot;page:setup&quot;&gt;Die Messwerte sind falsch: Ist das Messgerät so eingestellt, wie es verdrahtet ist?&lt;/a&gt;&lt;/li&gt;&lt;li&gt;&lt;a href=&quot;page:voltage&quot;&gt;Die Messwerte sind falsch: Kommen die Spannungen an?&lt;/a&gt;&lt;/li&gt;&lt;li&gt;&lt;a href=&quot;page:wiring&quot;&gt;Die Messwerte sind falsch: Ist jede Leitung am richtigen Platz?&lt;/a&gt;&lt;/li&gt;&lt;li&gt;&lt;a href=&quot;page:line&quot;&gt;Das Messgerät ist nicht erreichbar&lt;/a&gt;&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;Auf jeder Seite stellt &lt;b&gt;Vorführen&lt;/b&gt; genau diesen Fehler im laufenden Messgerät her: in Ruhe ansehen, dann wieder in Ordnung bringen.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>The wrench is lit on the display</source>
        <translation>Der Schraubenschlüssel leuchtet auf der Anzeige</translation>
    </message>
    <message>
        <source>&lt;p&gt;The meter has found something wrong at its inputs. Which it is, the ALERT menu of the display says, and so do the bits of register 146.&lt;/p&gt;&lt;p&gt;&lt;b&gt;A phase is lost.&lt;/b&gt; A voltage has fallen below the phase loss limit, or the voltages differ too much. The alarm contact closes as well. Look for blown fuses and open leads.&lt;/p&gt;[show:phase-loss]&lt;p&gt;&lt;b&gt;A voltage or a current is above the range.&lt;/b&gt; Beyond 120 % of its rating no accuracy is promised, and crests may be cut. Are the CTs large enough?&lt;/p&gt;[show:over-current]&lt;p&gt;&lt;b&gt;The frequency is outside 45 to 65 Hz.&lt;/b&gt;&lt;/p&gt;[show:frequency]&lt;p&gt;&lt;b&gt;The power factor is low.&lt;/b&gt; Often not the load but a CT on the wrong phase: see &lt;a href=&quot;page:wiring&quot;&gt;the wiring&lt;/a&gt;.&lt;/p&gt;[show:cts-swapped]</source>
        <translation>&lt;p&gt;Das Messgerät hat an seinen Eingängen einen Fehler erkannt. Welchen, sagt das Menü ALERT der Anzeige, ebenso die Bits von Register 146.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Eine Phase ist ausgefallen.&lt;/b&gt; Eine Spannung ist unter die Grenze für Phasenausfall gefallen, oder die Spannungen weichen zu stark voneinander ab. Auch der Alarmkontakt schließt. Nach ausgelösten Sicherungen und offenen Messleitungen suchen.&lt;/p&gt;[show:phase-loss]&lt;p&gt;&lt;b&gt;Eine Spannung oder ein Strom liegt über dem Bereich.&lt;/b&gt; Über 120 % des Nennwerts ist keine Genauigkeit zugesichert, und Scheitel können abgeschnitten werden. Sind die Stromwandler groß genug?&lt;/p&gt;[show:over-current]&lt;p&gt;&lt;b&gt;Die Frequenz liegt außerhalb von 45 bis 65 Hz.&lt;/b&gt;&lt;/p&gt;[show:frequency]&lt;p&gt;&lt;b&gt;Der Leistungsfaktor ist niedrig.&lt;/b&gt; Oft liegt es nicht an der Last, sondern an einem Stromwandler auf dem falschen Außenleiter: siehe &lt;a href=&quot;page:wiring&quot;&gt;Verdrahtung&lt;/a&gt;.&lt;/p&gt;[show:cts-swapped]</translation>
    </message>
    <message>
        <source>The display is blank</source>
        <translation>Die Anzeige ist leer</translation>
    </message>
    <message>
        <source>&lt;p&gt;The meter gets too little control power, or none. Measure at the control power terminals whether the voltage is there that the label asks for, and check the fuse.&lt;/p&gt;&lt;p&gt;A heart that beats on the display says that the meter runs. Without control power the alarm contact is closed and no master gets an answer.&lt;/p&gt;[show:power-off]</source>
        <translation>&lt;p&gt;Das Messgerät bekommt zu wenig Hilfsspannung oder gar keine. An den Klemmen der Hilfsspannung messen, ob die Spannung anliegt, die das Typenschild verlangt, und die Sicherung prüfen.&lt;/p&gt;&lt;p&gt;Ein schlagendes Herz auf der Anzeige zeigt, dass das Messgerät läuft. Ohne Hilfsspannung ist der Alarmkontakt geschlossen, und kein Master bekommt eine Antwort.&lt;/p&gt;[show:power-off]</translation>
    </message>
    <message>
        <source>The readings are wrong: how the meter is set</source>
        <translation>Die Messwerte sind falsch: Einstellung des Messgeräts</translation>
    </message>
    <message>
        <source>&lt;p&gt;The meter cannot know what it is wired to. Compare what is set under SETUP with what is printed on the CTs and PTs and with the service.&lt;/p&gt;&lt;p&gt;&lt;b&gt;CT size.&lt;/b&gt; Currents, powers and energies are all off by the same factor; the voltages are right.&lt;/p&gt;[show:ct-size]&lt;p&gt;&lt;b&gt;PT ratio.&lt;/b&gt; Voltages, powers and energies are off by the same factor; the currents are right.&lt;/p&gt;[show:pt-ratio]&lt;p&gt;&lt;b&gt;System type.&lt;/b&gt; It decides which inputs count. Values that it does not have show dashes and read as invalid.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Das Messgerät kann nicht wissen, woran es angeschlossen ist. Die Einstellungen unter SETUP mit den Aufdrucken der Strom- und Spannungswandler und mit dem Netz vergleichen.&lt;/p&gt;&lt;p&gt;&lt;b&gt;CT-Größe (Stromwandler).&lt;/b&gt; Ströme, Leistungen und Energien sind alle um denselben Faktor falsch; die Spannungen stimmen.&lt;/p&gt;[show:ct-size]&lt;p&gt;&lt;b&gt;PT-Übersetzung (Spannungswandler).&lt;/b&gt; Spannungen, Leistungen und Energien sind um denselben Faktor falsch; die Ströme stimmen.&lt;/p&gt;[show:pt-ratio]&lt;p&gt;&lt;b&gt;Netztyp.&lt;/b&gt; Er entscheidet, welche Eingänge zählen. Werte, die es darin nicht gibt, werden als Striche angezeigt und als ungültig gelesen.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>The readings are wrong: the voltage inputs</source>
        <translation>Die Messwerte sind falsch: Spannungseingänge</translation>
    </message>
    <message>
        <source>&lt;p&gt;Measure at the meter&apos;s voltage terminals and compare with the display.&lt;/p&gt;&lt;p&gt;&lt;b&gt;One voltage is missing.&lt;/b&gt; A fuse has blown or a lead is loose: a third of the power is missing with it.&lt;/p&gt;[show:phase-loss]&lt;p&gt;&lt;b&gt;The neutral is lost.&lt;/b&gt; The star point moves to where the loads push it: some phases get too much voltage and others too little.&lt;/p&gt;[show:neutral]&lt;p&gt;&lt;b&gt;All voltages are low.&lt;/b&gt; Then it is the grid.&lt;/p&gt;[show:undervoltage]</source>
        <translation>&lt;p&gt;An den Spannungsklemmen des Messgeräts messen und mit der Anzeige vergleichen.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Eine Spannung fehlt.&lt;/b&gt; Eine Sicherung hat ausgelöst oder eine Messleitung ist lose: Damit fehlt ein Drittel der Leistung.&lt;/p&gt;[show:phase-loss]&lt;p&gt;&lt;b&gt;Der Neutralleiter ist unterbrochen.&lt;/b&gt; Der Sternpunkt verschiebt sich dorthin, wohin ihn die Lasten drücken: Einige Phasen bekommen zu viel Spannung, andere zu wenig.&lt;/p&gt;[show:neutral]&lt;p&gt;&lt;b&gt;Alle Spannungen sind niedrig.&lt;/b&gt; Dann liegt es am Netz.&lt;/p&gt;[show:undervoltage]</translation>
    </message>
    <message>
        <source>The readings are wrong: the wiring</source>
        <translation>Die Messwerte sind falsch: Verdrahtung</translation>
    </message>
    <message>
        <source>&lt;p&gt;Each CT must enclose the conductor whose voltage is on the terminal of the same letter. Follow every lead from end to end. The docks &lt;b&gt;Phasors&lt;/b&gt; and &lt;b&gt;Wiring&lt;/b&gt; show what is on the conductors beside what the meter gets.&lt;/p&gt;&lt;p&gt;&lt;b&gt;A CT is reversed.&lt;/b&gt; Its arrow points the wrong way. This meter counts the power of a phase without its sign, so the readings look right; other meters would subtract it.&lt;/p&gt;[show:ct-reversed]&lt;p&gt;&lt;b&gt;Two CTs are exchanged.&lt;/b&gt; Voltages and currents look right, but the powers and power factors of both phases are wrong.&lt;/p&gt;[show:cts-swapped]&lt;p&gt;&lt;b&gt;A CT is not closed.&lt;/b&gt; Its current is zero, or far too small.&lt;/p&gt;[show:ct-open]&lt;p&gt;&lt;b&gt;Two voltage leads are exchanged.&lt;/b&gt; As with exchanged CTs; besides, the phases follow each other in the order A, C, B.&lt;/p&gt;[show:voltages-swapped]&lt;p&gt;&lt;b&gt;The neutral is on a phase terminal.&lt;/b&gt; Two voltages are &amp;radic;3 times too large.&lt;/p&gt;[show:neutral-exchanged]</source>
        <translation>&lt;p&gt;Jeder Stromwandler muss den Leiter umschließen, dessen Spannung an der Klemme mit demselben Buchstaben liegt. Jede Leitung von Ende zu Ende verfolgen. Die Fenster &lt;b&gt;Zeiger&lt;/b&gt; und &lt;b&gt;Verdrahtung&lt;/b&gt; zeigen, was auf den Leitern liegt, neben dem, was das Messgerät bekommt.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Ein Stromwandler sitzt verkehrt herum.&lt;/b&gt; Sein Pfeil zeigt in die falsche Richtung. Dieses Messgerät zählt die Leistung einer Phase ohne Vorzeichen, deshalb sehen die Messwerte richtig aus; andere Messgeräte würden sie abziehen.&lt;/p&gt;[show:ct-reversed]&lt;p&gt;&lt;b&gt;Zwei Stromwandler sind vertauscht.&lt;/b&gt; Spannungen und Ströme sehen richtig aus, aber die Leistungen und Leistungsfaktoren beider Phasen sind falsch.&lt;/p&gt;[show:cts-swapped]&lt;p&gt;&lt;b&gt;Ein Stromwandler ist nicht geschlossen.&lt;/b&gt; Sein Strom ist null oder viel zu klein.&lt;/p&gt;[show:ct-open]&lt;p&gt;&lt;b&gt;Zwei Spannungsleitungen sind vertauscht.&lt;/b&gt; Wie bei vertauschten Stromwandlern; außerdem folgen die Phasen in der Reihenfolge A, C, B aufeinander.&lt;/p&gt;[show:voltages-swapped]&lt;p&gt;&lt;b&gt;Der Neutralleiter liegt an einer Außenleiterklemme.&lt;/b&gt; Zwei Spannungen sind um den Faktor &amp;radic;3 zu groß.&lt;/p&gt;[show:neutral-exchanged]</translation>
    </message>
    <message>
        <source>The meter cannot be reached</source>
        <translation>Das Messgerät ist nicht erreichbar</translation>
    </message>
    <message>
        <source>&lt;p&gt;Watch the docks &lt;b&gt;Line&lt;/b&gt; and &lt;b&gt;Log&lt;/b&gt; while a master asks: they say what arrives and why it is not answered.&lt;/p&gt;&lt;p&gt;&lt;b&gt;The address is another one.&lt;/b&gt; A meter is silent to requests that are not for it. Look under SETUP, or let the master search.&lt;/p&gt;[show:address]&lt;p&gt;&lt;b&gt;Baud rate or parity differ.&lt;/b&gt; All devices of a line must be set alike. The meter hears noise and stays silent.&lt;/p&gt;[show:baud]&lt;p&gt;&lt;b&gt;The line is open or exchanged.&lt;/b&gt; Check + and −, and the shield between all devices.&lt;/p&gt;[show:line-cut]&lt;p&gt;&lt;b&gt;The line has no terminators.&lt;/b&gt; One at each end of the chain and none between: without them, answers are disturbed now and then.&lt;/p&gt;[show:line-noise]</source>
        <translation>&lt;p&gt;Die Fenster &lt;b&gt;Schnittstelle&lt;/b&gt; und &lt;b&gt;Protokoll&lt;/b&gt; beobachten, während ein Master fragt: Sie zeigen, was ankommt und warum es nicht beantwortet wird.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Die Adresse ist eine andere.&lt;/b&gt; Ein Messgerät schweigt zu Anfragen, die nicht ihm gelten. Unter SETUP nachsehen oder den Master suchen lassen.&lt;/p&gt;[show:address]&lt;p&gt;&lt;b&gt;Baudrate oder Parität weichen ab.&lt;/b&gt; Alle Geräte einer Leitung müssen gleich eingestellt sein. Das Messgerät hört Rauschen und schweigt.&lt;/p&gt;[show:baud]&lt;p&gt;&lt;b&gt;Die Leitung ist offen oder vertauscht.&lt;/b&gt; + und − prüfen, ebenso den Schirm zwischen allen Geräten.&lt;/p&gt;[show:line-cut]&lt;p&gt;&lt;b&gt;Die Leitung hat keine Abschlusswiderstände.&lt;/b&gt; Einer an jedem Ende der Kette und keiner dazwischen: Ohne sie werden Antworten hin und wieder gestört.&lt;/p&gt;[show:line-noise]</translation>
    </message>
    <message>
        <source>Show me: %1</source>
        <translation>Vorführen: %1</translation>
    </message>
    <message>
        <source>The fuse of voltage A has blown</source>
        <translation>Sicherung der Spannung A ausgelöst</translation>
    </message>
    <message>
        <source>Currents above the CTs&apos; range</source>
        <translation>Ströme über dem Bereich der Stromwandler</translation>
    </message>
    <message>
        <source>Frequency below 45 Hz</source>
        <translation>Frequenz unter 45 Hz</translation>
    </message>
    <message>
        <source>Control power is missing</source>
        <translation>Hilfsspannung fehlt</translation>
    </message>
    <message>
        <source>The CT size is set wrongly</source>
        <translation>CT-Größe falsch eingestellt</translation>
    </message>
    <message>
        <source>The PT ratio was left at 1</source>
        <translation>PT-Übersetzung bei 1 belassen</translation>
    </message>
    <message>
        <source>The neutral of the service is lost</source>
        <translation>Neutralleiter des Netzes unterbrochen</translation>
    </message>
    <message>
        <source>All voltages are low</source>
        <translation>Alle Spannungen niedrig</translation>
    </message>
    <message>
        <source>CT A is reversed</source>
        <translation>Stromwandler A verkehrt herum</translation>
    </message>
    <message>
        <source>CTs A and B are exchanged</source>
        <translation>Stromwandler A und B vertauscht</translation>
    </message>
    <message>
        <source>CT A is not closed</source>
        <translation>Stromwandler A nicht geschlossen</translation>
    </message>
    <message>
        <source>Voltage leads A and B are exchanged</source>
        <translation>Spannungsleitungen A und B vertauscht</translation>
    </message>
    <message>
        <source>Leads N and C are exchanged</source>
        <translation>Leitungen N und C vertauscht</translation>
    </message>
    <message>
        <source>The meter has another address</source>
        <translation>Messgerät hat eine andere Adresse</translation>
    </message>
    <message>
        <source>The meter has another baud rate</source>
        <translation>Messgerät hat eine andere Baudrate</translation>
    </message>
    <message>
        <source>A wire of the line is open</source>
        <translation>Eine Ader der Leitung ist offen</translation>
    </message>
    <message>
        <source>No terminators: broken answers</source>
        <translation>Keine Abschlusswiderstände: gestörte Antworten</translation>
    </message>
</context>
<context>
    <name>meter::gui::HelpDock</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Put it right</source>
        <translation>In Ordnung bringen</translation>
    </message>
    <message>
        <source>End what is shown: the meter is as it was before</source>
        <translation>Vorführung beenden: das Messgerät ist wieder wie zuvor</translation>
    </message>
    <message>
        <source>This cannot be shown in this meter: %1</source>
        <translation>Mit diesem Messgerät nicht vorführbar: %1</translation>
    </message>
    <message>
        <source>Shown now: %1</source>
        <translation>Wird vorgeführt: %1</translation>
    </message>
</context>
<context>
    <name>meter::gui::HelpMenu</name>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Troubleshooting</source>
        <translation>&amp;Fehlersuche</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Tastatur</translation>
    </message>
    <message>
        <source>&amp;About metertwin</source>
        <translation>&amp;Über metertwin</translation>
    </message>
    <message>
        <source>metertwin %1</source>
        <translation>metertwin %1</translation>
    </message>
    <message>
        <source>A digital twin of the Leviton Series 4000-R power meter: a meter that measures, shows and answers Modbus as the real one does, on a grid that does what you tell it.&lt;br&gt;Free software under the GNU General Public License, version 3 or later. Not a product of, nor endorsed by, the meter&apos;s maker.</source>
        <translation>Ein digitaler Zwilling des Leistungsmessgeräts Leviton Series 4000-R: ein Messgerät, das misst, anzeigt und über Modbus antwortet wie das echte, an einem Netz, das sich nach Wunsch verhält.&lt;br&gt;Freie Software unter der GNU General Public License, Version 3 oder später. Kein Produkt des Herstellers des Messgeräts und nicht von ihm unterstützt.</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>+ or Up, − or Down</source>
        <translation>+ oder Auf, − oder Ab</translation>
    </message>
    <message>
        <source>the meter&apos;s + and − keys</source>
        <translation>Tasten + und − des Messgeräts</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Links, Rechts</translation>
    </message>
    <message>
        <source>the meter&apos;s arrow keys; hold to repeat</source>
        <translation>Pfeiltasten des Messgeräts; gedrückt halten zum Wiederholen</translation>
    </message>
    <message>
        <source>Tab, Space</source>
        <translation>Tabulator, Leertaste</translation>
    </message>
    <message>
        <source>reach a key of the meter, press it</source>
        <translation>eine Taste des Messgeräts erreichen und drücken</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Strg+P</translation>
    </message>
    <message>
        <source>pause and resume</source>
        <translation>anhalten und fortsetzen</translation>
    </message>
    <message>
        <source>Ctrl+1, Ctrl+2, Ctrl+3</source>
        <translation>Strg+1, Strg+2, Strg+3</translation>
    </message>
    <message>
        <source>speed 1×, 10×, 60×</source>
        <translation>Tempo 1×, 10×, 60×</translation>
    </message>
    <message>
        <source>Ctrl++, Ctrl+−, Ctrl+0</source>
        <translation>Strg++, Strg+−, Strg+0</translation>
    </message>
    <message>
        <source>zoom in, out, fit</source>
        <translation>vergrößern, verkleinern, einpassen</translation>
    </message>
    <message>
        <source>Alt+1 to Alt+4, Alt+Home</source>
        <translation>Alt+1 bis Alt+4, Alt+Pos1</translation>
    </message>
    <message>
        <source>workspaces, start page</source>
        <translation>Arbeitsbereiche, Startseite</translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation>Strg+O</translation>
    </message>
    <message>
        <source>open a scenario, lesson, bundle or recording</source>
        <translation>Szenario, Lektion, Paket oder Aufzeichnung öffnen</translation>
    </message>
</context>
<context>
    <name>meter::gui::KeyButton</name>
    <message>
        <source>Plus key</source>
        <translation>Taste Plus</translation>
    </message>
    <message>
        <source>Previous, or change the value (+ or Up)</source>
        <translation>Zurück oder Wert ändern (+ oder Auf)</translation>
    </message>
    <message>
        <source>Minus key</source>
        <translation>Taste Minus</translation>
    </message>
    <message>
        <source>Next, or select the digit to the left (− or Down)</source>
        <translation>Weiter oder die Stelle links wählen (− oder Ab)</translation>
    </message>
    <message>
        <source>Left key</source>
        <translation>Taste Links</translation>
    </message>
    <message>
        <source>Back (Left)</source>
        <translation>Zurück (Links)</translation>
    </message>
    <message>
        <source>Right key</source>
        <translation>Taste Rechts</translation>
    </message>
    <message>
        <source>Enter, next screen or digit (Right)</source>
        <translation>Eingabe, nächste Anzeige oder Stelle (Rechts)</translation>
    </message>
</context>
<context>
    <name>meter::gui::Language</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
</context>
<context>
    <name>meter::gui::Lesson</name>
    <message>
        <source>the meter&apos;s keys</source>
        <translation>die Tasten des Zählers</translation>
    </message>
    <message>
        <source>control power</source>
        <translation>Hilfsspannung</translation>
    </message>
    <message>
        <source>disconnect and fuses</source>
        <translation>Trennschalter und Sicherungen</translation>
    </message>
    <message>
        <source>wiring</source>
        <translation>Verdrahtung</translation>
    </message>
    <message>
        <source>source and load</source>
        <translation>Quelle und Last</translation>
    </message>
    <message>
        <source>Modbus</source>
        <translation>Modbus</translation>
    </message>
    <message>
        <source>speed of time</source>
        <translation>Geschwindigkeit der Zeit</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The code of the language of this translation: de, es.</extracomment>
        <translation>de</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
</context>
<context>
    <name>meter::gui::LessonDock</name>
    <message>
        <source>Lessons in</source>
        <translation>Lektionen auf</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Hold a class on a network, or join one</source>
        <translation>Eine Klasse im Netz halten oder einer beitreten</translation>
    </message>
    <message>
        <source>&amp;Hold a class…</source>
        <translation>Klasse &amp;halten…</translation>
    </message>
    <message>
        <source>&amp;Join a class…</source>
        <translation>Klasse &amp;beitreten…</translation>
    </message>
</context>
<context>
    <name>meter::gui::LessonRemarks</name>
    <message>
        <source>it was so from the start; this task wants it done by %1</source>
        <translation>es war von Anfang an so; diese Aufgabe verlangt: %1</translation>
    </message>
    <message>
        <source>it was done by %1; this task wants it done by %2</source>
        <translation>es geschah so: %1; diese Aufgabe verlangt: %2</translation>
    </message>
    <message>
        <source>more than %1 key presses</source>
        <translation>mehr als %1 Tastendrücke</translation>
    </message>
    <message>
        <source>a lead or a CT was moved with the voltage disconnect closed</source>
        <translation>eine Leitung oder ein Wandler wurde bei geschlossenem Trennschalter bewegt</translation>
    </message>
    <message>
        <source>hint %1 of %2</source>
        <translation>Hinweis %1 zu %2</translation>
    </message>
    <message>
        <source>measure first: this answer wants a reading of the %1</source>
        <translation>erst messen: diese Antwort verlangt einen Messwert (%1)</translation>
    </message>
    <message>
        <source>the lesson has been handed in</source>
        <translation>die Lektion ist abgegeben</translation>
    </message>
    <message>
        <source>the task `%1` is settled</source>
        <translation>die Aufgabe `%1` ist abgeschlossen</translation>
    </message>
    <message>
        <source>it is not yet the turn of `%1`: the tasks before it come first</source>
        <translation>`%1` ist noch nicht an der Reihe: erst die Aufgaben davor</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>wiring</source>
        <translation>Verdrahtung</translation>
    </message>
    <message>
        <source>modbus</source>
        <translation>Modbus</translation>
    </message>
    <message>
        <source>clamp</source>
        <translation>Stromzange</translation>
    </message>
    <message>
        <source>voltmeter</source>
        <translation>Spannungsmesser</translation>
    </message>
    <message>
        <source>rotation</source>
        <translation>Drehfeld</translation>
    </message>
</context>
<context>
    <name>meter::gui::LessonRoom</name>
    <message>
        <source>The folder of the results cannot be made: %1</source>
        <translation>Der Ordner für die Ergebnisse lässt sich nicht anlegen: %1</translation>
    </message>
</context>
<context>
    <name>meter::gui::LessonStage</name>
    <message>
        <source>&amp;Learn…</source>
        <translation>&amp;Lernen…</translation>
    </message>
    <message>
        <source>Pro&amp;jector</source>
        <translation>&amp;Beamer</translation>
    </message>
    <message>
        <source>Lessons and exams</source>
        <translation>Lektionen und Prüfungen</translation>
    </message>
    <message>
        <source>The meter&apos;s front as large as the screen, for a class</source>
        <translation>Die Front des Zählers so groß wie der Bildschirm, für eine Klasse</translation>
    </message>
</context>
<context>
    <name>meter::gui::Library</name>
    <message>
        <source>voltage dip</source>
        <translation>Spannungseinbruch</translation>
    </message>
    <message>
        <source>IEC 61000-4-11/-4-34, SEMI F47, ITIC, IEEE 1159</source>
        <translation>IEC 61000-4-11/-4-34, SEMI F47, ITIC, IEEE 1159</translation>
    </message>
    <message>
        <source>A, B, C, a list or all</source>
        <translation>A, B, C, eine Liste oder all</translation>
    </message>
    <message>
        <source>voltage that is left, of what was there</source>
        <translation>Restspannung, bezogen auf die vorherige</translation>
    </message>
    <message>
        <source>plain: each phase by itself; A to G: phasors, symmetrical to `phase`</source>
        <translation>plain: jeder Außenleiter für sich; A bis G: Zeiger, symmetrisch zu `phase`</translation>
    </message>
    <message>
        <source>voltage swell</source>
        <translation>Spannungsüberhöhung</translation>
    </message>
    <message>
        <source>IEEE 1159, ITIC</source>
        <translation>IEEE 1159, ITIC</translation>
    </message>
    <message>
        <source>below 10 %</source>
        <translation>unter 10 %</translation>
    </message>
    <message>
        <source>IEEE 1159, IEC 61000-4-11</source>
        <translation>IEEE 1159, IEC 61000-4-11</translation>
    </message>
    <message>
        <source>low for long</source>
        <translation>lange zu niedrig</translation>
    </message>
    <message>
        <source>IEEE 1159</source>
        <translation>IEEE 1159</translation>
    </message>
    <message>
        <source>high for long</source>
        <translation>lange zu hoch</translation>
    </message>
    <message>
        <source>negative sequence</source>
        <translation>Gegensystem</translation>
    </message>
    <message>
        <source>EN 50160, IEEE 1159</source>
        <translation>EN 50160, IEEE 1159</translation>
    </message>
    <message>
        <source>negative sequence, of the positive</source>
        <translation>Gegensystem, bezogen auf das Mitsystem</translation>
    </message>
    <message>
        <source>between them, in A</source>
        <translation>zwischen beiden, in A</translation>
    </message>
    <message>
        <source>other voltages</source>
        <translation>andere Spannungen</translation>
    </message>
    <message>
        <source>vector sum</source>
        <translation>Zeigersumme</translation>
    </message>
    <message>
        <source>RMS, one or three: A, B, C</source>
        <translation>Effektivwert, einer oder drei: A, B, C</translation>
    </message>
    <message>
        <source>one or three</source>
        <translation>einer oder drei</translation>
    </message>
    <message>
        <source>a spectrum</source>
        <translation>ein Spektrum</translation>
    </message>
    <message>
        <source>EN 50160, IEC 62053-22, IEEE 1159</source>
        <translation>EN 50160, IEC 62053-22, IEEE 1159</translation>
    </message>
    <message>
        <source>rectifier, six-pulse: of currents; en50160: of voltages; iec62053: of both</source>
        <translation>rectifier, six-pulse: der Ströme; en50160: der Spannungen; iec62053: beider</translation>
    </message>
    <message>
        <source>of the whole spectrum</source>
        <translation>des ganzen Spektrums</translation>
    </message>
    <message>
        <source>one harmonic</source>
        <translation>eine Oberschwingung</translation>
    </message>
    <message>
        <source>IEC 61000-4-7</source>
        <translation>IEC 61000-4-7</translation>
    </message>
    <message>
        <source>of the fundamental</source>
        <translation>bezogen auf die Grundschwingung</translation>
    </message>
    <message>
        <source>its own</source>
        <translation>der eigene</translation>
    </message>
    <message>
        <source>where</source>
        <translation>wo</translation>
    </message>
    <message>
        <source>a tone between harmonics</source>
        <translation>ein Ton zwischen den Oberschwingungen</translation>
    </message>
    <message>
        <source>of the tone</source>
        <translation>des Tons</translation>
    </message>
    <message>
        <source>another frequency</source>
        <translation>andere Frequenz</translation>
    </message>
    <message>
        <source>EN 50160</source>
        <translation>EN 50160</translation>
    </message>
    <message>
        <source>the new frequency</source>
        <translation>die neue Frequenz</translation>
    </message>
    <message>
        <source>a frequency that drifts and returns</source>
        <translation>Frequenz, die wegläuft und zurückkehrt</translation>
    </message>
    <message>
        <source>EN 50160, load shedding</source>
        <translation>EN 50160, Lastabwurf</translation>
    </message>
    <message>
        <source>Hz a second</source>
        <translation>Hz je Sekunde</translation>
    </message>
    <message>
        <source>before it goes back</source>
        <translation>vor der Rückkehr</translation>
    </message>
    <message>
        <source>Hz a second; 0: it stays</source>
        <translation>Hz je Sekunde; 0: bleibt</translation>
    </message>
    <message>
        <source>a jump of the grid&apos;s angle</source>
        <translation>Sprung des Netzwinkels</translation>
    </message>
    <message>
        <source>positive: the grid leads</source>
        <translation>positiv: das Netz eilt vor</translation>
    </message>
    <message>
        <source>impulsive transient</source>
        <translation>impulsförmige Transiente</translation>
    </message>
    <message>
        <source>IEEE 1159, table 2</source>
        <translation>IEEE 1159, Tabelle 2</translation>
    </message>
    <message>
        <source>V, or % of the crest</source>
        <translation>V oder % des Scheitelwerts</translation>
    </message>
    <message>
        <source>begins at this angle of the own phase</source>
        <translation>Beginn bei diesem Winkel des eigenen Außenleiters</translation>
    </message>
    <message>
        <source>time constant</source>
        <translation>Zeitkonstante</translation>
    </message>
    <message>
        <source>oscillatory transient</source>
        <translation>schwingende Transiente</translation>
    </message>
    <message>
        <source>of the ring</source>
        <translation>der Schwingung</translation>
    </message>
    <message>
        <source>commutation notches</source>
        <translation>Kommutierungseinbrüche</translation>
    </message>
    <message>
        <source>notches a cycle</source>
        <translation>Einbrüche je Periode</translation>
    </message>
    <message>
        <source>of the fundamental at that instant</source>
        <translation>bezogen auf den Augenblickswert der Grundschwingung</translation>
    </message>
    <message>
        <source>of each</source>
        <translation>jedes Einbruchs</translation>
    </message>
    <message>
        <source>DC in the voltage</source>
        <translation>Gleichanteil der Spannung</translation>
    </message>
    <message>
        <source>V, or % of the voltage</source>
        <translation>V oder % der Spannung</translation>
    </message>
    <message>
        <source>half-wave current</source>
        <translation>Halbwellenstrom</translation>
    </message>
    <message>
        <source>IEC 62053-21, DC test</source>
        <translation>IEC 62053-21, Gleichstromprüfung</translation>
    </message>
    <message>
        <source>burst-fired current</source>
        <translation>Strom in Paketen</translation>
    </message>
    <message>
        <source>IEC 62053-22, sub-harmonics</source>
        <translation>IEC 62053-22, Subharmonische</translation>
    </message>
    <message>
        <source>cycles of current</source>
        <translation>Perioden mit Strom</translation>
    </message>
    <message>
        <source>cycles without</source>
        <translation>Perioden ohne Strom</translation>
    </message>
    <message>
        <source>white noise</source>
        <translation>weißes Rauschen</translation>
    </message>
    <message>
        <source>RMS, of the nominal, or the CT&apos;s rating</source>
        <translation>Effektivwert, bezogen auf den Nennwert oder den des Stromwandlers</translation>
    </message>
    <message>
        <source>voltage fluctuation</source>
        <translation>Spannungsschwankung</translation>
    </message>
    <message>
        <source>IEC 61000-4-15, IEEE 1159</source>
        <translation>IEC 61000-4-15, IEEE 1159</translation>
    </message>
    <message>
        <source>peak to peak, of the nominal</source>
        <translation>Spitze-Spitze, bezogen auf den Nennwert</translation>
    </message>
    <message>
        <source>how often</source>
        <translation>wie oft</translation>
    </message>
    <message>
        <source>sine or square</source>
        <translation>sine (Sinus) oder square (Rechteck)</translation>
    </message>
    <message>
        <source>induction motor, direct on line</source>
        <translation>Asynchronmotor, direkt eingeschaltet</translation>
    </message>
    <message>
        <source>of the load&apos;s current at first; falls to 1 within `for`</source>
        <translation>bezogen auf den Laststrom, anfangs; sinkt innerhalb von `for` auf 1</translation>
    </message>
    <message>
        <source>at first</source>
        <translation>am Anfang</translation>
    </message>
    <message>
        <source>at the end</source>
        <translation>am Ende</translation>
    </message>
    <message>
        <source>voltage that is left at first</source>
        <translation>Restspannung am Anfang</translation>
    </message>
    <message>
        <source>another current</source>
        <translation>anderer Strom</translation>
    </message>
    <message>
        <source>block demand</source>
        <translation>Block-Mittelwert (Demand)</translation>
    </message>
    <message>
        <source>A, or % of the scenario&apos;s</source>
        <translation>A oder % des Werts im Szenario</translation>
    </message>
    <message>
        <source>a current in parts of the CT&apos;s rating</source>
        <translation>Strom in Teilen des Stromwandler-Nennstroms</translation>
    </message>
    <message>
        <source>IEC 62053-22, guide</source>
        <translation>IEC 62053-22, Anleitung</translation>
    </message>
    <message>
        <source>of the CT&apos;s rating</source>
        <translation>bezogen auf den Nennstrom des Stromwandlers</translation>
    </message>
    <message>
        <source>power factor</source>
        <translation>Leistungsfaktor</translation>
    </message>
    <message>
        <source>unequal currents</source>
        <translation>ungleiche Ströme</translation>
    </message>
    <message>
        <source>of what flows: A, B, C</source>
        <translation>bezogen auf die fließenden: A, B, C</translation>
    </message>
    <message>
        <source>leading reactive power</source>
        <translation>kapazitive Blindleistung</translation>
    </message>
    <message>
        <source>phasor sum</source>
        <translation>Zeigersumme</translation>
    </message>
    <message>
        <source>of all phases together</source>
        <translation>aller Außenleiter zusammen</translation>
    </message>
    <message>
        <source>real power against the load</source>
        <translation>Wirkleistung gegen die Last</translation>
    </message>
    <message>
        <source>the supply&apos;s neutral breaks</source>
        <translation>Neutralleiter des Netzes unterbrochen</translation>
    </message>
    <message>
        <source>Millman</source>
        <translation>Millman</translation>
    </message>
    <message>
        <source>times the scenario&apos;s load, as impedances: A, B, C</source>
        <translation>Vielfache der Last des Szenarios, als Impedanzen: A, B, C</translation>
    </message>
    <message>
        <source>a voltage lead without voltage</source>
        <translation>Messleitung ohne Spannung</translation>
    </message>
    <message>
        <source>the guide, troubleshooting; closed forms</source>
        <translation>Anleitung, Fehlersuche; geschlossene Formeln</translation>
    </message>
    <message>
        <source>the meter&apos;s N is on nothing</source>
        <translation>N des Messgeräts liegt an nichts</translation>
    </message>
    <message>
        <source>two ropes exchanged</source>
        <translation>zwei Stromwandler vertauscht</translation>
    </message>
    <message>
        <source>two of A, B, C</source>
        <translation>zwei von A, B, C</translation>
    </message>
    <message>
        <source>two voltage leads exchanged</source>
        <translation>zwei Spannungsleitungen vertauscht</translation>
    </message>
    <message>
        <source>three ropes one further</source>
        <translation>drei Stromwandler um eins weiter</translation>
    </message>
    <message>
        <source>forward: input A gets B, B gets C, C gets A</source>
        <translation>forward: Eingang A bekommt B, B bekommt C, C bekommt A</translation>
    </message>
    <message>
        <source>three voltage leads one further</source>
        <translation>drei Spannungsleitungen um eins weiter</translation>
    </message>
    <message>
        <source>ropes reversed</source>
        <translation>Stromwandler verkehrt herum</translation>
    </message>
    <message>
        <source>CT inputs: A, B, C, a list or all</source>
        <translation>Stromeingänge: A, B, C, eine Liste oder all</translation>
    </message>
    <message>
        <source>ropes not snapped shut</source>
        <translation>Stromwandler nicht geschlossen</translation>
    </message>
    <message>
        <source>a current-output CT on a rope&apos;s input</source>
        <translation>Stromwandler mit Stromausgang am Eingang</translation>
    </message>
    <message>
        <source>the guide, warning before CTs</source>
        <translation>Anleitung, Warnung vor den Stromwandlern</translation>
    </message>
    <message>
        <source>ropes of another type</source>
        <translation>Stromwandler anderer Bauart</translation>
    </message>
    <message>
        <source>the guide, U018 ropes only</source>
        <translation>Anleitung, nur U018</translation>
    </message>
    <message>
        <source>of the right rope&apos;s</source>
        <translation>von dem des richtigen</translation>
    </message>
    <message>
        <source>PTs reversed</source>
        <translation>Spannungswandler verpolt</translation>
    </message>
    <message>
        <source>no control power</source>
        <translation>keine Hilfsspannung</translation>
    </message>
    <message>
        <source>the guide, fuse recommendations</source>
        <translation>Anleitung, Sicherungen</translation>
    </message>
    <message>
        <source>N exchanged with a phase</source>
        <translation>N mit einem Außenleiter vertauscht</translation>
    </message>
    <message>
        <source>terminal A, B or C</source>
        <translation>Klemme A, B oder C</translation>
    </message>
    <message>
        <source>another CT than the one set up</source>
        <translation>anderer Stromwandler als eingestellt</translation>
    </message>
    <message>
        <source>another PT than the one set up</source>
        <translation>anderer Spannungswandler als eingestellt</translation>
    </message>
    <message>
        <source>ratio, or % of the scenario&apos;s</source>
        <translation>Übersetzung oder % des Werts im Szenario</translation>
    </message>
    <message>
        <source>0 % residual, 0.5/0.5 cycles</source>
        <translation>0 % Restspannung, 0.5/0.5 Perioden</translation>
    </message>
    <message>
        <source>IEC 61000-4-11/-4-34 class 2</source>
        <translation>IEC 61000-4-11/-4-34 Klasse 2</translation>
    </message>
    <message>
        <source>0 % residual, 1/1 cycles</source>
        <translation>0 % Restspannung, 1/1 Perioden</translation>
    </message>
    <message>
        <source>70 % residual, 25/30 cycles</source>
        <translation>70 % Restspannung, 25/30 Perioden</translation>
    </message>
    <message>
        <source>0 % residual, 250/300 cycles</source>
        <translation>0 % Restspannung, 250/300 Perioden</translation>
    </message>
    <message>
        <source>IEC 61000-4-11/-4-34 class 3</source>
        <translation>IEC 61000-4-11/-4-34 Klasse 3</translation>
    </message>
    <message>
        <source>40 % residual, 10/12 cycles</source>
        <translation>40 % Restspannung, 10/12 Perioden</translation>
    </message>
    <message>
        <source>80 % residual, 250/300 cycles</source>
        <translation>80 % Restspannung, 250/300 Perioden</translation>
    </message>
    <message>
        <source>70 % residual on A, 25/30 cycles</source>
        <translation>70 % Restspannung an A, 25/30 Perioden</translation>
    </message>
    <message>
        <source>IEC 61000-4-11/-4-34</source>
        <translation>IEC 61000-4-11/-4-34</translation>
    </message>
    <message>
        <source>70 % residual on AB, 25/30 cycles</source>
        <translation>70 % Restspannung an AB, 25/30 Perioden</translation>
    </message>
    <message>
        <source>V_BC=70 %, V_A unchanged, no zero sequence</source>
        <translation>V_BC=70 %, V_A unverändert, kein Nullsystem</translation>
    </message>
    <message>
        <source>sag type C (delta-wye between fault and meter)</source>
        <translation>Einbruchstyp C (Dreieck-Stern zwischen Fehler und Messgerät)</translation>
    </message>
    <message>
        <source>50 % for 0.2 s</source>
        <translation>50 % für 0.2 s</translation>
    </message>
    <message>
        <source>SEMI F47-0706 required</source>
        <translation>SEMI F47-0706, gefordert</translation>
    </message>
    <message>
        <source>70 % for 0.5 s</source>
        <translation>70 % für 0.5 s</translation>
    </message>
    <message>
        <source>80 % for 1.0 s</source>
        <translation>80 % für 1.0 s</translation>
    </message>
    <message>
        <source>0 % for 1 cycle</source>
        <translation>0 % für 1 Periode</translation>
    </message>
    <message>
        <source>SEMI F47-0706 recommended</source>
        <translation>SEMI F47-0706, empfohlen</translation>
    </message>
    <message>
        <source>80 % for 10 s</source>
        <translation>80 % für 10 s</translation>
    </message>
    <message>
        <source>90 % continuous</source>
        <translation>90 % dauernd</translation>
    </message>
    <message>
        <source>0 % for 0.02 s</source>
        <translation>0 % für 0.02 s</translation>
    </message>
    <message>
        <source>ITIC (CBEMA) 2000 curve</source>
        <translation>ITIC-Kurve (CBEMA) 2000</translation>
    </message>
    <message>
        <source>80 % for 10.0 s</source>
        <translation>80 % für 10.0 s</translation>
    </message>
    <message>
        <source>90 % for 60.0 s</source>
        <translation>90 % für 60.0 s</translation>
    </message>
    <message>
        <source>110 % for 60.0 s</source>
        <translation>110 % für 60.0 s</translation>
    </message>
    <message>
        <source>120 % for 0.5 s</source>
        <translation>120 % für 0.5 s</translation>
    </message>
    <message>
        <source>140 % for 0.003 s</source>
        <translation>140 % für 0.003 s</translation>
    </message>
    <message>
        <source>200 % for 0.001 s</source>
        <translation>200 % für 0.001 s</translation>
    </message>
    <message>
        <source>1.2/50 us-like impulse 2 kV on A at 90 deg</source>
        <translation>Stoß ähnlich 1.2/50 µs, 2 kV an A bei 90°</translation>
    </message>
    <message>
        <source>IEEE 1159-2019 table 2</source>
        <translation>IEEE 1159-2019, Tabelle 2</translation>
    </message>
    <message>
        <source>capacitor switching 400 Hz, 1.4 pu peak, decay 10 ms</source>
        <translation>Kondensatorschaltung 400 Hz, Scheitel 1.4 pu, Abklingen 10 ms</translation>
    </message>
    <message>
        <source>5 kHz ring, 4 pu, 20 us..</source>
        <translation>Schwingung 5 kHz, 4 pu, ab 20 µs</translation>
    </message>
    <message>
        <source>sag instantaneous 0.5 pu 0.166667 s</source>
        <translation>Einbruch, unmittelbar (instantaneous), 0.5 pu 0.166667 s</translation>
    </message>
    <message>
        <source>sag instantaneous deep 0.1 pu 0.5 s</source>
        <translation>Einbruch, unmittelbar (instantaneous), tief, 0.1 pu 0.5 s</translation>
    </message>
    <message>
        <source>sag momentary 0.7 pu 2 s</source>
        <translation>Einbruch, kurz (momentary), 0.7 pu 2 s</translation>
    </message>
    <message>
        <source>sag temporary 0.85 pu 30 s</source>
        <translation>Einbruch, vorübergehend (temporary), 0.85 pu 30 s</translation>
    </message>
    <message>
        <source>swell instantaneous 1.8 pu 0.333333 s</source>
        <translation>Überhöhung, unmittelbar (instantaneous), 1.8 pu 0.333333 s</translation>
    </message>
    <message>
        <source>swell momentary 1.4 pu 2 s</source>
        <translation>Überhöhung, kurz (momentary), 1.4 pu 2 s</translation>
    </message>
    <message>
        <source>swell temporary 1.2 pu 30 s</source>
        <translation>Überhöhung, vorübergehend (temporary), 1.2 pu 30 s</translation>
    </message>
    <message>
        <source>interruption momentary 0.05 pu 1 s</source>
        <translation>Unterbrechung, kurz (momentary), 0.05 pu 1 s</translation>
    </message>
    <message>
        <source>interruption temporary 0.0 pu 20 s</source>
        <translation>Unterbrechung, vorübergehend (temporary), 0.0 pu 20 s</translation>
    </message>
    <message>
        <source>interruption sustained 0.0 pu 120 s</source>
        <translation>Unterbrechung, andauernd (sustained), 0.0 pu 120 s</translation>
    </message>
    <message>
        <source>undervoltage 0.85 pu 120 s</source>
        <translation>Unterspannung 0.85 pu 120 s</translation>
    </message>
    <message>
        <source>overvoltage 1.15 pu 120 s</source>
        <translation>Überspannung 1.15 pu 120 s</translation>
    </message>
    <message>
        <source>2 % negative sequence</source>
        <translation>2 % Gegensystem</translation>
    </message>
    <message>
        <source>EN 50160 (95 % of 10 min)</source>
        <translation>EN 50160 (95 % der 10-min-Werte)</translation>
    </message>
    <message>
        <source>5 % negative sequence</source>
        <translation>5 % Gegensystem</translation>
    </message>
    <message>
        <source>IEEE 1159 range 0.5-2 %, severe</source>
        <translation>IEEE 1159, Bereich 0.5-2 %, schwer</translation>
    </message>
    <message>
        <source>30 % current unbalance</source>
        <translation>30 % Stromunsymmetrie</translation>
    </message>
    <message>
        <source>A 120, B 120, C 208 V</source>
        <translation>A 120, B 120, C 208 V</translation>
    </message>
    <message>
        <source>240 V high-leg delta on system type 40</source>
        <translation>240-V-Dreieck mit „high leg“ an Netztyp 40</translation>
    </message>
    <message>
        <source>all odd at their limits</source>
        <translation>alle ungeraden an ihren Grenzen</translation>
    </message>
    <message>
        <source>EN 50160 table (95 %)</source>
        <translation>EN 50160, Tabelle (95 %)</translation>
    </message>
    <message>
        <source>U5 10 %, I5 40 %, in phase</source>
        <translation>U5 10 %, I5 40 %, gleichphasig</translation>
    </message>
    <message>
        <source>IEC 62053-22 8.2.1</source>
        <translation>IEC 62053-22 8.2.1</translation>
    </message>
    <message>
        <source>I3 80 I5 60 I7 40 I9 20 % alternating sign</source>
        <translation>I3 80 I5 60 I7 40 I9 20 %, Vorzeichen wechselnd</translation>
    </message>
    <message>
        <source>single-phase rectifier load</source>
        <translation>einphasige Gleichrichterlast</translation>
    </message>
    <message>
        <source>I5 35 I7 15 I11 8 I13 5 %</source>
        <translation>I5 35 I7 15 I11 8 I13 5 %</translation>
    </message>
    <message>
        <source>6-pulse drive</source>
        <translation>6-pulsiger Umrichter</translation>
    </message>
    <message>
        <source>21st harmonic 5 % at 60 Hz = 1260 Hz = Nyquist</source>
        <translation>21. Oberschwingung 5 % bei 60 Hz = 1260 Hz = Nyquist</translation>
    </message>
    <message>
        <source>guide: true RMS to the 21st</source>
        <translation>Anleitung: echter Effektivwert bis zur 21.</translation>
    </message>
    <message>
        <source>23rd 5 % at 60 Hz folds on the 19th</source>
        <translation>23. mit 5 % bei 60 Hz spiegelt sich auf die 19.</translation>
    </message>
    <message>
        <source>aliasing</source>
        <translation>Aliasing</translation>
    </message>
    <message>
        <source>41st 5 % at 60 Hz folds on the fundamental</source>
        <translation>41. mit 5 % bei 60 Hz spiegelt sich auf die Grundschwingung</translation>
    </message>
    <message>
        <source>175 Hz 2 %</source>
        <translation>175 Hz 2 %</translation>
    </message>
    <message>
        <source>0.1 % DC in V, half-wave current</source>
        <translation>0.1 % Gleichanteil der Spannung, Halbwellenstrom</translation>
    </message>
    <message>
        <source>6 notches per cycle, 20 % deep, 0.3 ms</source>
        <translation>6 Einbrüche je Periode, 20 % tief, 0.3 ms</translation>
    </message>
    <message>
        <source>0.5 % white noise</source>
        <translation>0.5 % weißes Rauschen</translation>
    </message>
    <message>
        <source>dV/V 0.25 % square 8.8 Hz, about Pst 1</source>
        <translation>dV/V 0.25 % Rechteck 8.8 Hz, etwa Pst 1</translation>
    </message>
    <message>
        <source>IEC 61000-4-15 (8.8 Hz = most sensitive)</source>
        <translation>IEC 61000-4-15 (8.8 Hz = empfindlichste)</translation>
    </message>
    <message>
        <source>3 % at 1 Hz</source>
        <translation>3 % bei 1 Hz</translation>
    </message>
    <message>
        <source>59.5 Hz steady</source>
        <translation>59.5 Hz dauernd</translation>
    </message>
    <message>
        <source>EN 50160 +-1 %</source>
        <translation>EN 50160 ±1 %</translation>
    </message>
    <message>
        <source>60.5 Hz steady</source>
        <translation>60.5 Hz dauernd</translation>
    </message>
    <message>
        <source>57.0 Hz steady</source>
        <translation>57.0 Hz dauernd</translation>
    </message>
    <message>
        <source>off-nominal</source>
        <translation>abseits der Nennfrequenz</translation>
    </message>
    <message>
        <source>45.0 Hz steady</source>
        <translation>45.0 Hz dauernd</translation>
    </message>
    <message>
        <source>guide limit</source>
        <translation>Grenze der Anleitung</translation>
    </message>
    <message>
        <source>65.0 Hz steady</source>
        <translation>65.0 Hz dauernd</translation>
    </message>
    <message>
        <source>44.9 Hz steady</source>
        <translation>44.9 Hz dauernd</translation>
    </message>
    <message>
        <source>just outside: bit 6</source>
        <translation>knapp außerhalb: Bit 6</translation>
    </message>
    <message>
        <source>65.1 Hz steady</source>
        <translation>65.1 Hz dauernd</translation>
    </message>
    <message>
        <source>50.0 Hz steady</source>
        <translation>50.0 Hz dauernd</translation>
    </message>
    <message>
        <source>50 Hz system</source>
        <translation>50-Hz-Netz</translation>
    </message>
    <message>
        <source>49.5 Hz steady</source>
        <translation>49.5 Hz dauernd</translation>
    </message>
    <message>
        <source>47.0 Hz steady</source>
        <translation>47.0 Hz dauernd</translation>
    </message>
    <message>
        <source>EN 50160 -6 %</source>
        <translation>EN 50160 −6 %</translation>
    </message>
    <message>
        <source>52.0 Hz steady</source>
        <translation>52.0 Hz dauernd</translation>
    </message>
    <message>
        <source>EN 50160 +4 %</source>
        <translation>EN 50160 +4 %</translation>
    </message>
    <message>
        <source>60 -&gt; 57 Hz at 1 Hz/s, hold 5 s, back at 0.5 Hz/s</source>
        <translation>60 → 57 Hz mit 1 Hz/s, 5 s halten, zurück mit 0.5 Hz/s</translation>
    </message>
    <message>
        <source>UFLS event</source>
        <translation>frequenzabhängiger Lastabwurf</translation>
    </message>
    <message>
        <source>ROCOF 4 Hz/s for 1 s</source>
        <translation>Frequenzgradient 4 Hz/s für 1 s</translation>
    </message>
    <message>
        <source>islanding</source>
        <translation>Inselbildung</translation>
    </message>
    <message>
        <source>-20 deg at the start of a 60 % sag</source>
        <translation>−20° zu Beginn eines Einbruchs auf 60 %</translation>
    </message>
    <message>
        <source>sag with phase-angle jump</source>
        <translation>Einbruch mit Phasensprung</translation>
    </message>
    <message>
        <source>6 x current, PF 0.2 -&gt; 0.85 in 4 s, sag to 92 %</source>
        <translation>6-facher Strom, PF 0.2 → 0.85 in 4 s, Einbruch auf 92 %</translation>
    </message>
    <message>
        <source>induction motor start</source>
        <translation>Anlauf eines Asynchronmotors</translation>
    </message>
    <message>
        <source>10 -&gt; 30 A at 450 s of a 900 s interval</source>
        <translation>10 → 30 A nach 450 s eines Intervalls von 900 s</translation>
    </message>
    <message>
        <source>block demand test</source>
        <translation>Prüfung des Block-Mittelwerts (Demand)</translation>
    </message>
    <message>
        <source>115 % Un, current circuits open, dt from 600e6/(k m Un Imax)</source>
        <translation>115 % Un, Stromkreise offen, dt aus 600e6/(k m Un Imax)</translation>
    </message>
    <message>
        <source>IEC no-load</source>
        <translation>IEC, Leerlauf</translation>
    </message>
    <message>
        <source>0.001 In, PF 1</source>
        <translation>0.001 In, PF 1</translation>
    </message>
    <message>
        <source>IEC starting current</source>
        <translation>IEC, Anlaufstrom</translation>
    </message>
    <message>
        <source>121 % of CT size</source>
        <translation>121 % der CT-Größe</translation>
    </message>
    <message>
        <source>guide over-range</source>
        <translation>Anleitung, Bereichsüberschreitung</translation>
    </message>
    <message>
        <source>1.21 x 347 V L-N</source>
        <translation>1.21 × 347 V L-N</translation>
    </message>
    <message>
        <source>neutral shift: solve Millman, A up, B/C down</source>
        <translation>Sternpunktverschiebung (Millman): A steigt, B/C sinken</translation>
    </message>
    <message>
        <source>broken supply neutral, 3:1 load</source>
        <translation>Neutralleiter des Netzes unterbrochen, Last 3:1</translation>
    </message>
    <message>
        <source>V_A = 0</source>
        <translation>V_A = 0</translation>
    </message>
    <message>
        <source>blown voltage fuse A</source>
        <translation>Spannungssicherung A ausgelöst</translation>
    </message>
    <message>
        <source>correct wiring</source>
        <translation>richtige Verdrahtung</translation>
    </message>
    <message>
        <source>installation mistake</source>
        <translation>Installationsfehler</translation>
    </message>
    <message>
        <source>CT A reversed</source>
        <translation>CT A verkehrt herum</translation>
    </message>
    <message>
        <source>CTs A and B reversed</source>
        <translation>CTs A und B verkehrt herum</translation>
    </message>
    <message>
        <source>all CTs reversed</source>
        <translation>alle CTs verkehrt herum</translation>
    </message>
    <message>
        <source>CTs A&lt;-&gt;B swapped</source>
        <translation>CTs A&lt;-&gt;B vertauscht</translation>
    </message>
    <message>
        <source>CTs A&lt;-&gt;B swapped and CT C reversed</source>
        <translation>CTs A&lt;-&gt;B vertauscht, C verkehrt herum</translation>
    </message>
    <message>
        <source>CTs rotated (A sees I_B)</source>
        <translation>CTs rotiert (A sieht I_B)</translation>
    </message>
    <message>
        <source>CTs rotated (A sees I_C)</source>
        <translation>CTs rotiert (A sieht I_C)</translation>
    </message>
    <message>
        <source>voltages A&lt;-&gt;B swapped</source>
        <translation>Spannungen A&lt;-&gt;B vertauscht</translation>
    </message>
    <message>
        <source>voltages rotated (A sees V_B)</source>
        <translation>Spannungen rotiert (A sieht V_B)</translation>
    </message>
    <message>
        <source>CT A open / not snapped</source>
        <translation>CT A offen / nicht geschlossen</translation>
    </message>
    <message>
        <source>voltage fuse A blown</source>
        <translation>Spannungssicherung A ausgelöst</translation>
    </message>
    <message>
        <source>neutral open (balanced)</source>
        <translation>Neutralleiter offen (symmetrisch)</translation>
    </message>
    <message>
        <source>N and C terminals exchanged</source>
        <translation>Klemmen N und C vertauscht</translation>
    </message>
    <message>
        <source>CT size set 200 but 100 A fitted</source>
        <translation>CT-Größe 200 eingestellt, 100 A eingebaut</translation>
    </message>
    <message>
        <source>CT size set 100 but 200 A fitted</source>
        <translation>CT-Größe 100 eingestellt, 200 A eingebaut</translation>
    </message>
    <message>
        <source>PT ratio left at 1 on a 4:1 PT</source>
        <translation>PT-Übersetzung blieb bei 1 trotz Wandler 4:1</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>pulses</source>
        <translation>Impulse</translation>
    </message>
    <message>
        <source>a phase is missing</source>
        <translation>eine Phase fehlt</translation>
    </message>
</context>
<context>
    <name>meter::gui::LineDock</name>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Open one more endpoint</source>
        <translation>Einen weiteren Endpunkt öffnen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Close the chosen endpoint and open this one</source>
        <translation>Den gewählten Endpunkt schließen und diesen öffnen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Close the chosen endpoint and send its masters away</source>
        <translation>Den gewählten Endpunkt schließen und seine Master trennen</translation>
    </message>
    <message>
        <source>Kind of endpoint</source>
        <translation>Art des Endpunkts</translation>
    </message>
    <message>
        <source>Address of the endpoint</source>
        <translation>Adresse des Endpunkts</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>No master is connected</source>
        <translation>Kein Master verbunden</translation>
    </message>
    <message>
        <source>Connected: %1</source>
        <translation>Verbunden: %1</translation>
    </message>
    <message>
        <source>Write the new address first</source>
        <translation>Zuerst die neue Adresse schreiben</translation>
    </message>
</context>
<context>
    <name>meter::gui::LineSettingEdit</name>
    <message>
        <source>Modbus address of the meter</source>
        <translation>Modbus-Adresse des Messgeräts</translation>
    </message>
    <message>
        <source>Baud rate of the meter</source>
        <translation>Baudrate des Messgeräts</translation>
    </message>
    <message>
        <source>odd</source>
        <translation>ungerade</translation>
    </message>
    <message>
        <source>even</source>
        <translation>gerade</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Parity of the meter</source>
        <translation>Parität des Messgeräts</translation>
    </message>
    <message>
        <source>Meter: address</source>
        <translation>Messgerät: Adresse</translation>
    </message>
    <message>
        <source>baud, parity</source>
        <translation>Baud, Parität</translation>
    </message>
</context>
<context>
    <name>meter::gui::LiveMeter</name>
    <message>
        <source>The lesson does not let you operate this.</source>
        <translation>Die Lektion lässt Sie das nicht bedienen.</translation>
    </message>
    <message>
        <source>An exam is under way. Hand it in first.</source>
        <translation>Eine Prüfung läuft. Geben Sie sie zuerst ab.</translation>
    </message>
</context>
<context>
    <name>meter::gui::LogDock</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all that are shown</source>
        <translation>Die ausgewählten Zeilen kopieren oder alle angezeigten</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Write them to a file</source>
        <translation>In eine Datei schreiben</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Forget all lines</source>
        <translation>Alle Zeilen verwerfen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Show only lines with this text</source>
        <translation>Nur Zeilen mit diesem Text anzeigen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 wurde nicht geschrieben: %2</translation>
    </message>
    <message>
        <source>Export the log</source>
        <translation>Protokoll exportieren</translation>
    </message>
    <message>
        <source>Text (*.txt);;All files (*)</source>
        <translation>Text (*.txt);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>meter::gui::LogModel</name>
    <message>
        <source>Scenario opened: %1</source>
        <translation>Szenario geöffnet: %1</translation>
    </message>
    <message>
        <source>Meter time</source>
        <translation>Gerätezeit</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ereignis</translation>
    </message>
</context>
<context>
    <name>meter::gui::MainWindow</name>
    <message>
        <source>The scenario was not opened. The meter goes on as it was.</source>
        <translation>Das Szenario wurde nicht geöffnet. Das Messgerät läuft unverändert weiter.</translation>
    </message>
    <message>
        <source>&amp;Meter</source>
        <translation>&amp;Messgerät</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Fit into the window</source>
        <translation>Ins Fenster ein&amp;passen</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>Messgerät</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Not everything could be started as it was asked for.</source>
        <translation>Nicht alles konnte so gestartet werden wie gewünscht.</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>S&amp;tart</translation>
    </message>
    <message>
        <source>The start page (Alt+Home)</source>
        <translation>Die Startseite (Alt+Pos1)</translation>
    </message>
    <message>
        <source>&amp;Phase colours</source>
        <translation>Phasen&amp;farben</translation>
    </message>
</context>
<context>
    <name>meter::gui::MessageBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>meter::gui::MeterActions</name>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Control power</source>
        <translation>&amp;Hilfsspannung</translation>
    </message>
    <message>
        <source>Hold the meter&apos;s time (Ctrl+P)</source>
        <translation>Die Zeit des Messgeräts anhalten (Strg+P)</translation>
    </message>
    <message>
        <source>Switch the meter&apos;s control power</source>
        <translation>Die Hilfsspannung des Messgeräts schalten</translation>
    </message>
    <message>
        <source>Let the meter&apos;s time pass %1 as fast as the wall clock (Ctrl+%2)</source>
        <translation>Die Zeit des Messgeräts %1 so schnell wie die Uhr laufen lassen (Strg+%2)</translation>
    </message>
    <message>
        <source>Meter that is shown</source>
        <translation>Gezeigtes Messgerät</translation>
    </message>
    <message>
        <source>The meter of the line that the window shows</source>
        <translation>Das Messgerät der Leitung, das das Fenster zeigt</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>meter::gui::MetersDock</name>
    <message>
        <source>Meters of the line</source>
        <translation>Messgeräte der Leitung</translation>
    </message>
</context>
<context>
    <name>meter::gui::MetersModel</name>
    <message>
        <source>no power</source>
        <translation>ohne Spannung</translation>
    </message>
    <message>
        <source>Double-click or Enter: show this meter</source>
        <translation>Doppelklick oder Eingabe: dieses Messgerät zeigen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>kWh</source>
        <translation>kWh</translation>
    </message>
    <message>
        <source>kW</source>
        <translation>kW</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Serial no.</source>
        <translation>Seriennr.</translation>
    </message>
</context>
<context>
    <name>meter::gui::MistakesView</name>
    <message>
        <source>&amp;Put right again</source>
        <translation>Wieder &amp;richtigstellen</translation>
    </message>
    <message>
        <source>Search mistakes</source>
        <translation>Fehler suchen</translation>
    </message>
    <message>
        <source>load as it is</source>
        <translation>Last wie vorhanden</translation>
    </message>
    <message>
        <source>load at PF %1</source>
        <translation>Last mit PF %1</translation>
    </message>
    <message>
        <source>Power factor of the load</source>
        <translation>Leistungsfaktor der Last</translation>
    </message>
    <message>
        <source>Mistake</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>What one will see</source>
        <translation>Was zu sehen sein wird</translation>
    </message>
    <message>
        <source>Mistakes of installers</source>
        <translation>Installationsfehler</translation>
    </message>
</context>
<context>
    <name>meter::gui::ParameterEdit</name>
    <message>
        <source>feeds back</source>
        <translation>speist zurück</translation>
    </message>
    <message>
        <source>differ</source>
        <translation>verschieden</translation>
    </message>
</context>
<context>
    <name>meter::gui::PhaseColours</name>
    <message>
        <source>For any &amp;colour vision</source>
        <translation>Für jedes &amp;Farbsehen</translation>
    </message>
    <message>
        <source>&amp;USA, 480 V: brown, orange, yellow</source>
        <translation>&amp;USA, 480 V: braun, orange, gelb</translation>
    </message>
    <message>
        <source>USA, &amp;208 V: black, red, blue</source>
        <translation>USA, &amp;208 V: schwarz, rot, blau</translation>
    </message>
    <message>
        <source>&amp;IEC: brown, black, grey</source>
        <translation>&amp;IEC: braun, schwarz, grau</translation>
    </message>
</context>
<context>
    <name>meter::gui::PhaseGrid</name>
    <message>
        <source>%1, phase %2</source>
        <translation>%1, Phase %2</translation>
    </message>
    <message>
        <source>%1, all phases</source>
        <translation>%1, alle Phasen</translation>
    </message>
</context>
<context>
    <name>meter::gui::PhasorModel</name>
    <message>
        <source>nothing arrives</source>
        <translation>nichts kommt an</translation>
    </message>
    <message>
        <source>reversed</source>
        <translation>verkehrt herum</translation>
    </message>
    <message>
        <source>is on conductor %1</source>
        <translation>liegt an Leiter %1</translation>
    </message>
    <message>
        <source>is on conductor %1, reversed</source>
        <translation>liegt an Leiter %1, verkehrt herum</translation>
    </message>
    <message>
        <source>%1 times what flows: CT size?</source>
        <translation>das %1-Fache des Stroms: CT-Größe?</translation>
    </message>
    <message>
        <source>%1 times what is there: PT ratio?</source>
        <translation>das %1-Fache der Spannung: PT-Übersetzung?</translation>
    </message>
    <message>
        <source>as on no conductor</source>
        <translation>wie auf keinem Leiter</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>In the conductor</source>
        <translation>Im Leiter</translation>
    </message>
    <message>
        <source>At the input</source>
        <translation>Am Eingang</translation>
    </message>
</context>
<context>
    <name>meter::gui::PhasorsDock</name>
    <message>
        <source>%1, + %2&#xa0;%, − %3&#xa0;%, 0 %4&#xa0;%</source>
        <translation>%1, + %2&#xa0;%, − %3&#xa0;%, 0 %4&#xa0;%</translation>
    </message>
    <message>
        <source>Phase sequence, and positive, negative and zero sequence in percent of the larger of the first two</source>
        <translation>Drehfeld sowie Mit-, Gegen- und Nullsystem in Prozent des größeren der ersten beiden</translation>
    </message>
    <message>
        <source>Thick: voltages. Thin: currents. Voltage A is at 0°.</source>
        <translation>Dick: Spannungen. Dünn: Ströme. Spannung A liegt bei 0°.</translation>
    </message>
    <message>
        <source>A recording is played: what was on its conductors is not known.</source>
        <translation>Eine Aufzeichnung läuft: Was auf ihren Leitern war, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>none: fewer than three phases</source>
        <translation>keine: weniger als drei Phasen</translation>
    </message>
    <message>
        <source>In the conductors</source>
        <translation>In den Leitern</translation>
    </message>
    <message>
        <source>At the meter&apos;s inputs</source>
        <translation>An den Eingängen des Messgeräts</translation>
    </message>
    <message>
        <source>Thick: voltages. Thin: currents. Dashed: what is in the conductors.</source>
        <translation>Dick: Spannungen. Dünn: Ströme. Gestrichelt: was in den Leitern ist.</translation>
    </message>
    <message>
        <source>Phasors in the conductors and at the meter&apos;s inputs</source>
        <translation>Zeiger in den Leitern und an den Eingängen des Messgeräts</translation>
    </message>
    <message>
        <source>V, conductors</source>
        <translation>U, Leiter</translation>
    </message>
    <message>
        <source>V, inputs</source>
        <translation>U, Eingänge</translation>
    </message>
    <message>
        <source>I, conductors</source>
        <translation>I, Leiter</translation>
    </message>
    <message>
        <source>I, inputs</source>
        <translation>I, Eingänge</translation>
    </message>
</context>
<context>
    <name>meter::gui::Projector</name>
    <message>
        <source>Projector</source>
        <translation>Beamer</translation>
    </message>
</context>
<context>
    <name>meter::gui::ReadingsDock</name>
    <message>
        <source>Readings, as a Modbus master reads them</source>
        <translation>Messwerte, wie ein Modbus-Master sie liest</translation>
    </message>
</context>
<context>
    <name>meter::gui::ReadingsModel</name>
    <message>
        <source>Real energy</source>
        <translation>Wirkenergie</translation>
    </message>
    <message>
        <source>Apparent energy</source>
        <translation>Scheinenergie</translation>
    </message>
    <message>
        <source>Reactive energy</source>
        <translation>Blindenergie</translation>
    </message>
    <message>
        <source>Real power</source>
        <translation>Wirkleistung</translation>
    </message>
    <message>
        <source>Reactive power</source>
        <translation>Blindleistung</translation>
    </message>
    <message>
        <source>Apparent power</source>
        <translation>Scheinleistung</translation>
    </message>
    <message>
        <source>Power factor</source>
        <translation>Leistungsfaktor</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Frequenz</translation>
    </message>
    <message>
        <source>Voltage A-N</source>
        <translation>Spannung A-N</translation>
    </message>
    <message>
        <source>Voltage B-N</source>
        <translation>Spannung B-N</translation>
    </message>
    <message>
        <source>Voltage C-N</source>
        <translation>Spannung C-N</translation>
    </message>
    <message>
        <source>Voltage A-B</source>
        <translation>Spannung A-B</translation>
    </message>
    <message>
        <source>Voltage B-C</source>
        <translation>Spannung B-C</translation>
    </message>
    <message>
        <source>Voltage A-C</source>
        <translation>Spannung A-C</translation>
    </message>
    <message>
        <source>Current A</source>
        <translation>Strom A</translation>
    </message>
    <message>
        <source>Current B</source>
        <translation>Strom B</translation>
    </message>
    <message>
        <source>Current C</source>
        <translation>Strom C</translation>
    </message>
    <message>
        <source>Real power A</source>
        <translation>Wirkleistung A</translation>
    </message>
    <message>
        <source>Real power B</source>
        <translation>Wirkleistung B</translation>
    </message>
    <message>
        <source>Real power C</source>
        <translation>Wirkleistung C</translation>
    </message>
    <message>
        <source>Real demand</source>
        <translation>Wirkleistungsmittel</translation>
    </message>
    <message>
        <source>Max. real demand</source>
        <translation>Max. Leistungsmittel</translation>
    </message>
    <message>
        <source>Energy pulses</source>
        <translation>Energieimpulse</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Messwert</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
</context>
<context>
    <name>meter::gui::RegisterModel</name>
    <message>
        <source>R/W</source>
        <translation>L/S</translation>
    </message>
    <message>
        <source>R</source>
        <translation>L</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
</context>
<context>
    <name>meter::gui::RegisterWriter</name>
    <message>
        <source> (illegal data address)</source>
        <translation> (unzulässige Datenadresse)</translation>
    </message>
    <message>
        <source> (illegal data value: out of range, or it does not fit the other settings)</source>
        <translation> (unzulässiger Datenwert: außerhalb des Bereichs, oder er passt nicht zu den anderen Einstellungen)</translation>
    </message>
    <message>
        <source> (device failure: the meter&apos;s memory could not be written)</source>
        <translation> (Gerätefehler: der Speicher des Messgeräts konnte nicht geschrieben werden)</translation>
    </message>
    <message>
        <source>A raw word is a number from 0 to 65535, or 0x0000 to 0xFFFF.</source>
        <translation>Ein Rohwort ist eine Zahl von 0 bis 65535 oder von 0x0000 bis 0xFFFF.</translation>
    </message>
    <message>
        <source> (illegal data value: it takes %1, and it has to fit the other settings)</source>
        <translation> (unzulässiger Wert: Erlaubt ist %1, und er muss zu den anderen Einstellungen passen)</translation>
    </message>
</context>
<context>
    <name>meter::gui::RegistersDock</name>
    <message>
        <source>Search by number, name, unit, meaning</source>
        <translation>Nach Nummer, Name, Einheit, Bedeutung suchen</translation>
    </message>
    <message>
        <source>Search registers</source>
        <translation>Register suchen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Integers</source>
        <translation>Ganzzahlen</translation>
    </message>
    <message>
        <source>Floats</source>
        <translation>Gleitkommazahlen</translation>
    </message>
    <message>
        <source>Writable</source>
        <translation>Schreibbare</translation>
    </message>
    <message>
        <source>Which registers</source>
        <translation>Welche Register</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Save all registers as they are now as CSV</source>
        <translation>Alle Register, wie sie jetzt sind, als CSV speichern</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Export registers</source>
        <translation>Register exportieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>CSV-Dateien (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 wurde nicht geschrieben: %2</translation>
    </message>
</context>
<context>
    <name>meter::gui::ResultPage</name>
    <message>
        <source>&amp;Save the result…</source>
        <translation>Ergebnis &amp;speichern…</translation>
    </message>
    <message>
        <source>A&amp;gain</source>
        <translation>Noch &amp;einmal</translation>
    </message>
    <message>
        <source>&amp;Next lesson</source>
        <translation>&amp;Nächste Lektion</translation>
    </message>
    <message>
        <source>&amp;All lessons</source>
        <translation>&amp;Alle Lektionen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>As a certificate (PDF), a page (HTML) or the result file (JSON)</source>
        <translation>Als Zertifikat (PDF), Seite (HTML) oder Ergebnisdatei (JSON)</translation>
    </message>
    <message>
        <source>Passed: %1 of %2 points</source>
        <translation>Bestanden: %1 von %2 Punkten</translation>
    </message>
    <message>
        <source>Not passed: %1 of %2 points</source>
        <translation>Nicht bestanden: %1 von %2 Punkten</translation>
    </message>
    <message>
        <source>Code to hand in: %1</source>
        <translation>Abgabecode: %1</translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation>Ergebnis speichern</translation>
    </message>
    <message>
        <source>Certificate (*.pdf);;Page (*.html);;Result file (*.json)</source>
        <translation>Zertifikat (*.pdf);;Seite (*.html);;Ergebnisdatei (*.json)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>%1 cannot be written; choose another folder, and a name that ends in .pdf, .html or .json</source>
        <translation>%1 lässt sich nicht schreiben; wählen Sie einen anderen Ordner und einen Namen, der auf .pdf, .html oder .json endet</translation>
    </message>
</context>
<context>
    <name>meter::gui::RunningFaultsView</name>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Acting now</source>
        <translation>Jetzt wirksam</translation>
    </message>
    <message>
        <source>Nothing: the world is as the source and the wiring say.</source>
        <translation>Nichts: alles ist so, wie Quelle und Verdrahtung es vorgeben.</translation>
    </message>
    <message>
        <source>End a&amp;ll</source>
        <translation>A&amp;lle beenden</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>End %1</source>
        <translation>%1 beenden</translation>
    </message>
</context>
<context>
    <name>meter::gui::ScenarioDock</name>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Expectations</source>
        <translation>Erwartungen</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Double-click or Enter: go back there</source>
        <translation>Doppelklick oder Eingabetaste: dorthin zurückgehen</translation>
    </message>
    <message>
        <source>−5 s</source>
        <translation>−5 s</translation>
    </message>
    <message>
        <source>Go back by five seconds</source>
        <translation>Um fünf Sekunden zurückgehen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Set a bookmark now</source>
        <translation>Jetzt ein Lesezeichen setzen</translation>
    </message>
    <message>
        <source>Save what was done…</source>
        <translation>Ablauf speichern…</translation>
    </message>
    <message>
        <source>Write a scenario that repeats all that was done</source>
        <translation>Ein Szenario schreiben, das alles Ausgeführte wiederholt</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Keep now in view</source>
        <translation>Das Jetzt im Blick behalten</translation>
    </message>
    <message>
        <source>Show more time</source>
        <translation>Mehr Zeit zeigen</translation>
    </message>
    <message>
        <source>Show less time</source>
        <translation>Weniger Zeit zeigen</translation>
    </message>
    <message>
        <source>+1 cycle</source>
        <translation>+1 Periode</translation>
    </message>
    <message>
        <source>+0.1 s</source>
        <translation>+0.1 s</translation>
    </message>
    <message>
        <source>+1 s</source>
        <translation>+1 s</translation>
    </message>
    <message>
        <source>Stop, and go on by %1</source>
        <translation>Anhalten und weiter um %1</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Meter seconds per second</source>
        <translation>Gerätesekunden je Sekunde</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>%1 held, %2 failed, %3 to come</source>
        <translation>%1 erfüllt, %2 verfehlt, %3 ausstehend</translation>
    </message>
    <message>
        <source>acting: %1</source>
        <translation>wirksam: %1</translation>
    </message>
    <message>
        <source>Bookmark %1</source>
        <translation>Lesezeichen %1</translation>
    </message>
    <message>
        <source>Save what was done</source>
        <translation>Ablauf speichern</translation>
    </message>
    <message>
        <source>Scenarios (*.yaml)</source>
        <translation>Szenarien (*.yaml)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Fit the whole scenario into the view</source>
        <translation>Das ganze Szenario in die Ansicht einpassen</translation>
    </message>
    <message>
        <source>The scenario was over at %1; time goes on.</source>
        <translation>Das Szenario war bei %1 zu Ende; die Zeit läuft weiter.</translation>
    </message>
</context>
<context>
    <name>meter::gui::ScenarioFileDock</name>
    <message>
        <source>&amp;Expect what is seen now</source>
        <translation>&amp;Erwarten, was jetzt zu sehen ist</translation>
    </message>
    <message>
        <source>Save and &amp;play</source>
        <translation>Speichern und &amp;abspielen</translation>
    </message>
    <message>
        <source>Text of the scenario</source>
        <translation>Text des Szenarios</translation>
    </message>
    <message>
        <source>Register that is expected</source>
        <translation>Register, das erwartet wird</translation>
    </message>
    <message>
        <source>Adds the register&apos;s value at this moment to what is expected</source>
        <translation>Fügt den Wert des Registers in diesem Augenblick den Erwartungen hinzu</translation>
    </message>
    <message>
        <source>Writes the file and plays it from its beginning (Ctrl+S)</source>
        <translation>Schreibt die Datei und spielt sie von Anfang an ab (Strg+S)</translation>
    </message>
    <message>
        <source>A lesson runs; its file is not edited here.</source>
        <translation>Eine Lektion läuft; ihre Datei wird hier nicht bearbeitet.</translation>
    </message>
    <message>
        <source>Another program has changed the file. Save and play keeps the text here.</source>
        <translation>Ein anderes Programm hat die Datei geändert. Speichern und abspielen behält den Text hier.</translation>
    </message>
    <message>
        <source>%1 has no value now.</source>
        <translation>%1 hat jetzt keinen Wert.</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>Hinzugefügt: %1</translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation>Szenario speichern</translation>
    </message>
    <message>
        <source>Scenarios (*.yaml *.yml)</source>
        <translation>Szenarien (*.yaml *.yml)</translation>
    </message>
</context>
<context>
    <name>meter::gui::ScopeControls</name>
    <message>
        <source>Freeze</source>
        <translation>Einfrieren</translation>
    </message>
    <message>
        <source>Hold the picture (Space)</source>
        <translation>Das Bild festhalten (Leertaste)</translation>
    </message>
    <message>
        <source>Cursors</source>
        <translation>Messlinien</translation>
    </message>
    <message>
        <source>Two lines that measure time and value</source>
        <translation>Zwei Linien, die Zeit und Wert messen</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>The whole picture, values just fitting (A)</source>
        <translation>Das ganze Bild, Werte eben passend (A)</translation>
    </message>
    <message>
        <source>&amp;Trigger</source>
        <translation>&amp;Trigger</translation>
    </message>
    <message>
        <source>Show or hide %1 (key %2)</source>
        <translation>%1 ein- oder ausblenden (Taste %2)</translation>
    </message>
    <message>
        <source>Wave %1</source>
        <translation>Kurve %1</translation>
    </message>
    <message>
        <source>Wave that triggers</source>
        <translation>Kurve, die auslöst</translation>
    </message>
    <message>
        <source>↗ rising</source>
        <translation>↗ steigend</translation>
    </message>
    <message>
        <source>↘ falling</source>
        <translation>↘ fallend</translation>
    </message>
    <message>
        <source>Edge that triggers</source>
        <translation>Flanke, die auslöst</translation>
    </message>
    <message>
        <source>Level of the trigger</source>
        <translation>Triggerpegel</translation>
    </message>
    <message>
        <source>Level of the trigger; or drag its line at the left of the picture</source>
        <translation>Triggerpegel; oder seine Linie links am Bild ziehen</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>What happens without a trigger</source>
        <translation>Verhalten ohne Trigger</translation>
    </message>
    <message>
        <source>Auto: runs on without a trigger. Normal: waits for one.</source>
        <translation>Auto: läuft ohne Trigger weiter. Normal: wartet auf einen.</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Time base: width of the picture</source>
        <translation>Zeitbasis: Breite des Bilds</translation>
    </message>
    <message>
        <source>Width of the picture</source>
        <translation>Breite des Bilds</translation>
    </message>
    <message>
        <source>At the meter&apos;s inputs</source>
        <translation>An den Eingängen des Messgeräts</translation>
    </message>
    <message>
        <source>In the conductors</source>
        <translation>In den Leitern</translation>
    </message>
    <message>
        <source>Whose waves are shown</source>
        <translation>Wessen Kurven gezeigt werden</translation>
    </message>
    <message>
        <source>At the meter&apos;s inputs: what the meter measures, in the volts and amperes that it takes it for; nothing without control power. In the conductors: what is really there, up to 1260 Hz.</source>
        <translation>An den Eingängen des Messgeräts: was es misst, in den Volt und Ampere, für die es das hält; ohne Hilfsspannung nichts. In den Leitern: was wirklich da ist, bis 1260 Hz.</translation>
    </message>
</context>
<context>
    <name>meter::gui::ScopeDock</name>
    <message>
        <source>Wheel: zoom the time, with Ctrl the values. Drag: move. Double click: show all.</source>
        <translation>Mausrad: Zeit vergrößern, mit Strg die Werte. Ziehen: verschieben. Doppelklick: alles zeigen.</translation>
    </message>
    <message>
        <source>No samples yet</source>
        <translation>Noch keine Abtastwerte</translation>
    </message>
    <message>
        <source>Triggered</source>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <source>Waiting for a trigger</source>
        <translation>Wartet auf Trigger</translation>
    </message>
    <message>
        <source>No trigger: nothing crosses the level</source>
        <translation>Kein Trigger: nichts kreuzt den Pegel</translation>
    </message>
    <message>
        <source>1: %1 ms, %2 %6   2: %3 ms, %4 %6   ΔT %5 ms</source>
        <translation>1: %1 ms, %2 %6   2: %3 ms, %4 %6   ΔT %5 ms</translation>
    </message>
    <message>
        <source>   1/ΔT %1 Hz   Δ%2 %3 %4</source>
        <translation>   1/ΔT %1 Hz   Δ%2 %3 %4</translation>
    </message>
    <message>
        <source>A recording is played: what was on its conductors is not known.</source>
        <translation>Eine Aufzeichnung läuft: Was auf ihren Leitern war, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Save samples…</source>
        <translation>Abtastwerte speichern…</translation>
    </message>
    <message>
        <source>Save samples</source>
        <translation>Abtastwerte speichern</translation>
    </message>
    <message>
        <source>COMTRADE in one file (*.cff);;COMTRADE (*.cfg);;Comma-separated values (*.csv)</source>
        <translation>COMTRADE in einer Datei (*.cff);;COMTRADE (*.cfg);;Durch Kommas getrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
</context>
<context>
    <name>meter::gui::ScopePlot</name>
    <message>
        <source>Time from the trigger / ms</source>
        <translation>Zeit ab Trigger / ms</translation>
    </message>
    <message>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
</context>
<context>
    <name>meter::gui::SiteParts</name>
    <message>
        <source>A supply of its own, 120 V AC</source>
        <translation>Eine eigene Versorgung, 120 V AC</translation>
    </message>
    <message>
        <source>A DC supply, 125 V</source>
        <translation>Eine DC-Versorgung, 125 V</translation>
    </message>
    <message>
        <source>Direct, line to neutral (A–N)</source>
        <translation>Direkt, Leiter gegen Neutralleiter (A–N)</translation>
    </message>
    <message>
        <source>By a transformer %1:1, line to neutral (A–N)</source>
        <translation>Über einen Transformator %1:1, Leiter gegen Neutralleiter (A–N)</translation>
    </message>
    <message>
        <source>Direct, line to line (A–B)</source>
        <translation>Direkt, Leiter gegen Leiter (A–B)</translation>
    </message>
    <message>
        <source>By a transformer %1:1, line to line (A–B)</source>
        <translation>Über einen Transformator %1:1, Leiter gegen Leiter (A–B)</translation>
    </message>
    <message>
        <source>Control power comes from a supply of its own, %1 V AC.</source>
        <translation>Die Hilfsspannung kommt aus einer eigenen Versorgung, %1 V AC.</translation>
    </message>
    <message>
        <source>Control power comes from a DC supply, %1 V.</source>
        <translation>Die Hilfsspannung kommt aus einer DC-Versorgung, %1 V.</translation>
    </message>
    <message>
        <source>Control power comes directly from %1.</source>
        <translation>Die Hilfsspannung kommt direkt von %1.</translation>
    </message>
    <message>
        <source>Control power comes from %1 by a transformer %2:1.</source>
        <translation>Die Hilfsspannung kommt von %1 über einen Transformator %2:1.</translation>
    </message>
    <message numerus="yes">
        <source>%n terminating resistor(s)</source>
        <translation>
            <numerusform>%n Abschlusswiderstand</numerusform>
            <numerusform>%n Abschlusswiderstände</numerusform>
        </translation>
    </message>
    <message>
        <source>The fuse of the control power is good. Click to blow it.</source>
        <translation>Die Sicherung der Hilfsspannung ist in Ordnung. Klick: durchbrennen lassen.</translation>
    </message>
    <message>
        <source>The fuse of the control power is blown. Click to replace it.</source>
        <translation>Die Sicherung der Hilfsspannung ist durchgebrannt. Klick: ersetzen.</translation>
    </message>
    <message>
        <source>The meter&apos;s own supply is good. Click to damage it.</source>
        <translation>Das Netzteil des Messgeräts ist in Ordnung. Klick: beschädigen.</translation>
    </message>
    <message>
        <source>The meter&apos;s own supply is damaged. Click to replace it.</source>
        <translation>Das Netzteil des Messgeräts ist beschädigt. Klick: ersetzen.</translation>
    </message>
    <message>
        <source>+ and − of the RS-485 line are exchanged. Click to turn them back.</source>
        <translation>+ und − der RS-485-Leitung sind vertauscht. Klick: zurücktauschen.</translation>
    </message>
    <message>
        <source>+ and − of the RS-485 line are right. Click to exchange them.</source>
        <translation>+ und − der RS-485-Leitung sind richtig. Klick: vertauschen.</translation>
    </message>
    <message>
        <source>A wire of the RS-485 line is broken. Click to mend it.</source>
        <translation>Eine Ader der RS-485-Leitung ist unterbrochen. Klick: reparieren.</translation>
    </message>
    <message>
        <source>The wires of the RS-485 line are whole. Click to break one.</source>
        <translation>Die Adern der RS-485-Leitung sind ganz. Klick: eine unterbrechen.</translation>
    </message>
    <message>
        <source>The shield of the RS-485 line is not earthed. Click to connect it.</source>
        <translation>Der Schirm der RS-485-Leitung ist nicht geerdet. Klick: anschließen.</translation>
    </message>
    <message>
        <source>The shield of the RS-485 line is earthed. Click to take it off.</source>
        <translation>Der Schirm der RS-485-Leitung ist geerdet. Klick: abnehmen.</translation>
    </message>
    <message numerus="yes">
        <source>The RS-485 line has %n terminating resistor(s); one at each end is right.</source>
        <translation>
            <numerusform>Die RS-485-Leitung hat %n Abschlusswiderstand; einer an jedem Ende ist richtig.</numerusform>
            <numerusform>Die RS-485-Leitung hat %n Abschlusswiderstände; einer an jedem Ende ist richtig.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meter::gui::SiteSwitches</name>
    <message>
        <source>&amp;Replace the fuse</source>
        <translation>Sicherung &amp;ersetzen</translation>
    </message>
    <message>
        <source>Disconnect and fuses</source>
        <translation>Trennschalter und Sicherungen</translation>
    </message>
    <message>
        <source>Voltage lead %1</source>
        <translation>Spannungsleitung %1</translation>
    </message>
    <message>
        <source>Control power</source>
        <translation>Hilfsspannung</translation>
    </message>
    <message>
        <source>Fuse</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>The voltage disconnect is closed: leads are live.</source>
        <translation>Der Trennschalter ist zu: Leitungen führen Spannung.</translation>
    </message>
    <message>
        <source>The voltage disconnect is open.</source>
        <translation>Der Trennschalter ist offen.</translation>
    </message>
    <message>
        <source>&amp;Open it</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Close it</source>
        <translation>&amp;Schließen</translation>
    </message>
</context>
<context>
    <name>meter::gui::SiteWiring</name>
    <message>
        <source>Control power</source>
        <translation>Hilfsspannung</translation>
    </message>
    <message>
        <source>RS-485 line</source>
        <translation>RS-485-Leitung</translation>
    </message>
</context>
<context>
    <name>meter::gui::SourceDock</name>
    <message>
        <source>Voltage</source>
        <translation>Spannung</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>DC offset</source>
        <translation>Gleichanteil</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>Power factor</source>
        <translation>Leistungsfaktor</translation>
    </message>
    <message>
        <source>Lags by</source>
        <translation>Nacheilung</translation>
    </message>
    <message>
        <source>Fre&amp;quency</source>
        <translation>Fre&amp;quenz</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Frequenz</translation>
    </message>
    <message>
        <source>&amp;Link phases</source>
        <translation>Phasen &amp;koppeln</translation>
    </message>
    <message>
        <source>One field sets all phases</source>
        <translation>Ein Feld stellt alle Phasen ein</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Harmonics</source>
        <translation>Oberschwingungen</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>Flicker</translation>
    </message>
    <message>
        <source>Depth of the flicker</source>
        <translation>Tiefe des Flickers</translation>
    </message>
    <message>
        <source>Peak to peak, of the nominal voltage</source>
        <translation>Spitze-Spitze, bezogen auf die Nennspannung</translation>
    </message>
    <message>
        <source>Rate of the flicker</source>
        <translation>Rate des Flickers</translation>
    </message>
    <message>
        <source>sine</source>
        <translation>Sinus</translation>
    </message>
    <message>
        <source>square</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Shape of the flicker</source>
        <translation>Form des Flickers</translation>
    </message>
    <message>
        <source>Interharmonics</source>
        <translation>Zwischenharmonische</translation>
    </message>
    <message>
        <source>Installation</source>
        <translation>Installation</translation>
    </message>
    <message>
        <source>A recording is played: what is set here does not reach the meter until another scenario is opened.</source>
        <translation>Eine Aufzeichnung läuft: Was hier eingestellt wird, erreicht das Messgerät erst, wenn ein anderes Szenario geöffnet wird.</translation>
    </message>
</context>
<context>
    <name>meter::gui::SpectrumDock</name>
    <message>
        <source>Voltages</source>
        <translation>Spannungen</translation>
    </message>
    <message>
        <source>Currents</source>
        <translation>Ströme</translation>
    </message>
    <message>
        <source>Harmonics of</source>
        <translation>Oberschwingungen von</translation>
    </message>
    <message>
        <source>to order %1</source>
        <translation>bis Ordnung %1</translation>
    </message>
    <message>
        <source>Highest order shown</source>
        <translation>Höchste gezeigte Ordnung</translation>
    </message>
    <message>
        <source>Fundamental</source>
        <translation>Grundschwingung</translation>
    </message>
    <message>
        <source>Show order 1 too: 100 %</source>
        <translation>Auch Ordnung 1 zeigen: 100 %</translation>
    </message>
    <message>
        <source>Harmonics, in percent of the fundamental</source>
        <translation>Oberschwingungen, in Prozent der Grundschwingung</translation>
    </message>
    <message>
        <source>Point at an order, or choose one with the arrow keys</source>
        <translation>Auf eine Ordnung zeigen oder mit den Pfeiltasten eine wählen</translation>
    </message>
    <message>
        <source>Order %1, %2 Hz:</source>
        <translation>Ordnung %1, %2 Hz:</translation>
    </message>
    <message>
        <source>beyond sampling</source>
        <translation>jenseits der Abtastung</translation>
    </message>
    <message>
        <source> (there: %1)</source>
        <translation> (vorhanden: %1)</translation>
    </message>
    <message>
        <source>No samples yet</source>
        <translation>Noch keine Abtastwerte</translation>
    </message>
    <message>
        <source>true RMS</source>
        <translation>Effektivwert</translation>
    </message>
    <message>
        <source>fundamental</source>
        <translation>Grundschwingung</translation>
    </message>
    <message>
        <source>THD</source>
        <translation>THD</translation>
    </message>
    <message>
        <source>Bars: at the meter&apos;s inputs. Outlines: in the conductors. Hatched: beyond what 2520 samples a second can tell.</source>
        <translation>Balken: an den Eingängen des Messgeräts. Umrisse: in den Leitern. Schraffiert: jenseits dessen, was 2520 Abtastwerte je Sekunde unterscheiden.</translation>
    </message>
    <message>
        <source>A recording is played: what was on its conductors is not known.</source>
        <translation>Eine Aufzeichnung läuft: Was auf ihren Leitern war, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Bars: at the meter&apos;s inputs. Outlines: in the conductors.</source>
        <translation>Balken: an den Eingängen des Messgeräts. Umrisse: in den Leitern.</translation>
    </message>
</context>
<context>
    <name>meter::gui::StartPage</name>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>A power meter that measures, shows and answers Modbus as the real one does. Its keys can be clicked, and your programs can read it.</source>
        <translation>Ein Leistungsmessgerät, das misst, anzeigt und über Modbus antwortet wie das echte. Seine Tasten lassen sich anklicken, und Ihre Programme können es lesen.</translation>
    </message>
    <message>
        <source>Open last</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Search the examples</source>
        <translation>Beispiele durchsuchen</translation>
    </message>
    <message>
        <source>Double-click or Enter: open it</source>
        <translation>Doppelklick oder Eingabe: öffnen</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>Was es zeigt</translation>
    </message>
</context>
<context>
    <name>meter::gui::StatusLine</name>
    <message>
        <source>Masters connected, and requests answered since the start</source>
        <translation>Verbundene Master und seit dem Start beantwortete Anfragen</translation>
    </message>
    <message>
        <source>Time of the meter since the scenario began</source>
        <translation>Zeit des Messgeräts seit Beginn des Szenarios</translation>
    </message>
    <message>
        <source>Speed of the meter&apos;s time against the wall clock</source>
        <translation>Tempo der Gerätezeit gegenüber der Uhr</translation>
    </message>
    <message>
        <source>Masters: %L1   Answers: %L2</source>
        <translation>Master: %L1   Antworten: %L2</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>meter::gui::TaskCard</name>
    <message>
        <source>Its turn comes after the tasks above.</source>
        <translation>Sie kommt nach den Aufgaben darüber an die Reihe.</translation>
    </message>
    <message>
        <source>Recorded: %1</source>
        <translation>Eingetragen: %1</translation>
    </message>
    <message>
        <source>Measure first; the reading is your evidence.</source>
        <translation>Messen Sie zuerst; der Messwert ist Ihr Beleg.</translation>
    </message>
    <message>
        <source>Not right: %1. Tries left: %2. A wrong answer costs a third of the points.</source>
        <translation>Nicht richtig: %1. Versuche übrig: %2. Eine falsche Antwort kostet ein Drittel der Punkte.</translation>
    </message>
    <message>
        <source>Hint %1: %2</source>
        <translation>Hinweis %1: %2</translation>
    </message>
    <message>
        <source>This does not count: %1</source>
        <translation>Das zählt nicht: %1</translation>
    </message>
    <message>
        <source>✓ Done: %1 of %2 points.</source>
        <translation>✓ Erledigt: %1 von %2 Punkten.</translation>
    </message>
    <message>
        <source>Not right, and there are no tries left.</source>
        <translation>Nicht richtig, und es gibt keinen Versuch mehr.</translation>
    </message>
    <message>
        <source>Given up.</source>
        <translation>Aufgegeben.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Hint (%n point(s))</source>
        <translation>
            <numerusform>&amp;Hinweis (%n Punkt)</numerusform>
            <numerusform>&amp;Hinweis (%n Punkte)</numerusform>
        </translation>
    </message>
    <message>
        <source>Costs points</source>
        <translation>Kostet Punkte</translation>
    </message>
    <message>
        <source>Give this task &amp;up</source>
        <translation>Aufgabe auf&amp;geben</translation>
    </message>
    <message>
        <source>Explains it; its points are lost</source>
        <translation>Erklärt sie; ihre Punkte sind verloren</translation>
    </message>
</context>
<context>
    <name>meter::gui::TaskPage</name>
    <message>
        <source>&amp;Next task</source>
        <translation>&amp;Nächste Aufgabe</translation>
    </message>
    <message>
        <source>Wait %1 minutes</source>
        <translation>%1 Minuten warten</translation>
    </message>
    <message>
        <source>&amp;All lessons</source>
        <translation>&amp;Alle Lektionen</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Job sheet: %1</source>
        <translation>Auftrag: %1</translation>
    </message>
    <message>
        <source>%1 points in all</source>
        <translation>insgesamt %1 Punkte</translation>
    </message>
    <message>
        <source>%1 of %2 points</source>
        <translation>%1 von %2 Punkten</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>&amp;Leave the site…</source>
        <translation>Anlage &amp;verlassen…</translation>
    </message>
    <message>
        <source>Hand &amp;in…</source>
        <translation>A&amp;bgeben…</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Nicht bestanden: %1</translation>
    </message>
    <message>
        <source>−%1 points: %2</source>
        <translation>−%1 Punkte: %2</translation>
    </message>
    <message>
        <source>Yes, hand it in: nothing counts after that</source>
        <translation>Ja, abgeben: danach zählt nichts mehr</translation>
    </message>
</context>
<context>
    <name>meter::gui::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Bookmark “%1”</source>
        <translation>Lesezeichen „%1“</translation>
    </message>
    <message>
        <source>Seen: %1</source>
        <translation>Gesehen: %1</translation>
    </message>
</context>
<context>
    <name>meter::gui::TonesEdit</name>
    <message>
        <source>Interharmonics</source>
        <translation>Zwischenharmonische</translation>
    </message>
    <message>
        <source>none, or 175 Hz 2 %</source>
        <translation>keine, oder 175 Hz 2 %</translation>
    </message>
    <message>
        <source>differ</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>Tones between the harmonics: 175 Hz 2 %, 330 Hz 1 %</source>
        <translation>Töne zwischen den Oberschwingungen: 175 Hz 2 %, 330 Hz 1 %</translation>
    </message>
    <message>
        <source>Write tones like this: 175 Hz 2 %, 330 Hz 1 %.</source>
        <translation>Töne so schreiben: 175 Hz 2 %, 330 Hz 1 %.</translation>
    </message>
</context>
<context>
    <name>meter::gui::ToolsDock</name>
    <message>
        <source>Conductor in the clamp</source>
        <translation>Leiter in der Zange</translation>
    </message>
    <message>
        <source>First point of the voltmeter</source>
        <translation>Erster Punkt des Spannungsmessers</translation>
    </message>
    <message>
        <source>Second point of the voltmeter</source>
        <translation>Zweiter Punkt des Spannungsmessers</translation>
    </message>
    <message>
        <source>conductors A, B, C</source>
        <translation>Leiter A, B, C</translation>
    </message>
    <message>
        <source>terminals A, B, C</source>
        <translation>Klemmen A, B, C</translation>
    </message>
    <message>
        <source>Points of the phase-sequence tester</source>
        <translation>Punkte des Drehfeldprüfers</translation>
    </message>
    <message>
        <source>Clamp</source>
        <translation>Stromzange</translation>
    </message>
    <message>
        <source>True RMS of the current in one conductor</source>
        <translation>Echter Effektivwert des Stroms in einem Leiter</translation>
    </message>
    <message>
        <source>Voltmeter</source>
        <translation>Spannungsmesser</translation>
    </message>
    <message>
        <source>True RMS between two points: conductors, or terminals of the meter, which lie behind the fuses</source>
        <translation>Echter Effektivwert zwischen zwei Punkten: Leitern oder Klemmen des Messgeräts, die hinter den Sicherungen liegen</translation>
    </message>
    <message>
        <source>Phase sequence</source>
        <translation>Drehfeld</translation>
    </message>
    <message>
        <source>Which phase follows which</source>
        <translation>Welche Phase auf welche folgt</translation>
    </message>
    <message>
        <source>A recording is played: what was on its conductors is not known.</source>
        <translation>Eine Aufzeichnung läuft: Was auf ihren Leitern war, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Hand tools show what is really there. Where the meter reads something else, its wiring or its setup is wrong.</source>
        <translation>Handmessgeräte zeigen, was wirklich da ist. Wo das Messgerät etwas anderes liest, stimmt seine Verdrahtung oder Einstellung nicht.</translation>
    </message>
    <message>
        <source>conductor %1</source>
        <translation>Leiter %1</translation>
    </message>
    <message>
        <source>terminal %1</source>
        <translation>Klemme %1</translation>
    </message>
</context>
<context>
    <name>meter::gui::TrafficDock</name>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Let the table stand still; nothing is lost</source>
        <translation>Die Tabelle anhalten; nichts geht verloren</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Keep the newest frame in sight</source>
        <translation>Das neueste Telegramm im Blick behalten</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Forget the frames so far</source>
        <translation>Die bisherigen Telegramme verwerfen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Write what is shown to a file: text or pcapng</source>
        <translation>Das Angezeigte in eine Datei schreiben: Text oder pcapng</translation>
    </message>
    <message>
        <source>Filter: unit:1 function:3 register:voltage_an endpoint:tcp requests answers errors …</source>
        <translation>Filter: unit:1 function:3 register:voltage_an endpoint:tcp requests answers errors …</translation>
    </message>
    <message>
        <source>Filter of the traffic</source>
        <translation>Filter der Telegramme</translation>
    </message>
    <message>
        <source>Frames on the wire</source>
        <translation>Telegramme auf der Leitung</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Fields of the chosen frame</source>
        <translation>Felder des gewählten Telegramms</translation>
    </message>
    <message>
        <source>wall time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>all bytes</source>
        <translation>alle Bytes</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Byte</numerusform>
        </translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Nach %1 geschrieben</translation>
    </message>
    <message>
        <source>Export the traffic</source>
        <translation>Telegramme exportieren</translation>
    </message>
    <message>
        <source>Capture for Wireshark (*.pcapng)</source>
        <translation>Mitschnitt für Wireshark (*.pcapng)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
</context>
<context>
    <name>meter::gui::TrafficModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Meter s</source>
        <translation>Gerät s</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
</context>
<context>
    <name>meter::gui::TrainerView</name>
    <message>
        <source>Do the next &amp;step</source>
        <translation>Nächster &amp;Schritt</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Trainer&apos;s view: nothing counts</source>
        <translation>Sicht des Ausbilders: nichts zählt</translation>
    </message>
    <message>
        <source>The solution, step by step</source>
        <translation>Die Lösung, Schritt für Schritt</translation>
    </message>
    <message>
        <source>No fault is hidden.</source>
        <translation>Kein Fehler ist versteckt.</translation>
    </message>
    <message>
        <source>Hidden: %1</source>
        <translation>Versteckt: %1</translation>
    </message>
</context>
<context>
    <name>meter::gui::TrendDock</name>
    <message>
        <source>Registers over meter time</source>
        <translation>Register über der Gerätezeit</translation>
    </message>
    <message>
        <source>Wheel: zoom the time. Drag: move. Double click: follow the present.</source>
        <translation>Mausrad: Zeit vergrößern. Ziehen: verschieben. Doppelklick: der Gegenwart folgen.</translation>
    </message>
    <message>
        <source>Registers in the trend</source>
        <translation>Register im Verlauf</translation>
    </message>
    <message>
        <source>Delete removes the selected register</source>
        <translation>Entf entfernt das ausgewählte Register</translation>
    </message>
    <message>
        <source>Add a register…</source>
        <translation>Register hinzufügen…</translation>
    </message>
    <message>
        <source>Register to add</source>
        <translation>Hinzuzufügendes Register</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Gezeigte Zeit</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Hold the picture; the past is gathered all the same</source>
        <translation>Das Bild festhalten; aufgezeichnet wird trotzdem</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Write the registers shown to a CSV file</source>
        <translation>Die gezeigten Register in eine CSV-Datei schreiben</translation>
    </message>
    <message>
        <source>There is no register “%1”</source>
        <translation>Ein Register „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>There is no register “%1”; did you mean %2?</source>
        <translation>Ein Register „%1“ gibt es nicht; ist %2 gemeint?</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 wurde nicht geschrieben: %2</translation>
    </message>
    <message>
        <source>Export the trend</source>
        <translation>Verlauf exportieren</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv);;All files (*)</source>
        <translation>Durch Kommas getrennte Werte (*.csv);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>meter::gui::TrendPlot</name>
    <message>
        <source>Meter time</source>
        <translation>Gerätezeit</translation>
    </message>
</context>
<context>
    <name>meter::gui::WiringDiagram</name>
    <message>
        <source>Wiring diagram</source>
        <translation>Anschlussbild</translation>
    </message>
    <message>
        <source>Voltage terminal %1 is open.</source>
        <translation>Spannungsklemme %1 ist offen.</translation>
    </message>
    <message>
        <source>Voltage terminal %1 is on conductor %2.</source>
        <translation>Spannungsklemme %1 liegt an Leiter %2.</translation>
    </message>
    <message>
        <source>CT %1 encloses no conductor.</source>
        <translation>Stromwandler %1 umschließt keinen Leiter.</translation>
    </message>
    <message>
        <source>CT %1 encloses conductor %2, the wrong way round.</source>
        <translation>Stromwandler %1 umschließt Leiter %2, verkehrt herum.</translation>
    </message>
    <message>
        <source>CT %1 encloses conductor %2.</source>
        <translation>Stromwandler %1 umschließt Leiter %2.</translation>
    </message>
    <message>
        <source>Click to turn it round, drag it to another conductor or away to open it.</source>
        <translation>Klicken dreht ihn um; auf einen anderen Leiter ziehen oder zum Öffnen wegziehen.</translation>
    </message>
    <message>
        <source>Drag it to another conductor, or away to open it.</source>
        <translation>Auf einen anderen Leiter ziehen oder zum Öffnen wegziehen.</translation>
    </message>
    <message>
        <source>The fuse of voltage %1 is good. Click to blow it.</source>
        <translation>Die Sicherung der Spannung %1 ist heil. Klicken, um sie durchzubrennen.</translation>
    </message>
    <message>
        <source>The fuse of voltage %1 is blown. Click to replace it.</source>
        <translation>Die Sicherung der Spannung %1 ist durchgebrannt. Klicken, um sie zu ersetzen.</translation>
    </message>
    <message>
        <source>The disconnect of the voltage leads is closed. Click to open it.</source>
        <translation>Der Trennschalter der Spannungsleitungen ist geschlossen. Klicken, um ihn zu öffnen.</translation>
    </message>
    <message>
        <source>The disconnect of the voltage leads is open. Click to close it.</source>
        <translation>Der Trennschalter der Spannungsleitungen ist offen. Klicken, um ihn zu schließen.</translation>
    </message>
    <message>
        <source>Blow the fuse of voltage %1</source>
        <translation>Sicherung der Spannung %1 durchbrennen</translation>
    </message>
    <message>
        <source>Replace the fuse of voltage %1</source>
        <translation>Sicherung der Spannung %1 ersetzen</translation>
    </message>
    <message>
        <source>Open the disconnect</source>
        <translation>Trennschalter öffnen</translation>
    </message>
    <message>
        <source>Close the disconnect</source>
        <translation>Trennschalter schließen</translation>
    </message>
    <message>
        <source>To conductor %1</source>
        <translation>Auf Leiter %1</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>Abnehmen</translation>
    </message>
    <message>
        <source>Turn it round</source>
        <translation>Umdrehen</translation>
    </message>
    <message>
        <source>CT %1 encloses %2; a minus is the wrong way round.</source>
        <translation>CT %1 umschließt %2; ein Minus heißt verkehrt herum.</translation>
    </message>
    <message>
        <source>Round other conductors as well</source>
        <translation>Auch um andere Leiter</translation>
    </message>
    <message>
        <source>Conductor %1</source>
        <translation>Leiter %1</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Gar nicht</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n Windung</numerusform>
            <numerusform>%n Windungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s), the wrong way round</source>
        <translation>
            <numerusform>%n Windung, verkehrt herum</numerusform>
            <numerusform>%n Windungen, verkehrt herum</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meter::gui::WiringDock</name>
    <message>
        <source>Diagram %1: %2</source>
        <translation>Bild %1: %2</translation>
    </message>
    <message>
        <source>Wire it as a diagram of the guide</source>
        <translation>Nach einem Anschlussbild der Anleitung verdrahten</translation>
    </message>
    <message>
        <source>Wire it as in the guide…</source>
        <translation>Wie in der Anleitung…</translation>
    </message>
    <message>
        <source>set the &amp;meter too</source>
        <translation>auch das Messgerät &amp;einstellen</translation>
    </message>
    <message>
        <source>Mistakes of installers</source>
        <translation>Installationsfehler</translation>
    </message>
    <message>
        <source>Rating of the CTs fitted</source>
        <translation>Nennstrom der eingebauten Stromwandler</translation>
    </message>
    <message>
        <source>Ratio of the PTs fitted</source>
        <translation>Übersetzung der eingebauten Spannungswandler</translation>
    </message>
    <message>
        <source>&amp;CTs fitted</source>
        <translation>&amp;CTs eingebaut</translation>
    </message>
    <message>
        <source>PT &amp;ratio fitted</source>
        <translation>PT-&amp;Übersetzung</translation>
    </message>
    <message>
        <source>Set the &amp;meter</source>
        <translation>Messgerät ein&amp;stellen</translation>
    </message>
    <message>
        <source>Writes what is fitted into the meter, as a master does</source>
        <translation>Schreibt das Eingebaute in das Messgerät, wie es ein Master tut</translation>
    </message>
    <message>
        <source>A %1 service is wired, but the meter is set to %2: it needs %3.</source>
        <translation>Verdrahtet ist ein Netz %1, das Messgerät ist aber auf %2 eingestellt: Es braucht %3.</translation>
    </message>
    <message>
        <source>CTs of %1 A are fitted, but the meter is set to %2 A.</source>
        <translation>Eingebaut sind Stromwandler für %1 A, das Messgerät ist aber auf %2 A eingestellt.</translation>
    </message>
    <message>
        <source>PTs of %1:1 are fitted, but the meter is set to %2:1.</source>
        <translation>Eingebaut sind Spannungswandler %1:1, das Messgerät ist aber auf %2:1 eingestellt.</translation>
    </message>
    <message>
        <source>The meter is set to what is fitted.</source>
        <translation>Das Messgerät ist auf das Eingebaute eingestellt.</translation>
    </message>
    <message>
        <source>The meter will read</source>
        <translation>Das Messgerät wird zeigen</translation>
    </message>
    <message>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>kW</source>
        <translation>kW</translation>
    </message>
    <message>
        <source>PF</source>
        <translation>PF</translation>
    </message>
    <message>
        <source>Phase %1</source>
        <translation>Phase %1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>if it were wired right</source>
        <translation>bei richtiger Verdrahtung</translation>
    </message>
    <message>
        <source>Writes system type, CT size, PT ratio and system voltage as a master does</source>
        <translation>Schreibt Netzform, Stromwandler, Spannungswandler und Nennspannung wie ein Master</translation>
    </message>
    <message>
        <source>A recording is played at the meter&apos;s inputs: leads, CTs and PTs do not act.</source>
        <translation>Eine Aufzeichnung läuft an den Eingängen des Messgeräts: Leitungen und Wandler wirken nicht.</translation>
    </message>
</context>
<context>
    <name>meter::gui::WiringForecast</name>
    <message>
        <source>kW %1 %</source>
        <translation>kW %1 %</translation>
    </message>
    <message>
        <source>PF %1</source>
        <translation>PF %1</translation>
    </message>
    <message>
        <source>U %1</source>
        <translation>U %1</translation>
    </message>
    <message>
        <source>I %1</source>
        <translation>I %1</translation>
    </message>
    <message>
        <source>nothing: the meter reads what is there</source>
        <translation>nichts: das Messgerät zeigt, was ist</translation>
    </message>
</context>
<context>
    <name>meter::gui::WiringPainter</name>
    <message>
        <source>set to %1, CT %2 A, PT %3</source>
        <translation>eingestellt: %1, CT %2 A, PT %3</translation>
    </message>
    <message>
        <source>CT %1 A</source>
        <translation>CT %1 A</translation>
    </message>
    <message>
        <source>PT %1:1</source>
        <translation>PT %1:1</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
</context>
<context>
    <name>meter::gui::WiringPresets</name>
    <message>
        <source>1 phase, 2 wires, L-N, 1 CT</source>
        <translation>1 Phase, 2 Leiter, L-N, 1 CT</translation>
    </message>
    <message>
        <source>1 phase, 2 wires, L-L, 1 CT</source>
        <translation>1 Phase, 2 Leiter, L-L, 1 CT</translation>
    </message>
    <message>
        <source>1 phase, 3 wires, 2 CTs</source>
        <translation>1 Phase, 3 Leiter, 2 CTs</translation>
    </message>
    <message>
        <source>3 phases, 3 wires, delta, 3 CTs</source>
        <translation>3 Phasen, 3 Leiter, Dreieck, 3 CTs</translation>
    </message>
    <message>
        <source>3 phases, 4 wires, wye, 3 CTs</source>
        <translation>3 Phasen, 4 Leiter, Stern, 3 CTs</translation>
    </message>
    <message>
        <source>3 phases, 4 wires, wye, 3 CTs, 3 PTs</source>
        <translation>3 Phasen, 4 Leiter, Stern, 3 CTs, 3 PTs</translation>
    </message>
</context>
<context>
    <name>meter::gui::Workspaces</name>
    <message>
        <source>Learn</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Lessons and exams: operate the meter, wire it, find what is wrong with it.</source>
        <translation>Lektionen und Prüfungen: das Messgerät bedienen, verdrahten, Fehler finden.</translation>
    </message>
    <message>
        <source>Bench</source>
        <translation>Labor</translation>
    </message>
    <message>
        <source>Try things: set source, load and wiring, make faults, look at the waves.</source>
        <translation>Ausprobieren: Quelle, Last und Verdrahtung einstellen, Störungen machen, die Kurven ansehen.</translation>
    </message>
    <message>
        <source>Fake meter</source>
        <translation>Testgerät</translation>
    </message>
    <message>
        <source>A meter for your SCADA system: connect to it, and see what passes.</source>
        <translation>Ein Messgerät für Ihr SCADA-System: verbinden und sehen, was übertragen wird.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Scenarios with expectations: play them, edit them, keep the report.</source>
        <translation>Szenarien mit Erwartungen: abspielen, bearbeiten, den Bericht aufheben.</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>meter::gui::DockTable</name>
    <message>
        <source>Readings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source and load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wiring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phasors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Troubleshooting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::EndpointLabel</name>
    <message>
        <source>Modbus TCP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RTU over TCP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modbus RTU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::EndpointModel</name>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong CRC, noise, other addresses, wrong baud rate or parity</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::EndpointRequest</name>
    <message>
        <source>Modbus TCP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RTU over TCP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial over TCP (RFC 2217)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual serial port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A path is missing, such as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no address: write host:port, such as %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::FaceplateWidget</name>
    <message>
        <source>Power meter, front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarm contact closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarm contact open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::FaultForm</name>
    <message>
        <source>&amp;Apply now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fault is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one above; double click applies it at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long, such as 2 s or 12 cycles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until it is ended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::FaultGroups</name>
    <message>
        <source>Dips and interruptions (IEC 61000)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ride-through (SEMI F47, ITIC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories of IEEE 1159</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dips and swells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unbalance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harmonics and noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wiring and fitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> after %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasts until it is ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasts %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasts %1 s at 60 Hz, %2 s at 50 Hz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::FaultsDock</name>
    <message>
        <source>Search faults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library of faults</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::FileMenu</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open scenario…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save scenario as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is set up now, as a scenario that begins with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a &amp;picture of the front…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;%1  %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios (*.yaml *.yml);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios (*.yaml *.yml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a picture of the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG images (*.png);;SVG drawings (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written; choose another folder, and a name that ends in .png or .svg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::Glass</name>
    <message>
        <source>Phase A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnostic alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The display is blank: no control power.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::Happenings</name>
    <message>
        <source>voltage A over range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voltage B over range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voltage C over range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>current A over range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>current B over range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>current C over range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frequency out of range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phase loss A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phase loss B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phase loss C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low power factor A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low power factor B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low power factor C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>energy pulses overrun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>energy pulses wrongly configured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert over: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control power came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control power went</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarm contact closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarm contact opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meter&apos;s settings changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energies cleared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::HarmonicsEditor</name>
    <message>
        <source>Voltages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harmonics of voltages or currents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harmonics of which phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harmonics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the harmonic to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All phases</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::HarmonicsModel</name>
    <message>
        <source>differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angle</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::Help</name>
    <message>
        <source>Troubleshooting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;What do you see?&lt;/p&gt;&lt;ul&gt;&lt;li&gt;&lt;a href=&quot;page:wrench&quot;&gt;The wrench is lit on the display&lt;/a&gt;&lt;/li&gt;&lt;li&gt;&lt;a href=&quot;page:blank&quot;&gt;The display is blank&lt;/a&gt;&lt;/li&gt;&lt;li&gt;&lt;a href=&quot;page:setup&quot;&gt;The readings are wrong: is the meter set up as it is wired?&lt;/a&gt;&lt;/li&gt;&lt;li&gt;&lt;a href=&quot;page:voltage&quot;&gt;The readings are wrong: do the voltages arrive?&lt;/a&gt;&lt;/li&gt;&lt;li&gt;&lt;a href=&quot;page:wiring&quot;&gt;The readings are wrong: is each wire in its place?&lt;/a&gt;&lt;/li&gt;&lt;li&gt;&lt;a href=&quot;page:line&quot;&gt;The meter cannot be reached&lt;/a&gt;&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;On each page, &lt;b&gt;Show me&lt;/b&gt; sets up that very trouble in the running meter. Look at it as long as you like, then put it right again.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wrench is lit on the display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;The meter has found something wrong at its inputs. Which it is, the ALERT menu of the display says, and so do the bits of register 146.&lt;/p&gt;&lt;p&gt;&lt;b&gt;A phase is lost.&lt;/b&gt; A voltage has fallen below the phase loss limit, or the voltages differ too much. The alarm contact closes as well. Look for blown fuses and open leads.&lt;/p&gt;[show:phase-loss]&lt;p&gt;&lt;b&gt;A voltage or a current is above the range.&lt;/b&gt; Beyond 120 % of its rating an input no longer measures truly. Are the CTs large enough?&lt;/p&gt;[show:over-current]&lt;p&gt;&lt;b&gt;The frequency is outside 45 to 65 Hz.&lt;/b&gt;&lt;/p&gt;[show:frequency]&lt;p&gt;&lt;b&gt;The power factor is low.&lt;/b&gt; Often not the load but a CT on the wrong phase: see &lt;a href=&quot;page:wiring&quot;&gt;the wiring&lt;/a&gt;.&lt;/p&gt;[show:cts-swapped]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The display is blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;The meter gets too little control power, or none. Measure at the control power terminals whether the voltage is there that the label asks for, and check the fuse.&lt;/p&gt;&lt;p&gt;A heart that beats on the display says that the meter runs. Without control power the alarm contact is closed and no master gets an answer.&lt;/p&gt;[show:power-off]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The readings are wrong: how the meter is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;The meter cannot know what it is wired to. Compare what is set under SETUP with what is printed on the CTs and PTs and with the service.&lt;/p&gt;&lt;p&gt;&lt;b&gt;CT size.&lt;/b&gt; Currents, powers and energies are all off by the same factor; the voltages are right.&lt;/p&gt;[show:ct-size]&lt;p&gt;&lt;b&gt;PT ratio.&lt;/b&gt; Voltages, powers and energies are off by the same factor; the currents are right.&lt;/p&gt;[show:pt-ratio]&lt;p&gt;&lt;b&gt;System type.&lt;/b&gt; It decides which inputs count. Values that it does not have show dashes and read as invalid.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The readings are wrong: the voltage inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Measure at the meter&apos;s voltage terminals and compare with the display.&lt;/p&gt;&lt;p&gt;&lt;b&gt;One voltage is missing.&lt;/b&gt; A fuse has blown or a lead is loose: a third of the power is missing with it.&lt;/p&gt;[show:phase-loss]&lt;p&gt;&lt;b&gt;The neutral is lost.&lt;/b&gt; The star point moves to where the loads push it: some phases get too much voltage and others too little.&lt;/p&gt;[show:neutral]&lt;p&gt;&lt;b&gt;All voltages are low.&lt;/b&gt; Then it is the grid.&lt;/p&gt;[show:undervoltage]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The readings are wrong: the wiring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Each CT must enclose the conductor whose voltage is on the terminal of the same letter. Follow every lead from end to end. The docks &lt;b&gt;Phasors&lt;/b&gt; and &lt;b&gt;Wiring&lt;/b&gt; show what is on the conductors beside what the meter gets.&lt;/p&gt;&lt;p&gt;&lt;b&gt;A CT is reversed.&lt;/b&gt; Its arrow points the wrong way. This meter counts the power of a phase without its sign, so the readings look right; other meters would subtract it.&lt;/p&gt;[show:ct-reversed]&lt;p&gt;&lt;b&gt;Two CTs are exchanged.&lt;/b&gt; Voltages and currents look right, but the powers and power factors of both phases are wrong.&lt;/p&gt;[show:cts-swapped]&lt;p&gt;&lt;b&gt;A CT is not closed.&lt;/b&gt; Its current is zero, or far too small.&lt;/p&gt;[show:ct-open]&lt;p&gt;&lt;b&gt;Two voltage leads are exchanged.&lt;/b&gt; As with exchanged CTs; besides, the phases follow each other in the order A, C, B.&lt;/p&gt;[show:voltages-swapped]&lt;p&gt;&lt;b&gt;The neutral is on a phase terminal.&lt;/b&gt; Two voltages are &amp;radic;3 times too large.&lt;/p&gt;[show:neutral-exchanged]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meter cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Watch the docks &lt;b&gt;Line&lt;/b&gt; and &lt;b&gt;Log&lt;/b&gt; while a master asks: they say what arrives and why it is not answered.&lt;/p&gt;&lt;p&gt;&lt;b&gt;The address is another one.&lt;/b&gt; A meter is silent to requests that are not for it. Look under SETUP, or let the master search.&lt;/p&gt;[show:address]&lt;p&gt;&lt;b&gt;Baud rate or parity differ.&lt;/b&gt; All devices of a line must be set alike. The meter hears noise and stays silent.&lt;/p&gt;[show:baud]&lt;p&gt;&lt;b&gt;The line is open or exchanged.&lt;/b&gt; Check + and −, and the shield between all devices.&lt;/p&gt;[show:line-cut]&lt;p&gt;&lt;b&gt;The line has no terminators.&lt;/b&gt; One at each end of the chain and none between: without them, answers are disturbed now and then.&lt;/p&gt;[show:line-noise]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show me: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fuse of voltage A has blown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currents above the CTs&apos; range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency below 45 Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control power is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CT size is set wrongly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PT ratio was left at 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The neutral of the service is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All voltages are low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CT A is reversed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CTs A and B are exchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CT A is not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voltage leads A and B are exchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads N and C are exchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meter has another address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meter has another baud rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A wire of the line is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No terminators: broken answers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::HelpDock</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End what is shown: the meter is as it was before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be shown in this meter: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown now: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::KeyButton</name>
    <message>
        <source>Plus key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous, or change the value (+ or Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minus key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next, or select the digit to the left (− or Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back (Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter, next screen or digit (Right)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::Language</name>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::Library</name>
    <message>
        <source>voltage dip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IEC 61000-4-11/-4-34, SEMI F47, ITIC, IEEE 1159</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A, B, C, a list or all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voltage that is left, of what was there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plain: each phase by itself; A to G: phasors, symmetrical to `phase`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voltage swell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IEEE 1159, ITIC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below 10 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IEEE 1159, IEC 61000-4-11</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low for long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IEEE 1159</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high for long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>negative sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EN 50160, IEEE 1159</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>negative sequence, of the positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between them, in A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other voltages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vector sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMS, one or three: A, B, C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one or three</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a spectrum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EN 50160, IEC 62053-22, IEEE 1159</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rectifier, six-pulse: of currents; en50160: of voltages; iec62053: of both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the whole spectrum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one harmonic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IEC 61000-4-7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the fundamental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tone between harmonics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the tone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another frequency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EN 50160</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the new frequency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a frequency that drifts and returns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EN 50160, load shedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hz a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before it goes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hz a second; 0: it stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a jump of the grid&apos;s angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>positive: the grid leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>impulsive transient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IEEE 1159, table 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V, or % of the crest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begins at this angle of the own phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oscillatory transient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the ring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commutation notches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notches a cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the fundamental at that instant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DC in the voltage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V, or % of the voltage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half-wave current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IEC 62053-21, DC test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>current in bursts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IEC 62053-22, sub-harmonics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cycles of current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cycles without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>white noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMS, of the nominal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voltage fluctuation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IEC 61000-4-15, IEEE 1159</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peak to peak, of the nominal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sine or square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>induction motor, direct on line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the load&apos;s current at first; falls to 1 within `for`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voltage that is left at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block demand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A, or % of the scenario&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a current in parts of the CT&apos;s rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IEC 62053-22, guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the CT&apos;s rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>power factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unequal currents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of what flows: A, B, C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leading reactive power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phasor sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of all phases together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real power against the load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the supply&apos;s neutral breaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Millman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>times the scenario&apos;s load, as impedances: A, B, C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a voltage lead without voltage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the guide, troubleshooting; closed forms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the meter&apos;s N is on nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two ropes exchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two of A, B, C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two voltage leads exchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>three ropes one further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forward: input A gets B, B gets C, C gets A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>three voltage leads one further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ropes the wrong way round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CT inputs: A, B, C, a list or all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ropes not snapped shut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N exchanged with a phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>terminal A, B or C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another CT than the one set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another PT than the one set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ratio, or % of the scenario&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 % residual, 0.5/0.5 cycles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IEC 61000-4-11/-4-34 class 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 % residual, 1/1 cycles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>70 % residual, 25/30 cycles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 % residual, 250/300 cycles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IEC 61000-4-11/-4-34 class 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>40 % residual, 10/12 cycles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>80 % residual, 250/300 cycles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>70 % residual on A, 25/30 cycles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IEC 61000-4-11/-4-34</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>70 % residual on AB, 25/30 cycles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V_BC=70 %, V_A unchanged, no zero sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sag type C (delta-wye between fault and meter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 % for 0.2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SEMI F47-0706 required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>70 % for 0.5 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>80 % for 1.0 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 % for 1 cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SEMI F47-0706 recommended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>80 % for 10 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 % continuous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 % for 0.02 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ITIC (CBEMA) 2000 curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>80 % for 10.0 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 % for 60.0 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>110 % for 60.0 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>120 % for 0.5 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>140 % for 0.003 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>200 % for 0.001 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1.2/50 us-like impulse 2 kV on A at 90 deg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IEEE 1159-2019 table 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>capacitor switching 400 Hz, 1.4 pu peak, decay 10 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 kHz ring, 4 pu, 20 us..</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sag instantaneous 0.5 pu 0.166667 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sag instantaneous deep 0.1 pu 0.5 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sag momentary 0.7 pu 2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sag temporary 0.85 pu 30 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>swell instantaneous 1.8 pu 0.333333 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>swell momentary 1.4 pu 2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>swell temporary 1.2 pu 30 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interruption momentary 0.05 pu 1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interruption temporary 0.0 pu 20 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interruption sustained 0.0 pu 120 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undervoltage 0.85 pu 120 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overvoltage 1.15 pu 120 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 % negative sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EN 50160 (95 % of 10 min)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 % negative sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IEEE 1159 range 0.5-2 %, severe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 % current unbalance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A 120, B 120, C 208 V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>240 V high-leg delta on system type 40</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all odd at their limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EN 50160 table (95 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>U5 10 %, I5 40 %, in phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IEC 62053-22 8.2.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I3 80 I5 60 I7 40 I9 20 % alternating sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>single-phase rectifier load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I5 35 I7 15 I11 8 I13 5 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6-pulse drive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>21st harmonic 5 % at 60 Hz = 1260 Hz = Nyquist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guide: true RMS to the 21st</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>23rd 5 % at 60 Hz folds on the 19th</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aliasing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>41st 5 % at 60 Hz folds on the fundamental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>175 Hz 2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.1 % DC in V, half-wave current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6 notches per cycle, 20 % deep, 0.3 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.5 % white noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dV/V 0.25 % square 8.8 Hz, about Pst 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IEC 61000-4-15 (8.8 Hz = most sensitive)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 % at 1 Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>59.5 Hz steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EN 50160 +-1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>60.5 Hz steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>57.0 Hz steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off-nominal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>45.0 Hz steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guide limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>65.0 Hz steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>44.9 Hz steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just outside: bit 6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>65.1 Hz steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50.0 Hz steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 Hz system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>49.5 Hz steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>47.0 Hz steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EN 50160 -6 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>52.0 Hz steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EN 50160 +4 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>60 -&gt; 57 Hz at 1 Hz/s, hold 5 s, back at 0.5 Hz/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UFLS event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROCOF 4 Hz/s for 1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>islanding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-20 deg at the start of a 60 % sag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sag with phase-angle jump</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6 x current, PF 0.2 -&gt; 0.85 in 4 s, sag to 92 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>induction motor start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 -&gt; 30 A at 450 s of a 900 s interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block demand test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>115 % Un, current circuits open, dt from 600e6/(k m Un Imax)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IEC no-load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.001 In, PF 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IEC starting current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>121 % of CT size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guide over-range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1.21 x 347 V L-N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neutral shift: solve Millman, A up, B/C down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broken supply neutral, 3:1 load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V_A = 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blown voltage fuse A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct wiring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>installation mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CT A reversed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CTs A and B reversed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all CTs reversed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CTs A&lt;-&gt;B swapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CTs A&lt;-&gt;B swapped and CT C reversed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CTs rotated (A sees I_B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CTs rotated (A sees I_C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voltages A&lt;-&gt;B swapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voltages rotated (A sees V_B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CT A open / not snapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voltage fuse A blown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neutral open (balanced)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N and C terminals exchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CT size set 200 but 100 A fitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CT size set 100 but 200 A fitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PT ratio left at 1 on a 4:1 PT</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::LineDock</name>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open one more endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the chosen endpoint and open this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the chosen endpoint and send its masters away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No master is connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the new address first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::LineSettingEdit</name>
    <message>
        <source>Modbus address of the meter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baud rate of the meter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>odd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parity of the meter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meter: address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baud, parity</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::LogDock</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected lines, or all that are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write them to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget all lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only lines with this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::LogModel</name>
    <message>
        <source>Scenario opened: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meter time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::MainWindow</name>
    <message>
        <source>The scenario was not opened. The meter goes on as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Meter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the meter&apos;s time (Ctrl+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the meter&apos;s time pass %1 as fast as the wall clock (Ctrl+%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Control power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the meter&apos;s control power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit into the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About metertwin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>metertwin %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A digital twin of the Leviton Series 4000-R power meter: a meter that measures, shows and answers Modbus as the real one does, on a grid that does what you tell it.&lt;br&gt;Free software under the GNU General Public License, version 3 or later. Not a product of, nor endorsed by, the meter&apos;s maker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ or Up, − or Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the meter&apos;s + and − keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the meter&apos;s arrow keys; hold to repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab, Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reach a key of the meter, press it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pause and resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+1, Ctrl+2, Ctrl+3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speed 1×, 10×, 60×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl++, Ctrl+−, Ctrl+0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom in, out, fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open a scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Troubleshooting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The choice counts from the next start of metertwin.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::MessageBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::MistakesView</name>
    <message>
        <source>&amp;Put right again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load at PF %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power factor of the load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What one will see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mistakes of installers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::ParameterEdit</name>
    <message>
        <source>feeds back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::PhaseGrid</name>
    <message>
        <source>%1, phase %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, all phases</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::PhasorModel</name>
    <message>
        <source>nothing arrives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reversed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is on conductor %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is on conductor %1, reversed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 times what flows: CT size?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 times what is there: PT ratio?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as on no conductor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the conductor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the meter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::PhasorsDock</name>
    <message>
        <source>%1, + %2&#xa0;%, − %3&#xa0;%, 0 %4&#xa0;%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the conductors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the meter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase sequence, and positive, negative and zero sequence in percent of the larger of the first two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thick: voltages. Thin: currents. Dashed: what is on the conductors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thick: voltages. Thin: currents. Voltage A is at 0°.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phasors on the conductors and at the meter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recording is played: what was on its conductors is not known.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::ReadingsDock</name>
    <message>
        <source>Readings, as a Modbus master reads them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::ReadingsModel</name>
    <message>
        <source>Real energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apparent energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactive energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactive power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apparent power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voltage A-N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voltage B-N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voltage C-N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voltage A-B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voltage B-C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voltage A-C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real power A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real power B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real power C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real demand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max. real demand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy pulses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::RegisterModel</name>
    <message>
        <source>R/W</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::RegisterWriter</name>
    <message>
        <source> (illegal data address)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (illegal data value: out of range, or it does not fit the other settings)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (device failure: the meter&apos;s memory could not be written)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A raw word is a number from 0 to 65535, or 0x0000 to 0xFFFF.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::RegistersDock</name>
    <message>
        <source>Search by number, name, unit, meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search registers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Integers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which registers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save all registers as they are now as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export registers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::RunningFaultsView</name>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acting now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: the world is as the source and the wiring say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End a&amp;ll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::ScenarioDock</name>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expectations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click or Enter: go back there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−5 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back by five seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a bookmark now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save what was done…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a scenario that repeats all that was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep now in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show more time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show less time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+1 cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+0.1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop, and go on by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meter seconds per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 held, %2 failed, %3 to come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>acting: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save what was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what-was-done.yaml</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios (*.yaml)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::ScopeControls</name>
    <message>
        <source>Freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the picture (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cursors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two lines that measure time and value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole picture, values just fitting (A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide %1 (key %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wave %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wave that triggers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↗ rising</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↘ falling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edge that triggers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level of the trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level of the trigger; or drag its line at the left of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens without a trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto: runs on without a trigger. Normal: waits for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time base: width of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::ScopeDock</name>
    <message>
        <source>Waveforms at the meter&apos;s inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel: zoom the time, with Ctrl the values. Drag: move. Double click: show all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No samples yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Triggered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for a trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No trigger: nothing crosses the level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1: %1 ms, %2 %6   2: %3 ms, %4 %6   ΔT %5 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>   1/ΔT %1 Hz   Δ%2 %3 %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::ScopePlot</name>
    <message>
        <source>Voltage / V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current / A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time from the trigger / ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::SourceDock</name>
    <message>
        <source>Voltage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DC offset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lags by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fre&amp;quency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Link phases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One field sets all phases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harmonics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth of the flicker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak to peak, of the nominal voltage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate of the flicker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape of the flicker</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::SpectrumDock</name>
    <message>
        <source>Voltages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harmonics of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to order %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest order shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fundamental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show order 1 too: 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harmonics, in percent of the fundamental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars: at the meter. Outlines: really there. Hatched: beyond what 2520 samples a second can tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at an order, or choose one with the arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order %1, %2 Hz:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beyond sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (there: %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No samples yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true RMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fundamental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>THD</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::StatusLine</name>
    <message>
        <source>Masters connected, and requests answered since the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of the meter since the scenario began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed of the meter&apos;s time against the wall clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masters: %L1   Answers: %L2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::TrafficDock</name>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the table stand still; nothing is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the newest frame in sight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the frames so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what is shown to a file: text or pcapng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: unit:1 function:3 register:voltage_an endpoint:tcp requests answers errors …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter of the traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames on the wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields of the chosen frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wall time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capture for Wireshark (*.pcapng)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::TrafficModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meter s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::TrendDock</name>
    <message>
        <source>Registers over meter time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel: zoom the time. Drag: move. Double click: follow the present.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registers in the trend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete removes the selected register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a register…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the picture; the past is gathered all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the registers shown to a CSV file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no register “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no register “%1”; did you mean %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the trend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::TrendPlot</name>
    <message>
        <source>Meter time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::WiringDiagram</name>
    <message>
        <source>Wiring diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voltage terminal %1 is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voltage terminal %1 is on conductor %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CT %1 encloses no conductor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CT %1 encloses conductor %2, the wrong way round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CT %1 encloses conductor %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to turn it round, drag it to another conductor or away to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag it to another conductor, or away to open it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::WiringDock</name>
    <message>
        <source>Diagram %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wire it as a diagram of the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wire it as in the guide…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set the &amp;meter too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes system type, PT ratio and system voltage as a master does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mistakes of installers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating of the CTs fitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio of the PTs fitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;CTs fitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PT &amp;ratio fitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the &amp;meter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes what is fitted into the meter, as a master does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A %1 service is wired, but the meter is set to %2: it needs %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CTs of %1 A are fitted, but the meter is set to %2 A.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PTs of %1:1 are fitted, but the meter is set to %2:1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meter is set to what is fitted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meter will read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>if it were wired right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::WiringForecast</name>
    <message>
        <source>kW %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PF %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>U %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing: the meter reads what is there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::WiringPainter</name>
    <message>
        <source>set to %1, CT %2 A, PT %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CT %1 A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PT %1:1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meter::gui::WiringPresets</name>
    <message>
        <source>1 phase, 2 wires, L-N, 1 CT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 phase, 2 wires, L-L, 1 CT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 phase, 3 wires, 2 CTs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 phases, 3 wires, delta, 3 CTs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 phases, 4 wires, wye, 3 CTs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 phases, 4 wires, wye, 3 CTs, 3 PTs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

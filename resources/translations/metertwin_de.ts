<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>meter::gui::DockTable</name>
    <message>
        <source>Source &amp; load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scope</source>
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
    <name>meter::gui::MainWindow</name>
    <message>
        <source>The scenario was not opened. The meter goes on as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open scenario…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
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
        <source>Open a scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios (*.yaml *.yml);;All files (*)</source>
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
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>meter::gui::CoursePage</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meter::gui::SiteParts</name>
    <message numerus="yes">
        <source>%n terminating resistor(s)</source>
        <translation>
            <numerusform>%n terminating resistor</numerusform>
            <numerusform>%n terminating resistors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The RS-485 line has %n terminating resistor(s); one at each end is right.</source>
        <translation>
            <numerusform>The RS-485 line has %n terminating resistor; one at each end is right.</numerusform>
            <numerusform>The RS-485 line has %n terminating resistors; one at each end is right.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meter::gui::TaskCard</name>
    <message numerus="yes">
        <source>&amp;Hint (%n point(s))</source>
        <translation>
            <numerusform>&amp;Hint (%n point)</numerusform>
            <numerusform>&amp;Hint (%n points)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meter::gui::TrafficDock</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meter::gui::WiringDiagram</name>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s), the wrong way round</source>
        <translation>
            <numerusform>%n turn, the wrong way round</numerusform>
            <numerusform>%n turns, the wrong way round</numerusform>
        </translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>meter::gui::AnswerField</name>
    <message>
        <source>A&amp;nswer</source>
        <translation>&amp;Responder</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Su respuesta</translation>
    </message>
</context>
<context>
    <name>meter::gui::BeginPage</name>
    <message>
        <source>&amp;Show how it is done</source>
        <translation>&amp;Mostrar cómo se hace</translation>
    </message>
    <message>
        <source>&amp;All lessons</source>
        <translation>&amp;Todas las lecciones</translation>
    </message>
    <message>
        <source>Your &amp;name, as it stands on the result:</source>
        <translation>Su &amp;nombre, tal como figurará en el resultado:</translation>
    </message>
    <message>
        <source>For trainers: hidden faults, every step of the solution, nothing counts</source>
        <translation>Para formadores: fallos ocultos, cada paso de la solución; nada cuenta</translation>
    </message>
    <message>
        <source>Job sheet:</source>
        <translation>Hoja de trabajo:</translation>
    </message>
    <message>
        <source>Time limit:</source>
        <translation>Tiempo límite:</translation>
    </message>
    <message>
        <source>Usual time:</source>
        <translation>Duración habitual:</translation>
    </message>
    <message>
        <source>Passed with:</source>
        <translation>Se aprueba con:</translation>
    </message>
    <message>
        <source>%1 % of %2 points</source>
        <translation>%1 % de %2 puntos</translation>
    </message>
    <message>
        <source>You may operate:</source>
        <translation>Puede manejar:</translation>
    </message>
    <message>
        <source>This is an exam. There are no hints, and nothing tells whether you are right before you hand it in. Everything that is not on your desk is closed. The clock runs on if the window closes unexpectedly; closing the window hands the exam in. Measure with the hand tools: they show what is really there.</source>
        <translation>Esto es un examen. No hay pistas, y nada indica si acierta antes de entregarlo. Todo lo que no está en su mesa está cerrado. El reloj sigue corriendo si la ventana termina de forma inesperada; cerrarla entrega el examen. Mida con los instrumentos de mano: muestran lo que hay de verdad.</translation>
    </message>
    <message>
        <source>Go on where you &amp;stopped</source>
        <translation>&amp;Seguir donde lo dejó</translation>
    </message>
    <message>
        <source>&amp;Begin the exam</source>
        <translation>&amp;Empezar el examen</translation>
    </message>
    <message>
        <source>&amp;Begin again</source>
        <translation>&amp;Empezar de nuevo</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Empezar</translation>
    </message>
    <message>
        <source>Enter your name first</source>
        <translation>Escriba primero su nombre</translation>
    </message>
</context>
<context>
    <name>meter::gui::CarefulStart</name>
    <message>
        <source>The next free port is used instead. To free the port, end the other program (`ss -ltnp` shows which one it is) and start again.</source>
        <translation>En su lugar se usa el siguiente puerto libre. Para liberar el puerto, cierre el otro programa (`ss -ltnp` muestra cuál es) y vuelva a empezar.</translation>
    </message>
    <message>
        <source>There is no control socket.</source>
        <translation>No hay socket de control.</translation>
    </message>
    <message>
        <source>There are no metrics.</source>
        <translation>No hay métricas.</translation>
    </message>
    <message>
        <source>The serial port is not served. Add it in the Line dock once it can be had.</source>
        <translation>El puerto serie no se atiende. Añádalo en el panel Línea en cuanto esté disponible.</translation>
    </message>
    <message>
        <source>The virtual serial port has another name, or there is none.</source>
        <translation>El puerto serie virtual tiene otro nombre, o no lo hay.</translation>
    </message>
    <message>
        <source>RTU over TCP is not served.</source>
        <translation>RTU sobre TCP no se atiende.</translation>
    </message>
    <message>
        <source>RFC 2217 is not served.</source>
        <translation>RFC 2217 no se atiende.</translation>
    </message>
    <message>
        <source>Of each kind of endpoint only the first one is served.</source>
        <translation>De cada clase de punto de acceso solo se atiende el primero.</translation>
    </message>
    <message>
        <source>Modbus TCP is served on this machine alone, at 127.0.0.1.</source>
        <translation>Modbus TCP se atiende solo en este equipo, en 127.0.0.1.</translation>
    </message>
    <message>
        <source>The memory of the meter is not kept this time.</source>
        <translation>Esta vez no se conserva la memoria del medidor.</translation>
    </message>
    <message>
        <source>The built-in scenario runs instead.</source>
        <translation>En su lugar se ejecuta el escenario incorporado.</translation>
    </message>
</context>
<context>
    <name>meter::gui::ClassBoard</name>
    <message>
        <source>&amp;Open the class</source>
        <translation>A&amp;brir la clase</translation>
    </message>
    <message>
        <source>&amp;Hand the lesson out</source>
        <translation>&amp;Repartir la lección</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Enviar</translation>
    </message>
    <message>
        <source>&amp;Make the fault</source>
        <translation>Provocar el &amp;fallo</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>127.0.0.1 is this machine alone; for a network write this machine&apos;s address in it</source>
        <translation>127.0.0.1 es solo este equipo; para una red escriba la dirección de este equipo en ella</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Dirección</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Código</translation>
    </message>
    <message>
        <source>&amp;Lesson</source>
        <translation>&amp;Lección</translation>
    </message>
    <message>
        <source>Learner</source>
        <translation>Alumno</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lección</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tarea</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Glass</source>
        <translation>Pantalla</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>To the chosen learner, or to all:</source>
        <translation>Al alumno elegido, o a todos:</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Fallo</translation>
    </message>
    <message>
        <source>A message</source>
        <translation>Un mensaje</translation>
    </message>
    <message>
        <source>Enter the address as HOST:PORT.</source>
        <translation>Escriba la dirección como HOST:PORT.</translation>
    </message>
    <message>
        <source>Learners join %1 with the code %2. Results: %3</source>
        <translation>Los alumnos entran en %1 con el código %2. Resultados: %3</translation>
    </message>
    <message>
        <source>handed in</source>
        <translation>entregado</translation>
    </message>
    <message>
        <source>link cut</source>
        <translation>enlace cortado</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminado</translation>
    </message>
</context>
<context>
    <name>meter::gui::ClassSeat</name>
    <message>
        <source>&amp;Join</source>
        <translation>&amp;Entrar</translation>
    </message>
    <message>
        <source>Join a class</source>
        <translation>Entrar en una clase</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Dirección</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Código</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>Enter the address as HOST:PORT, the code, and your name.</source>
        <translation>Escriba la dirección como HOST:PORT, el código y su nombre.</translation>
    </message>
    <message>
        <source>In the class as %1.</source>
        <translation>En la clase como %1.</translation>
    </message>
    <message>
        <source>The link is cut. Go on: what you hand in is sent as soon as it is there again.</source>
        <translation>El enlace está cortado. Siga: lo que entregue se enviará en cuanto vuelva.</translation>
    </message>
    <message>
        <source>The trainer says: %1</source>
        <translation>El formador dice: %1</translation>
    </message>
</context>
<context>
    <name>meter::gui::ConnectDock</name>
    <message>
        <source>How to read the meter</source>
        <translation>Cómo leer el medidor</translation>
    </message>
    <message>
        <source>Nobody can connect. Add an endpoint in the Line dock.</source>
        <translation>Nadie puede conectarse. Añada un punto de acceso en el panel Línea.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the line for %1</source>
        <translation>Copiar la línea para %1</translation>
    </message>
</context>
<context>
    <name>meter::gui::CopyMenu</name>
    <message>
        <source>%1 was not written; choose another folder or name.</source>
        <translation>%1 no se escribió; elija otra carpeta u otro nombre.</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Copiar imagen</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Guardar imagen…</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Guardar imagen</translation>
    </message>
    <message>
        <source>PNG images (*.png);;SVG drawings (*.svg)</source>
        <translation>Imágenes PNG (*.png);;Dibujos SVG (*.svg)</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Copiar tabla</translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation>Guardar tabla…</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>Guardar tabla</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Valores separados por comas (*.csv)</translation>
    </message>
</context>
<context>
    <name>meter::gui::CoursePage</name>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>Search lessons and exams</source>
        <translation>Buscar lecciones y exámenes</translation>
    </message>
    <message>
        <source>Lessons and exams</source>
        <translation>Lecciones y exámenes</translation>
    </message>
    <message>
        <source>Own lessons</source>
        <translation>Lecciones propias</translation>
    </message>
    <message>
        <source>Go on: %1</source>
        <translation>Seguir: %1</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>en curso</translation>
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
            <numerusform>%n tarea</numerusform>
            <numerusform>%n tareas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n punto</numerusform>
            <numerusform>%n puntos</numerusform>
        </translation>
    </message>
    <message>
        <source>better after: %1</source>
        <translation>mejor después de: %1</translation>
    </message>
</context>
<context>
    <name>meter::gui::DockTable</name>
    <message>
        <source>Readings</source>
        <translation>Lecturas</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Osciloscopio</translation>
    </message>
    <message>
        <source>Source and load</source>
        <translation>Fuente y carga</translation>
    </message>
    <message>
        <source>Wiring</source>
        <translation>Cableado</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Fallos</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Phasors</source>
        <translation>Fasores</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Escenario</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Tendencia</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Tráfico</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>Espectro</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Troubleshooting</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Hand tools</source>
        <translation>Instrumentos</translation>
    </message>
    <message>
        <source>Meters</source>
        <translation>Medidores</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Scenario file</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lección</translation>
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
        <translation>RTU sobre TCP</translation>
    </message>
    <message>
        <source>Modbus RTU</source>
        <translation>Modbus RTU</translation>
    </message>
    <message>
        <source>Copy the address %1</source>
        <translation>Copiar la dirección %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copiar %1</translation>
    </message>
</context>
<context>
    <name>meter::gui::EndpointModel</name>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Masters</source>
        <translation>Maestros</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Petic.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Resp.</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Excep.</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Descart.</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>Wrong CRC, noise, other addresses, wrong baud rate or parity</source>
        <translation>CRC erróneo, ruido, otras direcciones, velocidad en baudios o paridad incorrectas</translation>
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
        <translation>RTU sobre TCP</translation>
    </message>
    <message>
        <source>Serial over TCP (RFC 2217)</source>
        <translation>Serie sobre TCP (RFC 2217)</translation>
    </message>
    <message>
        <source>Virtual serial port</source>
        <translation>Puerto serie virtual</translation>
    </message>
    <message>
        <source>Serial device</source>
        <translation>Dispositivo serie</translation>
    </message>
    <message>
        <source>A path is missing, such as %1</source>
        <translation>Falta una ruta, por ejemplo %1</translation>
    </message>
    <message>
        <source>“%1” is no address: write host:port, such as %2</source>
        <translation>«%1» no es una dirección: escriba equipo:puerto, por ejemplo %2</translation>
    </message>
</context>
<context>
    <name>meter::gui::Environment</name>
    <message>
        <source>&amp;On</source>
        <translation>&amp;Activa</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Control power</source>
        <translation>Alimentación</translation>
    </message>
    <message>
        <source>Ambient</source>
        <translation>Ambiente</translation>
    </message>
    <message>
        <source>wye</source>
        <translation>estrella</translation>
    </message>
    <message>
        <source>delta</source>
        <translation>triángulo</translation>
    </message>
    <message>
        <source>split phase</source>
        <translation>fase partida</translation>
    </message>
    <message>
        <source>single phase</source>
        <translation>monofásica</translation>
    </message>
    <message>
        <source>delta, corner grounded</source>
        <translation>triángulo, vértice a tierra</translation>
    </message>
    <message>
        <source>delta, high leg</source>
        <translation>triángulo, fase alta</translation>
    </message>
    <message>
        <source>What the grid offers; the leads stay where they are</source>
        <translation>Lo que ofrece la red; los cables quedan donde están</translation>
    </message>
    <message>
        <source>AC supply of its own</source>
        <translation>fuente propia de CA</translation>
    </message>
    <message>
        <source>DC supply of its own</source>
        <translation>fuente propia de CC</translation>
    </message>
    <message>
        <source>from the service</source>
        <translation>de la red</translation>
    </message>
    <message>
        <source>Source of the control power</source>
        <translation>Origen de la alimentación</translation>
    </message>
    <message>
        <source>Conductors of the control power</source>
        <translation>Conductores de la alimentación</translation>
    </message>
    <message>
        <source>Voltage of the control power</source>
        <translation>Tensión de la alimentación</translation>
    </message>
    <message>
        <source>Switch the meter&apos;s control power</source>
        <translation>Conectar o desconectar la alimentación auxiliar del medidor</translation>
    </message>
    <message>
        <source>Ambient temperature</source>
        <translation>Temperatura ambiente</translation>
    </message>
    <message>
        <source>Temperature around the meter</source>
        <translation>Temperatura alrededor del medidor</translation>
    </message>
</context>
<context>
    <name>meter::gui::Events</name>
    <message>
        <source>voltage A over range</source>
        <translation>tensión A por encima del rango</translation>
    </message>
    <message>
        <source>voltage B over range</source>
        <translation>tensión B por encima del rango</translation>
    </message>
    <message>
        <source>voltage C over range</source>
        <translation>tensión C por encima del rango</translation>
    </message>
    <message>
        <source>current A over range</source>
        <translation>corriente A por encima del rango</translation>
    </message>
    <message>
        <source>current B over range</source>
        <translation>corriente B por encima del rango</translation>
    </message>
    <message>
        <source>current C over range</source>
        <translation>corriente C por encima del rango</translation>
    </message>
    <message>
        <source>frequency out of range</source>
        <translation>frecuencia fuera de rango</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>reservado</translation>
    </message>
    <message>
        <source>phase loss A</source>
        <translation>pérdida de la fase A</translation>
    </message>
    <message>
        <source>phase loss B</source>
        <translation>pérdida de la fase B</translation>
    </message>
    <message>
        <source>phase loss C</source>
        <translation>pérdida de la fase C</translation>
    </message>
    <message>
        <source>low power factor A</source>
        <translation>factor de potencia bajo en A</translation>
    </message>
    <message>
        <source>low power factor B</source>
        <translation>factor de potencia bajo en B</translation>
    </message>
    <message>
        <source>low power factor C</source>
        <translation>factor de potencia bajo en C</translation>
    </message>
    <message>
        <source>energy pulses overrun</source>
        <translation>exceso de impulsos de energía</translation>
    </message>
    <message>
        <source>energy pulses wrongly configured</source>
        <translation>impulsos de energía mal configurados</translation>
    </message>
    <message>
        <source>Alert: %1</source>
        <translation>Alerta: %1</translation>
    </message>
    <message>
        <source>Alert over: %1</source>
        <translation>Fin de la alerta: %1</translation>
    </message>
    <message>
        <source>Control power came</source>
        <translation>Alimentación auxiliar conectada</translation>
    </message>
    <message>
        <source>Control power went</source>
        <translation>Alimentación auxiliar perdida</translation>
    </message>
    <message>
        <source>Alarm contact closed</source>
        <translation>Contacto de alarma cerrado</translation>
    </message>
    <message>
        <source>Alarm contact opened</source>
        <translation>Contacto de alarma abierto</translation>
    </message>
    <message>
        <source>The meter&apos;s settings changed</source>
        <translation>Ha cambiado la configuración del medidor</translation>
    </message>
    <message>
        <source>Energies cleared</source>
        <translation>Energías puestas a cero</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Reanudado</translation>
    </message>
    <message>
        <source>Speed %1</source>
        <translation>Velocidad %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
</context>
<context>
    <name>meter::gui::Examples</name>
    <message>
        <source>First steps</source>
        <translation>Primeros pasos</translation>
    </message>
    <message>
        <source>Faults of grid and wiring</source>
        <translation>Fallos de red y cableado</translation>
    </message>
    <message>
        <source>Trouble with counters</source>
        <translation>Problemas con contadores</translation>
    </message>
</context>
<context>
    <name>meter::gui::FaceplateWidget</name>
    <message>
        <source>Power meter, front</source>
        <translation>Medidor de potencia, frontal</translation>
    </message>
    <message>
        <source>Alarm contact closed.</source>
        <translation>Contacto de alarma cerrado.</translation>
    </message>
    <message>
        <source>Alarm contact open.</source>
        <translation>Contacto de alarma abierto.</translation>
    </message>
</context>
<context>
    <name>meter::gui::FaultForm</name>
    <message>
        <source>&amp;Apply now</source>
        <translation>A&amp;plicar ahora</translation>
    </message>
    <message>
        <source>No fault is chosen</source>
        <translation>Ningún fallo seleccionado</translation>
    </message>
    <message>
        <source>Choose one above; double click applies it at once.</source>
        <translation>Seleccione uno arriba; con doble clic se aplica de inmediato.</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>obligatorio</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>como está</translation>
    </message>
    <message>
        <source>How long, such as 2 s or 12 cycles</source>
        <translation>Duración, por ejemplo 2 s o 12 cycles</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>until it is ended</source>
        <translation>hasta que se finalice</translation>
    </message>
</context>
<context>
    <name>meter::gui::FaultGroups</name>
    <message>
        <source>Dips and interruptions (IEC 61000)</source>
        <translation>Huecos e interrupciones (IEC 61000)</translation>
    </message>
    <message>
        <source>Ride-through (SEMI F47, ITIC)</source>
        <translation>Inmunidad a huecos (SEMI F47, ITIC)</translation>
    </message>
    <message>
        <source>Categories of IEEE 1159</source>
        <translation>Categorías de IEEE 1159</translation>
    </message>
    <message>
        <source>Dips and swells</source>
        <translation>Huecos y sobretensiones</translation>
    </message>
    <message>
        <source>Unbalance</source>
        <translation>Desequilibrio</translation>
    </message>
    <message>
        <source>Harmonics and noise</source>
        <translation>Armónicos y ruido</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Frecuencia</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Carga</translation>
    </message>
    <message>
        <source>Wiring and fitting</source>
        <translation>Cableado y montaje</translation>
    </message>
    <message>
        <source> after %1 s</source>
        <translation> tras %1 s</translation>
    </message>
    <message>
        <source>Lasts until it is ended.</source>
        <translation>Dura hasta que se finaliza.</translation>
    </message>
    <message>
        <source>Lasts %1 s.</source>
        <translation>Dura %1 s.</translation>
    </message>
    <message>
        <source>Lasts %1 s at 60 Hz, %2 s at 50 Hz.</source>
        <translation>Dura %1 s a 60 Hz, %2 s a 50 Hz.</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Referencia: %1</translation>
    </message>
</context>
<context>
    <name>meter::gui::FaultsDock</name>
    <message>
        <source>Search faults</source>
        <translation>Buscar fallos</translation>
    </message>
    <message>
        <source>Library of faults</source>
        <translation>Biblioteca de fallos</translation>
    </message>
</context>
<context>
    <name>meter::gui::FileMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;reciente</translation>
    </message>
    <message>
        <source>&amp;Save scenario as…</source>
        <translation>&amp;Guardar escenario como…</translation>
    </message>
    <message>
        <source>What is set up now, as a scenario that begins with it</source>
        <translation>La configuración actual, como un escenario que empieza con ella</translation>
    </message>
    <message>
        <source>Save a &amp;picture of the front…</source>
        <translation>Guardar una &amp;imagen del frontal…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;%1  %2</source>
        <translation>&amp;%1  %2</translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation>Guardar el escenario</translation>
    </message>
    <message>
        <source>Scenarios (*.yaml *.yml)</source>
        <translation>Escenarios (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>Save a picture of the front</source>
        <translation>Guardar una imagen del frontal</translation>
    </message>
    <message>
        <source>PNG images (*.png);;SVG drawings (*.svg)</source>
        <translation>Imágenes PNG (*.png);;Dibujos SVG (*.svg)</translation>
    </message>
    <message>
        <source>The picture was not saved.</source>
        <translation>No se ha guardado la imagen.</translation>
    </message>
    <message>
        <source>%1 cannot be written; choose another folder, and a name that ends in .png or .svg</source>
        <translation>No se puede escribir %1; elija otra carpeta y un nombre que termine en .png o .svg</translation>
    </message>
    <message>
        <source>The scenario was not saved.</source>
        <translation>No se ha guardado el escenario.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Guardado: %1</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation>&amp;Ejemplos</translation>
    </message>
    <message>
        <source>The examples are not installed</source>
        <translation>Los ejemplos no están instalados</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>All that metertwin opens (%1)</source>
        <translation>Todo lo que abre metertwin (%1)</translation>
    </message>
    <message>
        <source>Scenarios and lessons (*.yaml *.yml)</source>
        <translation>Escenarios y lecciones (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>Bundles (*.zip)</source>
        <translation>Paquetes (*.zip)</translation>
    </message>
    <message>
        <source>Recordings (*.cfg *.cff *.csv)</source>
        <translation>Grabaciones (*.cfg *.cff *.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>meter::gui::FrontWiring</name>
    <message>
        <source>Voltage terminal %1: nothing is connected.</source>
        <translation>Borne de tensión %1: no hay nada conectado.</translation>
    </message>
    <message>
        <source>Voltage terminal %1 comes from conductor %2.</source>
        <translation>El borne de tensión %1 viene del conductor %2.</translation>
    </message>
    <message>
        <source>Its fuse is blown.</source>
        <translation>Su fusible está fundido.</translation>
    </message>
    <message>
        <source>The disconnect is open.</source>
        <translation>El seccionador está abierto.</translation>
    </message>
    <message>
        <source>CT %1 encloses conductor %2.</source>
        <translation>El TC %1 abraza el conductor %2.</translation>
    </message>
    <message>
        <source>CT %1: nothing is connected.</source>
        <translation>TC %1: no hay nada conectado.</translation>
    </message>
    <message>
        <source>It is the wrong way round.</source>
        <translation>Está al revés.</translation>
    </message>
</context>
<context>
    <name>meter::gui::Glass</name>
    <message>
        <source>Phase A</source>
        <translation>Fase A</translation>
    </message>
    <message>
        <source>Phase B</source>
        <translation>Fase B</translation>
    </message>
    <message>
        <source>Phase C</source>
        <translation>Fase C</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>Demanda</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Máximo</translation>
    </message>
    <message>
        <source>Diagnostic alert</source>
        <translation>Alerta de diagnóstico</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>The display is blank: no control power.</source>
        <translation>La pantalla está apagada: no hay alimentación auxiliar.</translation>
    </message>
</context>
<context>
    <name>meter::gui::HandToolsView</name>
    <message>
        <source>Clamp</source>
        <translation>Pinza</translation>
    </message>
    <message>
        <source>Voltmeter</source>
        <translation>Voltímetro</translation>
    </message>
    <message>
        <source>Phase sequence</source>
        <translation>Secuencia de fases</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Medir</translation>
    </message>
    <message>
        <source>Hand tools</source>
        <translation>Instrumentos de mano</translation>
    </message>
    <message>
        <source>Hand tool</source>
        <translation>Instrumento</translation>
    </message>
    <message>
        <source>Where to measure</source>
        <translation>Dónde medir</translation>
    </message>
    <message>
        <source>A, B, C, N: the conductors; VA, VB, VC, VN: the meter&apos;s terminals</source>
        <translation>A, B, C, N: los conductores; VA, VB, VC, VN: los bornes del medidor</translation>
    </message>
</context>
<context>
    <name>meter::gui::HarmonicsEditor</name>
    <message>
        <source>Voltages</source>
        <translation>Tensiones</translation>
    </message>
    <message>
        <source>Currents</source>
        <translation>Corrientes</translation>
    </message>
    <message>
        <source>Harmonics of voltages or currents</source>
        <translation>Armónicos de las tensiones o de las corrientes</translation>
    </message>
    <message>
        <source>Harmonics of which phase</source>
        <translation>Fase de los armónicos</translation>
    </message>
    <message>
        <source>Harmonics</source>
        <translation>Armónicos</translation>
    </message>
    <message>
        <source>Order of the harmonic to add</source>
        <translation>Orden del armónico que se añade</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>All phases</source>
        <translation>Todas las fases</translation>
    </message>
</context>
<context>
    <name>meter::gui::HarmonicsModel</name>
    <message>
        <source>differ</source>
        <translation>distintos</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Ángulo</translation>
    </message>
</context>
<context>
    <name>meter::gui::Help</name>
    <message>
        <source>Troubleshooting</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>&lt;p&gt;What do you see?&lt;/p&gt;&lt;ul&gt;&lt;li&gt;&lt;a href=&quot;page:wrench&quot;&gt;The wrench is lit on the display&lt;/a&gt;&lt;/li&gt;&lt;li&gt;&lt;a href=&quot;page:blank&quot;&gt;The display is blank&lt;/a&gt;&lt;/li&gt;&lt;li&gt;&lt;a href=&quot;page:setup&quot;&gt;The readings are wrong: is the meter set up as it is wired?&lt;/a&gt;&lt;/li&gt;&lt;li&gt;&lt;a href=&quot;page:voltage&quot;&gt;The readings are wrong: do the voltages arrive?&lt;/a&gt;&lt;/li&gt;&lt;li&gt;&lt;a href=&quot;page:wiring&quot;&gt;The readings are wrong: is each wire in its place?&lt;/a&gt;&lt;/li&gt;&lt;li&gt;&lt;a href=&quot;page:line&quot;&gt;The meter cannot be reached&lt;/a&gt;&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;On each page, &lt;b&gt;Show me&lt;/b&gt; sets up that very trouble in the running meter. Look at it as long as you like, then put it right again.&lt;/p&gt;</source>
        <translation>&lt;p&gt;¿Qué observa?&lt;/p&gt;&lt;ul&gt;&lt;li&gt;&lt;a href=&quot;page:wrench&quot;&gt;La llave inglesa está encendida en la pantalla&lt;/a&gt;&lt;/li&gt;&lt;li&gt;&lt;a href=&quot;page:blank&quot;&gt;La pantalla está apagada&lt;/a&gt;&lt;/li&gt;&lt;li&gt;&lt;a href=&quot;page:setup&quot;&gt;Las lecturas son incorrectas: ¿está configurado el medidor tal como está cableado?&lt;/a&gt;&lt;/li&gt;&lt;li&gt;&lt;a href=&quot;page:voltage&quot;&gt;Las lecturas son incorrectas: ¿llegan las tensiones?&lt;/a&gt;&lt;/li&gt;&lt;li&gt;&lt;a href=&quot;page:wiring&quot;&gt;Las lecturas son incorrectas: ¿está cada cable en su sitio?&lt;/a&gt;&lt;/li&gt;&lt;li&gt;&lt;a href=&quot;page:line&quot;&gt;No hay comunicación con el medidor&lt;/a&gt;&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;En cada página, &lt;b&gt;Mostrar&lt;/b&gt; reproduce ese mismo problema en el medidor en marcha. Obsérvelo el tiempo que quiera y restablézcalo después.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>The wrench is lit on the display</source>
        <translation>La llave inglesa está encendida en la pantalla</translation>
    </message>
    <message>
        <source>&lt;p&gt;The meter has found something wrong at its inputs. Which it is, the ALERT menu of the display says, and so do the bits of register 146.&lt;/p&gt;&lt;p&gt;&lt;b&gt;A phase is lost.&lt;/b&gt; A voltage has fallen below the phase loss limit, or the voltages differ too much. The alarm contact closes as well. Look for blown fuses and open leads.&lt;/p&gt;[show:phase-loss]&lt;p&gt;&lt;b&gt;A voltage or a current is above the range.&lt;/b&gt; Beyond 120 % of its rating no accuracy is promised, and crests may be cut. Are the CTs large enough?&lt;/p&gt;[show:over-current]&lt;p&gt;&lt;b&gt;The frequency is outside 45 to 65 Hz.&lt;/b&gt;&lt;/p&gt;[show:frequency]&lt;p&gt;&lt;b&gt;The power factor is low.&lt;/b&gt; Often not the load but a CT on the wrong phase: see &lt;a href=&quot;page:wiring&quot;&gt;the wiring&lt;/a&gt;.&lt;/p&gt;[show:cts-swapped]</source>
        <translation>&lt;p&gt;El medidor ha detectado una anomalía en sus entradas. El menú ALERT de la pantalla indica cuál, y también los bits del registro 146.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Falta una fase.&lt;/b&gt; Una tensión ha caído por debajo del límite de pérdida de fase o las tensiones difieren demasiado. Además se cierra el contacto de alarma. Busque fusibles fundidos y cables sueltos.&lt;/p&gt;[show:phase-loss]&lt;p&gt;&lt;b&gt;Una tensión o una corriente supera el rango.&lt;/b&gt; Por encima del 120 % del valor nominal no se garantiza la exactitud, y las crestas pueden recortarse. ¿Son los TC del calibre suficiente?&lt;/p&gt;[show:over-current]&lt;p&gt;&lt;b&gt;La frecuencia está fuera de 45 a 65 Hz.&lt;/b&gt;&lt;/p&gt;[show:frequency]&lt;p&gt;&lt;b&gt;El factor de potencia es bajo.&lt;/b&gt; A menudo no se debe a la carga, sino a un TC en la fase equivocada: véase &lt;a href=&quot;page:wiring&quot;&gt;el cableado&lt;/a&gt;.&lt;/p&gt;[show:cts-swapped]</translation>
    </message>
    <message>
        <source>The display is blank</source>
        <translation>La pantalla está apagada</translation>
    </message>
    <message>
        <source>&lt;p&gt;The meter gets too little control power, or none. Measure at the control power terminals whether the voltage is there that the label asks for, and check the fuse.&lt;/p&gt;&lt;p&gt;A heart that beats on the display says that the meter runs. Without control power the alarm contact is closed and no master gets an answer.&lt;/p&gt;[show:power-off]</source>
        <translation>&lt;p&gt;La alimentación auxiliar del medidor es insuficiente o no existe. Mida en los bornes de la alimentación auxiliar si hay la tensión que indica la etiqueta y compruebe el fusible.&lt;/p&gt;&lt;p&gt;Un corazón que late en la pantalla indica que el medidor funciona. Sin alimentación auxiliar, el contacto de alarma está cerrado y ningún maestro obtiene respuesta.&lt;/p&gt;[show:power-off]</translation>
    </message>
    <message>
        <source>The readings are wrong: how the meter is set</source>
        <translation>Las lecturas son incorrectas: la configuración del medidor</translation>
    </message>
    <message>
        <source>&lt;p&gt;The meter cannot know what it is wired to. Compare what is set under SETUP with what is printed on the CTs and PTs and with the service.&lt;/p&gt;&lt;p&gt;&lt;b&gt;CT size.&lt;/b&gt; Currents, powers and energies are all off by the same factor; the voltages are right.&lt;/p&gt;[show:ct-size]&lt;p&gt;&lt;b&gt;PT ratio.&lt;/b&gt; Voltages, powers and energies are off by the same factor; the currents are right.&lt;/p&gt;[show:pt-ratio]&lt;p&gt;&lt;b&gt;System type.&lt;/b&gt; It decides which inputs count. Values that it does not have show dashes and read as invalid.&lt;/p&gt;</source>
        <translation>&lt;p&gt;El medidor no puede saber a qué está conectado. Compare lo configurado en SETUP con lo que figura en los TC y los TT y con la acometida.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Calibre de los TC.&lt;/b&gt; Las corrientes, las potencias y las energías se desvían todas por el mismo factor; las tensiones son correctas.&lt;/p&gt;[show:ct-size]&lt;p&gt;&lt;b&gt;Relación de los TT.&lt;/b&gt; Las tensiones, las potencias y las energías se desvían por el mismo factor; las corrientes son correctas.&lt;/p&gt;[show:pt-ratio]&lt;p&gt;&lt;b&gt;Tipo de sistema.&lt;/b&gt; Determina qué entradas cuentan. Los valores que no existen en él se muestran con guiones y se leen como no válidos.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>The readings are wrong: the voltage inputs</source>
        <translation>Las lecturas son incorrectas: las entradas de tensión</translation>
    </message>
    <message>
        <source>&lt;p&gt;Measure at the meter&apos;s voltage terminals and compare with the display.&lt;/p&gt;&lt;p&gt;&lt;b&gt;One voltage is missing.&lt;/b&gt; A fuse has blown or a lead is loose: a third of the power is missing with it.&lt;/p&gt;[show:phase-loss]&lt;p&gt;&lt;b&gt;The neutral is lost.&lt;/b&gt; The star point moves to where the loads push it: some phases get too much voltage and others too little.&lt;/p&gt;[show:neutral]&lt;p&gt;&lt;b&gt;All voltages are low.&lt;/b&gt; Then it is the grid.&lt;/p&gt;[show:undervoltage]</source>
        <translation>&lt;p&gt;Mida en los bornes de tensión del medidor y compare con la pantalla.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Falta una tensión.&lt;/b&gt; Se ha fundido un fusible o hay un cable suelto: con ella falta un tercio de la potencia.&lt;/p&gt;[show:phase-loss]&lt;p&gt;&lt;b&gt;El neutro está interrumpido.&lt;/b&gt; El punto neutro se desplaza hacia donde lo llevan las cargas: algunas fases reciben demasiada tensión y otras demasiado poca.&lt;/p&gt;[show:neutral]&lt;p&gt;&lt;b&gt;Todas las tensiones son bajas.&lt;/b&gt; Entonces la causa está en la red.&lt;/p&gt;[show:undervoltage]</translation>
    </message>
    <message>
        <source>The readings are wrong: the wiring</source>
        <translation>Las lecturas son incorrectas: el cableado</translation>
    </message>
    <message>
        <source>&lt;p&gt;Each CT must enclose the conductor whose voltage is on the terminal of the same letter. Follow every lead from end to end. The docks &lt;b&gt;Phasors&lt;/b&gt; and &lt;b&gt;Wiring&lt;/b&gt; show what is on the conductors beside what the meter gets.&lt;/p&gt;&lt;p&gt;&lt;b&gt;A CT is reversed.&lt;/b&gt; Its arrow points the wrong way. This meter counts the power of a phase without its sign, so the readings look right; other meters would subtract it.&lt;/p&gt;[show:ct-reversed]&lt;p&gt;&lt;b&gt;Two CTs are exchanged.&lt;/b&gt; Voltages and currents look right, but the powers and power factors of both phases are wrong.&lt;/p&gt;[show:cts-swapped]&lt;p&gt;&lt;b&gt;A CT is not closed.&lt;/b&gt; Its current is zero, or far too small.&lt;/p&gt;[show:ct-open]&lt;p&gt;&lt;b&gt;Two voltage leads are exchanged.&lt;/b&gt; As with exchanged CTs; besides, the phases follow each other in the order A, C, B.&lt;/p&gt;[show:voltages-swapped]&lt;p&gt;&lt;b&gt;The neutral is on a phase terminal.&lt;/b&gt; Two voltages are &amp;radic;3 times too large.&lt;/p&gt;[show:neutral-exchanged]</source>
        <translation>&lt;p&gt;Cada TC debe abrazar el conductor cuya tensión está en el borne de la misma letra. Siga cada cable de extremo a extremo. Los paneles &lt;b&gt;Fasores&lt;/b&gt; y &lt;b&gt;Cableado&lt;/b&gt; muestran lo que hay en los conductores junto a lo que recibe el medidor.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Un TC está invertido.&lt;/b&gt; Su flecha apunta en sentido contrario. Este medidor cuenta la potencia de cada fase sin su signo, por lo que las lecturas parecen correctas; otros medidores la restarían.&lt;/p&gt;[show:ct-reversed]&lt;p&gt;&lt;b&gt;Dos TC están intercambiados.&lt;/b&gt; Las tensiones y las corrientes parecen correctas, pero las potencias y los factores de potencia de ambas fases son incorrectos.&lt;/p&gt;[show:cts-swapped]&lt;p&gt;&lt;b&gt;Un TC no está cerrado.&lt;/b&gt; Su corriente es cero o demasiado pequeña.&lt;/p&gt;[show:ct-open]&lt;p&gt;&lt;b&gt;Dos cables de tensión están intercambiados.&lt;/b&gt; Como con los TC intercambiados; además, la secuencia de fases es A, C, B.&lt;/p&gt;[show:voltages-swapped]&lt;p&gt;&lt;b&gt;El neutro está en un borne de fase.&lt;/b&gt; Dos tensiones son &amp;radic;3 veces mayores de lo debido.&lt;/p&gt;[show:neutral-exchanged]</translation>
    </message>
    <message>
        <source>The meter cannot be reached</source>
        <translation>No hay comunicación con el medidor</translation>
    </message>
    <message>
        <source>&lt;p&gt;Watch the docks &lt;b&gt;Line&lt;/b&gt; and &lt;b&gt;Log&lt;/b&gt; while a master asks: they say what arrives and why it is not answered.&lt;/p&gt;&lt;p&gt;&lt;b&gt;The address is another one.&lt;/b&gt; A meter is silent to requests that are not for it. Look under SETUP, or let the master search.&lt;/p&gt;[show:address]&lt;p&gt;&lt;b&gt;Baud rate or parity differ.&lt;/b&gt; All devices of a line must be set alike. The meter hears noise and stays silent.&lt;/p&gt;[show:baud]&lt;p&gt;&lt;b&gt;The line is open or exchanged.&lt;/b&gt; Check + and −, and the shield between all devices.&lt;/p&gt;[show:line-cut]&lt;p&gt;&lt;b&gt;The line has no terminators.&lt;/b&gt; One at each end of the chain and none between: without them, answers are disturbed now and then.&lt;/p&gt;[show:line-noise]</source>
        <translation>&lt;p&gt;Observe los paneles &lt;b&gt;Línea&lt;/b&gt; y &lt;b&gt;Eventos&lt;/b&gt; mientras un maestro pregunta: indican qué llega y por qué no se responde.&lt;/p&gt;&lt;p&gt;&lt;b&gt;La dirección es otra.&lt;/b&gt; Un medidor no responde a las peticiones que no son para él. Consulte SETUP o deje que el maestro busque.&lt;/p&gt;[show:address]&lt;p&gt;&lt;b&gt;La velocidad en baudios o la paridad no coinciden.&lt;/b&gt; Todos los dispositivos de una línea deben estar configurados igual. El medidor oye ruido y no responde.&lt;/p&gt;[show:baud]&lt;p&gt;&lt;b&gt;La línea está cortada o sus hilos están intercambiados.&lt;/b&gt; Compruebe + y −, y la pantalla del cable entre todos los dispositivos.&lt;/p&gt;[show:line-cut]&lt;p&gt;&lt;b&gt;La línea no tiene resistencias terminales.&lt;/b&gt; Una en cada extremo de la cadena y ninguna en medio: sin ellas, las respuestas se perturban de vez en cuando.&lt;/p&gt;[show:line-noise]</translation>
    </message>
    <message>
        <source>Show me: %1</source>
        <translation>Mostrar: %1</translation>
    </message>
    <message>
        <source>The fuse of voltage A has blown</source>
        <translation>El fusible de la tensión A se ha fundido</translation>
    </message>
    <message>
        <source>Currents above the CTs&apos; range</source>
        <translation>Corrientes por encima del rango de los TC</translation>
    </message>
    <message>
        <source>Frequency below 45 Hz</source>
        <translation>Frecuencia inferior a 45 Hz</translation>
    </message>
    <message>
        <source>Control power is missing</source>
        <translation>Falta la alimentación auxiliar</translation>
    </message>
    <message>
        <source>The CT size is set wrongly</source>
        <translation>El calibre de los TC está mal configurado</translation>
    </message>
    <message>
        <source>The PT ratio was left at 1</source>
        <translation>La relación de los TT se dejó en 1</translation>
    </message>
    <message>
        <source>The neutral of the service is lost</source>
        <translation>El neutro de la acometida está interrumpido</translation>
    </message>
    <message>
        <source>All voltages are low</source>
        <translation>Todas las tensiones son bajas</translation>
    </message>
    <message>
        <source>CT A is reversed</source>
        <translation>El TC A está invertido</translation>
    </message>
    <message>
        <source>CTs A and B are exchanged</source>
        <translation>Los TC A y B están intercambiados</translation>
    </message>
    <message>
        <source>CT A is not closed</source>
        <translation>El TC A no está cerrado</translation>
    </message>
    <message>
        <source>Voltage leads A and B are exchanged</source>
        <translation>Los cables de tensión A y B están intercambiados</translation>
    </message>
    <message>
        <source>Leads N and C are exchanged</source>
        <translation>Los cables N y C están intercambiados</translation>
    </message>
    <message>
        <source>The meter has another address</source>
        <translation>El medidor tiene otra dirección</translation>
    </message>
    <message>
        <source>The meter has another baud rate</source>
        <translation>El medidor tiene otra velocidad en baudios</translation>
    </message>
    <message>
        <source>A wire of the line is open</source>
        <translation>Un hilo de la línea está cortado</translation>
    </message>
    <message>
        <source>No terminators: broken answers</source>
        <translation>Sin resistencias terminales: respuestas dañadas</translation>
    </message>
</context>
<context>
    <name>meter::gui::HelpDock</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Put it right</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>End what is shown: the meter is as it was before</source>
        <translation>Finalizar lo que se muestra: el medidor queda como estaba antes</translation>
    </message>
    <message>
        <source>This cannot be shown in this meter: %1</source>
        <translation>Esto no se puede mostrar en este medidor: %1</translation>
    </message>
    <message>
        <source>Shown now: %1</source>
        <translation>Se muestra ahora: %1</translation>
    </message>
</context>
<context>
    <name>meter::gui::HelpMenu</name>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Troubleshooting</source>
        <translation>&amp;Diagnóstico</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Teclado</translation>
    </message>
    <message>
        <source>&amp;About metertwin</source>
        <translation>&amp;Acerca de metertwin</translation>
    </message>
    <message>
        <source>metertwin %1</source>
        <translation>metertwin %1</translation>
    </message>
    <message>
        <source>A digital twin of the Leviton Series 4000-R power meter: a meter that measures, shows and answers Modbus as the real one does, on a grid that does what you tell it.&lt;br&gt;Free software under the GNU General Public License, version 3 or later. Not a product of, nor endorsed by, the meter&apos;s maker.</source>
        <translation>Gemelo digital del medidor de potencia Leviton Series 4000-R: un medidor que mide, muestra y responde por Modbus como el real, en una red que hace lo que se le indica.&lt;br&gt;Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior. No es un producto del fabricante del medidor ni cuenta con su respaldo.</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>+ or Up, − or Down</source>
        <translation>+ o Arriba, − o Abajo</translation>
    </message>
    <message>
        <source>the meter&apos;s + and − keys</source>
        <translation>teclas + y − del medidor</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Izquierda, Derecha</translation>
    </message>
    <message>
        <source>the meter&apos;s arrow keys; hold to repeat</source>
        <translation>teclas de flecha del medidor; mantener pulsadas para repetir</translation>
    </message>
    <message>
        <source>Tab, Space</source>
        <translation>Tab, Espacio</translation>
    </message>
    <message>
        <source>reach a key of the meter, press it</source>
        <translation>llegar a una tecla del medidor, pulsarla</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Ctrl+P</translation>
    </message>
    <message>
        <source>pause and resume</source>
        <translation>pausar y reanudar</translation>
    </message>
    <message>
        <source>Ctrl+1, Ctrl+2, Ctrl+3</source>
        <translation>Ctrl+1, Ctrl+2, Ctrl+3</translation>
    </message>
    <message>
        <source>speed 1×, 10×, 60×</source>
        <translation>velocidad 1×, 10×, 60×</translation>
    </message>
    <message>
        <source>Ctrl++, Ctrl+−, Ctrl+0</source>
        <translation>Ctrl++, Ctrl+−, Ctrl+0</translation>
    </message>
    <message>
        <source>zoom in, out, fit</source>
        <translation>acercar, alejar, ajustar</translation>
    </message>
    <message>
        <source>Alt+1 to Alt+4, Alt+Home</source>
        <translation>Alt+1 a Alt+4, Alt+Inicio</translation>
    </message>
    <message>
        <source>workspaces, start page</source>
        <translation>espacios de trabajo, página de inicio</translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation>Ctrl+O</translation>
    </message>
    <message>
        <source>open a scenario, lesson, bundle or recording</source>
        <translation>abrir un escenario, una lección, un paquete o una grabación</translation>
    </message>
</context>
<context>
    <name>meter::gui::KeyButton</name>
    <message>
        <source>Plus key</source>
        <translation>Tecla más</translation>
    </message>
    <message>
        <source>Previous, or change the value (+ or Up)</source>
        <translation>Anterior, o cambiar el valor (+ o Arriba)</translation>
    </message>
    <message>
        <source>Minus key</source>
        <translation>Tecla menos</translation>
    </message>
    <message>
        <source>Next, or select the digit to the left (− or Down)</source>
        <translation>Siguiente, o seleccionar la cifra de la izquierda (− o Abajo)</translation>
    </message>
    <message>
        <source>Left key</source>
        <translation>Tecla izquierda</translation>
    </message>
    <message>
        <source>Back (Left)</source>
        <translation>Atrás (Izquierda)</translation>
    </message>
    <message>
        <source>Right key</source>
        <translation>Tecla derecha</translation>
    </message>
    <message>
        <source>Enter, next screen or digit (Right)</source>
        <translation>Entrar, siguiente pantalla o cifra (Derecha)</translation>
    </message>
</context>
<context>
    <name>meter::gui::Language</name>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
</context>
<context>
    <name>meter::gui::Lesson</name>
    <message>
        <source>the meter&apos;s keys</source>
        <translation>las teclas del medidor</translation>
    </message>
    <message>
        <source>control power</source>
        <translation>alimentación auxiliar</translation>
    </message>
    <message>
        <source>disconnect and fuses</source>
        <translation>seccionador y fusibles</translation>
    </message>
    <message>
        <source>wiring</source>
        <translation>cableado</translation>
    </message>
    <message>
        <source>source and load</source>
        <translation>fuente y carga</translation>
    </message>
    <message>
        <source>Modbus</source>
        <translation>Modbus</translation>
    </message>
    <message>
        <source>speed of time</source>
        <translation>velocidad del tiempo</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The code of the language of this translation: de, es.</extracomment>
        <translation>es</translation>
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
        <translation>Lecciones en</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Hold a class on a network, or join one</source>
        <translation>Dar una clase en una red o entrar en una</translation>
    </message>
    <message>
        <source>&amp;Hold a class…</source>
        <translation>&amp;Dar una clase…</translation>
    </message>
    <message>
        <source>&amp;Join a class…</source>
        <translation>E&amp;ntrar en una clase…</translation>
    </message>
</context>
<context>
    <name>meter::gui::LessonRemarks</name>
    <message>
        <source>it was so from the start; this task wants it done by %1</source>
        <translation>ya era así desde el principio; esta tarea pide: %1</translation>
    </message>
    <message>
        <source>it was done by %1; this task wants it done by %2</source>
        <translation>se hizo con: %1; esta tarea pide: %2</translation>
    </message>
    <message>
        <source>more than %1 key presses</source>
        <translation>más de %1 pulsaciones</translation>
    </message>
    <message>
        <source>a lead or a CT was moved with the voltage disconnect closed</source>
        <translation>se movió un cable o un TC con el seccionador cerrado</translation>
    </message>
    <message>
        <source>hint %1 of %2</source>
        <translation>pista %1 de %2</translation>
    </message>
    <message>
        <source>measure first: this answer wants a reading of the %1</source>
        <translation>mida primero: esta respuesta pide una lectura (%1)</translation>
    </message>
    <message>
        <source>the lesson has been handed in</source>
        <translation>la lección está entregada</translation>
    </message>
    <message>
        <source>the task `%1` is settled</source>
        <translation>la tarea `%1` está cerrada</translation>
    </message>
    <message>
        <source>it is not yet the turn of `%1`: the tasks before it come first</source>
        <translation>aún no toca `%1`: primero las tareas anteriores</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>teclas</translation>
    </message>
    <message>
        <source>wiring</source>
        <translation>cableado</translation>
    </message>
    <message>
        <source>modbus</source>
        <translation>Modbus</translation>
    </message>
    <message>
        <source>clamp</source>
        <translation>pinza</translation>
    </message>
    <message>
        <source>voltmeter</source>
        <translation>voltímetro</translation>
    </message>
    <message>
        <source>rotation</source>
        <translation>secuencia de fases</translation>
    </message>
</context>
<context>
    <name>meter::gui::LessonRoom</name>
    <message>
        <source>The folder of the results cannot be made: %1</source>
        <translation>No se puede crear la carpeta de resultados: %1</translation>
    </message>
</context>
<context>
    <name>meter::gui::LessonStage</name>
    <message>
        <source>&amp;Learn…</source>
        <translation>A&amp;prender…</translation>
    </message>
    <message>
        <source>Pro&amp;jector</source>
        <translation>&amp;Proyector</translation>
    </message>
    <message>
        <source>Lessons and exams</source>
        <translation>Lecciones y exámenes</translation>
    </message>
    <message>
        <source>The meter&apos;s front as large as the screen, for a class</source>
        <translation>El frente del medidor tan grande como la pantalla, para una clase</translation>
    </message>
</context>
<context>
    <name>meter::gui::Library</name>
    <message>
        <source>voltage dip</source>
        <translation>hueco de tensión</translation>
    </message>
    <message>
        <source>IEC 61000-4-11/-4-34, SEMI F47, ITIC, IEEE 1159</source>
        <translation>IEC 61000-4-11/-4-34, SEMI F47, ITIC, IEEE 1159</translation>
    </message>
    <message>
        <source>A, B, C, a list or all</source>
        <translation>A, B, C, una lista o all (todas)</translation>
    </message>
    <message>
        <source>voltage that is left, of what was there</source>
        <translation>tensión que queda, respecto a la que había</translation>
    </message>
    <message>
        <source>plain: each phase by itself; A to G: phasors, symmetrical to `phase`</source>
        <translation>plain: cada fase por separado; A a G: fasores, simétricos respecto a `phase`</translation>
    </message>
    <message>
        <source>voltage swell</source>
        <translation>sobretensión breve (swell)</translation>
    </message>
    <message>
        <source>IEEE 1159, ITIC</source>
        <translation>IEEE 1159, ITIC</translation>
    </message>
    <message>
        <source>below 10 %</source>
        <translation>por debajo del 10 %</translation>
    </message>
    <message>
        <source>IEEE 1159, IEC 61000-4-11</source>
        <translation>IEEE 1159, IEC 61000-4-11</translation>
    </message>
    <message>
        <source>low for long</source>
        <translation>tensión baja de larga duración</translation>
    </message>
    <message>
        <source>IEEE 1159</source>
        <translation>IEEE 1159</translation>
    </message>
    <message>
        <source>high for long</source>
        <translation>tensión alta de larga duración</translation>
    </message>
    <message>
        <source>negative sequence</source>
        <translation>secuencia inversa</translation>
    </message>
    <message>
        <source>EN 50160, IEEE 1159</source>
        <translation>EN 50160, IEEE 1159</translation>
    </message>
    <message>
        <source>negative sequence, of the positive</source>
        <translation>secuencia inversa, respecto a la directa</translation>
    </message>
    <message>
        <source>between them, in A</source>
        <translation>entre ambas, en A</translation>
    </message>
    <message>
        <source>other voltages</source>
        <translation>otras tensiones</translation>
    </message>
    <message>
        <source>vector sum</source>
        <translation>suma vectorial</translation>
    </message>
    <message>
        <source>RMS, one or three: A, B, C</source>
        <translation>RMS, uno o tres valores: A, B, C</translation>
    </message>
    <message>
        <source>one or three</source>
        <translation>uno o tres valores</translation>
    </message>
    <message>
        <source>a spectrum</source>
        <translation>un espectro</translation>
    </message>
    <message>
        <source>EN 50160, IEC 62053-22, IEEE 1159</source>
        <translation>EN 50160, IEC 62053-22, IEEE 1159</translation>
    </message>
    <message>
        <source>rectifier, six-pulse: of currents; en50160: of voltages; iec62053: of both</source>
        <translation>rectifier, six-pulse: de corrientes; en50160: de tensiones; iec62053: de ambas</translation>
    </message>
    <message>
        <source>of the whole spectrum</source>
        <translation>de todo el espectro</translation>
    </message>
    <message>
        <source>one harmonic</source>
        <translation>un armónico</translation>
    </message>
    <message>
        <source>IEC 61000-4-7</source>
        <translation>IEC 61000-4-7</translation>
    </message>
    <message>
        <source>of the fundamental</source>
        <translation>de la fundamental</translation>
    </message>
    <message>
        <source>its own</source>
        <translation>el suyo propio</translation>
    </message>
    <message>
        <source>where</source>
        <translation>dónde</translation>
    </message>
    <message>
        <source>a tone between harmonics</source>
        <translation>un tono entre armónicos</translation>
    </message>
    <message>
        <source>of the tone</source>
        <translation>del tono</translation>
    </message>
    <message>
        <source>another frequency</source>
        <translation>otra frecuencia</translation>
    </message>
    <message>
        <source>EN 50160</source>
        <translation>EN 50160</translation>
    </message>
    <message>
        <source>the new frequency</source>
        <translation>la nueva frecuencia</translation>
    </message>
    <message>
        <source>a frequency that drifts and returns</source>
        <translation>una frecuencia que deriva y vuelve</translation>
    </message>
    <message>
        <source>EN 50160, load shedding</source>
        <translation>EN 50160, deslastre de cargas</translation>
    </message>
    <message>
        <source>Hz a second</source>
        <translation>Hz por segundo</translation>
    </message>
    <message>
        <source>before it goes back</source>
        <translation>antes de volver</translation>
    </message>
    <message>
        <source>Hz a second; 0: it stays</source>
        <translation>Hz por segundo; 0: no vuelve</translation>
    </message>
    <message>
        <source>a jump of the grid&apos;s angle</source>
        <translation>un salto del ángulo de la red</translation>
    </message>
    <message>
        <source>positive: the grid leads</source>
        <translation>positivo: la red se adelanta</translation>
    </message>
    <message>
        <source>impulsive transient</source>
        <translation>transitorio impulsivo</translation>
    </message>
    <message>
        <source>IEEE 1159, table 2</source>
        <translation>IEEE 1159, tabla 2</translation>
    </message>
    <message>
        <source>V, or % of the crest</source>
        <translation>V, o % del valor de cresta</translation>
    </message>
    <message>
        <source>begins at this angle of the own phase</source>
        <translation>empieza en este ángulo de la propia fase</translation>
    </message>
    <message>
        <source>time constant</source>
        <translation>constante de tiempo</translation>
    </message>
    <message>
        <source>oscillatory transient</source>
        <translation>transitorio oscilatorio</translation>
    </message>
    <message>
        <source>of the ring</source>
        <translation>de la oscilación</translation>
    </message>
    <message>
        <source>commutation notches</source>
        <translation>muescas de conmutación</translation>
    </message>
    <message>
        <source>notches a cycle</source>
        <translation>muescas por ciclo</translation>
    </message>
    <message>
        <source>of the fundamental at that instant</source>
        <translation>de la fundamental en ese instante</translation>
    </message>
    <message>
        <source>of each</source>
        <translation>de cada una</translation>
    </message>
    <message>
        <source>DC in the voltage</source>
        <translation>componente continua en la tensión</translation>
    </message>
    <message>
        <source>V, or % of the voltage</source>
        <translation>V, o % de la tensión</translation>
    </message>
    <message>
        <source>half-wave current</source>
        <translation>corriente de media onda</translation>
    </message>
    <message>
        <source>IEC 62053-21, DC test</source>
        <translation>IEC 62053-21, ensayo de CC</translation>
    </message>
    <message>
        <source>burst-fired current</source>
        <translation>corriente en ráfagas</translation>
    </message>
    <message>
        <source>IEC 62053-22, sub-harmonics</source>
        <translation>IEC 62053-22, subarmónicos</translation>
    </message>
    <message>
        <source>cycles of current</source>
        <translation>ciclos con corriente</translation>
    </message>
    <message>
        <source>cycles without</source>
        <translation>ciclos sin corriente</translation>
    </message>
    <message>
        <source>white noise</source>
        <translation>ruido blanco</translation>
    </message>
    <message>
        <source>RMS, of the nominal, or the CT&apos;s rating</source>
        <translation>RMS, respecto a la nominal o a la del TC</translation>
    </message>
    <message>
        <source>voltage fluctuation</source>
        <translation>fluctuación de tensión</translation>
    </message>
    <message>
        <source>IEC 61000-4-15, IEEE 1159</source>
        <translation>IEC 61000-4-15, IEEE 1159</translation>
    </message>
    <message>
        <source>peak to peak, of the nominal</source>
        <translation>de pico a pico, respecto a la nominal</translation>
    </message>
    <message>
        <source>how often</source>
        <translation>frecuencia de repetición</translation>
    </message>
    <message>
        <source>sine or square</source>
        <translation>sine (senoidal) o square (cuadrada)</translation>
    </message>
    <message>
        <source>induction motor, direct on line</source>
        <translation>motor de inducción, arranque directo</translation>
    </message>
    <message>
        <source>of the load&apos;s current at first; falls to 1 within `for`</source>
        <translation>de la corriente de la carga al principio; baja a 1 durante `for`</translation>
    </message>
    <message>
        <source>at first</source>
        <translation>al principio</translation>
    </message>
    <message>
        <source>at the end</source>
        <translation>al final</translation>
    </message>
    <message>
        <source>voltage that is left at first</source>
        <translation>tensión que queda al principio</translation>
    </message>
    <message>
        <source>another current</source>
        <translation>otra corriente</translation>
    </message>
    <message>
        <source>block demand</source>
        <translation>demanda por bloques</translation>
    </message>
    <message>
        <source>A, or % of the scenario&apos;s</source>
        <translation>A, o % del valor del escenario</translation>
    </message>
    <message>
        <source>a current in parts of the CT&apos;s rating</source>
        <translation>una corriente relativa a la nominal del TC</translation>
    </message>
    <message>
        <source>IEC 62053-22, guide</source>
        <translation>IEC 62053-22, guía</translation>
    </message>
    <message>
        <source>of the CT&apos;s rating</source>
        <translation>de la corriente nominal del TC</translation>
    </message>
    <message>
        <source>power factor</source>
        <translation>factor de potencia</translation>
    </message>
    <message>
        <source>unequal currents</source>
        <translation>corrientes desiguales</translation>
    </message>
    <message>
        <source>of what flows: A, B, C</source>
        <translation>de lo que circula: A, B, C</translation>
    </message>
    <message>
        <source>leading reactive power</source>
        <translation>potencia reactiva capacitiva</translation>
    </message>
    <message>
        <source>phasor sum</source>
        <translation>suma fasorial</translation>
    </message>
    <message>
        <source>of all phases together</source>
        <translation>del conjunto de las fases</translation>
    </message>
    <message>
        <source>real power against the load</source>
        <translation>potencia activa opuesta a la carga</translation>
    </message>
    <message>
        <source>the supply&apos;s neutral breaks</source>
        <translation>se interrumpe el neutro del suministro</translation>
    </message>
    <message>
        <source>Millman</source>
        <translation>Millman</translation>
    </message>
    <message>
        <source>times the scenario&apos;s load, as impedances: A, B, C</source>
        <translation>veces la carga del escenario, como impedancias: A, B, C</translation>
    </message>
    <message>
        <source>a voltage lead without voltage</source>
        <translation>un cable de tensión sin tensión</translation>
    </message>
    <message>
        <source>the guide, troubleshooting; closed forms</source>
        <translation>la guía, solución de problemas; fórmulas cerradas</translation>
    </message>
    <message>
        <source>the meter&apos;s N is on nothing</source>
        <translation>el borne N del medidor está sin conectar</translation>
    </message>
    <message>
        <source>two ropes exchanged</source>
        <translation>dos TC flexibles intercambiados</translation>
    </message>
    <message>
        <source>two of A, B, C</source>
        <translation>dos de A, B, C</translation>
    </message>
    <message>
        <source>two voltage leads exchanged</source>
        <translation>dos cables de tensión intercambiados</translation>
    </message>
    <message>
        <source>three ropes one further</source>
        <translation>tres TC flexibles desplazados un lugar</translation>
    </message>
    <message>
        <source>forward: input A gets B, B gets C, C gets A</source>
        <translation>forward: la entrada A recibe B, B recibe C, C recibe A</translation>
    </message>
    <message>
        <source>three voltage leads one further</source>
        <translation>tres cables de tensión desplazados un lugar</translation>
    </message>
    <message>
        <source>ropes reversed</source>
        <translation>TC flexibles en sentido contrario</translation>
    </message>
    <message>
        <source>CT inputs: A, B, C, a list or all</source>
        <translation>entradas de TC: A, B, C, una lista o all (todas)</translation>
    </message>
    <message>
        <source>ropes not snapped shut</source>
        <translation>TC flexibles sin cerrar</translation>
    </message>
    <message>
        <source>a current-output CT on a rope&apos;s input</source>
        <translation>TC con salida de corriente en la entrada de uno flexible</translation>
    </message>
    <message>
        <source>the guide, warning before CTs</source>
        <translation>la guía, advertencia sobre los TC</translation>
    </message>
    <message>
        <source>ropes of another type</source>
        <translation>TC flexibles de otro tipo</translation>
    </message>
    <message>
        <source>the guide, U018 ropes only</source>
        <translation>la guía, solo U018</translation>
    </message>
    <message>
        <source>of the right rope&apos;s</source>
        <translation>del que daría el correcto</translation>
    </message>
    <message>
        <source>PTs reversed</source>
        <translation>TT invertidos</translation>
    </message>
    <message>
        <source>no control power</source>
        <translation>sin alimentación auxiliar</translation>
    </message>
    <message>
        <source>the guide, fuse recommendations</source>
        <translation>la guía, fusibles</translation>
    </message>
    <message>
        <source>N exchanged with a phase</source>
        <translation>N intercambiado con una fase</translation>
    </message>
    <message>
        <source>terminal A, B or C</source>
        <translation>borne A, B o C</translation>
    </message>
    <message>
        <source>another CT than the one set up</source>
        <translation>un TC distinto del configurado</translation>
    </message>
    <message>
        <source>another PT than the one set up</source>
        <translation>un TT distinto del configurado</translation>
    </message>
    <message>
        <source>ratio, or % of the scenario&apos;s</source>
        <translation>relación, o % del valor del escenario</translation>
    </message>
    <message>
        <source>0 % residual, 0.5/0.5 cycles</source>
        <translation>0 % residual, 0.5/0.5 ciclos</translation>
    </message>
    <message>
        <source>IEC 61000-4-11/-4-34 class 2</source>
        <translation>IEC 61000-4-11/-4-34 clase 2</translation>
    </message>
    <message>
        <source>0 % residual, 1/1 cycles</source>
        <translation>0 % residual, 1/1 ciclos</translation>
    </message>
    <message>
        <source>70 % residual, 25/30 cycles</source>
        <translation>70 % residual, 25/30 ciclos</translation>
    </message>
    <message>
        <source>0 % residual, 250/300 cycles</source>
        <translation>0 % residual, 250/300 ciclos</translation>
    </message>
    <message>
        <source>IEC 61000-4-11/-4-34 class 3</source>
        <translation>IEC 61000-4-11/-4-34 clase 3</translation>
    </message>
    <message>
        <source>40 % residual, 10/12 cycles</source>
        <translation>40 % residual, 10/12 ciclos</translation>
    </message>
    <message>
        <source>80 % residual, 250/300 cycles</source>
        <translation>80 % residual, 250/300 ciclos</translation>
    </message>
    <message>
        <source>70 % residual on A, 25/30 cycles</source>
        <translation>70 % residual en A, 25/30 ciclos</translation>
    </message>
    <message>
        <source>IEC 61000-4-11/-4-34</source>
        <translation>IEC 61000-4-11/-4-34</translation>
    </message>
    <message>
        <source>70 % residual on AB, 25/30 cycles</source>
        <translation>70 % residual en AB, 25/30 ciclos</translation>
    </message>
    <message>
        <source>V_BC=70 %, V_A unchanged, no zero sequence</source>
        <translation>V_BC=70 %, V_A sin cambio, sin secuencia homopolar</translation>
    </message>
    <message>
        <source>sag type C (delta-wye between fault and meter)</source>
        <translation>hueco de tipo C (triángulo-estrella entre el defecto y el medidor)</translation>
    </message>
    <message>
        <source>50 % for 0.2 s</source>
        <translation>50 % durante 0.2 s</translation>
    </message>
    <message>
        <source>SEMI F47-0706 required</source>
        <translation>SEMI F47-0706, exigido</translation>
    </message>
    <message>
        <source>70 % for 0.5 s</source>
        <translation>70 % durante 0.5 s</translation>
    </message>
    <message>
        <source>80 % for 1.0 s</source>
        <translation>80 % durante 1.0 s</translation>
    </message>
    <message>
        <source>0 % for 1 cycle</source>
        <translation>0 % durante 1 ciclo</translation>
    </message>
    <message>
        <source>SEMI F47-0706 recommended</source>
        <translation>SEMI F47-0706, recomendado</translation>
    </message>
    <message>
        <source>80 % for 10 s</source>
        <translation>80 % durante 10 s</translation>
    </message>
    <message>
        <source>90 % continuous</source>
        <translation>90 % permanente</translation>
    </message>
    <message>
        <source>0 % for 0.02 s</source>
        <translation>0 % durante 0.02 s</translation>
    </message>
    <message>
        <source>ITIC (CBEMA) 2000 curve</source>
        <translation>curva ITIC (CBEMA) 2000</translation>
    </message>
    <message>
        <source>80 % for 10.0 s</source>
        <translation>80 % durante 10.0 s</translation>
    </message>
    <message>
        <source>90 % for 60.0 s</source>
        <translation>90 % durante 60.0 s</translation>
    </message>
    <message>
        <source>110 % for 60.0 s</source>
        <translation>110 % durante 60.0 s</translation>
    </message>
    <message>
        <source>120 % for 0.5 s</source>
        <translation>120 % durante 0.5 s</translation>
    </message>
    <message>
        <source>140 % for 0.003 s</source>
        <translation>140 % durante 0.003 s</translation>
    </message>
    <message>
        <source>200 % for 0.001 s</source>
        <translation>200 % durante 0.001 s</translation>
    </message>
    <message>
        <source>1.2/50 us-like impulse 2 kV on A at 90 deg</source>
        <translation>impulso tipo 1.2/50 µs de 2 kV en A a 90°</translation>
    </message>
    <message>
        <source>IEEE 1159-2019 table 2</source>
        <translation>IEEE 1159-2019, tabla 2</translation>
    </message>
    <message>
        <source>capacitor switching 400 Hz, 1.4 pu peak, decay 10 ms</source>
        <translation>conexión de condensadores, 400 Hz, pico de 1.4 pu, decaimiento 10 ms</translation>
    </message>
    <message>
        <source>5 kHz ring, 4 pu, 20 us..</source>
        <translation>oscilación de 5 kHz, 4 pu, 20 µs..</translation>
    </message>
    <message>
        <source>sag instantaneous 0.5 pu 0.166667 s</source>
        <translation>hueco instantáneo, 0.5 pu, 0.166667 s</translation>
    </message>
    <message>
        <source>sag instantaneous deep 0.1 pu 0.5 s</source>
        <translation>hueco instantáneo profundo, 0.1 pu, 0.5 s</translation>
    </message>
    <message>
        <source>sag momentary 0.7 pu 2 s</source>
        <translation>hueco momentáneo, 0.7 pu, 2 s</translation>
    </message>
    <message>
        <source>sag temporary 0.85 pu 30 s</source>
        <translation>hueco temporal, 0.85 pu, 30 s</translation>
    </message>
    <message>
        <source>swell instantaneous 1.8 pu 0.333333 s</source>
        <translation>sobretensión breve instantánea, 1.8 pu, 0.333333 s</translation>
    </message>
    <message>
        <source>swell momentary 1.4 pu 2 s</source>
        <translation>sobretensión breve momentánea, 1.4 pu, 2 s</translation>
    </message>
    <message>
        <source>swell temporary 1.2 pu 30 s</source>
        <translation>sobretensión breve temporal, 1.2 pu, 30 s</translation>
    </message>
    <message>
        <source>interruption momentary 0.05 pu 1 s</source>
        <translation>interrupción momentánea, 0.05 pu, 1 s</translation>
    </message>
    <message>
        <source>interruption temporary 0.0 pu 20 s</source>
        <translation>interrupción temporal, 0.0 pu, 20 s</translation>
    </message>
    <message>
        <source>interruption sustained 0.0 pu 120 s</source>
        <translation>interrupción sostenida, 0.0 pu, 120 s</translation>
    </message>
    <message>
        <source>undervoltage 0.85 pu 120 s</source>
        <translation>subtensión, 0.85 pu, 120 s</translation>
    </message>
    <message>
        <source>overvoltage 1.15 pu 120 s</source>
        <translation>sobretensión, 1.15 pu, 120 s</translation>
    </message>
    <message>
        <source>2 % negative sequence</source>
        <translation>2 % de secuencia inversa</translation>
    </message>
    <message>
        <source>EN 50160 (95 % of 10 min)</source>
        <translation>EN 50160 (95 % de los intervalos de 10 min)</translation>
    </message>
    <message>
        <source>5 % negative sequence</source>
        <translation>5 % de secuencia inversa</translation>
    </message>
    <message>
        <source>IEEE 1159 range 0.5-2 %, severe</source>
        <translation>IEEE 1159, rango 0.5-2 %, severo</translation>
    </message>
    <message>
        <source>30 % current unbalance</source>
        <translation>30 % de desequilibrio de corrientes</translation>
    </message>
    <message>
        <source>A 120, B 120, C 208 V</source>
        <translation>A 120, B 120, C 208 V</translation>
    </message>
    <message>
        <source>240 V high-leg delta on system type 40</source>
        <translation>triángulo de 240 V con fase alta (high-leg) en el tipo de sistema 40</translation>
    </message>
    <message>
        <source>all odd at their limits</source>
        <translation>todos los impares en su límite</translation>
    </message>
    <message>
        <source>EN 50160 table (95 %)</source>
        <translation>EN 50160, tabla (95 %)</translation>
    </message>
    <message>
        <source>U5 10 %, I5 40 %, in phase</source>
        <translation>U5 10 %, I5 40 %, en fase</translation>
    </message>
    <message>
        <source>IEC 62053-22 8.2.1</source>
        <translation>IEC 62053-22, 8.2.1</translation>
    </message>
    <message>
        <source>I3 80 I5 60 I7 40 I9 20 % alternating sign</source>
        <translation>I3 80 I5 60 I7 40 I9 20 %, signo alterno</translation>
    </message>
    <message>
        <source>single-phase rectifier load</source>
        <translation>carga rectificadora monofásica</translation>
    </message>
    <message>
        <source>I5 35 I7 15 I11 8 I13 5 %</source>
        <translation>I5 35 I7 15 I11 8 I13 5 %</translation>
    </message>
    <message>
        <source>6-pulse drive</source>
        <translation>variador de 6 pulsos</translation>
    </message>
    <message>
        <source>21st harmonic 5 % at 60 Hz = 1260 Hz = Nyquist</source>
        <translation>armónico 21 al 5 % a 60 Hz = 1260 Hz = Nyquist</translation>
    </message>
    <message>
        <source>guide: true RMS to the 21st</source>
        <translation>guía: RMS verdadero hasta el armónico 21</translation>
    </message>
    <message>
        <source>23rd 5 % at 60 Hz folds on the 19th</source>
        <translation>el armónico 23 al 5 % a 60 Hz se solapa con el 19</translation>
    </message>
    <message>
        <source>aliasing</source>
        <translation>solapamiento espectral (aliasing)</translation>
    </message>
    <message>
        <source>41st 5 % at 60 Hz folds on the fundamental</source>
        <translation>el armónico 41 al 5 % a 60 Hz se solapa con la fundamental</translation>
    </message>
    <message>
        <source>175 Hz 2 %</source>
        <translation>175 Hz 2 %</translation>
    </message>
    <message>
        <source>0.1 % DC in V, half-wave current</source>
        <translation>0.1 % de CC en V, corriente de media onda</translation>
    </message>
    <message>
        <source>6 notches per cycle, 20 % deep, 0.3 ms</source>
        <translation>6 muescas por ciclo, 20 % de profundidad, 0.3 ms</translation>
    </message>
    <message>
        <source>0.5 % white noise</source>
        <translation>0.5 % de ruido blanco</translation>
    </message>
    <message>
        <source>dV/V 0.25 % square 8.8 Hz, about Pst 1</source>
        <translation>dV/V 0.25 % cuadrada 8.8 Hz, aproximadamente Pst 1</translation>
    </message>
    <message>
        <source>IEC 61000-4-15 (8.8 Hz = most sensitive)</source>
        <translation>IEC 61000-4-15 (8.8 Hz = máxima sensibilidad)</translation>
    </message>
    <message>
        <source>3 % at 1 Hz</source>
        <translation>3 % a 1 Hz</translation>
    </message>
    <message>
        <source>59.5 Hz steady</source>
        <translation>59.5 Hz constantes</translation>
    </message>
    <message>
        <source>EN 50160 +-1 %</source>
        <translation>EN 50160 ±1 %</translation>
    </message>
    <message>
        <source>60.5 Hz steady</source>
        <translation>60.5 Hz constantes</translation>
    </message>
    <message>
        <source>57.0 Hz steady</source>
        <translation>57.0 Hz constantes</translation>
    </message>
    <message>
        <source>off-nominal</source>
        <translation>fuera del valor nominal</translation>
    </message>
    <message>
        <source>45.0 Hz steady</source>
        <translation>45.0 Hz constantes</translation>
    </message>
    <message>
        <source>guide limit</source>
        <translation>límite de la guía</translation>
    </message>
    <message>
        <source>65.0 Hz steady</source>
        <translation>65.0 Hz constantes</translation>
    </message>
    <message>
        <source>44.9 Hz steady</source>
        <translation>44.9 Hz constantes</translation>
    </message>
    <message>
        <source>just outside: bit 6</source>
        <translation>justo fuera: bit 6</translation>
    </message>
    <message>
        <source>65.1 Hz steady</source>
        <translation>65.1 Hz constantes</translation>
    </message>
    <message>
        <source>50.0 Hz steady</source>
        <translation>50.0 Hz constantes</translation>
    </message>
    <message>
        <source>50 Hz system</source>
        <translation>sistema de 50 Hz</translation>
    </message>
    <message>
        <source>49.5 Hz steady</source>
        <translation>49.5 Hz constantes</translation>
    </message>
    <message>
        <source>47.0 Hz steady</source>
        <translation>47.0 Hz constantes</translation>
    </message>
    <message>
        <source>EN 50160 -6 %</source>
        <translation>EN 50160 −6 %</translation>
    </message>
    <message>
        <source>52.0 Hz steady</source>
        <translation>52.0 Hz constantes</translation>
    </message>
    <message>
        <source>EN 50160 +4 %</source>
        <translation>EN 50160 +4 %</translation>
    </message>
    <message>
        <source>60 -&gt; 57 Hz at 1 Hz/s, hold 5 s, back at 0.5 Hz/s</source>
        <translation>60 → 57 Hz a 1 Hz/s, mantener 5 s, vuelta a 0.5 Hz/s</translation>
    </message>
    <message>
        <source>UFLS event</source>
        <translation>deslastre por subfrecuencia (UFLS)</translation>
    </message>
    <message>
        <source>ROCOF 4 Hz/s for 1 s</source>
        <translation>ROCOF de 4 Hz/s durante 1 s</translation>
    </message>
    <message>
        <source>islanding</source>
        <translation>funcionamiento en isla</translation>
    </message>
    <message>
        <source>-20 deg at the start of a 60 % sag</source>
        <translation>−20° al comienzo de un hueco del 60 %</translation>
    </message>
    <message>
        <source>sag with phase-angle jump</source>
        <translation>hueco con salto de ángulo de fase</translation>
    </message>
    <message>
        <source>6 x current, PF 0.2 -&gt; 0.85 in 4 s, sag to 92 %</source>
        <translation>6 × la corriente, FP 0.2 → 0.85 en 4 s, hueco al 92 %</translation>
    </message>
    <message>
        <source>induction motor start</source>
        <translation>arranque de un motor de inducción</translation>
    </message>
    <message>
        <source>10 -&gt; 30 A at 450 s of a 900 s interval</source>
        <translation>10 → 30 A a los 450 s de un intervalo de 900 s</translation>
    </message>
    <message>
        <source>block demand test</source>
        <translation>ensayo de demanda por bloques</translation>
    </message>
    <message>
        <source>115 % Un, current circuits open, dt from 600e6/(k m Un Imax)</source>
        <translation>115 % Un, circuitos de corriente abiertos, dt según 600e6/(k m Un Imax)</translation>
    </message>
    <message>
        <source>IEC no-load</source>
        <translation>IEC, marcha en vacío</translation>
    </message>
    <message>
        <source>0.001 In, PF 1</source>
        <translation>0.001 In, FP 1</translation>
    </message>
    <message>
        <source>IEC starting current</source>
        <translation>IEC, corriente de arranque</translation>
    </message>
    <message>
        <source>121 % of CT size</source>
        <translation>121 % del calibre del TC</translation>
    </message>
    <message>
        <source>guide over-range</source>
        <translation>guía, por encima del rango</translation>
    </message>
    <message>
        <source>1.21 x 347 V L-N</source>
        <translation>1.21 × 347 V fase-neutro</translation>
    </message>
    <message>
        <source>neutral shift: solve Millman, A up, B/C down</source>
        <translation>desplazamiento del neutro según Millman: A sube, B y C bajan</translation>
    </message>
    <message>
        <source>broken supply neutral, 3:1 load</source>
        <translation>neutro del suministro interrumpido, carga 3:1</translation>
    </message>
    <message>
        <source>V_A = 0</source>
        <translation>V_A = 0</translation>
    </message>
    <message>
        <source>blown voltage fuse A</source>
        <translation>fusible de tensión A fundido</translation>
    </message>
    <message>
        <source>correct wiring</source>
        <translation>cableado correcto</translation>
    </message>
    <message>
        <source>installation mistake</source>
        <translation>error de instalación</translation>
    </message>
    <message>
        <source>CT A reversed</source>
        <translation>TC A invertido</translation>
    </message>
    <message>
        <source>CTs A and B reversed</source>
        <translation>TC A y B invertidos</translation>
    </message>
    <message>
        <source>all CTs reversed</source>
        <translation>todos los TC invertidos</translation>
    </message>
    <message>
        <source>CTs A&lt;-&gt;B swapped</source>
        <translation>TC A&lt;-&gt;B cruzados</translation>
    </message>
    <message>
        <source>CTs A&lt;-&gt;B swapped and CT C reversed</source>
        <translation>TC A&lt;-&gt;B cruzados y TC C invertido</translation>
    </message>
    <message>
        <source>CTs rotated (A sees I_B)</source>
        <translation>TC rotados (A ve I_B)</translation>
    </message>
    <message>
        <source>CTs rotated (A sees I_C)</source>
        <translation>TC rotados (A ve I_C)</translation>
    </message>
    <message>
        <source>voltages A&lt;-&gt;B swapped</source>
        <translation>tensiones A&lt;-&gt;B cruzadas</translation>
    </message>
    <message>
        <source>voltages rotated (A sees V_B)</source>
        <translation>tens. rotadas (A ve V_B)</translation>
    </message>
    <message>
        <source>CT A open / not snapped</source>
        <translation>TC A abierto / sin cerrar</translation>
    </message>
    <message>
        <source>voltage fuse A blown</source>
        <translation>fusible A fundido</translation>
    </message>
    <message>
        <source>neutral open (balanced)</source>
        <translation>N abierto (equilibrado)</translation>
    </message>
    <message>
        <source>N and C terminals exchanged</source>
        <translation>bornes N y C cruzados</translation>
    </message>
    <message>
        <source>CT size set 200 but 100 A fitted</source>
        <translation>TC ajustado 200, real 100 A</translation>
    </message>
    <message>
        <source>CT size set 100 but 200 A fitted</source>
        <translation>TC ajustado 100, real 200 A</translation>
    </message>
    <message>
        <source>PT ratio left at 1 on a 4:1 PT</source>
        <translation>TT 4:1 con relación en 1</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>ratio</translation>
    </message>
    <message>
        <source>pulses</source>
        <translation>imp.</translation>
    </message>
    <message>
        <source>a phase is missing</source>
        <translation>falta una fase</translation>
    </message>
</context>
<context>
    <name>meter::gui::LineDock</name>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Open one more endpoint</source>
        <translation>Abrir otro punto de conexión</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Close the chosen endpoint and open this one</source>
        <translation>Cerrar el punto de conexión seleccionado y abrir este</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Close the chosen endpoint and send its masters away</source>
        <translation>Cerrar el punto de conexión seleccionado y desconectar a sus maestros</translation>
    </message>
    <message>
        <source>Kind of endpoint</source>
        <translation>Tipo de punto de conexión</translation>
    </message>
    <message>
        <source>Address of the endpoint</source>
        <translation>Dirección del punto de conexión</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Puntos de conexión</translation>
    </message>
    <message>
        <source>No master is connected</source>
        <translation>Ningún maestro conectado</translation>
    </message>
    <message>
        <source>Connected: %1</source>
        <translation>Conectados: %1</translation>
    </message>
    <message>
        <source>Write the new address first</source>
        <translation>Escriba antes la nueva dirección</translation>
    </message>
</context>
<context>
    <name>meter::gui::LineSettingEdit</name>
    <message>
        <source>Modbus address of the meter</source>
        <translation>Dirección Modbus del medidor</translation>
    </message>
    <message>
        <source>Baud rate of the meter</source>
        <translation>Velocidad en baudios del medidor</translation>
    </message>
    <message>
        <source>odd</source>
        <translation>impar</translation>
    </message>
    <message>
        <source>even</source>
        <translation>par</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Parity of the meter</source>
        <translation>Paridad del medidor</translation>
    </message>
    <message>
        <source>Meter: address</source>
        <translation>Medidor: dirección</translation>
    </message>
    <message>
        <source>baud, parity</source>
        <translation>baudios, paridad</translation>
    </message>
</context>
<context>
    <name>meter::gui::LiveMeter</name>
    <message>
        <source>The lesson does not let you operate this.</source>
        <translation>La lección no le deja manejar esto.</translation>
    </message>
    <message>
        <source>An exam is under way. Hand it in first.</source>
        <translation>Hay un examen en curso. Entréguelo primero.</translation>
    </message>
</context>
<context>
    <name>meter::gui::LogDock</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all that are shown</source>
        <translation>Copiar las líneas seleccionadas o todas las que se muestran</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Write them to a file</source>
        <translation>Escribirlas en un archivo</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Forget all lines</source>
        <translation>Borrar todas las líneas</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Show only lines with this text</source>
        <translation>Mostrar solo las líneas con este texto</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>No se ha escrito %1: %2</translation>
    </message>
    <message>
        <source>Export the log</source>
        <translation>Exportar los eventos</translation>
    </message>
    <message>
        <source>Text (*.txt);;All files (*)</source>
        <translation>Texto (*.txt);;Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>meter::gui::LogModel</name>
    <message>
        <source>Scenario opened: %1</source>
        <translation>Escenario abierto: %1</translation>
    </message>
    <message>
        <source>Meter time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Suceso</translation>
    </message>
</context>
<context>
    <name>meter::gui::MainWindow</name>
    <message>
        <source>The scenario was not opened. The meter goes on as it was.</source>
        <translation>No se ha abierto el escenario. El medidor sigue como estaba.</translation>
    </message>
    <message>
        <source>&amp;Meter</source>
        <translation>&amp;Medidor</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Acercar</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>A&amp;lejar</translation>
    </message>
    <message>
        <source>&amp;Fit into the window</source>
        <translation>Ajustar a la &amp;ventana</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>Asp&amp;ecto</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Como el &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>&amp;Restablecer disposición</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>Medidor</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Not everything could be started as it was asked for.</source>
        <translation>No todo pudo iniciarse como se pidió.</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Espacios de trabajo</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>Inici&amp;o</translation>
    </message>
    <message>
        <source>The start page (Alt+Home)</source>
        <translation>La página de inicio (Alt+Inicio)</translation>
    </message>
    <message>
        <source>&amp;Phase colours</source>
        <translation>&amp;Colores de fase</translation>
    </message>
</context>
<context>
    <name>meter::gui::MessageBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Cerrar el mensaje</translation>
    </message>
</context>
<context>
    <name>meter::gui::MeterActions</name>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>&amp;Control power</source>
        <translation>&amp;Alimentación auxiliar</translation>
    </message>
    <message>
        <source>Hold the meter&apos;s time (Ctrl+P)</source>
        <translation>Detener el tiempo del medidor (Ctrl+P)</translation>
    </message>
    <message>
        <source>Switch the meter&apos;s control power</source>
        <translation>Conectar o desconectar la alimentación auxiliar del medidor</translation>
    </message>
    <message>
        <source>Let the meter&apos;s time pass %1 as fast as the wall clock (Ctrl+%2)</source>
        <translation>Hacer avanzar el tiempo del medidor a %1 respecto al tiempo real (Ctrl+%2)</translation>
    </message>
    <message>
        <source>Meter that is shown</source>
        <translation>Medidor que se muestra</translation>
    </message>
    <message>
        <source>The meter of the line that the window shows</source>
        <translation>El medidor de la línea que muestra la ventana</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reanudar</translation>
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
        <translation>Medidores de la línea</translation>
    </message>
</context>
<context>
    <name>meter::gui::MetersModel</name>
    <message>
        <source>no power</source>
        <translation>sin alimentación</translation>
    </message>
    <message>
        <source>Double-click or Enter: show this meter</source>
        <translation>Doble clic o Intro: mostrar este medidor</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
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
        <translation>Alertas</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Serial no.</source>
        <translation>N.º de serie</translation>
    </message>
</context>
<context>
    <name>meter::gui::MistakesView</name>
    <message>
        <source>&amp;Put right again</source>
        <translation>Re&amp;stablecer</translation>
    </message>
    <message>
        <source>Search mistakes</source>
        <translation>Buscar errores</translation>
    </message>
    <message>
        <source>load as it is</source>
        <translation>carga actual</translation>
    </message>
    <message>
        <source>load at PF %1</source>
        <translation>carga con FP %1</translation>
    </message>
    <message>
        <source>Power factor of the load</source>
        <translation>Factor de potencia de la carga</translation>
    </message>
    <message>
        <source>Mistake</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>What one will see</source>
        <translation>Qué se observará</translation>
    </message>
    <message>
        <source>Mistakes of installers</source>
        <translation>Errores de instalación</translation>
    </message>
</context>
<context>
    <name>meter::gui::ParameterEdit</name>
    <message>
        <source>feeds back</source>
        <translation>inyecta</translation>
    </message>
    <message>
        <source>differ</source>
        <translation>distintos</translation>
    </message>
</context>
<context>
    <name>meter::gui::PhaseColours</name>
    <message>
        <source>For any &amp;colour vision</source>
        <translation>Para cualquier &amp;visión del color</translation>
    </message>
    <message>
        <source>&amp;USA, 480 V: brown, orange, yellow</source>
        <translation>&amp;EE. UU., 480 V: marrón, naranja, amarillo</translation>
    </message>
    <message>
        <source>USA, &amp;208 V: black, red, blue</source>
        <translation>EE. UU., &amp;208 V: negro, rojo, azul</translation>
    </message>
    <message>
        <source>&amp;IEC: brown, black, grey</source>
        <translation>&amp;IEC: marrón, negro, gris</translation>
    </message>
</context>
<context>
    <name>meter::gui::PhaseGrid</name>
    <message>
        <source>%1, phase %2</source>
        <translation>%1, fase %2</translation>
    </message>
    <message>
        <source>%1, all phases</source>
        <translation>%1, todas las fases</translation>
    </message>
</context>
<context>
    <name>meter::gui::PhasorModel</name>
    <message>
        <source>nothing arrives</source>
        <translation>no llega nada</translation>
    </message>
    <message>
        <source>reversed</source>
        <translation>invertida</translation>
    </message>
    <message>
        <source>is on conductor %1</source>
        <translation>está en el conductor %1</translation>
    </message>
    <message>
        <source>is on conductor %1, reversed</source>
        <translation>está en el conductor %1, invertida</translation>
    </message>
    <message>
        <source>%1 times what flows: CT size?</source>
        <translation>%1 veces lo que circula: ¿calibre del TC?</translation>
    </message>
    <message>
        <source>%1 times what is there: PT ratio?</source>
        <translation>%1 veces lo que hay: ¿relación del TT?</translation>
    </message>
    <message>
        <source>as on no conductor</source>
        <translation>no corresponde a ningún conductor</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>In the conductor</source>
        <translation>En el conductor</translation>
    </message>
    <message>
        <source>At the input</source>
        <translation>En la entrada</translation>
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
        <translation>Secuencia de fases y componentes directa, inversa y homopolar en porcentaje de la mayor de las dos primeras</translation>
    </message>
    <message>
        <source>Thick: voltages. Thin: currents. Voltage A is at 0°.</source>
        <translation>Trazo grueso: tensiones. Trazo fino: corrientes. La tensión A está a 0°.</translation>
    </message>
    <message>
        <source>A recording is played: what was on its conductors is not known.</source>
        <translation>Se reproduce una grabación: no se sabe qué había en sus conductores.</translation>
    </message>
    <message>
        <source>none: fewer than three phases</source>
        <translation>ninguna: menos de tres fases</translation>
    </message>
    <message>
        <source>In the conductors</source>
        <translation>En los conductores</translation>
    </message>
    <message>
        <source>At the meter&apos;s inputs</source>
        <translation>En las entradas del medidor</translation>
    </message>
    <message>
        <source>Thick: voltages. Thin: currents. Dashed: what is in the conductors.</source>
        <translation>Gruesas: tensiones. Finas: corrientes. A trazos: lo que hay en los conductores.</translation>
    </message>
    <message>
        <source>Phasors in the conductors and at the meter&apos;s inputs</source>
        <translation>Fasores en los conductores y en las entradas del medidor</translation>
    </message>
    <message>
        <source>V, conductors</source>
        <translation>V, conductores</translation>
    </message>
    <message>
        <source>V, inputs</source>
        <translation>V, entradas</translation>
    </message>
    <message>
        <source>I, conductors</source>
        <translation>I, conductores</translation>
    </message>
    <message>
        <source>I, inputs</source>
        <translation>I, entradas</translation>
    </message>
</context>
<context>
    <name>meter::gui::Projector</name>
    <message>
        <source>Projector</source>
        <translation>Proyector</translation>
    </message>
</context>
<context>
    <name>meter::gui::ReadingsDock</name>
    <message>
        <source>Readings, as a Modbus master reads them</source>
        <translation>Lecturas, tal como las lee un maestro Modbus</translation>
    </message>
</context>
<context>
    <name>meter::gui::ReadingsModel</name>
    <message>
        <source>Real energy</source>
        <translation>Energía activa</translation>
    </message>
    <message>
        <source>Apparent energy</source>
        <translation>Energía aparente</translation>
    </message>
    <message>
        <source>Reactive energy</source>
        <translation>Energía reactiva</translation>
    </message>
    <message>
        <source>Real power</source>
        <translation>Potencia activa</translation>
    </message>
    <message>
        <source>Reactive power</source>
        <translation>Potencia reactiva</translation>
    </message>
    <message>
        <source>Apparent power</source>
        <translation>Potencia aparente</translation>
    </message>
    <message>
        <source>Power factor</source>
        <translation>Factor de potencia</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Frecuencia</translation>
    </message>
    <message>
        <source>Voltage A-N</source>
        <translation>Tensión A-N</translation>
    </message>
    <message>
        <source>Voltage B-N</source>
        <translation>Tensión B-N</translation>
    </message>
    <message>
        <source>Voltage C-N</source>
        <translation>Tensión C-N</translation>
    </message>
    <message>
        <source>Voltage A-B</source>
        <translation>Tensión A-B</translation>
    </message>
    <message>
        <source>Voltage B-C</source>
        <translation>Tensión B-C</translation>
    </message>
    <message>
        <source>Voltage A-C</source>
        <translation>Tensión A-C</translation>
    </message>
    <message>
        <source>Current A</source>
        <translation>Corriente A</translation>
    </message>
    <message>
        <source>Current B</source>
        <translation>Corriente B</translation>
    </message>
    <message>
        <source>Current C</source>
        <translation>Corriente C</translation>
    </message>
    <message>
        <source>Real power A</source>
        <translation>Potencia activa A</translation>
    </message>
    <message>
        <source>Real power B</source>
        <translation>Potencia activa B</translation>
    </message>
    <message>
        <source>Real power C</source>
        <translation>Potencia activa C</translation>
    </message>
    <message>
        <source>Real demand</source>
        <translation>Demanda activa</translation>
    </message>
    <message>
        <source>Max. real demand</source>
        <translation>Demanda máx.</translation>
    </message>
    <message>
        <source>Energy pulses</source>
        <translation>Impulsos energía</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Magnitud</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unid.</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Reg.</translation>
    </message>
</context>
<context>
    <name>meter::gui::RegisterModel</name>
    <message>
        <source>R/W</source>
        <translation>L/E</translation>
    </message>
    <message>
        <source>R</source>
        <translation>L</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N.º</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Bruto</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Acceso</translation>
    </message>
</context>
<context>
    <name>meter::gui::RegisterWriter</name>
    <message>
        <source> (illegal data address)</source>
        <translation> (dirección de datos no válida)</translation>
    </message>
    <message>
        <source> (illegal data value: out of range, or it does not fit the other settings)</source>
        <translation> (valor de datos no válido: fuera de rango o incompatible con los demás ajustes)</translation>
    </message>
    <message>
        <source> (device failure: the meter&apos;s memory could not be written)</source>
        <translation> (fallo del dispositivo: no se pudo escribir en la memoria del medidor)</translation>
    </message>
    <message>
        <source>A raw word is a number from 0 to 65535, or 0x0000 to 0xFFFF.</source>
        <translation>Una palabra en bruto es un número de 0 a 65535 o de 0x0000 a 0xFFFF.</translation>
    </message>
    <message>
        <source> (illegal data value: it takes %1, and it has to fit the other settings)</source>
        <translation> (valor no permitido: admite %1 y debe concordar con los demás ajustes)</translation>
    </message>
</context>
<context>
    <name>meter::gui::RegistersDock</name>
    <message>
        <source>Search by number, name, unit, meaning</source>
        <translation>Buscar por número, nombre, unidad o significado</translation>
    </message>
    <message>
        <source>Search registers</source>
        <translation>Buscar registros</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Integers</source>
        <translation>Enteros</translation>
    </message>
    <message>
        <source>Floats</source>
        <translation>Coma flotante</translation>
    </message>
    <message>
        <source>Writable</source>
        <translation>Escribibles</translation>
    </message>
    <message>
        <source>Which registers</source>
        <translation>Qué registros</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportar…</translation>
    </message>
    <message>
        <source>Save all registers as they are now as CSV</source>
        <translation>Guardar todos los registros tal como están ahora en CSV</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Export registers</source>
        <translation>Exportar los registros</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>Archivos CSV (*.csv);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>No se ha escrito %1: %2</translation>
    </message>
</context>
<context>
    <name>meter::gui::ResultPage</name>
    <message>
        <source>&amp;Save the result…</source>
        <translation>&amp;Guardar el resultado…</translation>
    </message>
    <message>
        <source>A&amp;gain</source>
        <translation>&amp;Otra vez</translation>
    </message>
    <message>
        <source>&amp;Next lesson</source>
        <translation>Lección &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;All lessons</source>
        <translation>&amp;Todas las lecciones</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>As a certificate (PDF), a page (HTML) or the result file (JSON)</source>
        <translation>Como certificado (PDF), página (HTML) o archivo de resultado (JSON)</translation>
    </message>
    <message>
        <source>Passed: %1 of %2 points</source>
        <translation>Aprobado: %1 de %2 puntos</translation>
    </message>
    <message>
        <source>Not passed: %1 of %2 points</source>
        <translation>No aprobado: %1 de %2 puntos</translation>
    </message>
    <message>
        <source>Code to hand in: %1</source>
        <translation>Código de entrega: %1</translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation>Guardar el resultado</translation>
    </message>
    <message>
        <source>Certificate (*.pdf);;Page (*.html);;Result file (*.json)</source>
        <translation>Certificado (*.pdf);;Página (*.html);;Archivo de resultado (*.json)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Guardado: %1</translation>
    </message>
    <message>
        <source>%1 cannot be written; choose another folder, and a name that ends in .pdf, .html or .json</source>
        <translation>No se puede escribir %1; elija otra carpeta y un nombre que termine en .pdf, .html o .json</translation>
    </message>
</context>
<context>
    <name>meter::gui::RunningFaultsView</name>
    <message>
        <source>from %1</source>
        <translation>a partir de %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>quedan %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>desde hace %1</translation>
    </message>
    <message>
        <source>Acting now</source>
        <translation>Activos ahora</translation>
    </message>
    <message>
        <source>Nothing: the world is as the source and the wiring say.</source>
        <translation>Ninguno: todo está como indican la fuente y el cableado.</translation>
    </message>
    <message>
        <source>End a&amp;ll</source>
        <translation>Finalizar &amp;todos</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Finalizar</translation>
    </message>
    <message>
        <source>End %1</source>
        <translation>Finalizar %1</translation>
    </message>
</context>
<context>
    <name>meter::gui::ScenarioDock</name>
    <message>
        <source>Expected</source>
        <translation>Esperado</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Observado</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Marcador</translation>
    </message>
    <message>
        <source>Expectations</source>
        <translation>Comprobaciones</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Marcadores</translation>
    </message>
    <message>
        <source>Double-click or Enter: go back there</source>
        <translation>Doble clic o Intro: volver a ese punto</translation>
    </message>
    <message>
        <source>−5 s</source>
        <translation>−5 s</translation>
    </message>
    <message>
        <source>Go back by five seconds</source>
        <translation>Retroceder cinco segundos</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Set a bookmark now</source>
        <translation>Poner un marcador ahora</translation>
    </message>
    <message>
        <source>Save what was done…</source>
        <translation>Guardar lo realizado…</translation>
    </message>
    <message>
        <source>Write a scenario that repeats all that was done</source>
        <translation>Escribir un escenario que repita todo lo realizado</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Keep now in view</source>
        <translation>Mantener a la vista el instante actual</translation>
    </message>
    <message>
        <source>Show more time</source>
        <translation>Mostrar más tiempo</translation>
    </message>
    <message>
        <source>Show less time</source>
        <translation>Mostrar menos tiempo</translation>
    </message>
    <message>
        <source>+1 cycle</source>
        <translation>+1 ciclo</translation>
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
        <translation>Detener y avanzar %1</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Meter seconds per second</source>
        <translation>Segundos del medidor por segundo</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>%1 held, %2 failed, %3 to come</source>
        <translation>%1 superadas, %2 fallidas, %3 pendientes</translation>
    </message>
    <message>
        <source>acting: %1</source>
        <translation>activos: %1</translation>
    </message>
    <message>
        <source>Bookmark %1</source>
        <translation>Marcador %1</translation>
    </message>
    <message>
        <source>Save what was done</source>
        <translation>Guardar lo realizado</translation>
    </message>
    <message>
        <source>Scenarios (*.yaml)</source>
        <translation>Escenarios (*.yaml)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Fit the whole scenario into the view</source>
        <translation>Ajustar todo el escenario a la vista</translation>
    </message>
    <message>
        <source>The scenario was over at %1; time goes on.</source>
        <translation>El escenario terminó en %1; el tiempo sigue.</translation>
    </message>
</context>
<context>
    <name>meter::gui::ScenarioFileDock</name>
    <message>
        <source>&amp;Expect what is seen now</source>
        <translation>&amp;Esperar lo que se ve ahora</translation>
    </message>
    <message>
        <source>Save and &amp;play</source>
        <translation>Guardar y &amp;reproducir</translation>
    </message>
    <message>
        <source>Text of the scenario</source>
        <translation>Texto del escenario</translation>
    </message>
    <message>
        <source>Register that is expected</source>
        <translation>Registro que se espera</translation>
    </message>
    <message>
        <source>Adds the register&apos;s value at this moment to what is expected</source>
        <translation>Añade el valor del registro en este momento a lo que se espera</translation>
    </message>
    <message>
        <source>Writes the file and plays it from its beginning (Ctrl+S)</source>
        <translation>Escribe el archivo y lo reproduce desde el principio (Ctrl+S)</translation>
    </message>
    <message>
        <source>A lesson runs; its file is not edited here.</source>
        <translation>Hay una lección en curso; su archivo no se edita aquí.</translation>
    </message>
    <message>
        <source>Another program has changed the file. Save and play keeps the text here.</source>
        <translation>Otro programa ha cambiado el archivo. Guardar y reproducir conserva el texto de aquí.</translation>
    </message>
    <message>
        <source>%1 has no value now.</source>
        <translation>%1 no tiene valor ahora.</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>Añadido: %1</translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation>Guardar el escenario</translation>
    </message>
    <message>
        <source>Scenarios (*.yaml *.yml)</source>
        <translation>Escenarios (*.yaml *.yml)</translation>
    </message>
</context>
<context>
    <name>meter::gui::ScopeControls</name>
    <message>
        <source>Freeze</source>
        <translation>Congelar</translation>
    </message>
    <message>
        <source>Hold the picture (Space)</source>
        <translation>Congelar la imagen (Espacio)</translation>
    </message>
    <message>
        <source>Cursors</source>
        <translation>Cursores</translation>
    </message>
    <message>
        <source>Two lines that measure time and value</source>
        <translation>Dos líneas que miden tiempo y valor</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>The whole picture, values just fitting (A)</source>
        <translation>La imagen completa, con los valores ajustados (A)</translation>
    </message>
    <message>
        <source>&amp;Trigger</source>
        <translation>&amp;Disparo</translation>
    </message>
    <message>
        <source>Show or hide %1 (key %2)</source>
        <translation>Mostrar u ocultar %1 (tecla %2)</translation>
    </message>
    <message>
        <source>Wave %1</source>
        <translation>Onda %1</translation>
    </message>
    <message>
        <source>Wave that triggers</source>
        <translation>Onda de disparo</translation>
    </message>
    <message>
        <source>↗ rising</source>
        <translation>↗ subida</translation>
    </message>
    <message>
        <source>↘ falling</source>
        <translation>↘ bajada</translation>
    </message>
    <message>
        <source>Edge that triggers</source>
        <translation>Flanco de disparo</translation>
    </message>
    <message>
        <source>Level of the trigger</source>
        <translation>Nivel de disparo</translation>
    </message>
    <message>
        <source>Level of the trigger; or drag its line at the left of the picture</source>
        <translation>Nivel de disparo; también se puede arrastrar su línea a la izquierda de la imagen</translation>
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
        <translation>Qué ocurre sin disparo</translation>
    </message>
    <message>
        <source>Auto: runs on without a trigger. Normal: waits for one.</source>
        <translation>Auto: sigue sin disparo. Normal: espera uno.</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Time base: width of the picture</source>
        <translation>Base de tiempos: ancho de la imagen</translation>
    </message>
    <message>
        <source>Width of the picture</source>
        <translation>Ancho de la imagen</translation>
    </message>
    <message>
        <source>At the meter&apos;s inputs</source>
        <translation>En las entradas del medidor</translation>
    </message>
    <message>
        <source>In the conductors</source>
        <translation>En los conductores</translation>
    </message>
    <message>
        <source>Whose waves are shown</source>
        <translation>De quién son las ondas que se muestran</translation>
    </message>
    <message>
        <source>At the meter&apos;s inputs: what the meter measures, in the volts and amperes that it takes it for; nothing without control power. In the conductors: what is really there, up to 1260 Hz.</source>
        <translation>En las entradas del medidor: lo que mide, en los voltios y amperios que le atribuye; nada sin alimentación auxiliar. En los conductores: lo que hay de verdad, hasta 1260 Hz.</translation>
    </message>
</context>
<context>
    <name>meter::gui::ScopeDock</name>
    <message>
        <source>Wheel: zoom the time, with Ctrl the values. Drag: move. Double click: show all.</source>
        <translation>Rueda: ampliar el tiempo; con Ctrl, los valores. Arrastrar: mover. Doble clic: mostrar todo.</translation>
    </message>
    <message>
        <source>No samples yet</source>
        <translation>Aún no hay muestras</translation>
    </message>
    <message>
        <source>Triggered</source>
        <translation>Disparado</translation>
    </message>
    <message>
        <source>Waiting for a trigger</source>
        <translation>Esperando un disparo</translation>
    </message>
    <message>
        <source>No trigger: nothing crosses the level</source>
        <translation>Sin disparo: nada cruza el nivel</translation>
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
        <translation>Se reproduce una grabación: no se sabe qué había en sus conductores.</translation>
    </message>
    <message>
        <source>Save samples…</source>
        <translation>Guardar muestras…</translation>
    </message>
    <message>
        <source>Save samples</source>
        <translation>Guardar muestras</translation>
    </message>
    <message>
        <source>COMTRADE in one file (*.cff);;COMTRADE (*.cfg);;Comma-separated values (*.csv)</source>
        <translation>COMTRADE en un archivo (*.cff);;COMTRADE (*.cfg);;Valores separados por comas (*.csv)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Guardado %1</translation>
    </message>
</context>
<context>
    <name>meter::gui::ScopePlot</name>
    <message>
        <source>Time from the trigger / ms</source>
        <translation>Tiempo desde el disparo / ms</translation>
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
        <translation>Una alimentación propia, 120 V CA</translation>
    </message>
    <message>
        <source>A DC supply, 125 V</source>
        <translation>Una alimentación de CC, 125 V</translation>
    </message>
    <message>
        <source>Direct, line to neutral (A–N)</source>
        <translation>Directa, fase a neutro (A–N)</translation>
    </message>
    <message>
        <source>By a transformer %1:1, line to neutral (A–N)</source>
        <translation>Por un transformador %1:1, fase a neutro (A–N)</translation>
    </message>
    <message>
        <source>Direct, line to line (A–B)</source>
        <translation>Directa, fase a fase (A–B)</translation>
    </message>
    <message>
        <source>By a transformer %1:1, line to line (A–B)</source>
        <translation>Por un transformador %1:1, fase a fase (A–B)</translation>
    </message>
    <message>
        <source>Control power comes from a supply of its own, %1 V AC.</source>
        <translation>La alimentación viene de una fuente propia, %1 V CA.</translation>
    </message>
    <message>
        <source>Control power comes from a DC supply, %1 V.</source>
        <translation>La alimentación viene de una fuente de CC, %1 V.</translation>
    </message>
    <message>
        <source>Control power comes directly from %1.</source>
        <translation>La alimentación viene directamente de %1.</translation>
    </message>
    <message>
        <source>Control power comes from %1 by a transformer %2:1.</source>
        <translation>La alimentación viene de %1 por un transformador %2:1.</translation>
    </message>
    <message numerus="yes">
        <source>%n terminating resistor(s)</source>
        <translation>
            <numerusform>%n resistencia de terminación</numerusform>
            <numerusform>%n resistencias de terminación</numerusform>
        </translation>
    </message>
    <message>
        <source>The fuse of the control power is good. Click to blow it.</source>
        <translation>El fusible de la alimentación está bien. Clic: fundirlo.</translation>
    </message>
    <message>
        <source>The fuse of the control power is blown. Click to replace it.</source>
        <translation>El fusible de la alimentación está fundido. Clic: cambiarlo.</translation>
    </message>
    <message>
        <source>The meter&apos;s own supply is good. Click to damage it.</source>
        <translation>La fuente propia del medidor está bien. Clic: dañarla.</translation>
    </message>
    <message>
        <source>The meter&apos;s own supply is damaged. Click to replace it.</source>
        <translation>La fuente propia del medidor está dañada. Clic: cambiarla.</translation>
    </message>
    <message>
        <source>+ and − of the RS-485 line are exchanged. Click to turn them back.</source>
        <translation>+ y − de la línea RS-485 están intercambiados. Clic: devolverlos.</translation>
    </message>
    <message>
        <source>+ and − of the RS-485 line are right. Click to exchange them.</source>
        <translation>+ y − de la línea RS-485 están bien. Clic: intercambiarlos.</translation>
    </message>
    <message>
        <source>A wire of the RS-485 line is broken. Click to mend it.</source>
        <translation>Un hilo de la línea RS-485 está cortado. Clic: repararlo.</translation>
    </message>
    <message>
        <source>The wires of the RS-485 line are whole. Click to break one.</source>
        <translation>Los hilos de la línea RS-485 están enteros. Clic: cortar uno.</translation>
    </message>
    <message>
        <source>The shield of the RS-485 line is not earthed. Click to connect it.</source>
        <translation>La malla de la línea RS-485 no está a tierra. Clic: conectarla.</translation>
    </message>
    <message>
        <source>The shield of the RS-485 line is earthed. Click to take it off.</source>
        <translation>La malla de la línea RS-485 está a tierra. Clic: soltarla.</translation>
    </message>
    <message numerus="yes">
        <source>The RS-485 line has %n terminating resistor(s); one at each end is right.</source>
        <translation>
            <numerusform>La línea RS-485 tiene %n resistencia de terminación; lo correcto es una en cada extremo.</numerusform>
            <numerusform>La línea RS-485 tiene %n resistencias de terminación; lo correcto es una en cada extremo.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meter::gui::SiteSwitches</name>
    <message>
        <source>&amp;Replace the fuse</source>
        <translation>&amp;Cambiar el fusible</translation>
    </message>
    <message>
        <source>Disconnect and fuses</source>
        <translation>Seccionador y fusibles</translation>
    </message>
    <message>
        <source>Voltage lead %1</source>
        <translation>Cable de tensión %1</translation>
    </message>
    <message>
        <source>Control power</source>
        <translation>Alimentación auxiliar</translation>
    </message>
    <message>
        <source>Fuse</source>
        <translation>Fusible</translation>
    </message>
    <message>
        <source>The voltage disconnect is closed: leads are live.</source>
        <translation>El seccionador está cerrado: los cables tienen tensión.</translation>
    </message>
    <message>
        <source>The voltage disconnect is open.</source>
        <translation>El seccionador está abierto.</translation>
    </message>
    <message>
        <source>&amp;Open it</source>
        <translation>A&amp;brirlo</translation>
    </message>
    <message>
        <source>&amp;Close it</source>
        <translation>&amp;Cerrarlo</translation>
    </message>
</context>
<context>
    <name>meter::gui::SiteWiring</name>
    <message>
        <source>Control power</source>
        <translation>Alimentación</translation>
    </message>
    <message>
        <source>RS-485 line</source>
        <translation>Línea RS-485</translation>
    </message>
</context>
<context>
    <name>meter::gui::SourceDock</name>
    <message>
        <source>Voltage</source>
        <translation>Tensión</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Ángulo</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Ruido</translation>
    </message>
    <message>
        <source>DC offset</source>
        <translation>Componente CC</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Corriente</translation>
    </message>
    <message>
        <source>Power factor</source>
        <translation>Factor de potencia</translation>
    </message>
    <message>
        <source>Lags by</source>
        <translation>Retraso</translation>
    </message>
    <message>
        <source>Fre&amp;quency</source>
        <translation>Fre&amp;cuencia</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Frecuencia</translation>
    </message>
    <message>
        <source>&amp;Link phases</source>
        <translation>En&amp;lazar fases</translation>
    </message>
    <message>
        <source>One field sets all phases</source>
        <translation>Un solo campo ajusta todas las fases</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Carga</translation>
    </message>
    <message>
        <source>Harmonics</source>
        <translation>Armónicos</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>Flicker</translation>
    </message>
    <message>
        <source>Depth of the flicker</source>
        <translation>Amplitud del flicker</translation>
    </message>
    <message>
        <source>Peak to peak, of the nominal voltage</source>
        <translation>De pico a pico, respecto a la tensión nominal</translation>
    </message>
    <message>
        <source>Rate of the flicker</source>
        <translation>Frecuencia del flicker</translation>
    </message>
    <message>
        <source>sine</source>
        <translation>senoidal</translation>
    </message>
    <message>
        <source>square</source>
        <translation>cuadrada</translation>
    </message>
    <message>
        <source>Shape of the flicker</source>
        <translation>Forma del flicker</translation>
    </message>
    <message>
        <source>Interharmonics</source>
        <translation>Interarmónicos</translation>
    </message>
    <message>
        <source>Installation</source>
        <translation>Instalación</translation>
    </message>
    <message>
        <source>A recording is played: what is set here does not reach the meter until another scenario is opened.</source>
        <translation>Se reproduce una grabación: lo que se ajusta aquí no llega al medidor hasta que se abra otro escenario.</translation>
    </message>
</context>
<context>
    <name>meter::gui::SpectrumDock</name>
    <message>
        <source>Voltages</source>
        <translation>Tensiones</translation>
    </message>
    <message>
        <source>Currents</source>
        <translation>Corrientes</translation>
    </message>
    <message>
        <source>Harmonics of</source>
        <translation>Armónicos de</translation>
    </message>
    <message>
        <source>to order %1</source>
        <translation>hasta el orden %1</translation>
    </message>
    <message>
        <source>Highest order shown</source>
        <translation>Orden máximo mostrado</translation>
    </message>
    <message>
        <source>Fundamental</source>
        <translation>Fundamental</translation>
    </message>
    <message>
        <source>Show order 1 too: 100 %</source>
        <translation>Mostrar también el orden 1: 100 %</translation>
    </message>
    <message>
        <source>Harmonics, in percent of the fundamental</source>
        <translation>Armónicos, en porcentaje de la fundamental</translation>
    </message>
    <message>
        <source>Point at an order, or choose one with the arrow keys</source>
        <translation>Señale un orden o elija uno con las teclas de flecha</translation>
    </message>
    <message>
        <source>Order %1, %2 Hz:</source>
        <translation>Orden %1, %2 Hz:</translation>
    </message>
    <message>
        <source>beyond sampling</source>
        <translation>fuera del muestreo</translation>
    </message>
    <message>
        <source> (there: %1)</source>
        <translation> (real: %1)</translation>
    </message>
    <message>
        <source>No samples yet</source>
        <translation>Aún no hay muestras</translation>
    </message>
    <message>
        <source>true RMS</source>
        <translation>RMS verdadero</translation>
    </message>
    <message>
        <source>fundamental</source>
        <translation>fundamental</translation>
    </message>
    <message>
        <source>THD</source>
        <translation>THD</translation>
    </message>
    <message>
        <source>Bars: at the meter&apos;s inputs. Outlines: in the conductors. Hatched: beyond what 2520 samples a second can tell.</source>
        <translation>Barras: en las entradas del medidor. Contornos: en los conductores. Rayado: más allá de lo que distinguen 2520 muestras por segundo.</translation>
    </message>
    <message>
        <source>A recording is played: what was on its conductors is not known.</source>
        <translation>Se reproduce una grabación: no se sabe qué había en sus conductores.</translation>
    </message>
    <message>
        <source>Bars: at the meter&apos;s inputs. Outlines: in the conductors.</source>
        <translation>Barras: en las entradas del medidor. Contornos: en los conductores.</translation>
    </message>
</context>
<context>
    <name>meter::gui::StartPage</name>
    <message>
        <source>Start page</source>
        <translation>Página de inicio</translation>
    </message>
    <message>
        <source>A power meter that measures, shows and answers Modbus as the real one does. Its keys can be clicked, and your programs can read it.</source>
        <translation>Un medidor de potencia que mide, muestra y responde por Modbus como el de verdad. Sus teclas se pueden pulsar y sus programas pueden leerlo.</translation>
    </message>
    <message>
        <source>Open last</source>
        <translation>Abiertos hace poco</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>Search the examples</source>
        <translation>Buscar en los ejemplos</translation>
    </message>
    <message>
        <source>Double-click or Enter: open it</source>
        <translation>Doble clic o Intro: abrirlo</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>nada todavía</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>Qué muestra</translation>
    </message>
</context>
<context>
    <name>meter::gui::StatusLine</name>
    <message>
        <source>Masters connected, and requests answered since the start</source>
        <translation>Maestros conectados y peticiones respondidas desde el inicio</translation>
    </message>
    <message>
        <source>Time of the meter since the scenario began</source>
        <translation>Tiempo del medidor desde el comienzo del escenario</translation>
    </message>
    <message>
        <source>Speed of the meter&apos;s time against the wall clock</source>
        <translation>Velocidad del tiempo del medidor respecto al tiempo real</translation>
    </message>
    <message>
        <source>Masters: %L1   Answers: %L2</source>
        <translation>Maestros: %L1   Respuestas: %L2</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>meter::gui::TaskCard</name>
    <message>
        <source>Its turn comes after the tasks above.</source>
        <translation>Toca después de las tareas de arriba.</translation>
    </message>
    <message>
        <source>Recorded: %1</source>
        <translation>Anotado: %1</translation>
    </message>
    <message>
        <source>Measure first; the reading is your evidence.</source>
        <translation>Mida primero; la lectura es su prueba.</translation>
    </message>
    <message>
        <source>Not right: %1. Tries left: %2. A wrong answer costs a third of the points.</source>
        <translation>No es correcto: %1. Intentos restantes: %2. Una respuesta errónea cuesta un tercio de los puntos.</translation>
    </message>
    <message>
        <source>Hint %1: %2</source>
        <translation>Pista %1: %2</translation>
    </message>
    <message>
        <source>This does not count: %1</source>
        <translation>Esto no cuenta: %1</translation>
    </message>
    <message>
        <source>✓ Done: %1 of %2 points.</source>
        <translation>✓ Hecho: %1 de %2 puntos.</translation>
    </message>
    <message>
        <source>Not right, and there are no tries left.</source>
        <translation>No es correcto y no quedan intentos.</translation>
    </message>
    <message>
        <source>Given up.</source>
        <translation>Abandonada.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Hint (%n point(s))</source>
        <translation>
            <numerusform>&amp;Pista (%n punto)</numerusform>
            <numerusform>&amp;Pista (%n puntos)</numerusform>
        </translation>
    </message>
    <message>
        <source>Costs points</source>
        <translation>Cuesta puntos</translation>
    </message>
    <message>
        <source>Give this task &amp;up</source>
        <translation>&amp;Abandonar esta tarea</translation>
    </message>
    <message>
        <source>Explains it; its points are lost</source>
        <translation>La explica; se pierden sus puntos</translation>
    </message>
</context>
<context>
    <name>meter::gui::TaskPage</name>
    <message>
        <source>&amp;Next task</source>
        <translation>Tarea &amp;siguiente</translation>
    </message>
    <message>
        <source>Wait %1 minutes</source>
        <translation>Esperar %1 minutos</translation>
    </message>
    <message>
        <source>&amp;All lessons</source>
        <translation>&amp;Todas las lecciones</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Job sheet: %1</source>
        <translation>Hoja de trabajo: %1</translation>
    </message>
    <message>
        <source>%1 points in all</source>
        <translation>%1 puntos en total</translation>
    </message>
    <message>
        <source>%1 of %2 points</source>
        <translation>%1 de %2 puntos</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>quedan %1</translation>
    </message>
    <message>
        <source>&amp;Leave the site…</source>
        <translation>&amp;Dejar la instalación…</translation>
    </message>
    <message>
        <source>Hand &amp;in…</source>
        <translation>&amp;Entregar…</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Suspendido: %1</translation>
    </message>
    <message>
        <source>−%1 points: %2</source>
        <translation>−%1 puntos: %2</translation>
    </message>
    <message>
        <source>Yes, hand it in: nothing counts after that</source>
        <translation>Sí, entregar: después nada cuenta</translation>
    </message>
</context>
<context>
    <name>meter::gui::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Línea de tiempo</translation>
    </message>
    <message>
        <source>Bookmark “%1”</source>
        <translation>Marcador «%1»</translation>
    </message>
    <message>
        <source>Seen: %1</source>
        <translation>Observado: %1</translation>
    </message>
</context>
<context>
    <name>meter::gui::TonesEdit</name>
    <message>
        <source>Interharmonics</source>
        <translation>Interarmónicos</translation>
    </message>
    <message>
        <source>none, or 175 Hz 2 %</source>
        <translation>ninguno, o 175 Hz 2 %</translation>
    </message>
    <message>
        <source>differ</source>
        <translation>distintos</translation>
    </message>
    <message>
        <source>Tones between the harmonics: 175 Hz 2 %, 330 Hz 1 %</source>
        <translation>Tonos entre los armónicos: 175 Hz 2 %, 330 Hz 1 %</translation>
    </message>
    <message>
        <source>Write tones like this: 175 Hz 2 %, 330 Hz 1 %.</source>
        <translation>Escriba los tonos así: 175 Hz 2 %, 330 Hz 1 %.</translation>
    </message>
</context>
<context>
    <name>meter::gui::ToolsDock</name>
    <message>
        <source>Conductor in the clamp</source>
        <translation>Conductor en la pinza</translation>
    </message>
    <message>
        <source>First point of the voltmeter</source>
        <translation>Primer punto del voltímetro</translation>
    </message>
    <message>
        <source>Second point of the voltmeter</source>
        <translation>Segundo punto del voltímetro</translation>
    </message>
    <message>
        <source>conductors A, B, C</source>
        <translation>conductores A, B, C</translation>
    </message>
    <message>
        <source>terminals A, B, C</source>
        <translation>bornes A, B, C</translation>
    </message>
    <message>
        <source>Points of the phase-sequence tester</source>
        <translation>Puntos del comprobador de secuencia</translation>
    </message>
    <message>
        <source>Clamp</source>
        <translation>Pinza</translation>
    </message>
    <message>
        <source>True RMS of the current in one conductor</source>
        <translation>Valor eficaz verdadero de la corriente de un conductor</translation>
    </message>
    <message>
        <source>Voltmeter</source>
        <translation>Voltímetro</translation>
    </message>
    <message>
        <source>True RMS between two points: conductors, or terminals of the meter, which lie behind the fuses</source>
        <translation>Valor eficaz verdadero entre dos puntos: conductores, o bornes del medidor, que están detrás de los fusibles</translation>
    </message>
    <message>
        <source>Phase sequence</source>
        <translation>Secuencia de fases</translation>
    </message>
    <message>
        <source>Which phase follows which</source>
        <translation>Qué fase sigue a cuál</translation>
    </message>
    <message>
        <source>A recording is played: what was on its conductors is not known.</source>
        <translation>Se reproduce una grabación: no se sabe qué había en sus conductores.</translation>
    </message>
    <message>
        <source>Hand tools show what is really there. Where the meter reads something else, its wiring or its setup is wrong.</source>
        <translation>Los instrumentos muestran lo que hay de verdad. Donde el medidor lee otra cosa, su cableado o su configuración está mal.</translation>
    </message>
    <message>
        <source>conductor %1</source>
        <translation>conductor %1</translation>
    </message>
    <message>
        <source>terminal %1</source>
        <translation>borne %1</translation>
    </message>
</context>
<context>
    <name>meter::gui::TrafficDock</name>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Let the table stand still; nothing is lost</source>
        <translation>Dejar la tabla quieta; no se pierde nada</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Keep the newest frame in sight</source>
        <translation>Mantener a la vista la trama más reciente</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Forget the frames so far</source>
        <translation>Borrar las tramas hasta ahora</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Write what is shown to a file: text or pcapng</source>
        <translation>Escribir lo que se muestra en un archivo: texto o pcapng</translation>
    </message>
    <message>
        <source>Filter: unit:1 function:3 register:voltage_an endpoint:tcp requests answers errors …</source>
        <translation>Filtro: unit:1 function:3 register:voltage_an endpoint:tcp requests answers errors …</translation>
    </message>
    <message>
        <source>Filter of the traffic</source>
        <translation>Filtro del tráfico</translation>
    </message>
    <message>
        <source>Frames on the wire</source>
        <translation>Tramas en la línea</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Fields of the chosen frame</source>
        <translation>Campos de la trama seleccionada</translation>
    </message>
    <message>
        <source>wall time</source>
        <translation>hora real</translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>significado</translation>
    </message>
    <message>
        <source>remark</source>
        <translation>observación</translation>
    </message>
    <message>
        <source>all bytes</source>
        <translation>todos los bytes</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Escrito en %1</translation>
    </message>
    <message>
        <source>Export the traffic</source>
        <translation>Exportar el tráfico</translation>
    </message>
    <message>
        <source>Capture for Wireshark (*.pcapng)</source>
        <translation>Captura para Wireshark (*.pcapng)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texto (*.txt)</translation>
    </message>
</context>
<context>
    <name>meter::gui::TrafficModel</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Meter s</source>
        <translation>Medidor s</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Dir.</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Punto de conexión</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unid.</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Significado</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Observación</translation>
    </message>
</context>
<context>
    <name>meter::gui::TrainerView</name>
    <message>
        <source>Do the next &amp;step</source>
        <translation>&amp;Siguiente paso</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Reiniciar</translation>
    </message>
    <message>
        <source>Trainer&apos;s view: nothing counts</source>
        <translation>Vista del formador: nada cuenta</translation>
    </message>
    <message>
        <source>The solution, step by step</source>
        <translation>La solución, paso a paso</translation>
    </message>
    <message>
        <source>No fault is hidden.</source>
        <translation>No hay fallos ocultos.</translation>
    </message>
    <message>
        <source>Hidden: %1</source>
        <translation>Oculto: %1</translation>
    </message>
</context>
<context>
    <name>meter::gui::TrendDock</name>
    <message>
        <source>Registers over meter time</source>
        <translation>Registros a lo largo del tiempo del medidor</translation>
    </message>
    <message>
        <source>Wheel: zoom the time. Drag: move. Double click: follow the present.</source>
        <translation>Rueda: ampliar el tiempo. Arrastrar: mover. Doble clic: seguir el presente.</translation>
    </message>
    <message>
        <source>Registers in the trend</source>
        <translation>Registros en la tendencia</translation>
    </message>
    <message>
        <source>Delete removes the selected register</source>
        <translation>Supr quita el registro seleccionado</translation>
    </message>
    <message>
        <source>Add a register…</source>
        <translation>Añadir un registro…</translation>
    </message>
    <message>
        <source>Register to add</source>
        <translation>Registro que se añade</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Tiempo mostrado</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Hold the picture; the past is gathered all the same</source>
        <translation>Congelar la imagen; los datos se siguen recogiendo</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Write the registers shown to a CSV file</source>
        <translation>Escribir los registros mostrados en un archivo CSV</translation>
    </message>
    <message>
        <source>There is no register “%1”</source>
        <translation>No existe el registro «%1»</translation>
    </message>
    <message>
        <source>There is no register “%1”; did you mean %2?</source>
        <translation>No existe el registro «%1»; ¿quería decir %2?</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>No se ha escrito %1: %2</translation>
    </message>
    <message>
        <source>Export the trend</source>
        <translation>Exportar la tendencia</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv);;All files (*)</source>
        <translation>Valores separados por comas (*.csv);;Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>meter::gui::TrendPlot</name>
    <message>
        <source>Meter time</source>
        <translation>Tiempo del medidor</translation>
    </message>
</context>
<context>
    <name>meter::gui::WiringDiagram</name>
    <message>
        <source>Wiring diagram</source>
        <translation>Esquema de conexión</translation>
    </message>
    <message>
        <source>Voltage terminal %1 is open.</source>
        <translation>El borne de tensión %1 está abierto.</translation>
    </message>
    <message>
        <source>Voltage terminal %1 is on conductor %2.</source>
        <translation>El borne de tensión %1 está en el conductor %2.</translation>
    </message>
    <message>
        <source>CT %1 encloses no conductor.</source>
        <translation>El TC %1 no abraza ningún conductor.</translation>
    </message>
    <message>
        <source>CT %1 encloses conductor %2, the wrong way round.</source>
        <translation>El TC %1 abraza el conductor %2 en sentido contrario.</translation>
    </message>
    <message>
        <source>CT %1 encloses conductor %2.</source>
        <translation>El TC %1 abraza el conductor %2.</translation>
    </message>
    <message>
        <source>Click to turn it round, drag it to another conductor or away to open it.</source>
        <translation>Haga clic para invertirlo, arrástrelo a otro conductor o fuera para abrirlo.</translation>
    </message>
    <message>
        <source>Drag it to another conductor, or away to open it.</source>
        <translation>Arrástrelo a otro conductor o fuera para abrirlo.</translation>
    </message>
    <message>
        <source>The fuse of voltage %1 is good. Click to blow it.</source>
        <translation>El fusible de la tensión %1 está bien. Haga clic para fundirlo.</translation>
    </message>
    <message>
        <source>The fuse of voltage %1 is blown. Click to replace it.</source>
        <translation>El fusible de la tensión %1 está fundido. Haga clic para cambiarlo.</translation>
    </message>
    <message>
        <source>The disconnect of the voltage leads is closed. Click to open it.</source>
        <translation>El seccionador de los cables de tensión está cerrado. Haga clic para abrirlo.</translation>
    </message>
    <message>
        <source>The disconnect of the voltage leads is open. Click to close it.</source>
        <translation>El seccionador de los cables de tensión está abierto. Haga clic para cerrarlo.</translation>
    </message>
    <message>
        <source>Blow the fuse of voltage %1</source>
        <translation>Fundir el fusible de la tensión %1</translation>
    </message>
    <message>
        <source>Replace the fuse of voltage %1</source>
        <translation>Cambiar el fusible de la tensión %1</translation>
    </message>
    <message>
        <source>Open the disconnect</source>
        <translation>Abrir el seccionador</translation>
    </message>
    <message>
        <source>Close the disconnect</source>
        <translation>Cerrar el seccionador</translation>
    </message>
    <message>
        <source>To conductor %1</source>
        <translation>Al conductor %1</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>Quitarlo</translation>
    </message>
    <message>
        <source>Turn it round</source>
        <translation>Darle la vuelta</translation>
    </message>
    <message>
        <source>CT %1 encloses %2; a minus is the wrong way round.</source>
        <translation>El TC %1 rodea %2; un menos significa al revés.</translation>
    </message>
    <message>
        <source>Round other conductors as well</source>
        <translation>También alrededor de otros conductores</translation>
    </message>
    <message>
        <source>Conductor %1</source>
        <translation>Conductor %1</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Nada</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n vuelta</numerusform>
            <numerusform>%n vueltas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s), the wrong way round</source>
        <translation>
            <numerusform>%n vuelta, al revés</numerusform>
            <numerusform>%n vueltas, al revés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meter::gui::WiringDock</name>
    <message>
        <source>Diagram %1: %2</source>
        <translation>Esquema %1: %2</translation>
    </message>
    <message>
        <source>Wire it as a diagram of the guide</source>
        <translation>Cablear como en un esquema de la guía</translation>
    </message>
    <message>
        <source>Wire it as in the guide…</source>
        <translation>Cablear como en la guía…</translation>
    </message>
    <message>
        <source>set the &amp;meter too</source>
        <translation>con&amp;figurar también el medidor</translation>
    </message>
    <message>
        <source>Mistakes of installers</source>
        <translation>Errores de instalación</translation>
    </message>
    <message>
        <source>Rating of the CTs fitted</source>
        <translation>Corriente nominal de los TC instalados</translation>
    </message>
    <message>
        <source>Ratio of the PTs fitted</source>
        <translation>Relación de los TT instalados</translation>
    </message>
    <message>
        <source>&amp;CTs fitted</source>
        <translation>TC i&amp;nstalados</translation>
    </message>
    <message>
        <source>PT &amp;ratio fitted</source>
        <translation>&amp;Relación TT</translation>
    </message>
    <message>
        <source>Set the &amp;meter</source>
        <translation>Confi&amp;gurar medidor</translation>
    </message>
    <message>
        <source>Writes what is fitted into the meter, as a master does</source>
        <translation>Escribe en el medidor lo que está instalado, como lo hace un maestro</translation>
    </message>
    <message>
        <source>A %1 service is wired, but the meter is set to %2: it needs %3.</source>
        <translation>La acometida es %1, pero el medidor está configurado para %2; necesita %3.</translation>
    </message>
    <message>
        <source>CTs of %1 A are fitted, but the meter is set to %2 A.</source>
        <translation>Hay TC de %1 A instalados, pero el medidor está configurado para %2 A.</translation>
    </message>
    <message>
        <source>PTs of %1:1 are fitted, but the meter is set to %2:1.</source>
        <translation>Hay TT de %1:1 instalados, pero el medidor está configurado para %2:1.</translation>
    </message>
    <message>
        <source>The meter is set to what is fitted.</source>
        <translation>El medidor está configurado según lo instalado.</translation>
    </message>
    <message>
        <source>The meter will read</source>
        <translation>El medidor leerá</translation>
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
        <translation>FP</translation>
    </message>
    <message>
        <source>Phase %1</source>
        <translation>Fase %1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>if it were wired right</source>
        <translation>con el cableado correcto</translation>
    </message>
    <message>
        <source>Writes system type, CT size, PT ratio and system voltage as a master does</source>
        <translation>Escribe tipo de sistema, TC, relación del TP y tensión del sistema como lo hace un maestro</translation>
    </message>
    <message>
        <source>A recording is played at the meter&apos;s inputs: leads, CTs and PTs do not act.</source>
        <translation>Se reproduce una grabación en las entradas del medidor: cables, TC y TP no actúan.</translation>
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
        <translation>FP %1</translation>
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
        <translation>nada: el medidor lee lo que hay</translation>
    </message>
</context>
<context>
    <name>meter::gui::WiringPainter</name>
    <message>
        <source>set to %1, CT %2 A, PT %3</source>
        <translation>ajuste: %1, TC %2 A, TT %3</translation>
    </message>
    <message>
        <source>CT %1 A</source>
        <translation>TC %1 A</translation>
    </message>
    <message>
        <source>PT %1:1</source>
        <translation>TT %1:1</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Carga</translation>
    </message>
</context>
<context>
    <name>meter::gui::WiringPresets</name>
    <message>
        <source>1 phase, 2 wires, L-N, 1 CT</source>
        <translation>Monofásico, 2 hilos, fase-neutro, 1 TC</translation>
    </message>
    <message>
        <source>1 phase, 2 wires, L-L, 1 CT</source>
        <translation>Monofásico, 2 hilos, fase-fase, 1 TC</translation>
    </message>
    <message>
        <source>1 phase, 3 wires, 2 CTs</source>
        <translation>Monofásico, 3 hilos, 2 TC</translation>
    </message>
    <message>
        <source>3 phases, 3 wires, delta, 3 CTs</source>
        <translation>Trifásico, 3 hilos, triángulo, 3 TC</translation>
    </message>
    <message>
        <source>3 phases, 4 wires, wye, 3 CTs</source>
        <translation>Trifásico, 4 hilos, estrella, 3 TC</translation>
    </message>
    <message>
        <source>3 phases, 4 wires, wye, 3 CTs, 3 PTs</source>
        <translation>Trifásico, 4 hilos, estrella, 3 TC, 3 TT</translation>
    </message>
</context>
<context>
    <name>meter::gui::Workspaces</name>
    <message>
        <source>Learn</source>
        <translation>Aprender</translation>
    </message>
    <message>
        <source>Lessons and exams: operate the meter, wire it, find what is wrong with it.</source>
        <translation>Lecciones y exámenes: manejar el medidor, cablearlo, hallar qué falla.</translation>
    </message>
    <message>
        <source>Bench</source>
        <translation>Banco</translation>
    </message>
    <message>
        <source>Try things: set source, load and wiring, make faults, look at the waves.</source>
        <translation>Probar cosas: ajustar fuente, carga y cableado, provocar fallos, mirar las ondas.</translation>
    </message>
    <message>
        <source>Fake meter</source>
        <translation>Simulado</translation>
    </message>
    <message>
        <source>A meter for your SCADA system: connect to it, and see what passes.</source>
        <translation>Un medidor para su sistema SCADA: conéctese y vea lo que pasa.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Pruebas</translation>
    </message>
    <message>
        <source>Scenarios with expectations: play them, edit them, keep the report.</source>
        <translation>Escenarios con expectativas: reproducirlos, editarlos, guardar el informe.</translation>
    </message>
</context>
</TS>

/** Lesson 11 in German. */

import type { en } from '../../../en/lessons/07-12/11-silence'
import type { Translation } from '../../../lesson-text'

export const de = {
  title: 'Tot, und niemand sagt es.',
  summary:
    'Proxys trennen, was schweigt, Netze verschlucken Bytes. Wer nur auf einen Fehler wartet, wartet ewig; eine zweite Verbindung übernimmt den Stream.',
  steps: {
    silence: {
      title: 'Stille',
      prose: [
        'Ein Kabel kann lautlos reißen: Ein Laptop schläft, ein Router vergisst. Die Verbindung des Clients sieht offen aus. Der Server schreibt und glaubt, es kommt an. [Fehlend](missing): {missing}.',
      ],
      act: 'Lass die Bytes verschwinden, während das Werkzeug malt, und beobachte beide Seiten.',
      question: 'Die Bytes verschwinden. Was merkt der Client?',
      choices: { error: 'Sofort einen Fehler', end: 'Das Ende des Streams', nothing: 'Nichts' },
      goal: 'Auf einer Verbindung, die offen aussieht, drei Events verpassen',
      spec: 'Eine Unterbrechung kann jederzeit eintreten und soll nicht als Abbruch gelesen werden.',
      hints: [
        'Nimm den Knopf, nicht den Stecker.',
        'Starten, bei Zeile 4 **Die Bytes verschwinden lassen** drücken, auf „fehlend 3“ warten.',
      ],
      offers: { silence: 'Die Bytes verschwinden lassen' },
      notes: 'Ein Server, der ab und zu einen Kommentar sendet, gibt dem Client etwas zu erwarten: Bleibt er aus, ist die Verbindung tot.',
    },
    takeover: {
      title: 'Geduld und Übernahme',
      prose: [
        'Das zeigt nur ein Timeout. Kommt einige Sekunden lang kein Byte, gibt der Client die Verbindung auf und verbindet sich neu. Der Server hält die alte vielleicht noch für lebendig. Manche Server antworten dann 409; die Spezifikation legt für diesen Fall kein 409 fest. Dieser Server lässt die neuere Verbindung den Stream übernehmen.',
      ],
      act: 'Lass die Bytes verschwinden, dann das Netz sich erholen, und warte, bis der Client die Geduld verliert.',
      question: 'Das Netz ist wieder gesund. Was geschieht auf der alten Verbindung?',
      choices: {
        flows: 'Die fehlenden Events strömen herein',
        dead: 'Nichts: Sie bleibt tot',
        told: 'Der Client erfährt sofort, dass sie tot ist',
      },
      goal: 'Stille, eine neue Verbindung, und das ganze Bild',
      spec: 'Ein Client darf mit mehreren Streams zugleich verbunden sein; keine Version der Spezifikation erwähnt 409.',
      hints: [
        'Zwei Knöpfe, nacheinander. Dann Geduld.',
        'Starten, **Die Bytes verschwinden lassen**, auf „fehlend 3“ warten, **Das Netz sich erholen lassen**, zwei Sekunden warten.',
      ],
      offers: { vanish: 'Die Bytes verschwinden lassen', recover: 'Das Netz sich erholen lassen' },
      notes:
        'Das SDK antwortet 409 auf ein zweites eigenständiges GET, und auf ein Fortsetzen, wenn der Speicher den Stream einer ID nennen kann. Ein Client, der nach zwei Versuchen aufgibt, sitzt dann fest. Wie lang soll die Geduld sein? Länger als der Abstand der Kommentare des Servers.',
    },
    idle: {
      title: 'Der ungeduldige Proxy',
      prose: [
        'Zwischen Client und Server stehen Proxys, und viele trennen eine Verbindung, die eine Weile nichts sagt. Ein langsames Werkzeug genügt. Der Stream überlebt, wie immer.',
      ],
      act: 'Stell einen Proxy dazwischen, der 400 ms Stille erlaubt, und starte das langsame Werkzeug.',
      goal: 'Mindestens einmal vom Proxy getrennt werden und nichts verlieren',
      spec: 'Fortsetzen geht gleich, ob das Netz ausfiel oder der Server die Verbindung schloss.',
      hints: [
        'Ein langsames Werkzeug ist schon eingestellt: eine Zeile alle 1,2 Sekunden.',
        'Drücke den Knopf des Proxys, dann den gelben, und warte.',
      ],
      offers: { 'idle-proxy': 'Ein Proxy, der nach 400 ms Stille trennt' },
      notes:
        'Kommentare alle paar Sekunden beruhigen so einen Proxy; das SDK sendet alle 15 Sekunden einen. Mit Wiederaufnahme kostet ein Schnitt nur einen Umlauf.',
    },
  },
  messages: {
    'nothing-noticed': 'Nichts: {id} ist offen; fehlend: {events}.',
    'plug-is-out': 'der Stecker draußen ist: Das ist keine Stille, der Client weiß es.',
    'looks-open': '{id} sieht offen aus, und {missing} Events kamen nie an.',
    answered: 'die Antwort angekommen ist.',
    'missing-so-far': 'erst {missing} von 3 Events fehlen.',
    'bytes-get-through': 'die Bytes noch durchkommen.',
    'stayed-dead': '{id} blieb tot. {resumeId}, eine neue Verbindung, brachte, was nach {lastEventId} kam.',
    'no-byte-vanished': 'in diesem Lauf kein Byte verschwunden ist.',
    'bytes-vanish': 'die Bytes verschwinden; fehlend: {events}.',
    'nothing-resumed': 'nichts fortgesetzt wurde.',
    'took-over': '{id} übernahm den Stream von einer Verbindung, die der Server für lebendig hielt.',
    'resumed-after': '{id} setzte nach {lastEventId} fort.',
    'proxy-cut-nothing': 'der Proxy in diesem Lauf nichts getrennt hat.',
    'proxy-cut-nothing-yet': 'der Proxy noch keine Verbindung des Aufrufs getrennt hat.',
    'rows-so-far': 'erst {here} von 2 Zeilen angekommen sind.',
    'cut-by-proxy': '{cuts} durch den Proxy, bisher {here} Zeilen, jede einmal.',
  },
} satisfies Translation<typeof en>

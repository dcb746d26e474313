/** The page of the rules in German: its title, its sections, the heads of its tables. */
import type { Catalogue } from '../../t'

export const COVERAGE: Catalogue = {
  'Sending messages to the server': 'Nachrichten an den Server senden',
  'Listening for messages from the server': 'Auf Nachrichten des Servers hören',
  'Multiple connections': 'Mehrere Verbindungen',
  'Resumability and redelivery': 'Wiederaufnahme und Nachlieferung',
  'Session management': 'Sitzungen verwalten',
  'Protocol version header': 'Der Header der Protokollversion',
  'What the specification says, and where it is shown': 'Was die Spezifikation sagt, und wo es gezeigt wird',
  'Every MUST, SHOULD and MAY of MCP 2025-11-25 on streams, sessions and resumability, in plain words, with the lesson or experiment that shows it.':
    'Jedes MUST, SHOULD und MAY von MCP 2025-11-25 zu Streams, Sitzungen und Wiederaufnahme, in einfachen Worten, mit der Lektion oder dem Versuch, der es zeigt.',
  '{n} rules of revision 2025-11-25 on messages, streams, sessions and resumability, in our words. Each section links to the original; each rule to what shows it here.':
    '{n} Regeln der Revision 2025-11-25 zu Nachrichten, Streams, Sitzungen und Wiederaufnahme, in unseren Worten. Jeder Abschnitt führt zum Original, jede Regel zu dem, was sie hier zeigt.',
  'the specification': 'die Spezifikation',
  Level: 'Stufe',
  Who: 'Wer',
  Rule: 'Regel',
  'What to look at': 'Worauf zu achten ist',
  Where: 'Wo',
  'client, server': 'Client, Server',
  'Lesson {n}: {title}': 'Lektion {n}: {title}',
  'Fault: {title}': 'Fehler: {title}',
  'Broken server {n}': 'Kaputter Server {n}',
  'Edit the headers of the next resume': 'Die Header der nächsten Wiederaufnahme ändern',
}

/** The words around the table of the specification's rules. */
import { text } from '../words/text'

export const COVERAGE_WORDS = {
  title: text('What the specification says, and where it is shown', 'Was die Spezifikation sagt, und wo es gezeigt wird'),
  description: text(
    'Every MUST, SHOULD and MAY of MCP 2025-11-25 on streams, sessions and resumability, in plain words, with the lesson or experiment that shows it.',
    'Jedes MUST, SHOULD und MAY von MCP 2025-11-25 zu Streams, Sitzungen und Wiederaufnahme, in einfachen Worten, mit der Lektion oder dem Versuch, der es zeigt.',
  ),
  lead: text(
    'rules of revision 2025-11-25 on messages, streams, sessions and resumability, in our words. Each section links to the original; each rule to what shows it here.',
    'Regeln der Revision 2025-11-25 zu Nachrichten, Streams, Sitzungen und Wiederaufnahme, in unseren Worten. Jeder Abschnitt führt zum Original, jede Regel zu dem, was sie hier zeigt.',
  ),
  specification: text('the specification', 'die Spezifikation'),
  level: text('Level', 'Stufe'),
  who: text('Who', 'Wer'),
  rule: text('Rule', 'Regel'),
  look: text('What to look at', 'Worauf zu achten ist'),
  where: text('Where', 'Wo'),
  both: text('client, server', 'Client, Server'),
  client: text('client', 'Client'),
  server: text('server', 'Server'),
  lesson: text('Lesson', 'Lektion'),
  fault: text('Fault', 'Fehler'),
  broken: text('Broken server', 'Kaputter Server'),
  headers: text('Edit the headers of the next resume', 'Die Header der nächsten Wiederaufnahme ändern'),
}

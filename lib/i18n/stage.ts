/**
 * The words of the stage in other languages, looked up by the English ones, so that the stage's parts say what they say and a page in
 * another language translates on the way out. What is not listed stays English: the timeline, the inspector and the fault panel do.
 */
import type { Language } from './text'

const GERMAN: Readonly<Record<string, string>> = {
  // a phone's three screens
  Read: 'Lesen',
  Do: 'Tun',
  Timeline: 'Zeitachse',
  // the button
  'Paint the picture': 'Bild malen',
  'Paint it again': 'Noch einmal malen',
  'Tell the story': 'Geschichte erzählen',
  'Tell it again': 'Noch einmal erzählen',
  'Start the countdown': 'Countdown starten',
  'Count again': 'Noch einmal zählen',
  Connecting: 'Verbinden',
  'Start a new session': 'Neue Sitzung beginnen',
  'Pull the plug': 'Stecker ziehen',
  'Plug back in': 'Stecker einstecken',
  'Start a live run': 'Echten Lauf starten',
  'Opens a session, calls the tool.': 'Öffnet eine Sitzung, ruft das Werkzeug auf.',
  'Opens a new session, calls the tool.': 'Öffnet eine neue Sitzung, ruft das Werkzeug auf.',
  'Opening a session on the server.': 'Öffnet eine Sitzung auf dem Server.',
  'This session has ended. A new one begins with initialize.': 'Diese Sitzung ist beendet. Eine neue beginnt mit initialize.',
  'Cuts every open connection, mid-byte.': 'Trennt jede offene Verbindung, mitten im Byte.',
  'A recorded run: plays the GET with': 'Ein aufgezeichneter Lauf: spielt das GET mit',
  'A recorded run: plays what came of it.': 'Ein aufgezeichneter Lauf: spielt, was daraus wurde.',
  'That was recorded. Now pull the plug yourself.': 'Das war aufgezeichnet. Zieh jetzt selbst den Stecker.',
  'The answer is here: only the standalone stream is left to resume.': 'Die Antwort ist da: Nur der eigenständige Stream ist fortzusetzen.',
  'Nothing to resume with: no event ids.': 'Nichts zum Fortsetzen: keine Event-IDs.',
  'The client has no id to send. It asks again from the start.': 'Der Client hat keine ID zu senden. Er fragt von vorn.',
  'sends GET with': 'sendet GET mit',
  'Ask again as kept': 'Wie behalten noch einmal fragen',
  'It was not resumed. Sends GET with': 'Es wurde nicht fortgesetzt. Sendet GET mit',
  'You are looking back: this acts now.': 'Du blickst zurück: Das wirkt jetzt.',
  // heads
  Client: 'Client',
  Server: 'Server',
  Wire: 'Leitung',
  'has nothing yet': 'hat noch nichts',
  'sent nothing yet': 'sandte noch nichts',
  'does not answer': 'antwortet nicht',
  'not resumed': 'nicht fortgesetzt',
  'no connection yet': 'noch keine Verbindung',
  'no connection': 'keine Verbindung',
  'the client waits': 'der Client wartet',
  // ledger and wall: short, for a phone
  stored: 'gespeichert',
  sent: 'gesendet',
  received: 'empfangen',
  missing: 'fehlend',
  lost: 'verloren',
  '+ lost': '+ verloren',
  replayed: 'erneut',
  duplicated: 'doppelt',
  // tags
  session: 'Sitzung',
  ended: 'beendet',
  copied: 'kopiert',
  none: 'keine',
  'none yet': 'noch keine',
  'tool call stream': 'Aufruf',
  'standalone stream': 'eigenständig',
  'tool call': 'Aufruf',
  standalone: 'eigenständig',
  'left out': 'weggelassen',
}

const NOUNS: Readonly<Record<string, string>> = {
  row: 'Zeile',
  rows: 'Zeilen',
  word: 'Wort',
  words: 'Wörtern',
  number: 'Zahl',
  numbers: 'Zahlen',
  connection: 'Verbindung',
  connections: 'Verbindungen',
}
const VERBS: Readonly<Record<string, string>> = { has: 'hat', sent: 'sandte' }

const PATTERNS: readonly (readonly [RegExp, (...parts: (string | undefined)[]) => string])[] = [
  [/^(has|sent) (\d+) of (\d+) (\w+)$/, (verb = '', n, total, noun = '') => `${VERBS[verb]} ${n} von ${total} ${NOUNS[noun] ?? noun}`],
  [/^no connection for (.+)$/, (time = '') => `seit ${comma(time)} keine Verbindung`],
  [/^asks again in (.+)$/, (time = '') => `fragt wieder in ${comma(time)}`],
  [/^Answered (\d+)\. Sends GET with$/, (status) => `Antwort ${status}. Sendet GET mit`],
  [/^sends GET(?: and (\d+) more edited)?, edited:$/, (more) => `sendet GET, geändert${more ? ` (und ${more} weitere)` : ''}:`],
  [/^answered (\d+)$/, (status) => `Antwort ${status}`],
  [/^(\d+) (connections?)(, resumed)?$/, (n, noun = '', resumed) => `${n} ${NOUNS[noun]}${resumed ? ', fortgesetzt' : ''}`],
]

/** The words in that language; the English ones where nobody has said them yet. */
export function stageWords(language: Language, english: string): string {
  if (language === 'en') return english
  const known = GERMAN[english]
  if (known !== undefined) return known
  for (const [pattern, build] of PATTERNS) {
    const match = pattern.exec(english)
    if (match) return build(...match.slice(1))
  }
  return english
}

const comma = (time: string): string => time.replace('.', ',')

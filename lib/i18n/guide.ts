/** The words of the lesson screens that belong to no single lesson: the guide's chrome, the list, the classroom. One place, every language. */
import { compose, type Text, text } from './text'

export const GUIDE = {
  siteName: text('Pull the Plug', 'Pull the Plug'),
  lessons: text('Lessons', 'Lektionen'),
  allLessons: text('All lessons', 'Alle Lektionen'),
  playground: text('Playground', 'Spielplatz'),
  guideLabel: text('Lesson', 'Lektion'),
  stepsLabel: text('Steps', 'Schritte'),
  goalsLabel: text('Goals', 'Ziele'),
  yourTurn: text('Your turn', 'Du bist dran'),
  doneMark: text('Done', 'Erreicht'),
  openMark: text('Open', 'Offen'),
  shownMark: text('Shown, not solved', 'Gezeigt, nicht gelöst'),
  notYet: text('Not yet, because', 'Noch nicht, weil'),
  noLonger: text('No longer possible in this run, because', 'In diesem Lauf nicht mehr möglich, weil'),
  undo: text('Start again', 'Neu beginnen'),
  startAgain: text('Start again', 'Neu beginnen'),
  nextStep: text('Next step', 'Weiter'),
  previousStep: text('Back', 'Zurück'),
  nextLesson: text('Next lesson', 'Nächste Lektion'),
  toTheEnd: text('To the lessons', 'Zu den Lektionen'),
  predictFirst: text('Predict first', 'Erst vorhersagen'),
  predictHint: text('Choose one, or just go on without.', 'Wähle eine Antwort, oder mach einfach weiter.'),
  youSaid: text('You said', 'Du sagtest'),
  youSaidNothing: text('You made no prediction.', 'Du hast nichts vorhergesagt.'),
  wireShowed: text('The wire showed', 'Die Leitung zeigte'),
  asPredicted: text('As you predicted.', 'Wie vorhergesagt.'),
  otherwise: text('Not as you predicted.', 'Anders als vorhergesagt.'),
  hint: text('Hint', 'Hinweis'),
  strongerHint: text('Stronger hint', 'Stärkerer Hinweis'),
  showMe: text('Show me', 'Zeig es mir'),
  stopShowing: text('Stop', 'Anhalten'),
  showing: text('The reference solution is playing.', 'Die Musterlösung läuft.'),
  specification: text('Specification', 'Spezifikation'),
  skipToStage: text('Skip to the stage', 'Zur Bühne springen'),
  language: text('Language', 'Sprache'),
  progressTitle: text('Your progress', 'Dein Fortschritt'),
  progressKept: text('Kept in this browser only.', 'Nur in diesem Browser gespeichert.'),
  progressNotKept: text(
    'This browser keeps nothing: progress lasts until you leave.',
    'Dieser Browser speichert nichts: Der Fortschritt hält, bis du gehst.',
  ),
  exportProgress: text('Export', 'Exportieren'),
  importProgress: text('Import', 'Importieren'),
  clearProgress: text('Clear', 'Löschen'),
  clearSure: text('Clear all progress?', 'Den ganzen Fortschritt löschen?'),
  importFailed: text('This file holds no progress of this site.', 'Diese Datei enthält keinen Fortschritt dieser Seite.'),
  goOn: text('Go on', 'Weitermachen'),
  begin: text('Begin', 'Anfangen'),
  minutes: text('about 5 minutes', 'etwa 5 Minuten'),
  listTitle: text('Twelve lessons.', 'Zwölf Lektionen.'),
  listSummary: text(
    'Cut a live stream, bring it back, and learn to build a client and a server that can do it. Five minutes each, on a real server.',
    'Trenne einen laufenden Stream, hol ihn zurück und lerne, Client und Server zu bauen, die das können. Je fünf Minuten, auf einem echten Server.',
  ),
  era: text('Sessions and resumability were removed in 2026-07-28', 'Sitzungen und Wiederaufnahme wurden mit 2026-07-28 entfernt'),
  classroom: text('Classroom', 'Klassenzimmer'),
  classroomSummary: text(
    'The lessons for a projector: large type, the keys of a remote, notes in a second window.',
    'Die Lektionen für den Beamer: große Schrift, Tasten der Fernbedienung, Notizen in einem zweiten Fenster.',
  ),
  reveal: text('Reveal', 'Aufdecken'),
  hidden: text('What do you expect? Hands up, then reveal.', 'Was erwartet ihr? Erst abstimmen, dann aufdecken.'),
  openNotes: text('Speaker notes', 'Notizen'),
  notesTitle: text('Speaker notes', 'Notizen für die Lehrkraft'),
  notesWaiting: text('Waiting for the classroom window.', 'Warte auf das Fenster im Klassenzimmer.'),
  classroomKeys: text(
    'Page Down: next. Page Up: back. B or period: pause. Enter: reveal.',
    'Bild ab: weiter. Bild auf: zurück. B oder Punkt: Pause. Eingabe: aufdecken.',
  ),
  runOnStage: text('The run of this lesson', 'Der Lauf dieser Lektion'),
  paused: text('Paused', 'Pause'),
} as const satisfies Readonly<Record<string, Text>>

export const lessonOf = (n: number, total: number): Text => text(`Lesson ${n} of ${total}`, `Lektion ${n} von ${total}`)
export const stepOf = (n: number, total: number): Text => text(`Step ${n} of ${total}`, `Schritt ${n} von ${total}`)
export const stepNamed = (n: number, title: Text): Text => compose((language) => `${stepOfShort(n)[language]}: ${title[language]}`)
export const solvedOf = (n: number, total: number): Text => text(`${n} of ${total} steps`, `${n} von ${total} Schritten`)

const stepOfShort = (n: number): Text => text(`Step ${n}`, `Schritt ${n}`)

/** Keeping and sharing a run in German: the menu, shared scenarios, files and links that cannot be read. */
import type { Catalogue } from '../../t'

export const SHARE: Catalogue = {
  Share: 'Teilen',
  'Keep and share': 'Behalten und teilen',
  'Let go to open this run': 'Loslassen, um diesen Lauf zu öffnen',
  'This run': 'Dieser Lauf',
  'Save the run': 'Lauf speichern',
  'A file with all that was seen; this page opens it again': 'Eine Datei mit allem, was zu sehen war; diese Seite öffnet sie wieder',
  'Open a run…': 'Lauf öffnen …',
  'A file saved by this page; or drop it anywhere': 'Eine Datei von dieser Seite; oder zieh sie irgendwohin',
  'What was done in it': 'Was darin getan wurde',
  'Copy a link to this scenario': 'Link zu diesem Szenario kopieren',
  'Settings, cuts and faults, to be done again live': 'Einstellungen, Schnitte und Störungen, um sie live zu wiederholen',
  'For other tools': 'Für andere Werkzeuge',
  'Copy as curl': 'Als curl kopieren',
  '{method} on {id}': '{method} auf {id}',
  '{method} on {id}, after {event}': '{method} auf {id}, nach {event}',
  'Copy the stream as it came': 'Den Stream kopieren, wie er kam',
  '{stream}: every frame of every connection': '{stream}: jeder Frame jeder Verbindung',
  'Save as HAR': 'Als HAR speichern',
  'All exchanges, for a browser’s or proxy’s viewer': 'Jeder Austausch, für den Betrachter eines Browsers oder Proxys',
  'The timeline, as a picture': 'Die Zeitachse, als Bild',
  'Save as SVG': 'Als SVG speichern',
  'Sharp at any size': 'Scharf in jeder Größe',
  'Save as PNG': 'Als PNG speichern',
  'For slides': 'Für Folien',
  'Session ids are replaced by stand-ins in whatever leaves this page.':
    'In allem, was diese Seite verlässt, stehen Platzhalter statt Sitzungs-IDs.',
  'Session ids are replaced by stand-ins. Which bug the server has can be read in what leaves this page.':
    'Statt Sitzungs-IDs stehen Platzhalter da. Welchen Fehler der Server hat, ist in dem zu lesen, was diese Seite verlässt.',
  'Copied: {what}.': 'Kopiert: {what}.',
  'Saved: {what}.': 'Gespeichert: {what}.',
  'Saved: the timeline as {format}.': 'Gespeichert: die Zeitachse als {format}.',
  'the run': 'der Lauf',
  'the run as HAR': 'der Lauf als HAR',
  'the exchange as curl': 'der Austausch als curl',
  'stream {stream}': 'Stream {stream}',
  'the link': 'der Link',
  'the link, up to the moment you look at': 'der Link, bis zu dem Moment, den du ansiehst',
  '{link}. A reload or another tab is not told by it': '{link}. Ein Neuladen oder ein anderer Tab steht nicht darin',
  'This page may not use the clipboard. Copy it from here:': 'Diese Seite darf die Zwischenablage nicht benutzen. Kopiere es von hier:',
  'Text to copy': 'Text zum Kopieren',
  'A file with a run': 'Eine Datei mit einem Lauf',
  'This file cannot be shown. The notice on the stage says why.':
    'Diese Datei lässt sich nicht zeigen. Der Hinweis auf der Bühne sagt, warum.',
  'The timeline could not be saved.': 'Die Zeitachse ließ sich nicht speichern.',
  'The timeline is not on screen. Open it first, then save it.':
    'Die Zeitachse ist nicht auf dem Bildschirm. Öffne sie erst, dann speichere sie.',
  'This browser made no picture of the timeline. Save it as SVG.':
    'Dieser Browser hat kein Bild der Zeitachse gemacht. Speichere sie als SVG.',
  // a shared scenario
  'A shared scenario': 'Ein geteiltes Szenario',
  'A shared scenario.': 'Ein geteiltes Szenario.',
  'Performed live, by counts of events.': 'Live ausgeführt, nach gezählten Events.',
  'Run this scenario': 'Szenario starten',
  'Run it again': 'Noch einmal ausführen',
  'Put this scenario away': 'Dieses Szenario weglegen',
  'plugged back in': 'Stecker eingesteckt',
  'asked again as kept': 'wie behalten noch einmal gefragt',
  '{fault} off': '{fault} aus',
  '{header} left out': '{header} weggelassen',
  '{header} changed': '{header} geändert',
  'from the start': 'von Anfang an',
  'after {n} received': 'nach {n} empfangenen',
  'after {n} stored': 'nach {n} gespeicherten',
  // links and files
  'This link cannot be read': 'Dieser Link lässt sich nicht lesen',
  'This link is version {version}, this page reads {reads}.': 'Dieser Link hat Version {version}, diese Seite liest {reads}.',
  'Reload the page to get a newer one.': 'Lade die Seite neu, um eine neuere zu bekommen.',
  'Ask for the link again.': 'Bitte noch einmal um den Link.',
  '"{act}" is nothing that can be done here. It is left out.': '„{act}“ lässt sich hier nicht tun. Es wird weggelassen.',
  '{n} acts are too many. The first {most} are done.': '{n} Handlungen sind zu viele. Die ersten {most} werden getan.',
  '{key} is "{value}", which this page does not know. It takes "{usual}".':
    '{key} ist „{value}“, was diese Seite nicht kennt. Sie nimmt „{usual}“.',
  '{key} is "{value}", not a whole number up to {most}. It takes {usual}.':
    '{key} ist „{value}“, keine ganze Zahl bis {most}. Die Seite nimmt {usual}.',
  '{file} cannot be shown': '{file} lässt sich nicht zeigen',
  'It has {n} MB; a run has at most {most}. Choose a file saved by this page.':
    'Sie hat {n} MB; ein Lauf hat höchstens {most}. Wähle eine Datei, die diese Seite gespeichert hat.',
  'It holds no observations: nothing was seen when it was saved. Save a run that has begun.':
    'Sie enthält keine Beobachtungen: Beim Speichern war noch nichts zu sehen. Speichere einen Lauf, der begonnen hat.',
  'The file could not be read from the disk. Choose it again.': 'Die Datei ließ sich nicht vom Datenträger lesen. Wähle sie noch einmal.',
  'This file is not JSON. Choose a file saved by this page.':
    'Diese Datei ist kein JSON. Wähle eine Datei, die diese Seite gespeichert hat.',
  'This file is not a recording: it has no version or no observations. Choose a file saved by this page.':
    'Diese Datei ist keine Aufzeichnung: Sie hat keine Version oder keine Beobachtungen. Wähle eine Datei, die diese Seite gespeichert hat.',
  'This recording is version {version}, this page reads {reads}.': 'Diese Aufzeichnung hat Version {version}, diese Seite liest {reads}.',
  'Record the run again.': 'Zeichne den Lauf noch einmal auf.',
  'observations is {what}, not a list. Save the recording again.':
    'observations ist {what}, keine Liste. Speichere die Aufzeichnung noch einmal.',
  'Observation {i} cannot be read:': 'Beobachtung {i} lässt sich nicht lesen:',
  'Save the recording again.': 'Speichere die Aufzeichnung noch einmal.',
}

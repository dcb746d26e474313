/** Words in German that are said where no catalogue is: see ../bare.ts. */
import type { ElementWords, NotFoundWords } from '../en/bare'

export const ELEMENT: ElementWords = {
  ownTab: 'In eigenem Tab öffnen',
  poster: 'Zieh selbst den Stecker',
  frame: 'Interaktiv: bei einem MCP-Stream den Stecker ziehen',
}

export const UNLOADED = 'Der Rest dieser Einbettung konnte nicht geladen werden. Lade die Seite neu, wenn das Netz wieder da ist.'

export const NOT_FOUND: NotFoundWords = {
  sentence: 'Unter dieser Adresse gibt es keine Seite, und keine Last-Event-ID bringt sie zurück.',
  link: 'Zu den Lektionen',
}

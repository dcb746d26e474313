/** Words in English that are said where no catalogue is: see ../bare.ts. */

/** A link, the label of the poster, and the title of the frame. */
export type ElementWords = { readonly ownTab: string; readonly poster: string; readonly frame: string }

/** English leads to the playground, other languages to their lessons. */
export type NotFoundWords = { readonly sentence: string; readonly link: string }

export const ELEMENT: ElementWords = {
  ownTab: 'Open in a tab of its own',
  poster: 'Pull the plug yourself',
  frame: 'Interactive: pull the plug on an MCP stream',
}

export const UNLOADED = 'The rest of this embed could not be loaded. Reload the page when the network is back.'

export const NOT_FOUND: NotFoundWords = {
  sentence: 'No page has this address, and no Last-Event-ID will bring it back.',
  link: 'Go to the playground',
}

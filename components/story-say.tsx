/** What the chapters of the story share: what a chapter is told from, what it makes, and how one of its sentences is written. */
import type { ReactNode } from 'react'
import type { Ledger } from '../lib/trace/snapshot-types'
import type { Word } from '../lib/words/t'
import type { Beat } from './beat'
import { Phrase, type PhraseParts } from './phrase'
import { TERMS } from './story-terms'
import type { Subject } from './subject'

/** `title` in the language of the page. */
export type StoryText = { readonly title: string; readonly body: ReactNode }

export type Told = {
  readonly beat: Beat
  readonly subject: Subject
  /** `stored` without what is under way */
  readonly ledger: Ledger
  readonly word: Word
}

/** A sentence of the story. The terms are known to every one. */
export function Say({ say, parts }: { readonly say: string; readonly parts?: PhraseParts }) {
  return <Phrase say={say} parts={parts ? { ...TERMS, ...parts } : TERMS} />
}

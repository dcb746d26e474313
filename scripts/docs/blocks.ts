/**
 * The generated parts of the documents: what stands between `<!-- generated: name -->` and `<!-- /generated -->`. Each block is made from
 * the data that the app runs on. write-docs.mjs writes them, generated.test.ts fails when a committed one is not current.
 */

import { decisionLines } from './decision-list'
import { experimentLines, faultLines, galleryLines } from './fault-lists'
import { importLines } from './import-list'
import { jsonBoundLines, settingLines } from './setting-table'
import type { Source } from './source'

const BLOCKS: Readonly<Record<string, (source: Source) => readonly string[]>> = {
  settings: settingLines,
  'json-bounds': jsonBoundLines,
  imports: importLines,
  faults: faultLines,
  experiments: experimentLines,
  gallery: galleryLines,
  decisions: decisionLines,
}

/** The documents that have generated blocks. */
export const GENERATED_IN = ['docs/operating.md', 'docs/architecture.md', 'docs/faults.md', 'docs/decisions/README.md'] as const

const OPENS = '<!-- generated: '
const CLOSES = '<!-- /generated -->'

/** The document with every generated block made anew. Throws for a block that nobody makes, and for one that is not closed. */
export function withBlocks(text: string, source: Source): string {
  const [head = '', ...parts] = text.split(OPENS)
  return head + parts.map((part) => withBlock(part, source)).join('')
}

function withBlock(part: string, source: Source): string {
  const name = part.slice(0, part.indexOf(' -->'))
  const make = BLOCKS[name]
  if (!make) throw new Error(`No block is called "${name}". There are ${Object.keys(BLOCKS).join(', ')}; scripts/docs/blocks.ts has them.`)
  const end = part.indexOf(CLOSES)
  if (end < 0) throw new Error(`The block "${name}" is not closed. Put ${CLOSES} after it.`)
  return `${OPENS}${name} -->\n\n${make(source).join('\n')}\n\n${part.slice(end)}`
}

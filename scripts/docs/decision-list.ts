/** The index of the decision records, from their files. */
import type { Source } from './source'

const FOLDER = 'docs/decisions'

/** One item a record: number and title, date and status. */
export function decisionLines({ read, list }: Source): string[] {
  const records = list(FOLDER).filter((name) => /^\d{4}-.*\.md$/.test(name))
  return records.sort().map((name) => {
    const [title = '', , about = ''] = read(`${FOLDER}/${name}`).split('\n')
    return `- [${title.replace(/^# /, '')}](${name}) · ${about}`
  })
}

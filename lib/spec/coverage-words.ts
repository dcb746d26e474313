/** The words around the table of the specification's rules. */

import { msg } from '../words/message'

export const COVERAGE_WORDS = {
  title: msg('What the specification says, and where it is shown'),
  description: msg(
    'Every MUST, SHOULD and MAY of MCP 2025-11-25 on streams, sessions and resumability, in plain words, with the lesson or experiment that shows it.',
  ),
  lead: msg(
    '{n} rules of revision 2025-11-25 on messages, streams, sessions and resumability, in our words. Each section links to the original; each rule to what shows it here.',
  ),
  specification: msg('the specification'),
  level: msg('Level'),
  who: msg('Who'),
  rule: msg('Rule'),
  look: msg('What to look at'),
  where: msg('Where'),
  both: msg('client, server'),
  client: msg('client'),
  server: msg('server'),
  lesson: msg('Lesson {n}: {title}'),
  fault: msg('Fault: {title}'),
  broken: msg('Broken server {n}'),
  headers: msg('Edit the headers of the next resume'),
}

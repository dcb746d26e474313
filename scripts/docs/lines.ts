/** Lines of Markdown that can be reviewed in a diff. */

const WIDTH = 150

/** Wraps a list item: the first line begins with `begin`, the following ones are indented under its text. */
export function item(begin: string, text: string): string[] {
  const indent = ' '.repeat(begin.length)
  const lines: string[] = []
  let line = begin
  for (const t of text.split(' ')) {
    const isFirst = line === begin || line === indent
    if (!isFirst && line.length + 1 + t.length > WIDTH) {
      lines.push(line)
      line = indent
    }
    line += line === begin || line === indent ? t : ` ${t}`
  }
  return [...lines, line]
}

/** A table whose columns are as wide as their longest cell. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) => `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)]
}

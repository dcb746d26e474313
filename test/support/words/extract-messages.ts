/** Finds the words that a source file puts on the screen: those looked up in the catalogue, and those written past it. For tests only. */
import { parseSync } from 'vite'

type Said = {
  /** looked up: t('…'), msg('…'), <Trans message="…">; of a plural, the form `other`, which is its key */
  readonly looked: readonly string[]
  /** written into the markup or into what is read aloud */
  readonly written: readonly string[]
}

type Node = { readonly type: string; readonly [key: string]: unknown }

const LOOKS_UP = ['t', 'msg']
const READ_ALOUD = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt', 'label']

/** Wire text, the names of things, and what is the same in every language. */
const SAME =
  /^(?:GET|POST|DELETE|JSON|SSE|HTTP|MCP|HAR|SVG|PNG|CSV|curl|Last-Event-ID:?|Mcp-Session-Id|(?:id|event|data|retry):|Pull the Plug|TypeScript|Python|ms|KB)$/

/** `file` decides by its end whether markup may occur. */
export function extractMessages(file: string, source: string): Said {
  const looked: string[] = []
  const written: string[] = []
  visit(parseSync(file, source).program as unknown as Node, false)
  return { looked, written: written.filter((words) => /\p{L}{2,}/u.test(words) && !SAME.test(words)) }

  function visit(node: Node, wire: boolean): void {
    if (node.type === 'CallExpression' && LOOKS_UP.includes(nameOf(node.callee))) {
      looked.push(...literals((node.arguments as Node[])[0]))
    } else if (node.type === 'JSXAttribute') {
      const name = nameOf(node.name)
      const value = node.value as Node | null
      if (name === 'message') looked.push(...literals(value))
      else if (READ_ALOUD.includes(name)) written.push(...literals(value))
    } else if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      const code = wire || ['code', 'pre', 'script', 'style'].includes(nameOf((node.openingElement as Node | undefined)?.name))
      for (const child of node.children as Node[]) {
        if (child.type === 'JSXText' && !code) written.push(String(child.value).replace(/\s+/g, ' ').trim())
        if (child.type === 'JSXExpressionContainer' && !code) written.push(...literals(child.expression as Node))
        visit(child, code)
      }
      if (node.openingElement) visit(node.openingElement as Node, code)
      return
    }
    for (const value of Object.values(node)) {
      if (Array.isArray(value)) value.filter(isNode).forEach((one) => void visit(one, wire))
      else if (isNode(value)) visit(value, wire)
    }
  }
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

const nameOf = (value: unknown): string => (isNode(value) ? String(value.name ?? '') : '')

/** The texts that an expression may come to, as far as they stand there; the open places of a template as {}. */
function literals(node: Node | null | undefined): string[] {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : []
    case 'TemplateLiteral':
      return [(node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('{}')]
    case 'JSXExpressionContainer':
      return literals(node.expression as Node)
    case 'ObjectExpression':
      return (node.properties as Node[]).filter(({ key }) => nameOf(key) === 'other').flatMap(({ value }) => literals(value as Node))
    case 'ConditionalExpression':
      return [...literals(node.consequent as Node), ...literals(node.alternate as Node)]
    case 'LogicalExpression':
      return [...literals(node.left as Node), ...literals(node.right as Node)]
    case 'BinaryExpression':
      return node.operator === '+' ? [...literals(node.left as Node), ...literals(node.right as Node)] : []
    default:
      return []
  }
}

'use client'
/** Text to copy, with the button that does it. */
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'

const SAID_FOR = 1600

export function CodeBlock({ code, label }: { code: string; label: string }) {
  const [said, setSaid] = useState<'copied' | 'select'>()
  async function copy() {
    try {
      await navigator.clipboard.writeText(code)
      setSaid('copied')
    } catch {
      setSaid('select')
    }
    setTimeout(() => setSaid(undefined), SAID_FOR)
  }
  return (
    <div className="code-block">
      <pre>
        <code>{code}</code>
      </pre>
      <button type="button" className="needs-script" title={`Copy: ${label}`} onClick={() => void copy()}>
        {said === 'copied' ? <Check size={15} aria-hidden="true" /> : <Copy size={15} aria-hidden="true" />}
        <span role="status">{said === 'copied' ? 'Copied' : said === 'select' ? 'Select it and copy' : 'Copy'}</span>
      </button>
    </div>
  )
}

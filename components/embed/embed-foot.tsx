'use client'
/**
 * The end of an embed's foot: the revision taught, and the way to the full page. In a sandbox that forbids new windows a link would do
 * nothing, so there the page around it has to have one (the guide's tags all do).
 */
import { ArrowUpRight } from 'lucide-react'
import { PROTOCOL_REVISION } from '../../lib/trace/observation'
import { useOutside } from './use-outside'

export function EmbedFoot({ page = '' }: { page?: string }) {
  const { root, sandboxed } = useOutside()
  return (
    <p className="embed-foot">
      <code title="Sessions and resumability were removed in 2026-07-28">MCP {PROTOCOL_REVISION}</code>
      {root && !sandboxed && (
        <a href={`${root}${page}`} target="_blank" rel="noreferrer" className="needs-script">
          {page ? 'Lesson' : 'Full page'}
          <ArrowUpRight size={14} aria-hidden="true" />
        </a>
      )}
    </p>
  )
}

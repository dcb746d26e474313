'use client'
/**
 * The end of an embed's foot: the revision taught, and the way to the full page. In a sandbox that forbids new windows a link would do
 * nothing, so there it is hidden (embed.css) and the page around it has to have one (the guide's tags all do).
 */
import { ArrowUpRight } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { PROTOCOL_REVISION } from '../../lib/protocol/observation'
import { useT } from '../i18n/language'

export function EmbedFoot({ page = '' }: { page?: string }) {
  const t = useT()
  const alone = useAlone()
  return (
    <p className="embed-foot">
      <code title={t('Sessions and resumability were removed in 2026-07-28')}>MCP {PROTOCOL_REVISION}</code>
      {!alone && (
        <a href={`/${page}`} target="_blank" rel="noreferrer">
          {t(page ? 'Lesson' : 'Full page')}
          <ArrowUpRight size={14} aria-hidden="true" />
        </a>
      )}
    </p>
  )
}

/** True in a file of its own: there is no site around it to link to. On a site, links begin at its root; the static build places them. */
export const useAlone = (): boolean =>
  useSyncExternalStore(
    never,
    () => !/\/embed\//.test(location.pathname),
    () => false,
  )

const never = () => () => {}

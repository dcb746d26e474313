'use client'
/**
 * Where the server is: over HTTP, or in this page. A choice where both exist, else only said.
 */
import { ChevronDown, Server } from 'lucide-react'
import type { RunOptions } from '../../lib/model/run-options'
import { msg } from '../../lib/words/message'
import { useT } from '../i18n/language'
import { useHomes } from '../use-playground'

type Home = NonNullable<RunOptions['home']>

const HOMES: Readonly<Record<Home, { readonly name: string; readonly title: string }>> = {
  http: { name: msg('over HTTP'), title: msg('The MCP server answers at /mcp on this site') },
  'in-page': {
    name: msg('in this page'),
    title: msg('The same MCP server runs inside this page; nothing goes out on the network'),
  },
}

export function HomeChoice({ home, onChange }: { readonly home: Home | undefined; readonly onChange: (home: Home) => void }) {
  const t = useT()
  const homes = useHomes()
  const shown = home ?? homes[0] ?? 'in-page'
  const { name, title } = HOMES[shown]
  if (homes.length < 2) {
    return (
      <span className="home" title={t(title)}>
        <Server size={15} aria-hidden="true" />
        <span>
          <b>{t('Server')} </b>
          {t(name)}
        </span>
      </span>
    )
  }
  return (
    <label className="choice home-choice" title={t(title)}>
      <span>{t('Server')}</span>
      <select value={shown} onChange={(event) => onChange(event.target.value as Home)}>
        {homes.map((each) => (
          <option key={each} value={each}>
            {t(HOMES[each].name)}
          </option>
        ))}
      </select>
      <ChevronDown size={14} aria-hidden="true" />
    </label>
  )
}

'use client'
/**
 * Where the server is: over HTTP, or in this page. A choice where both exist, else only said.
 */
import { ChevronDown, Server } from 'lucide-react'
import type { RunOptions } from '../../lib/model/run-options'
import { phrase } from '../../lib/words/t'
import { useWord } from '../i18n/language'
import { useHomes } from '../use-playground'

type Home = NonNullable<RunOptions['home']>

const HOMES: Readonly<Record<Home, { readonly name: string; readonly title: string }>> = {
  http: { name: phrase('over HTTP'), title: phrase('The MCP server answers at /mcp on this site') },
  'in-page': {
    name: phrase('in this page'),
    title: phrase('The same MCP server runs inside this page; nothing goes out on the network'),
  },
}

export function HomeChoice({ home, onChange }: { readonly home: Home | undefined; readonly onChange: (home: Home) => void }) {
  const word = useWord()
  const homes = useHomes()
  const shown = home ?? homes[0] ?? 'in-page'
  const { name, title } = HOMES[shown]
  if (homes.length < 2) {
    return (
      <span className="home" title={word(title)}>
        <Server size={15} aria-hidden="true" />
        <span>
          <b>{word('Server')} </b>
          {word(name)}
        </span>
      </span>
    )
  }
  return (
    <label className="choice home-choice" title={word(title)}>
      <span>{word('Server')}</span>
      <select value={shown} onChange={(event) => onChange(event.target.value as Home)}>
        {homes.map((each) => (
          <option key={each} value={each}>
            {word(HOMES[each].name)}
          </option>
        ))}
      </select>
      <ChevronDown size={14} aria-hidden="true" />
    </label>
  )
}

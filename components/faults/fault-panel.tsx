'use client'
/**
 * Every way to break the stream, grouped by who acts. Stands where the text stands, so that it never covers what one watches: the
 * picture, the plug, the store. On a phone it is a sheet above the dock. Loaded when first opened.
 */
import { X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { FAULTS } from '../../lib/faults/fault-list'
import type { Fault, FaultGroup, FaultId } from '../../lib/faults/faults'
import { msg } from '../../lib/words/message'
import { useT } from '../i18n/language'
import { NewsPlace } from '../stage/notices/stage-notices'
import { useLatestSnapshot, usePlayground, useSnapshot, useVerbs } from '../use-playground'
import css from './fault-panel.module.css'
import { FaultRow } from './fault-row'
import look from './fault-row.module.css'
import { type FaultSituation, standingOf, whyNothing } from './fault-state'

const GROUPS: readonly { readonly id: FaultGroup; readonly name: string; readonly says: string }[] = [
  { id: 'network', name: msg('Network'), says: msg('Nobody closed anything.') },
  { id: 'server', name: msg('Server'), says: msg('What the server does, or what happens to it.') },
  { id: 'client', name: msg('Client'), says: msg('What this page may do, or suffer.') },
]

/** `at`: the fault an address asked for; its row is brought into view. */
type FaultPanelProps = { readonly at?: FaultId | undefined; readonly onClose: () => void }

export function FaultPanel({ at, onClose }: FaultPanelProps) {
  const [group, setGroup] = useState<FaultGroup>(FAULTS.find(({ id }) => id === at)?.group ?? 'network')
  const root = useRef<HTMLElement>(null)
  const situation = useSituation()
  const t = useT()
  const snapshot = useSnapshot()
  useEffect(() => {
    const row = at && root.current?.querySelector<HTMLElement>(`[data-fault="${at}"]`)
    row?.scrollIntoView({ block: 'center' })
    const first =
      row?.querySelector<HTMLElement>('[data-control]') ?? root.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')
    first?.focus({ preventScroll: true })
  }, [at])
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') onClose()
  }
  const shared = whyNothing(situation)
  const shown = GROUPS.find(({ id }) => id === group) ?? GROUPS[0]
  const busy = (id: FaultGroup) =>
    FAULTS.filter((fault) => fault.group === id && ['armed', 'on', 'next'].includes(standingOf(fault, snapshot, situation).state)).length
  return (
    <aside ref={root} className={css.panel} aria-label={t('More ways to break it')} onKeyDown={onKeyDown}>
      <NewsPlace />
      <header className={css.head}>
        <h2>{t('More ways to break it')}</h2>
        <button type="button" className={css.close} aria-label={t('Close: more ways to break it')} title={t('Close')} onClick={onClose}>
          <X size={18} aria-hidden />
        </button>
      </header>
      <div className={css.tabs} role="tablist" aria-label={t('Who acts')} onKeyDown={(event) => moveTab(event, group, setGroup)}>
        {GROUPS.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`faults-${id}`}
            aria-selected={group === id}
            aria-controls="faults-list"
            tabIndex={group === id ? 0 : -1}
            onClick={() => setGroup(id)}
          >
            {t(name)}
            {busy(id) > 0 && <span className={css.count}>{busy(id)}</span>}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <div className={css.body} id="faults-list" role="tabpanel" aria-labelledby={`faults-${group}`} tabIndex={0}>
        <p className={css.says}>{shown && t(shared ?? shown.says)}</p>
        <ul className={css.list}>
          {FAULTS.filter((fault) => fault.group === group).map((fault) => (
            <FaultItem
              key={fault.id}
              asked={fault.id === at}
              fault={fault}
              situation={situation}
              shared={shared !== undefined}
              onClose={onClose}
            />
          ))}
          {group === 'client' && <FreezeRow />}
        </ul>
      </div>
    </aside>
  )
}

type FaultItemProps = { asked: boolean; fault: Fault; situation: FaultSituation; shared: boolean; onClose: () => void }

function FaultItem({ asked, fault, situation, shared, onClose }: FaultItemProps) {
  const verbs = useVerbs()
  const snapshot = useSnapshot()
  const origin = usePlayground((state) => state.trace.observations[0]?.at)
  return (
    <FaultRow
      asked={asked}
      fault={fault}
      situation={situation}
      standing={standingOf(fault, snapshot, situation)}
      origin={origin}
      shared={shared}
      onSet={(on, setting) => {
        if (fault.id === 'json-answer') verbs.setOptions({ answer: on ? 'json' : 'stream' })
        else verbs.setFault(fault.id, on, setting)
        // on a phone the sheet covers the picture: what acts at once is to be seen
        if (fault.manner === 'act' && matchMedia('(max-width: 600px)').matches) onClose()
      }}
    />
  )
}

/** No fault: a way to look at the wait, which is often short. */
function FreezeRow() {
  const { freezeWait } = useVerbs()
  const frozen = usePlayground((state) => state.frozen)
  const t = useT()
  return (
    <li className={look.row} data-state={frozen ? 'on' : 'idle'}>
      <div className={look.words}>
        <label htmlFor="freeze-waits">{t('Freeze the waits')}</label>
        <p id="freeze-says">{t('The reconnection time stands still, so that you can look at it. The server goes on.')}</p>
      </div>
      <input
        type="checkbox"
        role="switch"
        className={look.switch}
        id="freeze-waits"
        aria-describedby="freeze-says"
        aria-checked={frozen}
        checked={frozen}
        onChange={({ target }) => freezeWait(target.checked)}
      />
    </li>
  )
}

function useSituation(): FaultSituation {
  const latest = useLatestSnapshot()
  const phase = usePlayground((state) => state.phase)
  const options = usePlayground((state) => state.options)
  const armed = usePlayground((state) => state.armed)
  return { phase, latest, options, armed }
}

/** Arrow keys lead from tab to tab and choose, as tabs that cost nothing do (WAI-ARIA APG, automatic activation). */
function moveTab(event: KeyboardEvent<HTMLElement>, group: FaultGroup, choose: (group: FaultGroup) => void) {
  const at = GROUPS.findIndex(({ id }) => id === group)
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: GROUPS.length - 1 }[event.key]
  const next = to === undefined ? undefined : GROUPS[(to + GROUPS.length) % GROUPS.length]
  if (!next) return
  event.preventDefault()
  choose(next.id)
  document.getElementById(`faults-${next.id}`)?.focus()
}

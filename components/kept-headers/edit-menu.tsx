'use client'
/**
 * What can be sent instead of one kept header: the experiments that concern it, and any text. Opened from its tag; loaded when first
 * opened. What cannot be built yet says what is missing.
 */
import { type CSSProperties, type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { EXPERIMENTS, type Experiment, type ExperimentContext, type ExperimentId } from '../../lib/faults/experiments'
import { useT } from '../i18n/language'
import { editAt, type HeaderPlace, mergedEdits, withEdit } from './header-edits'
import './edit-menu.css'
import { useLatestSnapshot, usePlayground, useVerbs } from '../use-playground'

const OF_SESSION: readonly ExperimentId[] = ['no-session-id', 'old-version', 'unknown-version']
const ALL = EXPERIMENTS.map(({ id }) => id)

type TagMenuProps = {
  readonly place: HeaderPlace
  /** whether the experiments with the call's last event ID belong here */
  readonly ofCall: boolean
  readonly anchor: HTMLElement
  readonly onClose: () => void
}

export function TagMenu({ place, ofCall, anchor, onClose }: TagMenuProps) {
  const root = useRef<HTMLDivElement>(null)
  const verbs = useVerbs()
  const edits = usePlayground((state) => state.edits)
  const previous = usePlayground((state) => state.previous)
  const snapshot = useLatestSnapshot()
  const context: ExperimentContext = { kept: snapshot.kept, snapshot, previous }
  const t = useT()
  const [spot] = useState(() => spotBeside(anchor))
  const title = t(place.kind === 'stream' ? 'Send instead of this Last-Event-ID' : 'Send instead of this Mcp-Session-Id')
  const shown = EXPERIMENTS.filter(({ id }) =>
    place.kind === 'stream' ? ofCall && ALL.includes(id) && !OF_SESSION.includes(id) : OF_SESSION.includes(id),
  )

  useEffect(() => {
    const menu = root.current
    menu?.showPopover()
    menu?.querySelector('button')?.focus()
  }, [])

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a popover
    <div
      ref={root}
      className="tag-menu"
      popover="auto"
      role="group"
      aria-label={title}
      style={spot}
      onToggle={(event) => event.newState === 'closed' && onClose()}
    >
      <h3>{title}</h3>
      {place.kind === 'stream' && !ofCall && (
        <button type="button" className="tag-option" onClick={() => choose(withEdit(edits, place, { kind: 'left-out' }))}>
          <b>{t('Leave it out')}</b>
          <span>{t('The GET then opens the standalone stream anew, and resumes nothing.')}</span>
        </button>
      )}
      {shown.map((experiment) => (
        <Option key={experiment.id} experiment={experiment} context={context} onChoose={(built) => choose(mergedEdits(edits, built))} />
      ))}
      <Custom onSend={(text) => choose(withEdit(edits, place, { kind: 'value', value: text }))} />
      {(editAt(edits, place) || (place.kind === 'session' && edits?.protocolVersion)) && (
        <button
          type="button"
          className="tag-undo"
          onClick={() => {
            const without = withEdit(edits, place, undefined)
            choose(place.kind === 'session' ? withEdit(without, { kind: 'version' }, undefined) : without)
          }}
        >
          {t('Send it as kept')}
        </button>
      )}
    </div>
  )

  function choose(next: Parameters<typeof verbs.editHeaders>[0]) {
    verbs.editHeaders(next)
    root.current?.hidePopover()
  }
}

type Edits = Exclude<ReturnType<Experiment['build']>, { readonly notYet: string }>['edits']

function Option({
  experiment,
  context,
  onChoose,
}: {
  experiment: Experiment
  context: ExperimentContext
  onChoose: (edits: Edits) => void
}) {
  const t = useT()
  const built = experiment.build(context)
  const reason = 'notYet' in built ? built.notYet : undefined
  return (
    <button
      type="button"
      className="tag-option"
      aria-disabled={reason !== undefined || undefined}
      onClick={() => 'edits' in built && onChoose(built.edits)}
    >
      <b>{t(experiment.title)}</b>
      <span>{t(reason ?? experiment.sentence)}</span>
    </button>
  )
}

function Custom({ onSend }: { onSend: (text: string) => void }) {
  const id = useId()
  const t = useT()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (/^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(text)) onSend(text)
    else setWrong(true)
  }
  return (
    <form className="tag-custom" onSubmit={onSubmit}>
      <label htmlFor={id}>{t('Any text')}</label>
      <input
        id={id}
        value={text}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${id}w` : undefined}
        onChange={({ target }) => {
          setText(target.value)
          setWrong(false)
        }}
      />
      <button type="submit">{t('Use it')}</button>
      {wrong && (
        <p id={`${id}w`} role="alert">
          {t('A header value is made of letters, digits and signs of plain ASCII.')}
        </p>
      )}
    </form>
  )
}

/** Beside the tag, on the side that has room; a phone's style sheet overrules it. */
function spotBeside(anchor: HTMLElement): CSSProperties {
  const { left, right, top } = anchor.getBoundingClientRect()
  const width = 348
  const room = window.innerWidth - right > width + 20
  const x = room ? right + 10 : Math.max(left, 14)
  const y = Math.max(14, Math.min(window.innerHeight - top - 240, window.innerHeight - 600))
  return { '--spot-x': `${x}px`, '--spot-y': `${y}px` } as CSSProperties
}

'use client'
/**
 * What can be kept of a run and given to others: the run as a file, its scenario as a link, an exchange or a stream in other tools' words,
 * the timeline as a picture. Each act says what happened. No session id leaves by any of them.
 */
import { type RefObject, useId, useRef, useState } from 'react'
import { bugOf } from '../../lib/faults/gallery'
import { DEFAULT_OPTIONS, type ServerKind } from '../../lib/model/run-options'
import type { PlaygroundState } from '../../lib/playground/types'
import { curlOf } from '../../lib/share/export/curl'
import { harTextOf } from '../../lib/share/export/har'
import { rawStreamOf } from '../../lib/share/export/raw-sse'
import { linkOf } from '../../lib/share/link'
import { PAGE_FAULTS, scenarioOf } from '../../lib/share/scenario'
import { stringifyRecording } from '../../lib/trace/recording/recording'
import { sessionIdsIn } from '../../lib/trace/recording/redact'
import type { ConnectionRecord, Snapshot } from '../../lib/trace/snapshot-types'
import { describeMoment } from '../../lib/words/run/describe'
import type { Translate } from '../../lib/words/t'
import { useT } from '../i18n/language'
import { usePlayground, useSnapshot, useVerbs } from '../use-playground'
import { copyText, fileName, saveFile } from './hand-over'
import { openRun } from './open-run'
import { timelinePng, timelineSvg } from './timeline-image'

/** What an act came to: a sentence, and the text itself where there is no clipboard. */
type Said = { readonly sentence: string; readonly text?: string }

export function ShareMenu({ onDone }: { readonly onDone: () => void }) {
  const t = useT()
  const state = usePlayground((whole) => whole)
  const chooser = useRef<HTMLInputElement>(null)
  const acts = useActs(state.options.tool)
  const { said, copy, save } = acts
  return (
    <>
      <h2>{t('Keep and share')}</h2>
      <Group title={t('This run')}>
        <Item
          title={t('Save the run')}
          note={t('A file with all that was seen; this page opens it again')}
          onPress={() => save(t('the run'), stringifyRecording(state.trace, recordedOf(state)), 'json', 'application/json')}
        />
        <Item
          title={t('Open a run…')}
          note={t('A file saved by this page; or drop it anywhere')}
          onPress={() => chooser.current?.click()}
        />
      </Group>
      <Group title={t('What was done in it')}>
        <Item
          title={t('Copy a link to this scenario')}
          note={t('Settings, cuts and faults, to be done again live')}
          onPress={() => void copy(linkWords(state, t), linkTo(state))}
        />
      </Group>
      <ForOtherTools state={state} acts={acts} />
      <AsPicture tool={state.options.tool} acts={acts} />
      <Outcome said={said} server={state.options.server} />
      <RunChooser ref={chooser} onShown={onDone} onRefused={acts.say} />
    </>
  )
}

type Acts = {
  readonly said: Said | undefined
  readonly say: (sentence: string) => void
  /** `what`: named in the sentence that says what happened */
  readonly copy: (what: string, text: string) => Promise<void>
  readonly save: (what: string, text: string, ending: string, type: string) => void
  readonly picture: (make: () => Promise<Blob> | Blob, ending: string) => Promise<void>
}

/** What can be done with a text or a picture, each with what it came to. Files are named after `tool`. */
function useActs(tool: string): Acts {
  const t = useT()
  const [said, setSaid] = useState<Said>()
  const say = (sentence: string) => setSaid({ sentence })
  return {
    said,
    say,
    copy: async (what, text) =>
      (await copyText(text))
        ? say(t('Copied: {what}.', { what }))
        : setSaid({ sentence: t('This page may not use the clipboard. Copy it from here:'), text }),
    save(what, text, ending, type) {
      saveFile(new Blob([text], { type }), fileName(tool, ending, new Date()))
      say(t('Saved: {what}.', { what }))
    },
    async picture(make, ending) {
      try {
        saveFile(await make(), fileName(`${tool}-timeline`, ending, new Date()))
        say(t('Saved: the timeline as {format}.', { format: ending.toUpperCase() }))
      } catch (error) {
        say(error instanceof Error ? t(error.message) : t('The timeline could not be saved.'))
      }
    },
  }
}

function ForOtherTools({ state, acts: { copy, save } }: { readonly state: PlaygroundState; readonly acts: Acts }) {
  const t = useT()
  const snapshot = useSnapshot()
  const ids = sessionIdsIn(state.trace)
  const exchange = exchangeOf(snapshot, state.selection)
  const stream = exchange?.stream ?? snapshot.stage.call?.name
  return (
    <Group title={t('For other tools')}>
      {exchange && (
        <Item
          title={t('Copy as curl')}
          note={exchangeWords(exchange, t)}
          onPress={() => void copy(t('the exchange as curl'), curlOf(exchange, location.origin, ids, curlNote(state)))}
        />
      )}
      {stream && (
        <Item
          title={t('Copy the stream as it came')}
          note={t('{stream}: every frame of every connection', { stream })}
          onPress={() => void copy(t('stream {stream}', { stream }), rawStreamOf(snapshot, stream, ids))}
        />
      )}
      <Item
        title={t('Save as HAR')}
        note={t('All exchanges, for a browser’s or proxy’s viewer')}
        onPress={() => save(t('the run as HAR'), harTextOf(snapshot, location.origin, ids), 'har', 'application/json')}
      />
    </Group>
  )
}

function AsPicture({ tool, acts: { picture } }: { readonly tool: string; readonly acts: Acts }) {
  const t = useT()
  const title = `${tool}: ${describeMoment(useSnapshot(), t)}`
  return (
    <Group title={t('The timeline, as a picture')}>
      <Item
        title={t('Save as SVG')}
        note={t('Sharp at any size')}
        onPress={() => void picture(() => new Blob([timelineSvg(title, title).text], { type: 'image/svg+xml' }), 'svg')}
      />
      <Item title={t('Save as PNG')} note={t('For slides')} onPress={() => void picture(() => timelinePng(title, title), 'png')} />
    </Group>
  )
}

/** What the last act came to; before any, what leaves this page and what does not. */
function Outcome({ said, server }: { readonly said: Said | undefined; readonly server: ServerKind }) {
  const t = useT()
  return (
    <>
      <p className="share-said" role="status">
        {said?.sentence ??
          t(
            bugOf(server)
              ? 'Session ids are replaced by stand-ins. Which bug the server has can be read in what leaves this page.'
              : 'Session ids are replaced by stand-ins in whatever leaves this page.',
          )}
      </p>
      {said?.text && (
        <textarea
          className="share-text"
          aria-label={t('Text to copy')}
          readOnly
          value={said.text}
          rows={4}
          // Ready to be copied by hand.
          ref={selectAll}
          onFocus={(event) => event.target.select()}
        />
      )}
    </>
  )
}

type RunChooserProps = {
  readonly ref: RefObject<HTMLInputElement | null>
  readonly onShown: () => void
  readonly onRefused: (sentence: string) => void
}

/** The browser's own dialog for a file; opened by a click on this field, which nobody sees. */
function RunChooser({ ref, onShown, onRefused }: RunChooserProps) {
  const t = useT()
  const verbs = useVerbs()
  return (
    <input
      ref={ref}
      type="file"
      accept=".json,application/json"
      aria-label={t('A file with a run')}
      hidden
      onChange={async (event) => {
        const input = event.target
        const file = input.files?.[0]
        if (!file) return
        const isShown = await openRun(file, verbs)
        // The same file may be chosen again, once it is mended.
        input.value = ''
        if (isShown) return onShown()
        onRefused(t('This file cannot be shown. The notice on the stage says why.'))
      }}
    />
  )
}

const selectAll = (field: HTMLTextAreaElement | null): void => {
  field?.focus()
  field?.select()
}

function Group({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  )
}

function Item({ title, note, onPress }: { readonly title: string; readonly note: string; readonly onPress: () => void }) {
  return (
    <button type="button" className="share-item" onClick={onPress}>
      <b>{title}</b>
      <span>{note}</span>
    </button>
  )
}

/** The selected exchange, or that of the selected event; else the newest resume, or the newest call. */
function exchangeOf({ connections }: Snapshot, selection: PlaygroundState['selection']): ConnectionRecord | undefined {
  const selected = connections.find(({ id, frames }) =>
    selection?.kind === 'connection'
      ? id === selection.id
      : selection?.kind === 'event' && frames.some((frame) => frame.kind === 'event' && frame.key === selection.key),
  )
  const isCall = ({ rpc, stream }: ConnectionRecord) => rpc?.method === 'tools/call' || stream?.startsWith('call-')
  return selected ?? connections.findLast((each) => each.lastEventId !== undefined && isCall(each)) ?? connections.findLast(isCall)
}

function recordedOf({ trace, options }: PlaygroundState): NonNullable<PlaygroundState['trace']['recorded']> {
  return trace.recorded ?? { takenOn: new Date().toISOString().slice(0, 10), note: `A run of ${options.tool}, saved from the page.` }
}

/** To what was done until the moment that is looked at. */
function linkTo({ trace, options, playhead }: PlaygroundState): string {
  const scenario = scenarioOf(trace, options, playhead.kind === 'at' ? playhead.at : undefined)
  return new URL(linkOf(scenario, DEFAULT_OPTIONS), location.href).href
}

function linkWords({ trace, playhead }: PlaygroundState, t: Translate): string {
  const link = playhead.kind === 'at' ? t('the link, up to the moment you look at') : t('the link')
  const isPages = trace.observations.some((seen) => seen.kind === 'fault.set' && PAGE_FAULTS.includes(seen.fault))
  return isPages ? t('{link}. A reload or another tab is not told by it', { link }) : link
}

function exchangeWords({ method, id, lastEventId }: ConnectionRecord, t: Translate): string {
  return lastEventId ? t('{method} on {id}, after {event}', { method, id, event: lastEventId }) : t('{method} on {id}', { method, id })
}

/** What a reader of the command must know beside it. */
function curlNote({ phase, options }: PlaygroundState): string | undefined {
  if (phase === 'recorded') return 'From a recorded run, whose session is gone: begin one of your own with initialize.'
  if (options.home === 'in-page')
    return 'The server of this run is in the page, where curl does not reach: send it to a server of your own.'
  return undefined
}

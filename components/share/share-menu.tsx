'use client'
/**
 * What can be kept of a run and given to others: the run as a file, its scenario as a link, an exchange or a stream in other tools' words,
 * the timeline as a picture. Each act says what happened. No session id leaves by any of them.
 */
import { useId, useRef, useState } from 'react'
import { bugOf } from '../../lib/faults/gallery'
import type { PlaygroundState } from '../../lib/playground/types'
import { curlOf } from '../../lib/share/export/curl'
import { harTextOf } from '../../lib/share/export/har'
import { rawStreamOf } from '../../lib/share/export/raw-sse'
import { linkOf } from '../../lib/share/link'
import { PAGE_FAULTS, scenarioOf } from '../../lib/share/scenario'
import { sessionIdsIn, stringifyRecording } from '../../lib/trace/recording/recording'
import type { ConnectionRecord, Snapshot } from '../../lib/trace/snapshot-types'
import { describeMoment } from '../../lib/words/describe'
import type { Word } from '../../lib/words/t'
import { useWord } from '../i18n/language'
import { usePlayground, useSnapshot, useVerbs } from '../use-playground'
import { copyText, fileName, saveFile } from './hand-over'
import { openRun } from './open-run'
import { timelinePng, timelineSvg } from './timeline-image'
import { USUAL_OPTIONS } from './usual'

/** What an act came to: a sentence, and the text itself where there is no clipboard. */
type Said = { readonly sentence: string; readonly text?: string }

export function ShareMenu({ onDone }: { readonly onDone: () => void }) {
  const word = useWord()
  const state = usePlayground((whole) => whole)
  const snapshot = useSnapshot()
  const verbs = useVerbs()
  const chooser = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState<Said>()
  const ids = sessionIdsIn(state.trace)
  const exchange = exchangeOf(snapshot, state.selection)
  const stream = exchange?.stream ?? snapshot.stage.call?.name
  const { tool } = state.options

  const copy = async (what: string, text: string) =>
    setSaid(
      (await copyText(text))
        ? { sentence: word('Copied: {what}.', { what }) }
        : { sentence: word('This page may not use the clipboard. Copy it from here:'), text },
    )
  const save = (what: string, text: string, ending: string, type: string) => {
    saveFile(new Blob([text], { type }), fileName(tool, ending, new Date()))
    setSaid({ sentence: word('Saved: {what}.', { what }) })
  }
  const picture = async (make: () => Promise<Blob> | Blob, ending: string) => {
    try {
      saveFile(await make(), fileName(`${tool}-timeline`, ending, new Date()))
      setSaid({ sentence: word('Saved: the timeline as {format}.', { format: ending.toUpperCase() }) })
    } catch (error) {
      setSaid({ sentence: error instanceof Error ? word(error.message) : word('The timeline could not be saved.') })
    }
  }
  const title = `${tool}: ${describeMoment(snapshot, word)}`

  return (
    <>
      <h2>{word('Keep and share')}</h2>
      <Group title={word('This run')}>
        <Item
          title={word('Save the run')}
          note={word('A file with all that was seen; this page opens it again')}
          onPress={() => save(word('the run'), stringifyRecording(state.trace, recordedOf(state)), 'json', 'application/json')}
        />
        <Item
          title={word('Open a run…')}
          note={word('A file saved by this page; or drop it anywhere')}
          onPress={() => chooser.current?.click()}
        />
      </Group>
      <Group title={word('What was done in it')}>
        <Item
          title={word('Copy a link to this scenario')}
          note={word('Settings, cuts and faults, to be done again live')}
          onPress={() => void copy(linkWords(state, word), linkTo(state))}
        />
      </Group>
      <Group title={word('For other tools')}>
        {exchange && (
          <Item
            title={word('Copy as curl')}
            note={exchangeWords(exchange, word)}
            onPress={() => void copy(word('the exchange as curl'), curlOf(exchange, location.origin, ids, curlNote(state)))}
          />
        )}
        {stream && (
          <Item
            title={word('Copy the stream as it came')}
            note={word('{stream}: every frame of every connection', { stream })}
            onPress={() => void copy(word('stream {stream}', { stream }), rawStreamOf(snapshot, stream, ids))}
          />
        )}
        <Item
          title={word('Save as HAR')}
          note={word('All exchanges, for a browser’s or proxy’s viewer')}
          onPress={() => save(word('the run as HAR'), harTextOf(snapshot, location.origin, ids), 'har', 'application/json')}
        />
      </Group>
      <Group title={word('The timeline, as a picture')}>
        <Item
          title={word('Save as SVG')}
          note={word('Sharp at any size')}
          onPress={() => void picture(() => new Blob([timelineSvg(title, title).text], { type: 'image/svg+xml' }), 'svg')}
        />
        <Item title={word('Save as PNG')} note={word('For slides')} onPress={() => void picture(() => timelinePng(title, title), 'png')} />
      </Group>
      <p className="share-said" role="status">
        {said?.sentence ??
          word(
            bugOf(state.options.server)
              ? 'Session ids are replaced by stand-ins. Which bug the server has can be read in what leaves this page.'
              : 'Session ids are replaced by stand-ins in whatever leaves this page.',
          )}
      </p>
      {said?.text && (
        <textarea
          className="share-text"
          aria-label={word('Text to copy')}
          readOnly
          value={said.text}
          rows={4}
          // Ready to be copied by hand.
          ref={selectAll}
          onFocus={(event) => event.target.select()}
        />
      )}
      <input
        ref={chooser}
        type="file"
        accept=".json,application/json"
        aria-label={word('A file with a run')}
        hidden
        onChange={async (event) => {
          const input = event.target
          const file = input.files?.[0]
          if (!file) return
          const isShown = await openRun(file, verbs)
          // The same file may be chosen again, once it is mended.
          input.value = ''
          if (isShown) return onDone()
          setSaid({ sentence: word('This file cannot be shown. The notice on the stage says why.') })
        }}
      />
    </>
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
  return new URL(linkOf(scenario, USUAL_OPTIONS), location.href).href
}

function linkWords({ trace, playhead }: PlaygroundState, word: Word): string {
  const link = playhead.kind === 'at' ? word('the link, up to the moment you look at') : word('the link')
  const isPages = trace.observations.some((seen) => seen.kind === 'fault.set' && PAGE_FAULTS.includes(seen.fault))
  return isPages ? word('{link}. A reload or another tab is not told by it', { link }) : link
}

function exchangeWords({ method, id, lastEventId }: ConnectionRecord, word: Word): string {
  return lastEventId
    ? word('{method} on {id}, after {event}', { method, id, event: lastEventId })
    : word('{method} on {id}', { method, id })
}

/** What a reader of the command must know beside it. */
function curlNote({ phase, options }: PlaygroundState): string | undefined {
  if (phase === 'recorded') return 'From a recorded run, whose session is gone: begin one of your own with initialize.'
  if (options.home === 'in-page')
    return 'The server of this run is in the page, where curl does not reach: send it to a server of your own.'
  return undefined
}

/**
 * The story of a run in plain words, chapter by chapter, with the run's own numbers. For readers who know HTTP and have never seen
 * an event stream. Only words: which chapter it is, beat.ts decides.
 */
import type { ReactNode } from 'react'
import type { Beat } from './beat'
import { faultText, refusedText } from './fault-story'
import { event, eventHeader, sessionHeader } from './story-terms'
import { counted, numbered, type Subject } from './subject'
import { Term } from './term'
import { TermMark } from './term-mark'

export type StoryText = { readonly title: string; readonly body: ReactNode }

export type Told = {
  readonly beat: Beat
  readonly subject: Subject
  readonly stored: number
  readonly received: number
  readonly duplicated: number
}

export function storyText(told: Told): StoryText {
  switch (told.beat.chapter) {
    case 'before':
      return before(told)
    case 'running':
      return running(told)
    case 'cut':
      return cut(told)
    case 'cut-late':
      return cutLate()
    case 'resuming':
      return resuming(told)
    case 'complete':
      return complete(told)
    case 'uncut':
      return uncut(told)
    case 'refused':
      return refusedText(told)
    case 'bare-running':
      return bareRunning(told)
    case 'bare-cut':
    case 'bare-lost':
      return bareLost(told)
    case 'edited':
    case 'evicted':
    case 'failed':
    case 'silence':
    case 'polled':
    case 'json':
    case 'json-cut':
      return faultText(told)
    default:
      return told.beat.chapter satisfies never
  }
}

const works = ({ subject }: Told): string =>
  ({
    picture: `A tool on the server paints a picture, one row per`,
    words: 'A tool on the server tells a story, one word per',
    count: 'A tool on the server counts down, one number per',
  })[subject.kind]

function before(told: Told): StoryText {
  return {
    title: 'Cut it anywhere.',
    body: (
      <>
        <p>
          {works(told)} {event}. The answer to one POST is a <Term name="stream">stream</Term> of such events, and it takes seconds. Start
          it, then pull the plug.
        </p>
        <p>The client will keep two headers. See whether they are enough.</p>
      </>
    ),
  }
}

function running(told: Told): StoryText {
  return {
    title: `One ${told.subject.words.one}, one event.`,
    body: (
      <>
        <p>
          {works(told)} {event}. The server{' '}
          <Term name="stored">
            <TermMark kind="stored" />
            stores
          </Term>{' '}
          each event before it sends it, and the id that arrives with it is the new {eventHeader}.
        </p>
        <p>Pull the plug while it is {told.subject.words.doing}.</p>
      </>
    ),
  }
}

function cut(told: Told): StoryText {
  const { beat, subject, stored, received } = told
  return {
    title: 'Missing is not lost.',
    body: (
      <>
        <p>
          {works(told)} {event}.{' '}
          {beat.lastBefore > 0 ? `After ${subject.words.one} ${beat.lastBefore} the network went.` : 'The network went at once.'} Nobody
          closed anything, so the server {beat.done ? `went on ${subject.words.doing} to the end` : `keeps ${subject.words.doing}`}: it has{' '}
          <Term name="stored">
            <TermMark kind="stored" />
            stored {stored}
          </Term>
          , the client has{' '}
          <Term name="received">
            <TermMark kind="received" />
            received {received}
          </Term>
          .
        </p>
        <p>
          Two headers survive the cut. {sessionHeader} says which session this was. {eventHeader} says, for each{' '}
          <Term name="stream">stream</Term>, where it stopped.
        </p>
      </>
    ),
  }
}

function cutLate(): StoryText {
  return {
    title: 'Too late to lose.',
    body: <p>You pulled after the last event. Nothing to bring back: the answer had arrived. Run it again, and pull while it works.</p>,
  }
}

function resuming({ beat, subject }: Told): StoryText {
  return {
    title: 'It asks for the rest.',
    body: (
      <>
        <p>
          The plug is in again. On a new connection the client sends {eventHeader}
          {beat.lastEventId ? (
            <>
              {': '}
              <code className="value">{beat.lastEventId}</code>
            </>
          ) : null}
          : the last event it saw on this <Term name="stream">stream</Term>.
        </p>
        {beat.nothingComes ? (
          <p>
            The server accepted that, and nothing comes{subject.missing > 0 ? `: ${subject.missing} still missing` : ''}.{' '}
            <strong>Check</strong>, under the timeline, says what this run shows of its server. Pull and plug in to ask once more, or run
            again.
          </p>
        ) : (
          <p>
            The server looks that id up in its store and sends what comes after it
            {subject.missing > 0 ? (
              <>
                :{' '}
                <Term name="missing">
                  <TermMark kind="missing" />
                  {subject.missing} still missing
                </Term>
                .
              </>
            ) : (
              '. Then it goes on live.'
            )}
          </p>
        )}
      </>
    ),
  }
}

function complete(told: Told): StoryText {
  const { beat, subject } = told
  const { replayed, after } = beat
  return {
    title: 'Nothing was lost.',
    body: (
      <>
        <p>
          {opening(told)} The client came back with the two headers it had kept: {sessionHeader} and {eventHeader}
          {beat.lastEventId ? (
            <>
              {': '}
              <code className="value">{beat.lastEventId}</code>
            </>
          ) : null}
          .
        </p>
        <p>
          {replayed.length > 0 ? (
            <>
              The server looked that id up in its store and{' '}
              <Term name="replayed">
                <TermMark kind="replayed" />
                replayed {numbered(replayed, subject.words)}
              </Term>{' '}
              on a new connection. Same stream, same ids,{' '}
              {told.duplicated > 0 ? `and ${told.duplicated} came twice.` : `no ${subject.words.one} twice.`}
            </>
          ) : (
            <>Nothing had been stored in between, so there was nothing to replay. The same stream went on, on a new connection.</>
          )}{' '}
          {after.length > 0 ? `${capital(numbered(after, subject.words))} followed live, then the response.` : 'The response followed.'}
        </p>
      </>
    ),
  }
}

function uncut({ subject }: Told): StoryText {
  return {
    title: 'That went too well.',
    body: (
      <p>
        All {counted(subject.total, subject.words)} arrived on one connection: nothing was cut. Run it again, and pull the plug while it is{' '}
        {subject.words.doing}.
      </p>
    ),
  }
}

function bareRunning(told: Told): StoryText {
  return {
    title: 'Now without a net.',
    body: (
      <>
        <p>
          {works(told)} {event}, as before. But this server keeps no event log, so its events carry no id, and the client has no{' '}
          {eventHeader} to keep.
        </p>
        <p>Pull the plug while it is {told.subject.words.doing}. Same tool, same cut.</p>
      </>
    ),
  }
}

function bareLost({ subject, beat }: Told): StoryText {
  return {
    title: 'Now it is lost.',
    body: (
      <>
        <p>
          {beat.lastBefore > 0 ? `After ${subject.words.one} ${beat.lastBefore} the network went` : 'The network went at once'}, and the
          server kept {subject.words.doing}, into nothing: it <Term name="stored">stores nothing</Term>, and{' '}
          <Term name="missing">
            <TermMark kind="lost" />
            {counted(subject.lost + subject.missing, subject.words)}
          </Term>{' '}
          went nowhere.
        </p>
        <p>
          Plugging back in finds no id to send. Without {eventHeader} there is no question to ask, and the call can only be made again from
          the start.
        </p>
      </>
    ),
  }
}

/** Who broke the first connection, and after which row. */
function opening({ beat: { lastBefore, brokenBy }, subject }: Told): string {
  const after = lastBefore > 0 ? `After ${subject.words.one} ${lastBefore} ` : 'At once '
  switch (brokenBy) {
    case 'network':
      return `${after}the network went.`
    case 'server':
      return `${after}the server ended the connection, not the stream.`
    case 'client':
      return `${after}nothing came through any more, and the client gave the connection up.`
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

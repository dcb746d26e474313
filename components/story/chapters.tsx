/**
 * The story of a run in plain words, chapter by chapter, with the run's own numbers. For readers who know HTTP and have never seen
 * an event stream. Only words: which chapter it is, chapter.ts decides.
 */
import { phrase } from '../../lib/words/t'
import { counted, numbered, type SubjectKind } from '../tool-view/tool-progress'
import { faultText, refusedText } from './fault-chapters'
import { brokenText, gone } from './loss-words'
import { Say, type StoryText, type Told, value } from './story-terms'

export function storyText(told: Told): StoryText {
  switch (told.beat.chapter) {
    case 'before':
      return before(told)
    case 'running':
      return running(told)
    case 'cut':
      return cut(told)
    case 'cut-late':
      return cutLate(told)
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

const WORKS: Readonly<Record<SubjectKind, string>> = {
  picture: phrase('A tool on the server paints a picture, one row per <event>event</event>.'),
  words: phrase('A tool on the server tells a story, one word per <event>event</event>.'),
  count: phrase('A tool on the server counts down, one number per <event>event</event>.'),
}

const ONE_ROW: Readonly<Record<SubjectKind, string>> = {
  picture: phrase('One row, one event.'),
  words: phrase('One word, one event.'),
  count: phrase('One number, one event.'),
}

const NONE_TWICE: Readonly<Record<SubjectKind, string>> = {
  picture: phrase('Same stream, same ids, no row twice.'),
  words: phrase('Same stream, same ids, no word twice.'),
  count: phrase('Same stream, same ids, no number twice.'),
}

function before({ subject, word }: Told): StoryText {
  return {
    title: word('Cut it anywhere.'),
    body: (
      <>
        <p>
          <Say say={WORKS[subject.kind]} />{' '}
          <Say say="The answer to one POST is a <stream>stream</stream> of such events, and it takes seconds. Start it, then pull the plug." />
        </p>
        <p>{word('The client will keep two headers. See whether they are enough.')}</p>
      </>
    ),
  }
}

function running({ subject, word }: Told): StoryText {
  return {
    title: word(ONE_ROW[subject.kind]),
    body: (
      <>
        <p>
          <Say say={WORKS[subject.kind]} />{' '}
          <Say say="The server <stores>stores</stores> each event before it sends it, and the id that arrives with it is the new {eventHeader}." />
        </p>
        <p>{word('Pull the plug while it is {doing}.', { doing: word(subject.words.doing) })}</p>
      </>
    ),
  }
}

function cut({ beat, subject, ledger, word }: Told): StoryText {
  const parts = { doing: word(subject.words.doing), stored: ledger.stored, received: ledger.received }
  return {
    title: word('Missing is not lost.'),
    body: (
      <>
        <p>
          <Say say={WORKS[subject.kind]} /> {brokenText({ ...beat, brokenBy: 'network' }, subject, word)}{' '}
          {beat.done ? (
            <Say
              say="Nobody closed anything, so the server went on {doing} to the end: it has <stored>stored {n}</stored>, the client has <received>received {got}</received>."
              parts={{ doing: parts.doing, n: parts.stored, got: parts.received }}
            />
          ) : (
            <Say
              say="Nobody closed anything, so the server keeps {doing}: it has <stored>stored {n}</stored>, the client has <received>received {got}</received>."
              parts={{ doing: parts.doing, n: parts.stored, got: parts.received }}
            />
          )}
        </p>
        <p>
          <Say say="Two headers survive the cut. {sessionHeader} says which session this was. {eventHeader} says, for each <stream>stream</stream>, where it stopped." />
        </p>
      </>
    ),
  }
}

function cutLate({ word }: Told): StoryText {
  return {
    title: word('Too late to lose.'),
    body: (
      <p>
        {word('You pulled after the last event. Nothing to bring back: the answer had arrived. Run it again, and pull while it works.')}
      </p>
    ),
  }
}

function resuming({ beat, subject, ledger, word }: Told): StoryText {
  const what = gone(subject, ledger, 'missing', word)
  return {
    title: word('It asks for the rest.'),
    body: (
      <>
        <p>
          {beat.brokenBy === 'network' ? word('The plug is in again.') : brokenText(beat, subject, word)}{' '}
          {beat.lastEventId ? (
            <Say
              say="On a new connection the client sends {eventHeader}: {id}: the last event it saw on this <stream>stream</stream>."
              parts={{ id: value(beat.lastEventId) }}
            />
          ) : (
            <Say say="On a new connection the client sends {eventHeader}: the last event it saw on this <stream>stream</stream>." />
          )}
        </p>
        {beat.nothingComes ? (
          <p>
            {ledger.missing > 0
              ? word('The server accepted that, and nothing comes. Still missing: {what}.', { what })
              : word('The server accepted that, and nothing comes.')}{' '}
            <Say say="<b>Check</b>, under the timeline, says what this run shows of its server. Pull and plug in to ask once more, or run again." />
          </p>
        ) : (
          <p>
            {ledger.missing > 0 ? (
              <Say
                say="The server looks that id up in its store and sends what comes after it. <missing>Still missing:</missing> {what}."
                parts={{ what }}
              />
            ) : (
              word('The server looks that id up in its store and sends what comes after it. Then it goes on live.')
            )}
          </p>
        )}
      </>
    ),
  }
}

function complete({ beat, subject, ledger, word }: Told): StoryText {
  const { replayed, after } = beat
  return {
    title: word('Nothing was lost.'),
    body: (
      <>
        <p>
          {brokenText(beat, subject, word)}{' '}
          {beat.lastEventId ? (
            <Say
              say="The client came back with the two headers it had kept: {sessionHeader} and {eventHeader}: {id}."
              parts={{ id: value(beat.lastEventId) }}
            />
          ) : (
            <Say say="The client came back with the two headers it had kept: {sessionHeader} and {eventHeader}." />
          )}
        </p>
        <p>
          {replayed.length > 0 ? (
            <>
              <Say
                say="The server looked that id up in its store and <replayed>replayed {rows}</replayed> on a new connection."
                parts={{ rows: numbered(replayed, subject.words, word) }}
              />{' '}
              {ledger.duplicated > 0
                ? word('Same stream, same ids, and {n} came twice.', { n: ledger.duplicated })
                : word(NONE_TWICE[subject.kind])}
            </>
          ) : (
            word('Nothing had been stored in between, so there was nothing to replay. The same stream went on, on a new connection.')
          )}{' '}
          {after.length > 0
            ? word('{rows} followed live, then the response.', { rows: capital(numbered(after, subject.words, word)) })
            : word('The response followed.')}
        </p>
      </>
    ),
  }
}

function uncut({ subject, word }: Told): StoryText {
  const rows = counted(subject.total, subject.words, word)
  return {
    title: word('That went too well.'),
    body: (
      <p>
        {word('All {rows} arrived on one connection: nothing was cut. Run it again, and pull the plug while it is {doing}.', {
          rows,
          doing: word(subject.words.doing),
        })}
      </p>
    ),
  }
}

function bareRunning({ subject, word }: Told): StoryText {
  return {
    title: word('Now without a net.'),
    body: (
      <>
        <p>
          <Say say={WORKS[subject.kind]} />{' '}
          <Say say="But this server keeps no event log, so its events carry no id, and the client has no {eventHeader} to keep." />
        </p>
        <p>{word('Pull the plug while it is {doing}. Same tool, same cut.', { doing: word(subject.words.doing) })}</p>
      </>
    ),
  }
}

function bareLost({ subject, beat, ledger, word }: Told): StoryText {
  return {
    title: word('Now it is lost.'),
    body: (
      <>
        <p>
          {brokenText({ ...beat, brokenBy: 'network' }, subject, word)}{' '}
          <Say
            say="The server kept {doing}, into nothing: it <nothing>stores nothing</nothing>. <lost>Lost:</lost> {what}."
            parts={{ doing: word(subject.words.doing), what: gone(subject, ledger, 'both', word) }}
          />
        </p>
        <p>
          <Say say="Plugging back in finds no id to send. Without {eventHeader} there is no question to ask, and the call can only be made again from the start." />
        </p>
      </>
    ),
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

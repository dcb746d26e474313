/**
 * The story of a run in plain words, chapter by chapter, with the run's own numbers. For readers who know HTTP and have never seen
 * an event stream. Only words: which chapter it is, chapter.ts decides.
 */
import { msg } from '../../lib/words/message'
import { Trans } from '../i18n/trans'
import { counted, numbered, type SubjectKind } from '../tool-view/tool-progress'
import { faultText, refusedText } from './fault-chapters'
import { brokenText, gone } from './loss-words'
import { type StoryText, type Told, value } from './story-terms'

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
  picture: msg('A tool on the server paints a picture, one row per <event>event</event>.'),
  words: msg('A tool on the server tells a story, one word per <event>event</event>.'),
  count: msg('A tool on the server counts down, one number per <event>event</event>.'),
}

const ONE_ROW: Readonly<Record<SubjectKind, string>> = {
  picture: msg('One row, one event.'),
  words: msg('One word, one event.'),
  count: msg('One number, one event.'),
}

const NONE_TWICE: Readonly<Record<SubjectKind, string>> = {
  picture: msg('Same stream, same ids, no row twice.'),
  words: msg('Same stream, same ids, no word twice.'),
  count: msg('Same stream, same ids, no number twice.'),
}

function before({ subject, t }: Told): StoryText {
  return {
    title: t('Cut it anywhere.'),
    body: (
      <>
        <p>
          <Trans message={WORKS[subject.kind]} />{' '}
          <Trans message="The answer to one POST is a <stream>stream</stream> of such events, and it takes seconds. Start it, then pull the plug." />
        </p>
        <p>{t('The client will keep two headers. See whether they are enough.')}</p>
      </>
    ),
  }
}

function running({ subject, t }: Told): StoryText {
  return {
    title: t(ONE_ROW[subject.kind]),
    body: (
      <>
        <p>
          <Trans message={WORKS[subject.kind]} />{' '}
          <Trans message="The server <stores>stores</stores> each event before it sends it, and the id that arrives with it is the new {eventHeader}." />
        </p>
        <p>{t('Pull the plug while it is {doing}.', { doing: t(subject.words.doing) })}</p>
      </>
    ),
  }
}

function cut({ beat, subject, ledger, t }: Told): StoryText {
  const parts = { doing: t(subject.words.doing), stored: ledger.stored, received: ledger.received }
  return {
    title: t('Missing is not lost.'),
    body: (
      <>
        <p>
          <Trans message={WORKS[subject.kind]} /> {brokenText({ ...beat, brokenBy: 'network' }, subject, t)}{' '}
          {beat.done ? (
            <Trans
              message="Nobody closed anything, so the server went on {doing} to the end: it has <stored>stored {n}</stored>, the client has <received>received {got}</received>."
              parts={{ doing: parts.doing, n: parts.stored, got: parts.received }}
            />
          ) : (
            <Trans
              message="Nobody closed anything, so the server keeps {doing}: it has <stored>stored {n}</stored>, the client has <received>received {got}</received>."
              parts={{ doing: parts.doing, n: parts.stored, got: parts.received }}
            />
          )}
        </p>
        <p>
          <Trans message="Two headers survive the cut. {sessionHeader} says which session this was. {eventHeader} says, for each <stream>stream</stream>, where it stopped." />
        </p>
      </>
    ),
  }
}

function cutLate({ t }: Told): StoryText {
  return {
    title: t('Too late to lose.'),
    body: (
      <p>{t('You pulled after the last event. Nothing to bring back: the answer had arrived. Run it again, and pull while it works.')}</p>
    ),
  }
}

function resuming({ beat, subject, ledger, t }: Told): StoryText {
  const what = gone(subject, ledger, 'missing', t)
  return {
    title: t('It asks for the rest.'),
    body: (
      <>
        <p>
          {beat.brokenBy === 'network' ? t('The plug is in again.') : brokenText(beat, subject, t)}{' '}
          {beat.lastEventId ? (
            <Trans
              message="On a new connection the client sends {eventHeader}: {id}: the last event it saw on this <stream>stream</stream>."
              parts={{ id: value(beat.lastEventId) }}
            />
          ) : (
            <Trans message="On a new connection the client sends {eventHeader}: the last event it saw on this <stream>stream</stream>." />
          )}
        </p>
        {beat.nothingComes ? (
          <p>
            {ledger.missing > 0
              ? t('The server accepted that, and nothing comes. Still missing: {what}.', { what })
              : t('The server accepted that, and nothing comes.')}{' '}
            <Trans message="<b>Check</b>, under the timeline, says what this run shows of its server. Pull and plug in to ask once more, or run again." />
          </p>
        ) : (
          <p>
            {ledger.missing > 0 ? (
              <Trans
                message="The server looks that id up in its store and sends what comes after it. <missing>Still missing:</missing> {what}."
                parts={{ what }}
              />
            ) : (
              t('The server looks that id up in its store and sends what comes after it. Then it goes on live.')
            )}
          </p>
        )}
      </>
    ),
  }
}

function complete({ beat, subject, ledger, t }: Told): StoryText {
  const { replayed, after } = beat
  return {
    title: t('Nothing was lost.'),
    body: (
      <>
        <p>
          {brokenText(beat, subject, t)}{' '}
          {beat.lastEventId ? (
            <Trans
              message="The client came back with the two headers it had kept: {sessionHeader} and {eventHeader}: {id}."
              parts={{ id: value(beat.lastEventId) }}
            />
          ) : (
            <Trans message="The client came back with the two headers it had kept: {sessionHeader} and {eventHeader}." />
          )}
        </p>
        <p>
          {replayed.length > 0 ? (
            <>
              <Trans
                message="The server looked that id up in its store and <replayed>replayed {rows}</replayed> on a new connection."
                parts={{ rows: numbered(replayed, subject.words, t) }}
              />{' '}
              {ledger.duplicated > 0
                ? t('Same stream, same ids, and {n} came twice.', { n: ledger.duplicated })
                : t(NONE_TWICE[subject.kind])}
            </>
          ) : (
            t('Nothing had been stored in between, so there was nothing to replay. The same stream went on, on a new connection.')
          )}{' '}
          {after.length > 0
            ? t('{rows} followed live, then the response.', { rows: capital(numbered(after, subject.words, t)) })
            : t('The response followed.')}
        </p>
      </>
    ),
  }
}

function uncut({ subject, t }: Told): StoryText {
  const rows = counted(subject.total, subject.words, t)
  return {
    title: t('That went too well.'),
    body: (
      <p>
        {t('All {rows} arrived on one connection: nothing was cut. Run it again, and pull the plug while it is {doing}.', {
          rows,
          doing: t(subject.words.doing),
        })}
      </p>
    ),
  }
}

function bareRunning({ subject, t }: Told): StoryText {
  return {
    title: t('Now without a net.'),
    body: (
      <>
        <p>
          <Trans message={WORKS[subject.kind]} />{' '}
          <Trans message="But this server keeps no event log, so its events carry no id, and the client has no {eventHeader} to keep." />
        </p>
        <p>{t('Pull the plug while it is {doing}. Same tool, same cut.', { doing: t(subject.words.doing) })}</p>
      </>
    ),
  }
}

function bareLost({ subject, beat, ledger, t }: Told): StoryText {
  return {
    title: t('Now it is lost.'),
    body: (
      <>
        <p>
          {brokenText({ ...beat, brokenBy: 'network' }, subject, t)}{' '}
          <Trans
            message="The server kept {doing}, into nothing: it <nothing>stores nothing</nothing>. <lost>Lost:</lost> {what}."
            parts={{ doing: t(subject.words.doing), what: gone(subject, ledger, 'both', t) }}
          />
        </p>
        <p>
          <Trans message="Plugging back in finds no id to send. Without {eventHeader} there is no question to ask, and the call can only be made again from the start." />
        </p>
      </>
    ),
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/**
 * The story of a run in plain words, chapter by chapter, with the run's own numbers. For readers who know HTTP and have never seen
 * an event stream. Only words: which chapter it is, chapter.ts decides.
 */
import { msg } from '../../../lib/words/message'
import { Trans } from '../../i18n/trans'
import { counted, type SubjectKind } from '../../tool-view/tool-progress'
import { faultText, refusedText } from './fault-chapters'
import { brokenText, capital, gone, rowsSaid } from './loss-words'
import { CameBack, Sending } from './resume-sentences'
import type { StoryText, Told } from './story-terms'

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
    case 'given-up':
    case 'cancelled':
    case 'holes':
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
  const parts = { doing: t(subject.words.doing), n: ledger.stored, got: ledger.received }
  return {
    title: t('Missing is not lost.'),
    body: (
      <>
        <p>
          <Trans message={WORKS[subject.kind]} /> {brokenText(beat.breaks.at(-1), subject, t)}{' '}
          {beat.done ? (
            <Trans
              message="The server went on {doing} to the end: it has <stored>stored {n}</stored>, the client has <received>received {got}</received>."
              parts={parts}
            />
          ) : (
            <Trans
              message="The server keeps {doing}: it has <stored>stored {n}</stored>, the client has <received>received {got}</received>."
              parts={parts}
            />
          )}
        </p>
        <p>
          {beat.keptId === undefined ? (
            <Trans message="{sessionHeader} survives the cut. No id of this call has come yet, so there is no {eventHeader} to send for it." />
          ) : (
            <Trans message="Two headers survive the cut. {sessionHeader} says which session this was. {eventHeader} says, for each <stream>stream</stream>, where it stopped." />
          )}
        </p>
      </>
    ),
  }
}

function cutLate({ subject, ledger, t }: Told): StoryText {
  const what = ledger.missing + ledger.lost > 0 ? gone(subject, ledger, 'both', t) : undefined
  return {
    title: t('Too late to lose.'),
    body: (
      <p>
        {t('The answer had arrived before you pulled. The call has nothing to bring back.')}{' '}
        {what !== undefined && `${t('Missing on the standalone stream: {what}.', { what })} `}
        {t('Run it again, and pull while it works.')}
      </p>
    ),
  }
}

function resuming(told: Told): StoryText {
  const { beat, subject, t } = told
  const { since } = beat.resumes
  return {
    title: since ? t('It asks for the rest.') : t('It will ask for the rest.'),
    body: (
      <>
        <p>
          {beat.pluggedBack ? t('The plug is in again.') : brokenText(beat.breaks.at(-1), subject, t)} <Sending beat={beat} />
        </p>
        <p>{since ? <Accepted {...told} /> : <StillMissing {...told} />}</p>
      </>
    ),
  }
}

/** What the server has answered so far, and what has come of it. */
function Accepted(told: Told) {
  const { beat, t } = told
  const { status } = beat.resumes.since ?? {}
  if (beat.nothingComes)
    return (
      <>
        {t('The server accepted that, and nothing comes.')} <StillMissing {...told} />{' '}
        <Trans message="<b>Check</b>, under the timeline, says what this run shows of its server. Pull and plug in to ask once more, or run again." />
      </>
    )
  return (
    <>
      {status === undefined
        ? t('The server has not answered yet.')
        : status === 200
          ? t('The server accepted the id. It sends what comes after it in its store, then it goes on live.')
          : t('The server answered {status}. The client asks again later.', { status })}{' '}
      <StillMissing {...told} />
    </>
  )
}

function StillMissing({ subject, ledger, t }: Told) {
  if (ledger.missing === 0) return null
  return <Trans message="<missing>Still missing:</missing> {what}." parts={{ what: gone(subject, ledger, 'missing', t) }} />
}

function complete(told: Told): StoryText {
  const { beat, subject, ledger, t } = told
  const { breaks } = beat
  return {
    title: completeTitle(told),
    body: (
      <>
        <p>
          {brokenText(breaks[0], subject, t)}{' '}
          {breaks.length > 1 && `${t('In all the connection broke {times} times.', { times: breaks.length })} `}
          <CameBack beat={beat} />
        </p>
        <p>
          <Replayed {...told} />{' '}
          {beat.answerReplayed
            ? t('The response was replayed too.')
            : beat.after.length > 0
              ? t('{rows} followed live, then the response.', { rows: capital(rowsSaid(beat.after, subject, t)) })
              : t('The response followed.')}{' '}
          {ledger.lost > 0 && <Trans message="<lost>Lost:</lost> {what}." parts={{ what: gone(subject, ledger, 'lost', t) }} />}{' '}
          <StillMissing {...told} />
        </p>
      </>
    ),
  }
}

/** Nothing was lost only where nothing is missing, nothing lost, and nothing came twice. */
function completeTitle({ ledger: { missing, lost, duplicated }, t }: Told): string {
  if (missing + lost > 0) return t('The answer is here.')
  return duplicated > 0 ? t('All of it came, some of it twice.') : t('Nothing was lost.')
}

function Replayed({ beat, subject, ledger, t }: Told) {
  if (beat.replayed.length === 0 && beat.answerReplayed) return t('All rows were here already: only the response was missing.')
  if (beat.replayed.length === 0 && ledger.duplicated === 0)
    return t('There was nothing to replay. The same stream went on, on a new connection.')
  const more = ledger.duplicated - beat.doubled.length
  return (
    <>
      {beat.replayed.length > 0 && (
        <Trans
          message="The server looked the id up in its store and <replayed>replayed {rows}</replayed> on a new connection."
          parts={{ rows: rowsSaid(beat.replayed, subject, t) }}
        />
      )}{' '}
      {beat.doubled.length > 0 && t('{rows} came twice.', { rows: capital(rowsSaid(beat.doubled, subject, t)) })}{' '}
      {more > 0 && t({ one: '{n} other event came twice.', other: '{n} other events came twice.' }, { n: more })}
      {ledger.duplicated === 0 && t(NONE_TWICE[subject.kind])}
    </>
  )
}

function uncut({ subject, t }: Told): StoryText {
  const rows = counted(subject.have, subject.words, t)
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
  const what = ledger.lost + ledger.missing > 0 ? gone(subject, ledger, 'both', t) : t('the answer')
  return {
    title: t('Now it is lost.'),
    body: (
      <>
        <p>
          {brokenText(beat.breaks[0], subject, t)}{' '}
          <Trans
            message="The server goes on, into nothing: it <nothing>stores nothing</nothing>. <lost>Lost:</lost> {what}."
            parts={{ what }}
          />
        </p>
        <p>
          <Trans message="The client has no id to send. Without {eventHeader} there is no question to ask, and the call can only be made again from the start." />
        </p>
      </>
    ),
  }
}

/**
 * The chapters of a run that something befell: what happened, what it means, and the way on. Only words; chapter.ts decides which it is.
 */

import { msg } from '../../../lib/words/message'
import { reasonSentence } from '../../../lib/words/run/reasons'
import { Trans } from '../../i18n/trans'
import { counted } from '../../tool-view/tool-progress'
import { editedText } from './experiment-chapter'
import { brokenText, gone } from './loss-words'
import { CameBack } from './resume-sentences'
import type { StoryText, Told } from './story-terms'

export function faultText(told: Told): StoryText {
  switch (told.beat.chapter) {
    case 'evicted':
      return evicted(told)
    case 'failed':
      return failed(told)
    case 'silence':
      return silence(told)
    case 'polled':
      return polled(told)
    case 'json':
    case 'json-cut':
      return json(told)
    case 'given-up':
      return givenUp(told)
    case 'cancelled':
      return cancelled(told)
    case 'holes':
      return holes(told)
    default:
      return editedText(told)
  }
}

/** Why the server would not resume: the session is gone, one way or another, or it could not serve the id. */
export function refusedText({ beat, subject, ledger, t }: Told): StoryText {
  if (beat.endReason === undefined && beat.reason !== undefined) {
    return {
      title: t('It cannot be resumed.'),
      body: (
        <>
          <p>
            {beat.status === undefined
              ? t('The stream cannot be resumed. The reason:')
              : t('The client came back, and the stream could not be resumed. The reason:')}{' '}
            <Trans message={[reasonSentence(beat.reason)]} />
          </p>
          {beat.failed && <p>{t('The call failed at once, with this reason, instead of waiting for ever. It can only be made again.')}</p>}
        </>
      ),
    }
  }
  return {
    title: t('No such session.'),
    body: (
      <>
        <p>
          {t(HOW[beat.endReason ?? ''] ?? GONE)}{' '}
          {beat.told404 ? (
            <Trans message="It answered 404 to the {sessionHeader}, and the client must begin again with initialize." />
          ) : (
            <Trans message="The client has not been told yet. The next request with this {sessionHeader} will be answered 404." />
          )}
        </p>
        <p>
          {ledger.lost + ledger.missing > 0 &&
            `${t('What it had stored went with the session: {what}.', { what: gone(subject, ledger, 'both', t) })} `}
          {beat.never > 0 && `${t('{rows} will never come.', { rows: counted(beat.never, subject.words, t) })} `}
          <Trans message="{eventHeader} means nothing outside its session." />
        </p>
      </>
    ),
  }
}

const GONE = msg('The server no longer knows the session.')
const HOW: Readonly<Record<string, string>> = {
  deleted: msg('The session was ended with DELETE.'),
  expired: msg('The session’s time was over, and the server ended it.'),
  restarted: msg('The server restarted and remembers nothing.'),
  shutdown: msg('The server was stopped.'),
}

function evicted({ beat, subject, ledger, t }: Told): StoryText {
  return {
    title: t('Some of it is lost.'),
    body: (
      <>
        <p>
          <Trans
            message="A store has an end. The server had to let its oldest events go, and some of them had not been received: nothing can bring them back. <lost>Lost:</lost> {what}."
            parts={{ what: gone(subject, ledger, 'lost', t) }}
          />
        </p>
        <p>
          {beat.status === undefined
            ? t('A server that is asked for what it no longer has should say so, and not send the rest as if nothing were missing.')
            : t(
                'This server was asked for what it no longer has. It answered {status} and did not send the rest as if nothing were missing.',
                {
                  status: beat.status,
                },
              )}{' '}
          {t('Start again, and come back sooner.')}
        </p>
      </>
    ),
  }
}

function failed({ beat, t }: Told): StoryText {
  return {
    title: t('It failed, and says why.'),
    body: (
      <>
        <p>
          {t('The call has its answer, and the answer is an error:')}{' '}
          <Trans message={[reasonSentence(beat.reason ?? { code: 'not-given' })]} />
        </p>
        <p>
          {t(
            'It came over the stream like any other event, so it could be resumed like any other. Nobody waits for an answer that never comes.',
          )}
        </p>
      </>
    ),
  }
}

/** The client's own end of a call: no answer came over the wire. */
function givenUp({ beat, subject, ledger, t }: Told): StoryText {
  return {
    title: t('The client gave the call up.'),
    body: (
      <>
        <p>
          {t('No answer of the server came through. The client ended the call itself. The reason:')}{' '}
          <Trans message={[reasonSentence(beat.reason ?? { code: 'not-given' })]} />
        </p>
        {ledger.missing + ledger.lost > 0 && <p>{t('Not received: {what}.', { what: gone(subject, ledger, 'both', t) })}</p>}
      </>
    ),
  }
}

function cancelled({ t }: Told): StoryText {
  return { title: t('Stopped.'), body: <p>{t('The call was cancelled. Nobody waits for its answer any more.')}</p> }
}

function holes({ beat, subject, ledger, t }: Told): StoryText {
  return {
    title: t('The answer came, and not all of the rest.'),
    body: (
      <>
        <p>
          {brokenText(beat.breaks[0], subject, t)} <CameBack beat={beat} />
        </p>
        <p>
          {t('The call has its answer, so the client asks for no more of it. Not received: {what}.', {
            what: gone(subject, ledger, 'both', t),
          })}{' '}
          <Trans message="<b>Check</b>, under the timeline, says what this run shows of its server." />
        </p>
      </>
    ),
  }
}

function silence({ beat, subject, ledger: { stored, received }, t }: Told): StoryText {
  return {
    title: beat.gaveUp ? t('It gave up.') : t('Both believe it.'),
    body: (
      <>
        <p>
          {beat.gaveUp ? (
            <Trans
              message="No byte came for so long that the client gave the connection up. It asks again with its {eventHeader}. What it asks now gets through only when the silence is over. Stored {n}, received {got}."
              parts={{ n: stored, got: received }}
            />
          ) : (
            <Trans
              message="The plug is in, and nothing gets through: bytes vanish on the way. The server has stored {n}, the client has received {got}, and both think that they are connected. Nobody will tell the client. It can only notice that not even a comment comes, give the connection up, and ask again with its {eventHeader}."
              parts={{ n: stored, got: received }}
            />
          )}
        </p>
        <p>
          {beat.done ? (
            <Trans message="Open <b>More ways to break it</b>, switch the silence off, and watch." />
          ) : (
            <Trans
              message="Open <b>More ways to break it</b>, switch the silence off, and watch, or pull the plug while it is {doing}."
              parts={{ doing: t(subject.words.doing) }}
            />
          )}
        </p>
      </>
    ),
  }
}

function polled({ beat, subject, t }: Told): StoryText {
  return {
    title: t('Come back later.'),
    body: (
      <>
        <p>
          <Trans
            message="The server ended the connection, and not the <stream>stream</stream>. It may do that once it has sent an id. It goes on {doing} meanwhile."
            parts={{ doing: t(subject.words.doing) }}
          />
        </p>
        <p>
          {beat.toldRetry && <Trans message="The server said with <code>retry</code> when to come back." />}{' '}
          <Trans message="The client waits, then it sends a GET with {eventHeader}. You can freeze the wait in the wire’s head." />
        </p>
      </>
    ),
  }
}

function json({ beat, t }: Told): StoryText {
  const cut = beat.chapter === 'json-cut'
  return {
    title: cut ? t('Nothing to ask for.') : t('All at once, or not at all.'),
    body: (
      <>
        <p>
          <Trans message="This server answers the call with one JSON body instead of a stream. There are no events, so there is no {eventHeader}, and nothing to see before the end." />
        </p>
        <p>
          {cut
            ? t(
                'The answer was cut off, and there is no id to resume it by. The call can only be made again. Choose an event stream in the server’s settings, and cut that.',
              )
            : beat.done
              ? t('Run it again. Pull the plug while it works, and see what can be brought back.')
              : t('Pull the plug while it works, and see what can be brought back.')}
        </p>
      </>
    ),
  }
}

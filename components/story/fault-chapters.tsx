/**
 * The chapters of a run that something befell: what happened, what it means, and the way on. Only words; chapter.ts decides which it is.
 */

import { msg } from '../../lib/words/message'
import { reasonSentence } from '../../lib/words/run/reasons'
import { Trans } from '../i18n/trans'
import { gone } from './loss-words'
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
    default:
      return edited(told)
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
            {t('The client came back, and the stream could not be resumed. The reason:')} <Trans message={[reasonSentence(beat.reason)]} />
          </p>
          <p>{t('The call failed at once, with this reason, instead of waiting for ever. It can only be made again.')}</p>
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
          <Trans message="It answers 404 to the {sessionHeader}, and the client must begin again with initialize." />
        </p>
        <p>
          {ledger.lost + ledger.missing > 0 &&
            `${t('What it had stored went with the session: {what}.', { what: gone(subject, ledger, 'both', t) })} `}
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

function edited({ t }: Told): StoryText {
  return {
    title: t('Not with these headers.'),
    body: (
      <p>
        {t(
          'You sent other headers than the client kept, and the server refused them. Nothing is gone: what was kept is still there. Ask again with it, or edit again.',
        )}
      </p>
    ),
  }
}

function evicted({ subject, ledger, t }: Told): StoryText {
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
          {t(
            'A server that is asked for what it no longer has should say so, as this one does with 400, and not send the rest as if nothing were missing. Start again, and come back sooner.',
          )}
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

function silence({ beat, subject, ledger: { stored, received }, t }: Told): StoryText {
  return {
    title: beat.gaveUp ? t('It gave up.') : t('Both believe it.'),
    body: (
      <>
        <p>
          {beat.gaveUp ? (
            <Trans
              message="No byte came for so long that the client gave the connection up and asks again with its {eventHeader}. What it asks now gets through only when the silence is over. Stored {n}, received {got}."
              parts={{ n: stored, got: received }}
            />
          ) : (
            <Trans
              message="No cable was pulled, and nothing gets through: bytes vanish on the way. The server has stored {n}, the client has received {got}, and both think that they are connected. Nobody will tell the client. It can only notice that not even a comment comes, give the connection up, and ask again with its {eventHeader}."
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

function polled({ subject, t }: Told): StoryText {
  return {
    title: t('Come back later.'),
    body: (
      <>
        <p>
          <Trans
            message="The connection ended, and the <stream>stream</stream> did not. The server may close a connection once it has sent an id, and says with <code>retry</code> when to come back; it goes on {doing} meanwhile."
            parts={{ doing: t(subject.words.doing) }}
          />
        </p>
        <p>
          <Trans message="The client waits for that long, then sends a GET with {eventHeader}. You can freeze the wait in the wire’s head." />
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
                'The answer was cut off, and there is no id to resume it by: the call failed at once and can only be made again. Choose an event stream in the server’s settings, and cut that.',
              )
            : t('Pull the plug while it works, and see what can be brought back.')}
        </p>
      </>
    ),
  }
}

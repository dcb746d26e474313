/**
 * The chapters of a run that something befell: what happened, what it means, and the way on. Only words; beat.ts decides which it is.
 */
import { eventHeader, sessionHeader } from './story-terms'
import type { StoryText, Told } from './story-text'
import { counted } from './subject'
import { Term } from './term'
import { TermMark } from './term-mark'

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
      return edited()
  }
}

/** Why the server would not resume: the session is gone, one way or another, or it could not serve the id. */
export function refusedText(told: Told): StoryText {
  const { beat, subject } = told
  const gone = subject.lost + subject.missing
  const went = gone > 0 ? `The ${counted(gone, subject.words)} it had stored went with the session. ` : ''
  if (beat.endReason === undefined && beat.reason !== undefined) {
    return {
      title: 'It cannot be resumed.',
      body: (
        <>
          <p>The client came back, and the stream could not be resumed. The reason: {sentence(beat.reason)}</p>
          <p>The call failed at once, with this reason, instead of waiting for ever. It can only be made again.</p>
        </>
      ),
    }
  }
  return {
    title: 'No such session.',
    body: (
      <>
        <p>
          {HOW[beat.endReason ?? ''] ?? 'The server no longer knows the session.'} It answers 404 to the {sessionHeader}, and the client
          must begin again with initialize.
        </p>
        <p>
          {went}
          {eventHeader} means nothing outside its session.
        </p>
      </>
    ),
  }
}

const HOW: Readonly<Record<string, string>> = {
  deleted: 'The session was ended with DELETE.',
  expired: 'The session’s time was over, and the server ended it.',
  restarted: 'The server restarted and remembers nothing.',
  shutdown: 'The server was stopped.',
}

function edited(): StoryText {
  return {
    title: 'Not with these headers.',
    body: (
      <p>
        You sent other headers than the client kept, and the server refused them. Nothing is gone: what was kept is still there. Ask again
        with it, or edit again.
      </p>
    ),
  }
}

function evicted({ subject }: Told): StoryText {
  return {
    title: 'Some of it is lost.',
    body: (
      <>
        <p>
          A store has an end. The server had to let its oldest events go, and{' '}
          <Term name="missing">
            <TermMark kind="lost" />
            {subject.lost > 0 ? counted(subject.lost, subject.words) : 'some events'}
          </Term>{' '}
          among them had not been received: nothing can bring them back.
        </p>
        <p>
          A server that is asked for what it no longer has should say so, as this one does with 400, and not send the rest as if nothing
          were missing. Start again, and come back sooner.
        </p>
      </>
    ),
  }
}

function failed({ beat }: Told): StoryText {
  return {
    title: 'It failed, and says why.',
    body: (
      <>
        <p>The call has its answer, and the answer is an error: {sentence(beat.reason ?? 'no reason was given')}</p>
        <p>
          It came over the stream like any other event, so it could be resumed like any other. Nobody waits for an answer that never comes.
        </p>
      </>
    ),
  }
}

function silence({ beat, subject, stored, received }: Told): StoryText {
  const gaveUp = beat.brokenBy === 'client'
  const pull = beat.done ? '' : `, or pull the plug while it is ${subject.words.doing}`
  return {
    title: gaveUp ? 'It gave up.' : 'Both believe it.',
    body: (
      <>
        {gaveUp ? (
          <p>
            No byte came for so long that the client gave the connection up and asks again with its {eventHeader}. What it asks now gets
            through only when the silence is over. Stored {stored}, received {received}.
          </p>
        ) : (
          <p>
            No cable was pulled, and nothing gets through: bytes vanish on the way. The server has stored {stored}, the client has received{' '}
            {received}, and both think that they are connected. Nobody will tell the client. It can only notice that not even a comment
            comes, give the connection up, and ask again with its {eventHeader}.
          </p>
        )}
        <p>
          Open <strong>More ways to break it</strong>, switch the silence off, and watch{pull}.
        </p>
      </>
    ),
  }
}

function polled({ subject }: Told): StoryText {
  return {
    title: 'Come back later.',
    body: (
      <>
        <p>
          The connection ended, and the <Term name="stream">stream</Term> did not. The server may close a connection once it has sent an id,
          and says with <code>retry</code> when to come back; it goes on {subject.words.doing} meanwhile.
        </p>
        <p>The client waits for that long, then sends a GET with {eventHeader}. You can freeze the wait in the wire’s head.</p>
      </>
    ),
  }
}

function json({ beat }: Told): StoryText {
  const cut = beat.chapter === 'json-cut'
  return {
    title: cut ? 'Nothing to ask for.' : 'All at once, or not at all.',
    body: (
      <>
        <p>
          This server answers the call with one JSON body instead of a stream. There are no events, so there is no {eventHeader}, and
          nothing to see before the end.
        </p>
        <p>
          {cut
            ? 'The answer was cut off, and there is no id to resume it by: the call failed at once and can only be made again. Choose an event stream in the server’s settings, and cut that.'
            : 'Pull the plug while it works, and see what can be brought back.'}
        </p>
      </>
    ),
  }
}

function sentence(text: string): string {
  const whole = text.charAt(0).toUpperCase() + text.slice(1)
  return /[.!?]$/.test(whole) ? whole : `${whole}.`
}

/** The sentences about asking for the rest: what was sent, exactly, or what will be. An id is quoted as sent only when it was. */
import { useT } from '../../i18n/language'
import { Trans } from '../../i18n/trans'
import type { Beat } from '../facts/chapter'
import type { Sent } from '../facts/resumes'
import { value } from './story-terms'

type Props = { readonly beat: Beat }

/** Plugged in, not all is here: the request that is out, or the one that is to come. */
export function Sending({ beat: { resumes, keptId, waits } }: Props) {
  const { since } = resumes
  if (since) {
    return since.instead === undefined ? (
      <>
        <Trans
          message="On a new connection the client sent {eventHeader}: {id}, the last event it saw on this <stream>stream</stream>."
          parts={{ id: value(since.id) }}
        />
        <OthersEdited sent={since} />
      </>
    ) : (
      <Instead sent={since} />
    )
  }
  if (keptId === undefined) return <Trans message="The client has no {eventHeader} to send for this call." />
  return waits ? (
    <Trans message="The client waits. Then it sends a GET with {eventHeader}: {id}." parts={{ id: value(keptId) }} />
  ) : (
    <Trans message="The client is about to send a GET with {eventHeader}: {id}." parts={{ id: value(keptId) }} />
  )
}

/** How the client came back, told after it has. */
export function CameBack({ beat: { resumes } }: Props) {
  const { newest, accepted, asKept } = resumes
  if (!newest) return null
  const id = value(newest.id)
  if (newest.instead !== undefined) return <Instead sent={newest} />
  if (accepted > 1 && asKept)
    return (
      <Trans
        message="The client came back {times} times, each time with the two headers it had kept. The last {eventHeader} was {id}."
        parts={{ times: accepted, id }}
      />
    )
  if (accepted > 1)
    return <Trans message="The client came back {times} times. The last {eventHeader} was {id}." parts={{ times: accepted, id }} />
  if (newest.edited)
    return (
      <>
        <Trans message="The client came back with {eventHeader}: {id}." parts={{ id }} />
        <OthersEdited sent={newest} />
      </>
    )
  return <Trans message="The client came back with the two headers it had kept: {sessionHeader} and {eventHeader}: {id}." parts={{ id }} />
}

function Instead({ sent }: { readonly sent: Sent }) {
  return (
    <>
      <Trans
        message="The client sent {eventHeader}: {id}, which you had written instead of {kept}."
        parts={{ id: value(sent.id), kept: value(sent.instead ?? '') }}
      />
      <OthersEdited sent={sent} />
    </>
  )
}

function OthersEdited({ sent }: { readonly sent: Sent }) {
  const t = useT()
  return sent.edited ? <> {t('You had edited other headers of it, too.')}</> : null
}

/** The chapter of an experiment at its result: what was sent instead, what came, and the way on. */
import { Trans } from '../../i18n/trans'
import type { Edit } from '../facts/resumes'
import { gone } from './loss-words'
import { type StoryText, type Told, value } from './story-terms'

export function editedText({ beat, subject, ledger, t }: Told): StoryText {
  const { edit } = beat
  return {
    title: edit?.another ? t('That was another stream.') : t('Not with these headers.'),
    body: (
      <>
        {edit && (
          <p>
            <WhatWasSent edit={edit} /> <WhatCame edit={edit} />
          </p>
        )}
        <p>
          {ledger.missing > 0 && (
            <Trans message="<missing>Still missing:</missing> {what}." parts={{ what: gone(subject, ledger, 'missing', t) }} />
          )}{' '}
          {t('The client stops here. What it had kept is still there: ask again as kept, or edit again.')}
        </p>
      </>
    ),
  }
}

function WhatWasSent({ edit: { header, sent, kept } }: { readonly edit: Edit }) {
  const name = <code>{NAMES[header]}</code>
  if (sent === undefined)
    return <Trans message="You left {header} out. The client had kept {kept}." parts={{ header: name, kept: value(kept) }} />
  return kept === '' ? (
    <Trans message="You sent {header}: {sent}." parts={{ header: name, sent: value(sent) }} />
  ) : (
    <Trans message="You sent {header}: {sent} instead of {kept}." parts={{ header: name, sent: value(sent), kept: value(kept) }} />
  )
}

function WhatCame({ edit: { header, sent, status, another } }: { readonly edit: Edit }) {
  if (!another)
    return status === undefined ? (
      <Trans message="The stream was not resumed." />
    ) : (
      <Trans message="The server answered {status}, and did not resume the stream." parts={{ status }} />
    )
  if (header === 'mcp-session-id') return <Trans message="Another session answered, with a <stream>stream</stream> of its own." />
  return sent === undefined ? (
    <Trans message="A GET without it resumes nothing: it opens the <standalone>standalone stream</standalone>. The call is not on that stream." />
  ) : (
    <Trans message="The server trusts the id. The id names another place, so what came is not what was asked for." />
  )
}

const NAMES: Readonly<Record<Edit['header'], string>> = {
  'mcp-session-id': 'Mcp-Session-Id',
  'last-event-id': 'Last-Event-ID',
  'mcp-protocol-version': 'MCP-Protocol-Version',
}

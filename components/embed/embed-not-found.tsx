'use client'
/**
 * What is shown for an address that is not there: below /embed the first run, with a sentence about what was asked for; elsewhere `children`.
 * One page answers for all addresses, so only the browser can tell. What it needs is loaded when it is needed.
 */
import { lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react'
import type { EmbedRefusalProps } from './embed-refusal'

const EmbedRefusal = lazy(async () => {
  const [{ EmbedRefusal: Refusal }, { Speaking, loadSpoken }] = await Promise.all([import('./embed-refusal'), import('./embed-language')])
  const spoken = await loadSpoken()
  return {
    default: (props: EmbedRefusalProps) => (
      <Speaking spoken={spoken}>
        <Refusal {...props} />
      </Speaking>
    ),
  }
})

export function EmbedNotFound({ children }: { children: ReactNode }) {
  const path = useSyncExternalStore(
    never,
    () => location.pathname,
    () => '',
  )
  const [, version, name] = /\/embed\/([^/]*)\/?([^/]*)/.exec(path) ?? []
  if (version === undefined) return children
  return (
    <Suspense>
      <EmbedRefusal version={decoded(version)} name={decoded(name ?? '')} />
    </Suspense>
  )
}

const never = () => () => {}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

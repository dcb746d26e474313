'use client'
/**
 * A word of the text that names something on the stage: pointing at it, focusing it or tapping it lights that thing (stage.css,
 * `data-lit`). A term is text first; a link, so that keys and fingers reach it.
 */
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'

export type TermName =
  | 'event'
  | 'stream'
  | 'session'
  | 'last-event-id'
  | 'stored'
  | 'received'
  | 'missing'
  | 'replayed'
  | 'priming'
  | 'standalone'

type Lit = { readonly lit: TermName | undefined; readonly light: (term: TermName | undefined) => void }

const LitContext = createContext<Lit>({ lit: undefined, light: () => {} })

export function LitProvider({ children }: { children: ReactNode }) {
  const [lit, light] = useState<TermName>()
  const value = useMemo(() => ({ lit, light }), [lit])
  return <LitContext value={value}>{children}</LitContext>
}

export const useLit = (): TermName | undefined => useContext(LitContext).lit

export function Term({ name, children }: { name: TermName; children: ReactNode }) {
  const { lit, light } = useContext(LitContext)
  const put = () => light(name)
  const off = () => light(undefined)
  return (
    // biome-ignore lint/a11y/useValidAnchor: it leads to the stage, which on a wide screen is in view already
    <a
      href="#do"
      className="term"
      data-on={lit === name || undefined}
      onPointerEnter={(event) => event.pointerType === 'mouse' && put()}
      onPointerLeave={(event) => event.pointerType === 'mouse' && off()}
      onFocus={put}
      onBlur={off}
      onClick={(event) => {
        put()
        // on a phone the stage is another screen, and Back returns to the text; elsewhere it is in view already
        if (!matchMedia('(max-width: 600px)').matches) event.preventDefault()
      }}
    >
      {children}
    </a>
  )
}

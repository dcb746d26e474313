'use client'
/** The methods of the element as buttons, each with what it answered: the API tried before it is used. */
import { type RefObject, useState } from 'react'

const METHODS = ['start', 'pull', 'push', 'play', 'pause', 'getState'] as const
type Method = (typeof METHODS)[number]

export type PlugElement = HTMLElement & Readonly<Record<Method, () => Promise<unknown>>>

type Answer = { readonly method: Method; readonly text: string; readonly failed: boolean }

export function AuthorDrive({ element }: { element: RefObject<PlugElement | null> }) {
  const [answer, setAnswer] = useState<Answer>()
  async function call(method: Method) {
    try {
      const view = await element.current?.[method]()
      setAnswer({ method, text: JSON.stringify(view, undefined, 1), failed: false })
    } catch (error) {
      setAnswer({ method, text: error instanceof Error ? error.message : String(error), failed: true })
    }
  }
  return (
    <div className="authors-drive needs-script">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields */}
      <div role="group" aria-label="Methods of the element above">
        {METHODS.map((method) => (
          <button key={method} type="button" onClick={() => void call(method)}>
            {method}()
          </button>
        ))}
      </div>
      <output aria-live="polite" data-failed={answer?.failed || undefined}>
        {answer ? (
          <>
            <b>
              {answer.method}() {answer.failed ? 'was refused' : 'answered'}
            </b>
            <code>{answer.text}</code>
          </>
        ) : (
          'Press a method: its answer stands here.'
        )}
      </output>
    </div>
  )
}

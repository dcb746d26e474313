/** Something went wrong: what, and what to do, in place and calmly. It can be put away; the run's own marks stay. */
import { X } from 'lucide-react'
import type { Problem } from '../lib/playground-types'
import { useWord } from './language'
import { Said } from './said'
import { useVerbs } from './use-playground'

export function Notice({ problem, onDismiss }: { problem: Problem; onDismiss: () => void }) {
  const { takeBack } = useVerbs()
  const word = useWord()
  return (
    <div className="notice" role="alert">
      <strong>
        <Said sayings={[problem.title]} />
      </strong>
      <p>
        <Said sayings={problem.detail} />
      </p>
      {problem.kind === 'taken-over' && (
        <button type="button" className="way-on" onClick={() => void takeBack()}>
          {word('Take it back')}
        </button>
      )}
      <button type="button" aria-label={word('Put this notice away')} onClick={onDismiss}>
        <X size={18} aria-hidden="true" />
      </button>
    </div>
  )
}

'use client'
/**
 * The runs of a lesson on paper, after its text. A browser that prints waits for nothing, so what is drawn is fetched beforehand: once the
 * page is loaded and has nothing else to do, or when the reader first acts. Until then, and without scripts, the text with the recorded
 * figures (print-sheet.tsx) is in the page as it was built.
 */
import { type ComponentType, useEffect, useRef, useState } from 'react'
import { stepOfPath } from '../../../lib/lessons/addresses'
import type { Lesson } from '../../../lib/lessons/lesson'
import type { RecordedStep } from '../../../lib/recordings/lesson-runs'
import type { Language } from '../../../lib/words/languages'
import { useLanguage } from '../../i18n/language'
import '../../print/print.css'
import { usePrinting } from '../../print/printed-step'
import { usePath } from '../../shared/use-path'
import { lessonAt } from '../lesson-loading'
import type { LessonPaperProps } from './lesson-paper'

type Loaded = { readonly Paper: ComponentType<LessonPaperProps>; readonly lesson: Lesson; readonly recorded: readonly RecordedStep[] }

export function PrintedLesson({ slug }: { slug: string }) {
  const language = useLanguage()
  const [loaded, setLoaded] = useState<Loaded>()
  const load = useRef(() => {
    load.current = () => {}
    void loadPaper(slug, language).then(setLoaded, () => {})
  })
  const shown = usePrinting(() => load.current())
  useEffect(() => whenIdle(() => load.current()), [])
  const path = usePath()
  if (!loaded) return null
  if (shown === 'no') return <div hidden data-paper-ready />
  const { Paper, lesson, recorded } = loaded
  const Place = shown === 'always' ? 'main' : 'div'
  return (
    <Place className="printed-step" data-always={shown === 'always' || undefined}>
      <Paper lesson={lesson} recorded={recorded} number={stepOfPath(path, slug, lesson.steps.length)} />
    </Place>
  )
}

async function loadPaper(slug: string, language: Language): Promise<Loaded> {
  const [{ LessonPaper }, { recordedLesson }, lesson] = await Promise.all([
    import('./lesson-paper'),
    import('../../../lib/recordings/lesson-runs'),
    lessonAt(slug, language),
  ])
  return { Paper: LessonPaper, lesson, recorded: await recordedLesson(slug) }
}

/** After the page is loaded, when nothing else is to be done; never for a reader who saves data: acting loads it then. */
function whenIdle(act: () => void): () => void {
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  if (connection?.saveData) return () => {}
  let cancel = () => {}
  const wait = () => {
    if (typeof requestIdleCallback === 'function') {
      const handle = requestIdleCallback(act)
      cancel = () => cancelIdleCallback(handle)
    } else {
      const handle = setTimeout(act, 2000)
      cancel = () => clearTimeout(handle)
    }
  }
  if (document.readyState === 'complete') wait()
  else addEventListener('load', wait, { once: true })
  return () => {
    removeEventListener('load', wait)
    cancel()
  }
}

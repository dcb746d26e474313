/**
 * What build-single.mjs turns into one HTML file: one scenario, with the server inside the page. `SCENARIO` is put in at build time.
 */
import { createRoot } from 'react-dom/client'
import '../../app/globals.css'
import './fonts.css'
import { Embed } from '../../components/embed/embed'
import { scenarioNamed } from '../../lib/embed/scenarios'
import { recordedFor } from '../../lib/recordings/scenarios'

declare const SCENARIO: string

const scenario = scenarioNamed(SCENARIO)
const place = document.getElementById('place')
if (!scenario || !place) throw new Error(`There is no scenario ${SCENARIO}, or no place for it: build the file anew.`)
const { trace, opensAt } = recordedFor(SCENARIO)
createRoot(place).render(<Embed scenario={scenario} recording={trace} opensAt={opensAt} />)

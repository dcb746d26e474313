/**
 * What build.mjs turns into one HTML file: one scenario, with the server inside the page. `SCENARIO` is put in at build time.
 */
import { createRoot } from 'react-dom/client'
import '../../../app/globals.css'
import './fonts.css'
import { EmbedAtOnce } from '../../../components/embed/embed-stage'
import { scenarioNamed } from '../../../lib/embed/scenarios/scenarios'
import { recordedFor } from '../../../lib/recordings/scenarios'

declare const SCENARIO: string

const scenario = scenarioNamed(SCENARIO)
const place = document.getElementById('place')
if (!scenario || !place) throw new Error(`There is no scenario ${SCENARIO}, or no place for it: build the file anew.`)
createRoot(place).render(<EmbedAtOnce scenario={scenario} recorded={recordedFor(SCENARIO)} />)

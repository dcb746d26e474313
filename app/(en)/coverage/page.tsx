import { CoveragePage, coverageMetadata } from '../../../components/lesson-guide/coverage-page'

export const metadata = coverageMetadata('en')

export default function Page() {
  return <CoveragePage language="en" />
}

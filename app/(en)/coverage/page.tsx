import { CoveragePage, coverageMetadata } from '../../../components/coverage/coverage-page'

export const metadata = coverageMetadata('en')

export default function Page() {
  return <CoveragePage language="en" />
}

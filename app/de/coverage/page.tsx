import { CoveragePage, coverageMetadata } from '../../../components/coverage/coverage-page'

export const metadata = coverageMetadata('de')

export default function Page() {
  return <CoveragePage language="de" />
}

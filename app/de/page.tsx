import { HOME_METADATA, HomePage } from '../home-page'

export const metadata = HOME_METADATA

export default function Page() {
  return <HomePage language="de" />
}

import { ListPage, listMetadata } from '../../../components/lesson-list/list-page'

export const metadata = listMetadata('en')

export default function Page() {
  return <ListPage language="en" />
}

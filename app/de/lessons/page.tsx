import { ListPage, listMetadata } from '../../../components/lesson-list/list-page'

export const metadata = listMetadata('de')

export default function Page() {
  return <ListPage language="de" />
}

import { classroomMetadata, NotesPage } from '../../../../components/classroom/classroom-page'

export const metadata = classroomMetadata('de')

export default function Page() {
  return <NotesPage language="de" />
}

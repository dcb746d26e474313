import { classroomMetadata, NotesPage } from '../../../../components/lesson-guide/classroom-page'

export const metadata = classroomMetadata('de')

export default function Page() {
  return <NotesPage language="de" />
}

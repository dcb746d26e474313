import { classroomMetadata, NotesPage } from '../../../../components/lesson-guide/classroom-page'

export const metadata = classroomMetadata('en')

export default function Page() {
  return <NotesPage language="en" />
}

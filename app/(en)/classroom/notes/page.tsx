import { classroomMetadata, NotesPage } from '../../../../components/classroom/classroom-page'

export const metadata = classroomMetadata('en')

export default function Page() {
  return <NotesPage language="en" />
}

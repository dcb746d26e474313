import { ClassroomPage, classroomMetadata } from '../../../components/lesson-guide/classroom-page'

export const metadata = classroomMetadata('de')

export default function Page() {
  return <ClassroomPage language="de" />
}

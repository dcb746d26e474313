import { ClassroomPage, classroomMetadata } from '../../../components/lesson-guide/classroom-page'

export const metadata = classroomMetadata('en')

export default function Page() {
  return <ClassroomPage language="en" />
}

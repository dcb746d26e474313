import { ClassroomPage, classroomMetadata } from '../../../components/classroom/classroom-page'

export const metadata = classroomMetadata('en')

export default function Page() {
  return <ClassroomPage language="en" />
}

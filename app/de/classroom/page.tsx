import { ClassroomPage, classroomMetadata } from '../../../components/classroom/classroom-page'

export const metadata = classroomMetadata('de')

export default function Page() {
  return <ClassroomPage language="de" />
}

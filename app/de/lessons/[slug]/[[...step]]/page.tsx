import type { Metadata } from 'next'
import { LessonPage, type LessonParams, lessonMetadata, lessonParams } from '../../../../../components/lesson/lesson-page'

type Props = { readonly params: Promise<LessonParams> }

export const dynamicParams = false
export const generateStaticParams = lessonParams

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return lessonMetadata('de', await params)
}

export default async function Page({ params }: Props) {
  return <LessonPage language="de" params={await params} />
}

'use client'
import { BrokenPage, type BrokenPageProps } from '../../components/shared/error-page'

export default function ErrorPage(props: BrokenPageProps) {
  return <BrokenPage language="de" {...props} />
}

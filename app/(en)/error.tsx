'use client'
import { useT } from '../../components/i18n/language'
import { BrokenPage, type BrokenPageProps } from '../../components/shared/error-page'

export default function ErrorPage(props: BrokenPageProps) {
  return <BrokenPage t={useT()} {...props} />
}

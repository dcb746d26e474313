'use client'
import { useSyncExternalStore } from 'react'

/** True in a file of its own: there is no site around it to link to. On a site, links begin at its root; the static build places them. */
export const useAlone = (): boolean =>
  useSyncExternalStore(
    never,
    () => !/\/embed\//.test(location.pathname),
    () => false,
  )

const never = () => () => {}

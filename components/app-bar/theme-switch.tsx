'use client'
/** Light or dark, kept in this browser. Until someone chooses, the system decides. */
import { THEME_KEY } from '../../lib/model/storage-keys'
import { useT } from '../i18n/language'

export function ThemeSwitch() {
  const t = useT()
  function flip() {
    const { dataset } = document.documentElement
    const dark = dataset.theme ? dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
    const theme = dark ? 'light' : 'dark'
    dataset.theme = theme
    try {
      localStorage.setItem(THEME_KEY, theme)
    } catch {
      // storage is off: the choice lasts as long as the page
    }
  }
  return (
    <button
      type="button"
      className="icon-button needs-script"
      aria-label={t('Switch between light and dark')}
      title={t('Light or dark')}
      onClick={flip}
    >
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
        <circle cx="9" cy="9" r="7.5" fill="none" stroke="currentColor" strokeWidth="2" />
        <path d="M9 1.5a7.5 7.5 0 0 1 0 15z" fill="currentColor" />
      </svg>
    </button>
  )
}

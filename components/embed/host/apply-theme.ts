/** The colours the host asks for; `auto`: those of the reader's system. */
export function applyTheme(theme: 'light' | 'dark' | 'auto'): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

/** The plug beside the name. */
export function BrandMark() {
  return (
    <svg width="30" height="22" viewBox="0 0 30 22" aria-hidden="true">
      <g stroke="var(--line)" strokeWidth="2" strokeLinejoin="round">
        <path d="M18 4.5h8M18 17.5h8" stroke="var(--ink)" strokeWidth="3.4" strokeLinecap="round" />
        <path d="M6 6C10 6 9 1.5 13 1.5H19V20.5H13C9 20.5 10 16 6 16Z" fill="var(--plug)" />
      </g>
      <path d="M0 11h6" stroke="var(--ink)" strokeWidth="3.4" />
    </svg>
  )
}

/** An address as a QR code. Loaded with the figure, when somebody is about to print. */
import { encode } from 'uqr'
import { useT } from '../i18n/language'

/** `null` when the address is too long for a code that a phone can read from paper. */
export function QrCode({ address }: { address: string }) {
  const t = useT()
  if (address.length > 600) return null
  const { data, size } = encode(address, { ecc: 'M', border: 2 })
  const dark = data.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={t('QR code of {address}', { address })}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={dark} fill="#000" />
    </svg>
  )
}

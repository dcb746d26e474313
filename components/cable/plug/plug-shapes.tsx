/**
 * The plug and the socket, as drawn. The plug points along +x with its tail at the origin, seen a little from behind; the socket faces −x
 * with the centre of its face at the origin. Pins and holes wear the same two rings: call above, standalone below.
 */

const PIN_OUTLINE = 'M160 -33H216Q227 -33 227 -25.5Q227 -18 216 -18H160Z'
const FLANGE = 'M156 -56H169A17 56 0 0 1 169 56H156Z'
const RELIEF = [
  { x: 36, half: 20.5, width: 11 },
  { x: 26, half: 17.5, width: 11 },
  { x: 16, half: 15, width: 11 },
  { x: 6.5, half: 12.5, width: 11 },
  { x: -2, half: 10.5, width: 10 },
]

export function PlugPins() {
  return (
    <g className="plug-outline">
      <Pin />
      <g transform="translate(0 51)">
        <Pin />
      </g>
      <path d="M192 -31.5V-19.5" stroke="var(--a)" strokeWidth="7" />
      <path d="M192 19.5V31.5" stroke="var(--b)" strokeWidth="7" />
      <path d="M192 22.5V24.5M192 27V29" stroke="var(--metal)" strokeWidth="7" />
    </g>
  )
}

function Pin() {
  return (
    <>
      <path d={PIN_OUTLINE} fill="var(--metal)" stroke="none" />
      <path d="M162 -23H216Q222 -23 226 -26Q227 -18 216 -18H162Z" fill="var(--metal-lo)" stroke="none" />
      <path d="M160 -33H188V-18H160Z" fill="var(--rubber)" stroke="none" />
      <path d={PIN_OUTLINE} fill="none" />
    </>
  )
}

export function PlugBody() {
  return (
    <g className="plug-outline" strokeLinecap="round">
      <path d={FLANGE} fill="var(--plug-lo)" />
      <ellipse cx="156" cy="0" rx="17" ry="56" fill="var(--plug)" />
      <path d="M44 -19C72 -19 70 -44 104 -44H152A13.5 44 0 0 1 152 44H104C70 44 72 19 44 19Z" fill="var(--plug)" />
      <path d="M46 8C73 10 72 27 106 27H162Q159 42.6 152 42.6H104C71 42.6 72 17.6 46 17.6Z" fill="var(--plug-lo)" stroke="none" />
      <path
        d="M103 -36A10 36 0 0 1 103 36M116 -37A11 37 0 0 1 116 37M129 -37A11 37 0 0 1 129 37"
        fill="none"
        stroke="var(--plug-rib)"
        strokeWidth="4"
      />
      <path d="M82 -31C87 -34 91 -35.5 96 -36M141 -36H149" fill="none" stroke="var(--plug-hi)" strokeWidth="5" />
      <g fill="var(--rubber)" strokeWidth="2.4">
        {RELIEF.map(({ x, half, width }) => (
          <rect key={x} x={x} y={-half} width={width} height={half * 2} rx={width / 2} />
        ))}
      </g>
    </g>
  )
}

export function PlugShadow() {
  return (
    <g fill="var(--shade)" stroke="var(--shade)" strokeWidth="3" strokeLinejoin="round">
      <path d={FLANGE} />
      <ellipse cx="156" cy="0" rx="17" ry="56" />
      <path d="M0 -10L44 -19C72 -19 70 -44 104 -44H152V44H104C70 44 72 19 44 19L0 10Z" />
      <path d={`${PIN_OUTLINE}M160 18H216Q227 18 227 25.5Q227 33 216 33H160Z`} />
    </g>
  )
}

export function Socket() {
  return (
    <g className="plug-outline">
      <path d="M50 -94H60Q70 -94 70 -84V84Q70 94 60 94H50Z" fill="var(--metal-lo)" />
      <path d="M0 -72H46A22 72 0 0 1 46 72H0Z" fill="var(--metal)" />
      <path d="M3 46Q30 52 65 42Q60 70.4 46 70.4H3Z" fill="var(--metal-lo)" stroke="none" />
      <ellipse cx="0" cy="0" rx="22" ry="72" fill="var(--metal)" />
      <ellipse cx="1" cy="0" rx="17" ry="59" fill="var(--recess)" />
      <path d="M3 -56.5A15 57 0 0 1 3 56.5A12 54 0 0 0 3 -56.5Z" fill="var(--recess-2)" stroke="none" />
      <ellipse className="socket-hole" cx="2" cy="-25.5" rx="6.5" ry="10.5" stroke="var(--a-lit)" />
      <ellipse className="socket-hole" cx="2" cy="25.5" rx="6.5" ry="10.5" stroke="var(--b-lit)" />
    </g>
  )
}

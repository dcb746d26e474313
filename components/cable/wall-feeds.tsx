/**
 * The streams behind the socket, as far as the wall's store: the call's runs straight to its spine, the standalone one climbs to the top row.
 * The spines themselves, a square for every stored event, are the store list's (store-spine.tsx). Not on a phone.
 */

export function WallFeeds({ call, standalone }: { call: boolean; standalone: boolean }) {
  return (
    <div className="wall-feeds wide-only">
      {standalone && (
        <>
          <svg className="feed feed-standalone feed-out" aria-hidden="true">
            <line x2="100%" />
          </svg>
          <svg className="feed feed-standalone feed-turn-up" aria-hidden="true">
            <path d="M0 0Q8 0 8 -8" />
          </svg>
          <svg className="feed feed-standalone feed-up" aria-hidden="true">
            <line y2="100%" />
          </svg>
          <svg className="feed feed-standalone feed-turn-in" aria-hidden="true">
            <path d="M0 8Q0 0 8 0" />
          </svg>
          <svg className="feed feed-standalone feed-in" aria-hidden="true">
            <line x2="100%" />
          </svg>
        </>
      )}
      {call && (
        <>
          <svg className="feed feed-call" aria-hidden="true">
            <line x2="100%" />
          </svg>
          <svg className="feed feed-call feed-trunk" aria-hidden="true">
            <line y2="100%" />
          </svg>
        </>
      )}
    </div>
  )
}

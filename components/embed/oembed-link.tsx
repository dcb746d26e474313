/**
 * How a page says that it can be embedded. The address is relative, because a build does not know where it will be served; static files have
 * no endpoint to ask, and so no link.
 */
export function OembedLink({ path }: { path: string }) {
  if (process.env.NEXT_PUBLIC_PTP_SERVER === 'none') return null
  return (
    <link
      rel="alternate"
      type="application/json+oembed"
      href={`/oembed?format=json&url=${encodeURIComponent(path)}`}
      title="Pull the Plug"
    />
  )
}

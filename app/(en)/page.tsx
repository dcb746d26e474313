import { OembedLink } from '../../components/embed/oembed-link'
import { Playground } from '../../components/playground'
import { PlaygroundProvider } from '../../components/use-playground'
import { FIRST_MOMENT, FIRST_RUN } from '../../lib/recordings/first-run'
import { PICTURES } from '../../lib/tools/pictures'

const CHOICES = PICTURES.map(({ name, title }) => ({ name, title }))

export default function Page() {
  return (
    <PlaygroundProvider recording={FIRST_RUN} opensAt={FIRST_MOMENT}>
      <OembedLink path="/" />
      <Playground pictures={CHOICES} />
    </PlaygroundProvider>
  )
}

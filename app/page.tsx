export default function Page() {
  return <main>Pull the Plug</main>
}

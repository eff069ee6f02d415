// The page in the browser: takes over what the server drew, with the very data it was drawn from.
import 'uplot/dist/uPlot.min.css'
import './style/page.css'
import { hydrateRoot } from 'react-dom/client'
import { Page } from './report/page.tsx'
import type { PageProps } from './report/props.ts'

const place = document.getElementById('page')
const data = document.getElementById('report')?.textContent
if (place && data) {
  const props: PageProps = JSON.parse(data)
  hydrateRoot(place, <Page {...props} />)
}

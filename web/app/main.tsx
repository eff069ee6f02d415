// The board in the browser: the words first, then everything, drawn anew as a whole when language or zone change.
import './app.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { createRoot } from 'react-dom/client'
import { startSpeaking } from '../data/language.ts'
import { useLanguage, useZone } from '../data/preferences.ts'
import { createQueries } from '../data/queries.ts'
import { router } from './router.tsx'

const queries = createQueries()

function App() {
  const language = useLanguage()
  const zone = useZone()
  return (
    <I18nProvider locale={language}>
      <QueryClientProvider client={queries}>
        <RouterProvider key={`${language} ${zone}`} router={router} />
      </QueryClientProvider>
    </I18nProvider>
  )
}

const place = document.getElementById('app')
if (place) {
  await startSpeaking()
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

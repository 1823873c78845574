import './begin.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { session } from './browser-session.ts'
import { scheme } from '../ui/scheme.ts'

scheme.start()

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <App session={session} />
    </StrictMode>,
  )
